import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { roleIn } from '../answers/role-texts.ts'
import {
  CRITERIA,
  FORMULA,
  LEAST_CLOSED,
  LEAST_KNOWN,
  METHOD,
  SORTS,
  type Score,
  type Sort,
} from './comparison-rules.ts'
import type { ComparedRow, ComparisonView } from './comparison-view.ts'
import { figureWords } from './figure-words-texts.ts'
import { transparencyTexts } from './texts.ts'
import { comparisonUrls as urls, yearReportUrls } from './urls.ts'

type Props = { page: PageContext; view: ComparisonView }
type Part = { lang: Lang; view: ComparisonView }

/** All institutions of a year side by side, with the formula, what institutions say to it, and the data to reckon anew. */
export const ComparisonPage = ({ page, view }: Props) => {
  const { lang } = page
  const all = transparencyTexts(lang)
  const t = all.comparison
  return (
    <Layout
      page={page}
      title={t.title(view.year)}
      canonical={urls.one(view.year)}
      jsonHref={urls.file(view.year, 'json')}
      back={{ href: `${inLanguage(lang, yearReportUrls.list())}?viti=${view.year}`, label: all.list.title }}
      wide
    >
      <h1 class="govuk-heading-xl">{t.title(view.year)}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <p class="govuk-body">
        {t.counted(formatDate(lang, view.day))} {view.running && t.running}
      </p>
      {view.rows.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Table lang={lang} view={view} />}
      <Replies lang={lang} view={view} />
      <Formula lang={lang} />
      <Data lang={lang} view={view} />
    </Layout>
  )
}

const Table = ({ lang, view }: Part) => {
  const t = transparencyTexts(lang)
  return (
    <>
      <Sorting lang={lang} view={view} />
      <DataTable
        caption={t.comparison.title(view.year)}
        captionHidden
        firstColumnHeader
        roomy
        head={[
          { label: t.comparison.institution },
          { label: t.comparison.rank, numeric: true },
          { label: t.comparison.total, numeric: true },
          { label: t.comparison.closed, numeric: true },
          ...CRITERIA.map((criterion) => ({ label: t.criteria[criterion].name, numeric: true })),
        ]}
        rows={view.rows.map((row) => [
          <Name lang={lang} view={view} row={row} />,
          row.rank === null ? t.comparison.noRank : formatNumber(row.rank),
          <>
            <strong>{figureWords(lang, row.score.total)}</strong>
            <br />
            <span class="kv-quiet">{t.comparison.known(row.score.known)}</span>
          </>,
          formatNumber(row.score.closed),
          ...CRITERIA.map((criterion) => <PointsCell lang={lang} points={row.score.points[criterion]} />),
        ])}
      />
    </>
  )
}

const Name = ({ lang, view, row: { institution } }: Part & { row: ComparedRow }) => {
  const t = transparencyTexts(lang)
  const replied = view.replies.some((reply) => reply.institutionId === institution.id)
  return (
    <>
      <a href={inLanguage(lang, yearReportUrls.one(view.year, institution.slug))}>{institution.name}</a>
      {institution.demonstration && (
        <>
          {' '}
          <Tag tone="plain">{t.list.demonstration}</Tag>
        </>
      )}
      {replied && (
        <>
          <br />
          <a href={`#pergjigja-${institution.slug}`}>{t.comparison.replyMark}</a>
        </>
      )}
    </>
  )
}

const PointsCell = ({ lang, points: { part, whole, points } }: { lang: Lang; points: Score['points']['ways'] }) => {
  const t = transparencyTexts(lang)
  if (points === null) return <span class="kv-quiet">{t.unknown}</span>
  return (
    <>
      {figureWords(lang, points)}
      <br />
      <span class="kv-quiet">{t.comparison.of(formatNumber(part), formatNumber(whole))}</span>
    </>
  )
}

