import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { LogEntry } from './ledger-queries.ts'
import type { LogLine } from './log-view.ts'
import { ledgerTexts } from './texts.ts'
import { ledgerUrls } from './urls.ts'

type Props = { page: PageContext; lines: readonly LogLine[]; zone: string; caption: string }

/** Entries of the log, one a row; the name of a record only where everybody may read it. */
export const EntryTable = ({ page: { lang }, lines, zone, caption }: Props) => {
  const t = ledgerTexts(lang)
  const { columns } = t.list
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      head={[
        { label: columns.index, tight: true },
        { label: columns.at },
        { label: columns.record },
        { label: columns.what },
        { label: columns.institution },
      ]}
      rows={lines.map((line) => [
        <a href={inLanguage(lang, ledgerUrls.entry(line.entry.index))}>{formatNumber(line.entry.index)}</a>,
        formatMoment(lang, line.entry.at, zone),
        <RecordOf lang={lang} line={line} />,
        whatOf(lang, line.entry),
        line.entry.institution ?? t.installation,
      ])}
    />
  )
}

const RecordOf = ({ lang, line: { kind, record } }: { lang: Lang; line: LogLine }) =>
  record ? (
    <>
      <a href={inLanguage(lang, record.href)} lang={record.lang === lang ? undefined : record.lang}>
        {record.title}
      </a>
      <span class="kv-quiet"> {kind}</span>
    </>
  ) : (
    <>{kind}</>
  )

/** What happened, in words. */
export function whatOf(lang: Lang, { version, ended }: Pick<LogEntry, 'version' | 'ended'>): string {
  const t = ledgerTexts(lang).what
  const ends: Record<string, string> = t.ended
  if (ended !== null) return ends[ended] ?? ended
  return version === 1 ? t.first : t.changed(version)
}
