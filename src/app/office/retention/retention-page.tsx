import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import type { RetentionRun } from '#platform/own-data/retention-queries.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { retentionTexts } from './texts.ts'
import type { RetentionView } from './retention-view.ts'

/** The nightly job belongs to no institution. */
const ZONE = 'Europe/Tirane'

type Props = { page: PageContext; view: RetentionView }

/** What is kept about people, for how long, by what right, and what is due. */
export const RetentionPage = ({ page, view }: Props) => {
  const t = retentionTexts(page.lang).rules
  return (
    <Layout page={page} title={t.title} office robots="noindex">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <Rules page={page} view={view} />
      <h2>{t.runs}</h2>
      {view.runs.length === 0 ? <EmptyState>{t.noRuns}</EmptyState> : <Runs page={page} view={view} />}
      <p class="kv-quiet">{t.command}</p>
    </Layout>
  )
}

const Rules = ({ page: { lang }, view }: Props) => {
  const t = retentionTexts(lang).rules
  const { columns } = t
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[
        { label: columns.what },
        { label: columns.howLong },
        { label: columns.basis },
        { label: columns.due, numeric: true },
        { label: columns.last },
      ]}
      rows={view.rules.map(({ rule, due, last }) => [
        rule.what[lang],
        rule.howLong[lang],
        rule.basis[lang],
        formatNumber(due),
        rule.forget === null ? t.elsewhere : lastRun(lang, last),
      ])}
    />
  )
}

function lastRun(lang: PageContext['lang'], run: RetentionRun | null): string {
  const t = retentionTexts(lang).rules
  if (run === null) return t.notYet
  const at = formatMoment(lang, run.at, ZONE)
  return run.forgotten === null ? t.failed(at) : t.run(at, formatNumber(run.forgotten))
}

const Runs = ({ page: { lang }, view }: Props) => {
  const t = retentionTexts(lang).rules
  const words = new Map(view.rules.map(({ rule }) => [rule.id, rule.what[lang]]))
  return (
    <DataTable
      caption={t.runs}
      captionHidden
      head={[
        { label: t.runColumns.at },
        { label: t.runColumns.rule },
        { label: t.runColumns.due, numeric: true },
        { label: t.runColumns.forgotten, numeric: true },
      ]}
      rows={view.runs.map((run) => [
        formatMoment(lang, run.at, ZONE),
        words.get(run.rule) ?? run.rule,
        formatNumber(run.due),
        run.forgotten === null ? '–' : formatNumber(run.forgotten),
      ])}
    />
  )
}
