import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { actUrls } from '../urls.ts'
import { ChoiceForm } from './choice-part.tsx'
import type { DashboardView, FigureRow, FigureTable } from './dashboard-view.ts'
import { figureWords } from './figure-words-texts.ts'
import { figureTexts } from './texts.ts'
import { figureUrls } from './urls.ts'

type Props = { page: PageContext; view: DashboardView }

/** Acts in numbers: each table with its bars, and up to five years beside each other. */
export const DashboardPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = figureTexts(lang)
  const { institution, year, thisYear, known, count } = view
  const title = t.figures.titleOf(year, institution?.name ?? t.allInstitutions)
  const query = `?${institution ? `institucioni=${institution.slug}&` : ''}viti=${year}`
  const links = [
    [`${figureUrls.figuresCsv()}${query}`, t.csv],
    [`${figureUrls.plan()}${query}`, t.figures.plan],
    [`${actUrls.gaps()}${query}`, t.figures.gaps],
    [figureUrls.reports(), t.figures.reports],
  ] as const
  return (
    <Layout page={page} title={title} canonical={figureUrls.figures()}>
      <Breadcrumbs
        label={t.figures.title}
        items={[{ href: inLanguage(lang, actUrls.register()), label: t.register }]}
      />
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body">{t.figures.lead}</p>
      <ChoiceForm
        lang={lang}
        action={figureUrls.figures()}
        choice={view}
        years={[...known, thisYear]}
        noneLabel={t.allInstitutions}
      />
      {count === 0 && <EmptyState>{t.figures.empty(year)}</EmptyState>}
      {view.tables
        .filter(({ rows }) => count > 0 && rows.length > 0)
        .map((table) => (
          <Figure lang={lang} years={view.years} table={table} />
        ))}
      <ul class="govuk-list">
        {links.map(([href, label]) => (
          <li>
            <a href={inLanguage(lang, href)}>{label}</a>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

const Figure = ({ lang, years, table }: { lang: Lang; years: number[]; table: FigureTable }) => (
  <section aria-labelledby={table.id}>
    <h2 class="govuk-heading-l" id={table.id}>
      {table.caption}
    </h2>
    {table.lead && <p class="govuk-body">{table.lead}</p>}
    {table.chart && (
      <BarChart
        id={`${table.id}-shtyllat`}
        title={`${table.caption}, ${years[0]}`}
        desc={table.chart.desc}
        series={table.chart.series}
        bars={table.chart.bars}
      />
    )}
    <DataTable
      caption={table.caption}
      captionHidden
      firstColumnHeader
      head={[{ label: table.rowHead, share: 'wide' }, ...years.map((year) => ({ label: String(year), numeric: true }))]}
      rows={table.rows.map((row) => [row.label, ...row.values.map((value, at) => cellOf(lang, row, value, at))])}
    />
  </section>
)

function cellOf(lang: Lang, { known }: FigureRow, value: number | null, at: number): string {
  const t = figureTexts(lang)
  if (value === null) return t.unknown
  const words = figureWords(lang, value)
  return known ? t.figures.daysAndKnown(words, formatNumber(known[at] ?? 0)) : words
}
