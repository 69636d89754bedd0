import { formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import { calendarTexts } from '../calendar/calendar-texts.ts'
import type { MoveLine } from './moves-view.ts'

/** The moves as a table; days as machines write them, so that a spreadsheet can sort them. */
export function movesCsv(lang: Lang, lines: readonly MoveLine[]): string {
  const t = calendarTexts(lang).moves
  const rows = lines.map(({ at, zone, institution, record, what, fromDue, toDue, cause, subject }) => [
    formatMoment(lang, at, zone),
    institution,
    record?.title ?? t.hidden,
    what,
    fromDue ?? '',
    toDue ?? '',
    cause ?? '',
    record ? subject : '',
  ])
  return csvOf([t.csvColumns, ...rows])
}
