import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Details } from '#ui/details.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { Paging } from '#ui/paging.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { authorOf } from '../comments/comment-part.tsx'
import { Effects } from '../effects/effects-part.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { DecisionTag, Paragraphs } from './answer-part.tsx'
import type { AnsweredComment, AnswerVersion } from './public-answer-queries.ts'
import type { PublicAnswerView } from './public-answer-view.ts'
import { roleIn } from './role-texts.ts'
import { answerUrls } from './urls.ts'

type Props = { page: PageContext; view: PublicAnswerView }

/** An answer at its lasting address, with all whom it answers and what was said in its place before. */
export const PublicAnswerPage = ({ page, view }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.answers.page
  const { consultation, answer, versions } = view
  const own = answerUrls.one(consultation.slug, answer.code)
  return (
    <Layout
      page={page}
      title={`${texts.answers.title(answer.code)}, ${consultation.title}`}
      canonical={own}
      jsonHref={answerUrls.data(consultation.slug, answer.code)}
    >
      <Breadcrumbs
        label={texts.consultations}
        items={[
          { href: inLanguage(lang, consultationUrls.list()), label: texts.consultations },
          { href: inLanguage(lang, consultationUrls.one(consultation.slug)), label: consultation.title },
          { href: inLanguage(lang, consultationUrls.comments(consultation.slug)), label: texts.comment.list },
        ]}
      />
      <h1 class="govuk-heading-l">{texts.answers.title(answer.code)}</h1>
      <p class="govuk-body">{t.lead(consultation.title)}</p>
      <Facts lang={lang} view={view} />
      <h2 class="govuk-heading-m">{t.reason}</h2>
      <div lang={answer.lang === lang ? undefined : answer.lang}>
        <Paragraphs words={answer.reason ?? ''} />
      </div>
      <Effects lang={lang} effects={view.effects} />
      {versions.length > 1 && (
        <Details summary={t.versions}>
          {versions.slice(1).map((version) => (
            <Earlier lang={lang} zone={consultation.zone} version={version} wordsLang={answer.lang} />
          ))}
        </Details>
      )}
      <Comments lang={lang} view={view} />
      <Paging
        label={t.paging}
        older={view.next ? { href: `${inLanguage(lang, own)}?pas=${view.next}`, label: t.next } : null}
        newer={view.paged ? { href: inLanguage(lang, own), label: t.first } : null}
      />
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

const Facts = ({ lang, view: { answer, consultation } }: { lang: Lang; view: PublicAnswerView }) => {
  const { page: t, grounds } = textsIn(lang).answers
  const day = (moment: Date) => formatDay(lang, moment, consultation.zone)
  return (
    <SummaryList
      rows={[
        { key: t.decision, value: <DecisionTag lang={lang} decision={answer.decision} /> },
        ...(answer.ground ? [{ key: t.ground, value: grounds[answer.ground] }] : []),
        { key: t.proposed, value: roleIn(lang, answer.proposedRole) },
        { key: t.decided, value: roleIn(lang, answer.decidedRole) },
        { key: t.decidedOn, value: day(answer.decidedAt) },
        { key: t.publishedOn, value: day(answer.publishedAt) },
        ...(answer.version > 1
          ? [
              { key: t.correctedOn, value: day(answer.changedAt) },
              { key: t.correction, value: answer.correction ?? '' },
            ]
          : []),
      ]}
    />
  )
}

type EarlierProps = { lang: Lang; zone: string; version: AnswerVersion; wordsLang: Lang }

const Earlier = ({ lang, zone, version, wordsLang }: EarlierProps) => {
  const { page: t, grounds, part } = textsIn(lang).answers
  return (
    <section>
      <h2 class="govuk-heading-s">{t.version(version.n, formatDay(lang, version.publishedAt, zone))}</h2>
      <p>
        <DecisionTag lang={lang} decision={version.decision} />
      </p>
      {version.ground && <p>{part.ground(grounds[version.ground])}</p>}
      {version.correction && (
        <p>
          {t.correction}: {version.correction}
        </p>
      )}
      <div lang={wordsLang === lang ? undefined : wordsLang}>
        <Paragraphs words={version.reason} />
      </div>
    </section>
  )
}

const Comments = ({ lang, view: { answer, comments, consultation } }: { lang: Lang; view: PublicAnswerView }) => {
  const t = textsIn(lang).answers.page
  return (
    <>
      <h2 class="govuk-heading-m">{t.comments(answer.number)}</h2>
      <p class="govuk-hint">{t.commentsHint}</p>
      <ul class="govuk-list kv-variants">
        {comments.map((comment) => (
          <li class="kv-variant">
            <One lang={lang} slug={consultation.slug} comment={comment} />
          </li>
        ))}
      </ul>
    </>
  )
}

const One = ({ lang, slug, comment }: { lang: Lang; slug: string; comment: AnsweredComment }) => {
  const t = textsIn(lang).answers.page
  if (!comment.isPublic)
    return (
      <p class="govuk-body">
        {comment.code} <span class="kv-quiet">({t.notPublic})</span>
      </p>
    )
  return (
    <>
      <p class="govuk-body">
        <a href={inLanguage(lang, consultationUrls.comment(slug, comment.code))}>{comment.code}</a>,{' '}
        {authorOf(comment, lang)}
      </p>
      {comment.words ? (
        <p class="kv-words" lang={comment.lang === lang ? undefined : comment.lang}>
          {[...comment.words].length < 300 ? comment.words : `${comment.words}…`}
        </p>
      ) : (
        <p class="govuk-hint">{t.noWords}</p>
      )}
    </>
  )
}