/** Links, so that it works without script and every order has an address. */
const Sorting = ({ lang, view }: Part) => {
  const t = transparencyTexts(lang)
  const labelOf = (sort: Sort): string => {
    if (sort === 'gjithsej') return t.comparison.total
    if (sort === 'emri') return t.comparison.byName
    return sort === 'mbyllur' ? t.comparison.closed : t.criteria[sort].name
  }
  return (
    <nav aria-label={t.comparison.sort}>
      <p class="govuk-body">
        {t.comparison.sort}:{' '}
        {SORTS.map((sort, at) => (
          <>
            {at > 0 && ' · '}
            {sort === view.sort ? (
              <strong aria-current="true">{labelOf(sort)}</strong>
            ) : (
              <a href={`${inLanguage(lang, urls.one(view.year))}?rendit=${sort}`}>{labelOf(sort)}</a>
            )}
          </>
        ))}
      </p>
    </nav>
  )
}

const Replies = ({ lang, view }: Part) => {
  const t = transparencyTexts(lang).comparison
  return (
    <section aria-labelledby="pergjigjet">
      <h2 class="govuk-heading-l" id="pergjigjet">
        {t.replies}
      </h2>
      <p class="govuk-body">{t.repliesLead}</p>
      {view.replies.length === 0 && <p class="govuk-body kv-quiet">{t.noReplies}</p>}
      {view.replies.map((reply) => (
        <Reply lang={lang} reply={reply} />
      ))}
    </section>
  )
}

const Reply = ({ lang, reply }: { lang: Lang; reply: ComparisonView['replies'][number] }) => {
  const t = transparencyTexts(lang).comparison
  const { institution, words } = reply
  const written = lang === 'sq' ? undefined : 'sq'
  const day = (at: Date) => formatDay(lang, at, institution.zone)
  return (
    <section>
      <h3 class="govuk-heading-m" id={`pergjigja-${institution.slug}`}>
        {institution.name}
      </h3>
      {reply.withdrawnAt !== null && <p class="govuk-body kv-quiet">{t.withdrawn(day(reply.withdrawnAt))}</p>}
      {words !== null && (
        <>
          <Inset lang={written}>
            <Paragraphs words={words} />
          </Inset>
          <p class="govuk-body-s">{t.said(roleIn(lang, reply.role), day(reply.saidAt))}</p>
        </>
      )}
      {reply.earlier.length > 0 && (
        <Details summary={t.earlierWords}>
          {reply.earlier.map((earlier) => (
            <>
              <p class="govuk-body-s">{t.said(roleIn(lang, earlier.role), day(earlier.publishedAt))}</p>
              <div lang={written}>
                <Paragraphs words={earlier.words} />
              </div>
            </>
          ))}
        </Details>
      )}
    </section>
  )
}

export const Paragraphs = ({ words }: { words: string }) => (
  <>
    {words.split(/\n{2,}/).map((paragraph) => (
      <p class="govuk-body">{paragraph}</p>
    ))}
  </>
)

const Formula = ({ lang }: { lang: Lang }) => {
  const t = transparencyTexts(lang)
  const c = t.comparison
  return (
    <section aria-labelledby="formula">
      <h2 class="govuk-heading-l" id="formula">
        {c.formula}
      </h2>
      <p class="govuk-body">{c.method(METHOD)}</p>
      <DataTable
        caption={c.formula}
        captionHidden
        firstColumnHeader
        head={[{ label: c.criterion }, { label: c.measured, share: 'wide' }, { label: c.weight, numeric: true }]}
        rows={CRITERIA.map((criterion) => [
          t.criteria[criterion].name,
          t.criteria[criterion].says,
          formatNumber(FORMULA[criterion].weight),
        ])}
      />
      <ul class="govuk-list govuk-list--bullet">
        {c.formulaWords(LEAST_CLOSED, LEAST_KNOWN).map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      <h3 class="govuk-heading-m">{c.limits}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {c.limitWords.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
    </section>
  )
}

const Data = ({ lang, view: { year, years } }: Part) => {
  const t = transparencyTexts(lang).comparison
  return (
    <>
      <h2 class="govuk-heading-l">{t.data}</h2>
      <ul class="govuk-list">
        <li>
          <a href={urls.file(year, 'csv')}>{t.csv}</a>
        </li>
        <li>
          <a href={urls.file(year, 'json')}>{t.json}</a>
        </li>
        <li>
          <a href={urls.consultations(year)}>{t.consultations}</a>
        </li>
        <li>
          <a href={urls.acts(year)}>{t.acts}</a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{t.years}</h2>
      <ul class="govuk-list">
        {years.map((one) => (
          <li>
            <a href={inLanguage(lang, urls.one(one))}>{t.title(one)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
