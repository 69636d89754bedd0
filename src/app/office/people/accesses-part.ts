import { formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ShownAccess } from './accesses-view.ts'
import { textsIn } from './people-texts.ts'

export const accessColumns = (lang: Lang): readonly string[] => {
  const t = textsIn(lang).accesses
  return [t.when, t.who, t.where, t.what, t.which, t.reference]
}

/** One access as the cells of a line, on the page and in the file. */
export const accessCells = (lang: Lang, access: ShownAccess): string[] => [
  formatMoment(lang, access.at, access.zone),
  [access.official, access.post].filter(Boolean).join(', '),
  access.institution ?? '',
  textsIn(lang).accesses.how[access.what] ?? access.what,
  access.title ?? '',
  access.subject,
]
