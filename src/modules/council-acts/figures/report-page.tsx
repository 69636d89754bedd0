import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { actUrls } from '../urls.ts'
import { FigureTables } from './report-figures-part.tsx'
import type { ReportListView, ReportView } from './report-view.ts'
import { Said } from './said-part.tsx'
import { figureTexts } from './texts.ts'
import { figureUrls } from './urls.ts'

type Props = { page: PageContext; view: ReportView }
type Part = { lang: Lang; view: ReportView }

/** The yearly report on decision-making as everybody reads it. */
export const ReportPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = figureTexts(lang).report
  const { institution, report } = view
  const newest = report.version === report.newest
  const { slug } = institution
  return (
    <Layout
      page={page}
      title={`${t.title(report.year)}: ${institution.name}`}
      canonical={newest ? figureUrls.report(slug, report.year) : figureUrls.version(slug, report.year, report.version)}
      jsonHref={
        newest
          ? figureUrls.file(slug, report.year, 'json')
          : figureUrls.versionFile(slug, report.year, report.version, 'json')
      }
    >
      <Breadcrumbs
        label={t.list.title}
        items={[{ href: inLanguage(lang, figureUrls.reports()), label: t.list.title }]}
      />
      <header class="kv-matter">
        <p class="kv-matter__kind">{t.kind}</p>
        <h1 class="govuk-heading-xl">{t.title(report.year)}</h1>
        <p class="govuk-body">
          <a href={inLanguage(lang, `/i/${slug}/`)}>{institution.name}</a>
        </p>
      </header>
      <Standing lang={lang} view={view} />
      <Said lang={lang} heading={t.introduction} said={report.words.introduction} />
      {report.figures.planned === null && <p class="govuk-body">{t.noPlan}</p>}
      <FigureTables lang={lang} figures={report.figures} words={report.words} />
      <Details summary={t.counted}>
        <ul class="govuk-list govuk-list--bullet">
          {t.countedWords.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </Details>
      <Files lang={lang} view={view} />
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

const Standing = ({ lang, view: { report, institution } }: Part) => {
  const t = figureTexts(lang).report
  return (
    <>
      {report.version < report.newest && (
        <Inset>
          {t.earlier(report.newest)}{' '}
          <a href={inLanguage(lang, figureUrls.report(institution.slug, report.year))}>{t.newest}</a>
        </Inset>
      )}
      <p class="govuk-body">{t.version(report.version, formatDay(lang, report.versionAt, institution.zone))}</p>
      {report.reason !== null && <p class="govuk-body">{t.reason(report.reason)}</p>}
      <p class="govuk-body">{t.frozen(formatMoment(lang, report.countedAt, institution.zone))}</p>
    </>
  )
}

const Files = ({ lang, view: { institution, report, versions } }: Part) => {
  const t = figureTexts(lang).report
  const { slug } = institution
  const formats = ['docx', 'pdf', 'csv', 'json'] as const
  return (
    <section aria-labelledby="skedaret">
      <h2 class="govuk-heading-m" id="skedaret">
        {t.files}
      </h2>
      <ul class="govuk-list">
        {formats.map((format) => (
          <li>
            <a href={inLanguage(lang, figureUrls.versionFile(slug, report.year, report.version, format))}>
              {t[format]}
            </a>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{t.versions}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {versions.map(({ n, publishedAt, reason }) => (
          <li>
            <a href={inLanguage(lang, figureUrls.version(slug, report.year, n))}>
              {t.version(n, formatDay(lang, publishedAt, institution.zone))}
            </a>
            {reason !== null && <p class="kv-quiet">{t.reason(reason)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All reports that are public. */
export const ReportListPage = ({ page, view }: { page: PageContext; view: ReportListView }) => {
  const { lang } = page
  const { list } = figureTexts(lang).report
  return (
    <Layout page={page} title={list.title} canonical={figureUrls.reports()}>
      <Breadcrumbs
        label={list.title}
        items={[{ href: inLanguage(lang, actUrls.register()), label: figureTexts(lang).register }]}
      />
      <h1 class="govuk-heading-xl">{list.title}</h1>
      <p class="govuk-body">{list.lead}</p>
      {view.rows.length === 0 ? (
        <EmptyState>{list.none}</EmptyState>
      ) : (
        <DataTable
          caption={list.title}
          captionHidden
          firstColumnHeader
          head={[
            { label: list.columns.institution, share: 'wide' },
            { label: list.columns.year },
            { label: list.columns.published },
          ]}
          rows={view.rows.map((row) => [
            row.institutionName,
            <a href={inLanguage(lang, figureUrls.report(row.institutionSlug, row.year))}>
              {row.year}
              <span class="govuk-visually-hidden">, {row.institutionName}</span>
            </a>,
            formatDay(lang, row.publishedAt, 'Europe/Tirane'),
          ])}
        />
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, figureUrls.figures())}>{figureTexts(lang).figures.title}</a>
      </p>
    </Layout>
  )
}
