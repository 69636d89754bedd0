import { documentTexts } from '#platform/documents/document-texts.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { DocumentChange } from './document-list-queries.ts'
import { textsIn } from './texts.ts'

/** One line of the history of a document, as people read it. */
export function historyLine({ kind, byName, reason, fields }: DocumentChange, lang: Lang, moment: string): string {
  const t = textsIn(lang).history
  const told = fields.map(({ field, from, to }) => {
    const name = t.fields[field] ?? field
    if (from === null && to === null) return t.changed(name)
    return t.change(name, valueWords(lang, field, from), valueWords(lang, field, to))
  })
  const parts = [byName, ...told, reason].filter((one) => one !== null && one !== '')
  return `${moment}: ${t.kinds[kind] ?? kind}${parts.length > 0 ? ` (${parts.join('; ')})` : ''}`
}

function valueWords(lang: Lang, field: string, value: string | null): string {
  if (value === null) return '–'
  const d = documentTexts(lang)
  const words: Record<string, Record<string, string>> = { role: d.roles, class: d.classes, lang: d.languages }
  return words[field]?.[value] ?? value
}
