import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { Tag } from '#ui/tag.tsx'
import { phaseTone } from '../phase-part.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { RegisterFilter } from './register-filter-part.tsx'
import { addressOfRegister, isNarrowed } from './register-question-rules.ts'
import { MOST_COUNTED } from './register-rules.ts'
import type { RegisterView, ShownRow } from './register-view.ts'
import { registerUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: RegisterView }
type Part = { lang: Lang; view: RegisterView }

/** Every consultation in one table, narrowed by the address; the same rows as files and as feeds. */
export const RegisterPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).register
  const { question, rows, count } = view
  const to = (key: 'pas' | 'para', value: string | null, label: string) =>
    value ? { href: inLanguage(lang, urls.list()) + addressOfRegister(question, { [key]: value }), label } : null
  return (
    <Layout page={page} title={t.title} canonical={urls.list()} jsonHref={urls.file('json')}>
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <p class="govuk-body">
        <a href={inLanguage(lang, consultationUrls.list())}>{t.listLink}</a>
      </p>
      <RegisterFilter lang={lang} view={view} />
      <p class="govuk-body">
        <strong>{t.count(formatNumber(Math.min(count, MOST_COUNTED)), count > MOST_COUNTED)}</strong>
      </p>
      {rows.length === 0 ? (
        <EmptyState>{isNarrowed(question) ? t.empty : t.none}</EmptyState>
      ) : (
        <RowsTable lang={lang} view={view} />
      )}
      <Paging label={t.paging} older={to('pas', view.older, t.older)} newer={to('para', view.newer, t.newer)} />
      <Gaps lang={lang} view={view} />
      <Files lang={lang} view={view} />
    </Layout>
  )
}

const RowsTable = ({ lang, view: { rows } }: Part) => {
  const { heads, caption } = textsIn(lang).register
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      head={[
        { label: heads.number, tight: true },
        { label: heads.title },
        { label: heads.institution },
        { label: heads.state },
        { label: heads.window },
        { label: heads.comments, numeric: true },
        { label: heads.answered },
        { label: heads.outcome },
      ]}
      rows={rows.map((row) => cellsOf(lang, row))}
    />
  )
}

function cellsOf(lang: Lang, row: ShownRow) {
  const { register: t, actKinds, notices } = textsIn(lang)
  const { opensOn, closesOn, stateNow } = row
  const day = (date: string) => formatDate(lang, date)
  const shown = row.shownLang === lang ? undefined : row.shownLang
  return [
    row.number ?? t.noNumber,
    <>
      <a href={inLanguage(lang, row.url)} lang={shown}>
        {row.title}
      </a>
      <br />
      <span class="kv-quiet">
        {actKinds[row.actKind]}
        {row.stage === 'preliminary' && ` · ${notices.stage.names.preliminary}`}
      </span>
    </>,
    <a href={inLanguage(lang, `/i/${row.institutionSlug}/`)}>{row.institutionName}</a>,
    <>
      <Tag tone={stateNow === 'concluded' ? 'plain' : phaseTone(stateNow)}>{t.states[stateNow]}</Tag>
      {row.cancelReason && <span class="kv-quiet"> {t.cancelReason(row.cancelReason)}</span>}
    </>,
    opensOn && closesOn ? t.window(day(opensOn), day(closesOn)) : closesOn ? day(closesOn) : t.noWindow,
    formatNumber(row.comments),
    answeredWords(lang, row),
    <Outcome lang={lang} row={row} />,
  ]
}

/** Rounded down: only when each has its answer it says all. */
function answeredWords(lang: Lang, { answered, toAnswer, stateNow }: ShownRow): string {
  const t = textsIn(lang).register
  // While the window runs nobody is late with an answer.
  if (answered === 0 && (stateNow === 'open' || stateNow === 'announced')) return t.answersAfter
  if (toAnswer === 0) return t.noneToAnswer
  const share = formatNumber(Math.floor((answered * 100) / toAnswer))
  return t.answeredOf(formatNumber(answered), formatNumber(toAnswer), share)
}

const Outcome = ({ lang, row }: { lang: Lang; row: ShownRow }) => {
  const t = textsIn(lang).register
  const { report, adoptedOn, adoptedReference } = row
  if (!report && !adoptedOn) return <>{t.noneToAnswer}</>
  return (
    <>
      {report && (
        <a href={inLanguage(lang, report)}>
          {t.reportLink}
          <span class="govuk-visually-hidden"> {t.reportOf(row.title)}</span>
        </a>
      )}
      {report && adoptedOn && <br />}
      {adoptedOn && t.adopted(adoptedReference ?? '', formatDate(lang, adoptedOn))}
    </>
  )
}

/** A register has no gap that nobody explains. */
const Gaps = ({ lang, view: { taken, gaps } }: Part) => {
  const { register: t, list } = textsIn(lang)
  if (taken.length === 0 && gaps.length === 0) return null
  return (
    <section aria-labelledby="pa-rresht">
      <h2 class="govuk-heading-m" id="pa-rresht">
        {t.gapsTitle}
      </h2>
      <p class="kv-quiet">{t.gapsLead}</p>
      <ul class="govuk-list">
        {taken.map(({ slug, number, institution, at, zone, ground }) => (
          <li>
            <a href={inLanguage(lang, consultationUrls.one(slug))}>
              {list.takenDownLine(
                number,
                institution,
                formatDay(lang, at, zone),
                takedownTextsIn(lang).grounds[ground],
              )}
            </a>
          </li>
        ))}
        {gaps.map(({ year, first, last }) => (
          <li>{t.gap(`${first}/${year}`, `${last}/${year}`)}</li>
        ))}
      </ul>
    </section>
  )
}

const FILES = ['csv', 'xlsx', 'json', 'atom', 'ics'] as const

const Files = ({ lang, view: { question } }: Part) => {
  const t = textsIn(lang).register
  return (
    <section aria-labelledby="skedare">
      <h2 class="govuk-heading-m" id="skedare">
        {t.files}
      </h2>
      <p class="kv-quiet">{t.filesLead}</p>
      <ul class="govuk-list">
        {FILES.map((extension) => (
          <li>
            <a href={inLanguage(lang, urls.file(extension)) + addressOfRegister(question)} rel="nofollow">
              {t.fileNames[extension]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
