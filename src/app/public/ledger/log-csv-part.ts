import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import { whatOf } from './entry-table-part.tsx'
import type { LogView } from './log-view.ts'
import { ledgerTexts } from './texts.ts'
import { ledgerUrls } from './urls.ts'

/** The entries that were asked for, as a file. */
export const logCsv = (lang: Lang, { lines }: LogView, url: string): string =>
  csvOf([
    ledgerTexts(lang).list.csvColumns,
    ...lines.map(({ entry, kind, record }) => [
      String(entry.index),
      entry.at.toISOString(),
      entry.institution ?? ledgerTexts(lang).installation,
      kind,
      record?.title ?? '',
      entry.subject,
      String(entry.version),
      whatOf(lang, entry),
      entry.digest ?? '',
      url + inLanguage(lang, ledgerUrls.entry(entry.index)),
    ]),
  ])
