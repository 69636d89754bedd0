import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { figureWords } from './figure-words-texts.ts'
import { transparencyTexts } from './texts.ts'
import { comparisonUrls, satisfactionUrl, yearReportUrls as urls } from './urls.ts'
import { FIGURE_GROUPS, keysOf, type FigureGroup, type FigureKey, type YearFigures } from './figure-list-rules.ts'
import type { YearReportView } from './year-report-view.ts'

type Props = { page: PageContext; view: YearReportView }

/** The yearly report as everybody reads it; without one, the figures of today that say what they are. */
export const YearReportPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = transparencyTexts(lang)
  const { year, institution, report } = view
  const newest = report === null || report.version === report.newest
  return (
    <Layout
      page={page}
      title={`${t.reportTitle(year)}: ${institution.name}`}
      canonical={newest ? urls.one(year, institution.slug) : urls.version(year, institution.slug, report.version)}
      jsonHref={newest ? urls.file(year, institution.slug, 'json') : undefined}
      back={{ href: `${inLanguage(lang, urls.list())}?viti=${year}`, label: t.list.title }}
    >
      <header class="kv-matter">
        <p class="kv-matter__kind">{t.page.kind}</p>
        <h1 class="govuk-heading-xl">{t.reportTitle(year)}</h1>
        <p class="govuk-body">
          <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a>
        </p>
      </header>
      <Standing lang={lang} view={view} />
      <Said lang={lang} heading={t.page.introduction} words={report?.introduction ?? null} />
      {view.empty && <EmptyState>{t.page.empty}</EmptyState>}
      <Figures lang={lang} view={view} />
      <Said lang={lang} heading={t.page.difficulties} words={report?.difficulties ?? null} />
      <Said lang={lang} heading={t.page.measures} words={report?.measures ?? null} />
      <Details summary={t.page.counted}>
        <ul class="govuk-list govuk-list--bullet">
          {t.page.countedWords.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
        <p class="govuk-body">{t.page.noDay}</p>
      </Details>
      <Files lang={lang} view={view} />
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

const Standing = ({ lang, view }: { lang: Lang; view: YearReportView }) => {
  const t = transparencyTexts(lang).page
  const { report, institution, running, countedAt, year } = view
  const day = formatDay(lang, countedAt, institution.zone)
  if (report === null) return <Inset>{running ? t.running(day) : t.notPublished(day)}</Inset>
  return (
    <>
      {report.version < report.newest && (
        <Inset>
          {t.earlier(report.newest)} <a href={inLanguage(lang, urls.one(year, institution.slug))}>{t.newest}</a>
        </Inset>
      )}
      <p class="govuk-body">{t.version(report.version, formatDay(lang, report.versionAt, institution.zone))}</p>
      {report.reason !== null && <p class="govuk-body">{t.reason(report.reason)}</p>}
      <p class="govuk-body">{t.frozen(formatMoment(lang, countedAt, institution.zone))}</p>
    </>
  )
}

/** What the institution wrote stands in Albanian, whatever the language of the page. */
const Said = ({ lang, heading, words }: { lang: Lang; heading: string; words: string | null }) =>
  words === null ? null : (
    <section>
      <h2 class="govuk-heading-l">{heading}</h2>
      {words.split(/\n{2,}/).map((paragraph) => (
        <p class="govuk-body" lang={lang === 'sq' ? undefined : 'sq'}>
          {paragraph}
        </p>
      ))}
    </section>
  )

const Figures = ({ lang, view }: { lang: Lang; view: YearReportView }) => {
  const t = transparencyTexts(lang)
  const { year, institution, figures, report } = view
  return (
    <>
      {(Object.keys(FIGURE_GROUPS) as FigureGroup[]).map((group) => (
        <FigureTable
          lang={lang}
          group={group}
          figures={figures}
          hrefOf={(key) => inLanguage(lang, hrefOf(year, institution.slug, key))}
          also={group === 'acts' ? [[t.page.otherActs, figureWords(lang, report?.otherActs ?? null)]] : []}
        />
      ))}
    </>
  )
}

/** Each figure leads to what it was counted from. */
const hrefOf = (year: number, slug: string, key: FigureKey): string =>
  key === 'ratings' || key === 'satisfied_share' ? `${satisfactionUrl()}?viti=${year}` : urls.behindOne(year, slug, key)

type TableProps = {
  lang: Lang
  group: FigureGroup
  figures: YearFigures
  hrefOf: (key: FigureKey) => string
  also: readonly (readonly [string, string])[]
}

const FigureTable = ({ lang, group, figures, hrefOf: to, also }: TableProps) => {
  const t = transparencyTexts(lang)
  return (
    <DataTable
      caption={t.groups[group]}
      firstColumnHeader
      head={[{ label: t.page.figure }, { label: t.page.number, numeric: true }]}
      rows={[
        ...keysOf(group).map((key) => [
          figures[key] ? <a href={to(key)}>{t.figures[key]}</a> : t.figures[key],
          figureWords(lang, figures[key]),
        ]),
        ...also,
      ]}
    />
  )
}

const Files = ({ lang, view: { year, institution, report, versions } }: { lang: Lang; view: YearReportView }) => {
  const t = transparencyTexts(lang).page
  const file = (format: string) => urls.file(year, institution.slug, format)
  return (
    <section aria-labelledby="skedaret">
      <h2 class="govuk-heading-m" id="skedaret">
        {t.files}
      </h2>
      <ul class="govuk-list">
        {report !== null && (
          <>
            <li>
              <a href={inLanguage(lang, file('docx'))}>{t.docx}</a>
            </li>
            <li>
              <a href={inLanguage(lang, file('pdf'))}>{t.pdf}</a>
            </li>
          </>
        )}
        <li>
          <a href={inLanguage(lang, file('csv'))}>{t.csv}</a>
        </li>
        <li>
          <a href={file('json')}>{t.json}</a>
        </li>
        <li>
          <a href={inLanguage(lang, urls.behind(year, institution.slug))}>{t.behind}</a>
        </li>
        <li>
          <a href={inLanguage(lang, comparisonUrls.one(year))}>{t.comparison}</a>
        </li>
      </ul>
      {versions.length > 0 && <h2 class="govuk-heading-m">{t.versions}</h2>}
      {versions.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {versions.map(({ n, publishedAt, reason }) => (
            <li>
              <a href={inLanguage(lang, urls.version(year, institution.slug, n))}>
                {t.version(n, formatDay(lang, publishedAt, institution.zone))}
              </a>
              {reason !== null && <p class="kv-quiet">{t.reason(reason)}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
