/**
 * Names of people inside the text parts of an office document: who changed, who remarked. The text stays byte by byte;
 * each name becomes «Autori 1», «Autori 2» …, so that what one person wrote can still be told from another's.
 */

type Format = { parts: RegExp; attributes: readonly string[]; elements: readonly string[] }

const FORMATS: readonly Format[] = [
  // Word: comments, tracked changes, in the body and everywhere else.
  { parts: /^word\/[^/]+\.xml$/i, attributes: ['author', 'initials'], elements: [] },
  { parts: /^xl\/comments[^/]*\.xml$|^xl\/comments\/[^/]+\.xml$/i, attributes: [], elements: ['author'] },
  { parts: /^xl\/persons\/[^/]+\.xml$/i, attributes: ['displayName', 'userId'], elements: [] },
  // OpenDocument: remarks and tracked changes.
  {
    parts: /^(content|styles)\.xml$/i,
    attributes: [],
    elements: ['dc:creator', 'meta:creator-initials', 'loext:sender-initials'],
  },
]

export type AuthorNames = Map<string, string>

/** Whether the part of this name may hold such names at all. */
export const mayNameAuthors = (part: string): boolean => FORMATS.some(({ parts }) => parts.test(part))

/**
 * The part with its names exchanged; null when there are none. `names` goes from part to part of one file. 'unreadable':
 * in an encoding in which the names could not be found.
 */
export function withoutAuthors(part: string, content: Buffer, names: AuthorNames): Buffer | 'unreadable' | null {
  const format = FORMATS.find(({ parts }) => parts.test(part))
  if (!format) return null
  if (content.subarray(0, 200).includes(0)) return 'unreadable'
  if (![...format.attributes, ...format.elements].some((word) => content.includes(word))) return null
  // One byte a letter: every other byte of the file, whatever it means, comes out as it went in.
  const words = content.toString('latin1')
  const neutral = (name: string) => neutralName(names, name)
  const replaced = withoutElements(withoutAttributes(words, format.attributes, neutral), format.elements, neutral)
  return replaced === words ? null : Buffer.from(replaced, 'latin1')
}

function neutralName(names: AuthorNames, name: string): string {
  if (name.trim() === '') return name
  const known = names.get(name)
  if (known) return known
  const neutral = `Autori ${names.size + 1}`
  names.set(name, neutral)
  return neutral
}

/** An opening tag with its attributes, whose values may hold any sign but `<`. Comments and CDATA begin otherwise. */
const TAG = /<[A-Za-z_][^\s<>/="']*(?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))+\s*\/?>/g

function withoutAttributes(words: string, attributes: readonly string[], neutral: (name: string) => string): string {
  if (attributes.length === 0) return words
  const wanted = new RegExp(`(\\s(?:[\\w.-]+:)?(?:${attributes.join('|')})\\s*=\\s*)(?:"([^"]*)"|'([^']*)')`, 'g')
  return words.replace(TAG, (tag) =>
    tag.replace(wanted, (_all, start: string, double?: string, single?: string) => {
      const name = double ?? single ?? ''
      return `${start}"${neutral(name)}"`
    }),
  )
}

function withoutElements(words: string, elements: readonly string[], neutral: (name: string) => string): string {
  if (elements.length === 0) return words
  const wanted = new RegExp(`(<(${elements.join('|')})(?:\\s[^<>]*)?>)([^<]*)(?=</\\2\\s*>)`, 'g')
  return words.replace(wanted, (_all, start: string, _name: string, name: string) => start + neutral(name))
}
