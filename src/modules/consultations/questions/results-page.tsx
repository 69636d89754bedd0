import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { Bars, percent } from './bars-part.tsx'
import { fieldOf, langOf, OTHER, wordsIn, type Question, type QuestionEvent } from './question-rules.ts'
import { groupKey, type Group, type QuestionResult, type ResultRow } from './result-rules.ts'
import type { ResultsView, WrittenView } from './results-view.ts'

type Props = { page: PageContext; view: ResultsView }

/** What the institution asked, and what came of it. */
export const ResultsPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).questions.results
  const { consultation, results, shown } = view
  const { slug } = consultation
  return (
    <Layout
      page={page}
      title={t.titleOf(consultation.title)}
      canonical={consultationUrls.questions(slug)}
      jsonHref={consultationUrls.questionData(slug)}
    >
      <Trail page={page} consultation={consultation} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      {results.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <>
          <p class="govuk-body">{t.lead}</p>
          <p class="govuk-body">
            <strong>{t.people(view.senders)}</strong>
          </p>
          {!shown && (
            <p class="govuk-body">
              {consultation.closesOn ? t.laterAfter(formatDate(lang, consultation.closesOn)) : t.later}
            </p>
          )}
          {view.phase === 'open' && (
            <LinkButton href={inLanguage(lang, consultationUrls.commentForm(slug))}>{t.answer}</LinkButton>
          )}
          <GroupFilter page={page} view={view} />
          {results.map((result) => (
            <OneQuestion page={page} view={view} result={result} />
          ))}
          <HowCounted lang={lang} view={view} />
        </>
      )}
    </Layout>
  )
}

const Trail = ({
  page: { lang },
  consultation,
}: {
  page: PageContext
  consultation: { slug: string; title: string }
}) => {
  const t = textsIn(lang)
  return (
    <Breadcrumbs
      label={t.consultations}
      items={[
        { href: inLanguage(lang, consultationUrls.list()), label: t.consultations },
        { href: inLanguage(lang, consultationUrls.one(consultation.slug)), label: consultation.title },
      ]}
    />
  )
}

const groupName = (group: Group, lang: Lang): string => {
  const t = textsIn(lang).questions
  return group.by === 'sender'
    ? t.results.bySender(t.senderKind.kinds[group.is])
    : t.results.byChannel(t.results.channels[group.is])
}

const GroupFilter = ({ page: { lang }, view: { consultation, groups, group, groupUnknown } }: Props) => {
  const t = textsIn(lang).questions.results
  return (
    <>
      {groupUnknown && <p class="govuk-body">{t.unknownGroup}</p>}
      {groups.length > 0 && (
        <form method="get" action={inLanguage(lang, consultationUrls.questions(consultation.slug))} class="kv-filter">
          <SelectField
            name="grupi"
            label={t.filter}
            value={group ? groupKey(group) : ''}
            options={[
              { value: '', label: t.everybody },
              ...groups.map((one) => ({ value: groupKey(one), label: groupName(one, lang) })),
            ]}
          />
          <Button kind="secondary">{t.apply}</Button>
        </form>
      )}
    </>
  )
}

const OneQuestion = ({ page: { lang }, view, result }: Props & { result: QuestionResult }) => {
  const t = textsIn(lang).questions
  const { question, answers } = result
  const label = wordsIn(lang, question.label, question.labelEn)
  const article = question.nodeId === null ? null : (view.articles.get(question.nodeId) ?? '')
  return (
    <section class="kv-questions" id={fieldOf(question)} aria-labelledby={`${fieldOf(question)}-p`}>
      <h2 class="govuk-heading-m" id={`${fieldOf(question)}-p`} lang={langOf(lang, question.labelEn)}>
        {label}
      </h2>
      {article !== null && (
        <p class="kv-quiet">{article === '' ? t.results.ofGoneArticle : t.results.ofArticle(article)}</p>
      )}
      <Events lang={lang} zone={view.consultation.zone} events={question.events} />
      {result.shown && <p class="govuk-body">{answers === 0 ? t.results.noAnswers : t.results.answers(answers)}</p>}
      {!result.shown && <p class="govuk-body">{t.results.hidden}</p>}
      {view.shown && result.shown && answers > 0 && <Figures lang={lang} view={view} result={result} />}
    </section>
  )
}

/** That it was added later, put in other words or withdrawn: always with the reason. */
const Events = ({ lang, zone, events }: { lang: Lang; zone: string; events: readonly QuestionEvent[] }) => {
  const t = textsIn(lang).questions.results
  const words = ({ kind, at, labelBefore, reason }: QuestionEvent): string => {
    const day = formatDay(lang, new Date(at), zone)
    return kind === 'corrected' ? t.corrected(day, labelBefore ?? '', reason) : t[kind](day, reason)
  }
  return (
    <>
      {events.map((event) => (
        <p class="govuk-body-s">{words(event)}</p>
      ))}
    </>
  )
}

