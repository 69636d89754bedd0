import { formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { HistoryLine } from './history-lines.ts'
import { historyTexts } from './texts.ts'

/** One row for each field that changed, so that a spreadsheet can sort them; one for a change without fields. */
export function historyCsv(lang: Lang, lines: readonly HistoryLine[]): string {
  const rows = lines.flatMap((line) => {
    const fields = line.fields.length === 0 ? [{ name: '', from: null, to: null }] : line.fields
    const head = [formatMoment(lang, line.at, line.zone), line.institution, line.record, line.ref, line.what, line.who]
    return fields.map(({ name, from, to }) => [...head, line.role, name, from ?? '', to ?? '', line.reason ?? ''])
  })
  return csvOf([historyTexts(lang).csvColumns, ...rows])
}

export const historyAsData = (lines: readonly HistoryLine[]) => ({
  changes: lines.map(({ at, institution, ref, record, what, who, role, reason, fields }) => ({
    at,
    institution,
    subject: ref,
    record,
    what,
    who,
    role,
    reason,
    fields,
  })),
})
