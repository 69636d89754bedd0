import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { ExplanationBox } from '#ui/explanation.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { clockUrls } from '../../../public/clocks/urls.ts'
import { holderWords } from '../board/board-line-part.tsx'
import { boardTexts } from '../board/board-texts.ts'
import { boardUrls } from '../board/board-urls.ts'
import { rulesUrls } from '../rules/rules-urls.ts'
import { DeedForms, type FormsProps } from './one-forms-part.tsx'
import type { OneView } from './one-view.ts'

type Props = FormsProps & { done: string | null }

/** One deadline: the date, what can be done, what has happened; and beside it why it is that date. */
export const OnePage = (props: Props) => {
  const { page, view, done, errors = {} } = props
  const { lang } = page
  const t = boardTexts(lang)
  const { title, lang: other } = titleOf(lang, view.record)
  const back = { href: inLanguage(lang, boardUrls.board()), label: t.one.back }
  const failed = Object.keys(errors).length > 0
  return (
    <Layout
      page={page}
      title={`${t.board.due}: ${title}`}
      office
      back={back}
      robots="noindex"
      error={failed}
      status={done}
    >
      <ErrorSummary title={t.form.errors.title} errors={errors} />
      <h1>
        <span class="govuk-caption-l">{t.board.due}</span>
        <span lang={other}>{title}</span>
      </h1>
      <div class="kv-one">
        <div class="kv-one__clock">
          <Badge page={page} view={view} />
          <SummaryList rows={factsOf(page, view)} />
          <DeedForms {...props} />
        </div>
        <div class="kv-one__why">
          <h2>{explanationTexts(lang).box.why}</h2>
          <ExplanationBox lang={lang} explanation={view.clock.explanation} />
        </div>
        <div class="kv-one__history">
          <Events page={page} view={view} />
        </div>
      </div>
    </Layout>
  )
}

/** The record's name, in which language it is. */
function titleOf(lang: Lang, { title, lang: of }: OneView['record']): { title: string; lang: Lang | undefined } {
  return title === ''
    ? { title: boardTexts(lang).hiddenRecord, lang: undefined }
    : { title, lang: of === lang ? undefined : of }
}

const Badge = ({ page: { lang }, view: { clock, what, record } }: { page: PageContext; view: OneView }) => {
  const { date, daysLeft, tone, workBy, opens, explanation } = clock
  const way =
    record.href === null ? undefined : { href: inLanguage(lang, record.href), label: boardTexts(lang).one.toRecord }
  return <DeadlineBadge {...{ lang, label: what, date, daysLeft, tone, workBy, opens, way, mark: explanation.mark }} />
}

function factsOf({ lang }: PageContext, { row }: OneView) {
  const t = boardTexts(lang)
  return [
    { key: t.one.state, value: t.states[row.state] },
    { key: t.one.started, value: formatDate(lang, row.startedOn) },
    ...(row.endedAt ? [{ key: t.one.ended, value: formatMoment(lang, row.endedAt, row.zone) }] : []),
    { key: t.one.holder, value: holderWords(lang, row) },
    ...(row.body && row.holder ? [{ key: t.one.unit, value: row.body }] : []),
    { key: t.one.institution, value: row.institution },
    ...(row.ruleId
      ? [
          {
            key: t.one.rule,
            value: <a href={inLanguage(lang, rulesUrls.ruleOf(row.ruleId, row.institutionId))}>{row.ruleId}</a>,
          },
        ]
      : []),
    { key: t.one.public, value: row.public ? t.one.publicYes : t.one.publicNo },
  ]
}

const Events = ({ page: { lang }, view }: { page: PageContext; view: OneView }) => {
  const t = boardTexts(lang)
  const { events } = view.clock
  if (events.length === 0)
    return (
      <section>
        <h2>{t.one.history}</h2>
        <EmptyState>
          <p>{t.one.noEvents}</p>
        </EmptyState>
      </section>
    )
  return (
    <section>
      <h2>{t.one.history}</h2>
      <DataTable
        caption={t.one.history}
        captionHidden
        head={[t.one.at, t.one.what, t.one.who].map((label) => ({ label }))}
        rows={events.map((event) => [
          formatMoment(lang, event.at, view.row.zone),
          <EventWords lang={lang} event={event} />,
          event.by ?? t.one.program,
        ])}
      />
    </section>
  )
}

type Event = OneView['clock']['events'][number]

/** What happened, from which day to which, by which rule, why, and how people were told. */
const EventWords = ({ lang, event }: { lang: Lang; event: Event }) => {
  const t = boardTexts(lang)
  const { kind, fromDue, toDue, ground, notice, ruleId } = event
  const day = (date: string) => formatDate(lang, date)
  const days =
    fromDue && toDue && fromDue !== toDue
      ? t.one.fromTo(day(fromDue), day(toDue))
      : kind === 'started' && toDue
        ? t.one.to(day(toDue))
        : null
  return (
    <>
      <strong>{t.events[kind]}</strong>
      {days && ` ${days}`}
      {ruleId && (
        <>
          {' '}
          (<a href={inLanguage(lang, clockUrls.rule(ruleId))}>{ruleId}</a>)
        </>
      )}
      {ground && (
        <>
          <br />
          {t.form.ground}: {ground}
        </>
      )}
      {notice && (
        <>
          <br />
          {t.form.notice}: {notice}
        </>
      )}
    </>
  )
}
