import { formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { textsIn } from './texts.ts'

type Result = { listName: string; party: string | null; votes: number | null; seats: number }

/** What the election gave, by list, in the order of the source. */
export const ResultsTable = ({ lang, results }: { lang: Lang; results: readonly Result[] }) => {
  const t = textsIn(lang).terms
  const votes = results.some((one) => one.votes !== null)
  return (
    <DataTable
      caption={t.results}
      captionHidden
      firstColumnHeader
      head={[
        { label: t.list },
        ...(votes ? [{ label: t.votes, numeric: true }] : []),
        { label: t.seats, numeric: true },
      ]}
      rows={results.map((one) => [
        one.party === null || one.party === one.listName ? one.listName : `${one.listName} (${one.party})`,
        ...(votes ? [one.votes === null ? '–' : formatNumber(one.votes)] : []),
        formatNumber(one.seats),
      ])}
    />
  )
}
