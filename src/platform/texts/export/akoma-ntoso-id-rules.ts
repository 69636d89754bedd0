/** eIds by the Akoma Ntoso naming convention: `art_12__para_2__point_ç`, `chp_II`, `att_1__art_3`. */

/** The convention's short forms; every other element goes by its own name. */
const SHORT: Record<string, string> = {
  article: 'art',
  chapter: 'chp',
  section: 'sec',
  paragraph: 'para',
  alinea: 'al',
  attachment: 'att',
  preamble: 'preamble',
}

/** Articles and divisions are numbered through the document, whatever holds them. */
const THROUGHOUT = new Set(['article'])

export type EIds = {
  /** The eId of an element; unique in the document. `scope`: the document or the attachment. */
  next(name: string, label: string | null, parent: string, scope: string): string
}

export function newEIds(): EIds {
  const used = new Set<string>()
  const counts = new Map<string, number>()
  const ordinal = (prefix: string): number => {
    const count = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, count)
    return count
  }
  return {
    next(name, label, parent, scope) {
      const above = THROUGHOUT.has(name) && label !== null ? scope : parent
      const prefix = `${above}${above === '' ? '' : '__'}${SHORT[name] ?? name}_`
      const wanted = prefix + (numberOf(label) || `${label === null ? '' : 'n'}${ordinal(prefix)}`)
      let id = wanted
      // A label that the source prints twice stands in the text twice.
      for (let again = 2; used.has(id); again += 1) id = `${wanted}-${again}`
      used.add(id)
      return id
    },
  }
}

/** `39/1` → `39-1`, `E DYTË` → `E-DYTË`, `a)` → `a`. */
const numberOf = (label: string | null): string =>
  (label ?? '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