/** The answer that a row counts, in words. */
function rowName(lang: Lang, question: Question, { n }: ResultRow): string {
  const t = textsIn(lang).questions.answering
  if (question.kind === 'scale') {
    const end = n === 1 ? wordsIn(lang, question.low, question.lowEn) : wordsIn(lang, question.high, question.highEn)
    return n === 1 || n === question.scaleTo ? t.scaleEnd(n, end) : String(n)
  }
  if (n === OTHER) return t.other
  const option = question.options.find((one) => one.n === n)
  return option ? wordsIn(lang, option.words, option.wordsEn) : String(n)
}

const Figures = ({ lang, view, result }: { lang: Lang; view: ResultsView; result: QuestionResult }) => {
  const t = textsIn(lang).questions.results
  const { question, rows, answers, others } = result
  const written = inLanguage(lang, consultationUrls.answersInWords(view.consultation.slug, question.id))
  if (question.kind === 'text')
    return (
      <p class="govuk-body">
        <a href={written}>{t.readTexts(answers)}</a>
      </p>
    )
  const label = wordsIn(lang, question.label, question.labelEn)
  const named = rows.map((row) => ({ row, name: rowName(lang, question, row) }))
  const isOrder = question.kind === 'order'
  return (
    <>
      {result.median !== null && <p class="govuk-body">{t.median(oneDecimal(result.median))}</p>}
      {isOrder && <p class="govuk-body">{t.orderNote}</p>}
      {question.kind === 'several' && <p class="govuk-body">{t.severalNote}</p>}
      <Bars
        id={`g-${question.id}`}
        title={t.chart(label)}
        desc={t.chartSays(named.map(({ row, name }) => `${name}: ${row.count} (${percent(row.share)})`).join('; '))}
        bars={named.map(({ row, name }) => ({ words: name, count: row.count, share: row.share }))}
      />
      <DataTable
        caption={label}
        captionHidden
        firstColumnHeader
        head={[
          { label: question.kind === 'scale' ? t.step : t.option },
          ...(isOrder ? [{ label: t.place, numeric: true }] : []),
          { label: isOrder ? t.firsts : t.count, numeric: true },
          { label: t.share, numeric: true },
        ]}
        rows={named.map(({ row, name }) => [
          name,
          ...(isOrder ? [oneDecimal(row.rank ?? 0, 2)] : []),
          formatNumber(row.count),
          percent(row.share),
        ])}
      />
      {others > 0 && (
        <p class="govuk-body">
          <a href={written}>{t.readOthers(others)}</a>
        </p>
      )}
    </>
  )
}

/** With the comma of both countries, and no needless nought. */
const oneDecimal = (value: number, digits = 1): string => String(Number(value.toFixed(digits))).replace('.', ',')

const HowCounted = ({ lang, view }: { lang: Lang; view: ResultsView }) => {
  const t = textsIn(lang).questions.results
  return (
    <>
      <Details summary={t.howCounted}>
        <ul class="govuk-list govuk-list--bullet">
          {t.counting.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Details>
      <p class="govuk-body">
        {t.data}: <a href={inLanguage(lang, consultationUrls.questionData(view.consultation.slug))}>{t.json}</a>
        {view.shown && (
          <>
            , <a href={inLanguage(lang, '/te-dhena/pergjigjet')}>{t.register}</a>
          </>
        )}
      </p>
    </>
  )
}

/** What was written in answer to one question, newest first, each with the comment it came with. */
export const WrittenPage = ({ page, view }: { page: PageContext; view: WrittenView }) => {
  const { lang } = page
  const t = textsIn(lang).questions.results
  const { consultation, question, written } = view
  const own = inLanguage(lang, consultationUrls.answersInWords(consultation.slug, question.id))
  return (
    <Layout
      page={page}
      title={`${t.textsTitle}: ${wordsIn(lang, question.label, question.labelEn)}`}
      canonical={consultationUrls.answersInWords(consultation.slug, question.id)}
      back={{
        href: `${inLanguage(lang, consultationUrls.questions(consultation.slug))}#${fieldOf(question)}`,
        label: t.back,
      }}
    >
      <h1 class="govuk-heading-l">{t.textsTitle}</h1>
      <p class="govuk-body-l" lang={langOf(lang, question.labelEn)}>
        {wordsIn(lang, question.label, question.labelEn)}
      </p>
      {written.length === 0 ? (
        <EmptyState>{t.noAnswers}</EmptyState>
      ) : (
        <ul class="kv-comments">
          {written.map((answer) => (
            <li class="kv-comment">
              <div class="kv-comment__words" lang={answer.lang === lang ? undefined : answer.lang}>
                <p class="kv-words">{answer.words}</p>
              </div>
              <p class="kv-comment__quiet">
                <a href={inLanguage(lang, consultationUrls.comment(consultation.slug, answer.code))}>
                  {t.fromComment(answer.code, formatDay(lang, answer.sentAt, consultation.zone))}
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${own}?para=${view.older}`, label: t.older } : null}
        newer={view.paged ? { href: own, label: t.newest } : null}
      />
    </Layout>
  )
}
