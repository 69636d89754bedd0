import type { HappenedPrecision } from '#platform/documents/document-rules.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'

/** As much of a date as is known: `1998`, `mars 1998`, `4 mars 1998`. */
export function happenedWords(
  lang: Lang,
  { happenedOn, happenedPrecision }: { happenedOn: string | null; happenedPrecision: HappenedPrecision | null },
): string | null {
  if (happenedOn === null || happenedPrecision === null) return null
  if (happenedPrecision === 'year') return happenedOn.slice(0, 4)
  const words = formatDate(lang, happenedOn)
  return happenedPrecision === 'month' ? words.replace(/^\d+\s+/, '') : words
}
