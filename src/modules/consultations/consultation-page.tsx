import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Layout } from '#ui/layout.tsx'
import { MatterThread } from '#ui/matter-thread.tsx'
import { Tag } from '#ui/tag.tsx'
import { CommentPart } from './comments/comment-part.tsx'
import { LostComments } from './comments/lost-comments-part.tsx'
import { CONSULTATION_KIND } from './closing/closing-rules.ts'
import { ConsultationClock } from './clock-part.tsx'
import { ConsultationDocuments } from './consultation-documents-part.tsx'
import { ConsultationTextPart } from './consultation-text-part.tsx'
import type { ConsultationView } from './consultation-view.ts'
import { InAMinute } from './overview/in-a-minute-part.tsx'
import { SaidSoFar } from './overview/said-so-far-part.tsx'
import { Share } from './overview/share-part.tsx'
import { WhatNext } from './overview/what-next-part.tsx'
import { NoticeHead, NoticeSaid } from './notices/notice-part.tsx'
import { ActivitiesPart } from './history/activities-part.tsx'
import { phaseTone } from './phase-part.ts'
import { AfterClosing } from './report/after-closing-part.tsx'
import { QuestionsPart } from './questions/questions-part.tsx'
import { PlanPart } from './plan/plan-part.tsx'
import { registerUrls } from './register/urls.ts'
import { textsIn } from './texts.ts'
import { PlannedAsLine } from './year/year-part.tsx'
import { consultationUrls } from './urls.ts'
import { Facts, otherLang } from './consultation-facts-part.tsx'

type Props = { page: PageContext; view: ConsultationView }

/** What it is about, until when, how to take part; then the text, each article with its comments. */
export const ConsultationPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { consultation, phase } = view
  const followed = selectionQuery({ ...EVERYTHING, matter: refOf(CONSULTATION_KIND, consultation.id) })
  // Before there is a draft the notice holds the questions to the public: they are what is asked.
  const preliminary = consultation.stage === 'preliminary'
  return (
    <Layout
      page={page}
      title={consultation.title}
      canonical={consultationUrls.one(consultation.slug)}
      jsonHref={consultationUrls.data(consultation.slug)}
      feeds={followed}
      share={{ text: view.share, picture: consultationUrls.picture(consultation.slug) }}
    >
      <Head page={page} view={view} />
      <div class="kv-matter__columns">
        <div class="kv-matter__side">
          <ConsultationClock lang={lang} consultation={consultation} phase={phase} deadline={view.deadline} />
          <PutOff page={page} view={view} />
        </div>
        <div class="kv-matter__main">
          <AfterClosing lang={lang} consultation={consultation} phase={phase} events={view.events} />
          <h2 class="govuk-heading-l">{t.page.about}</h2>
          <Summary page={page} view={view} />
          {preliminary && <NoticeSaid lang={lang} notice={view.notice} />}
          <TakePart page={page} view={view} />
          {!preliminary && <NoticeSaid lang={lang} notice={view.notice} />}
        </div>
        <Beside page={page} view={view} followed={followed} />
      </div>
      {!consultation.history && (
        <div class="kv-halves">
          <SaidSoFar lang={lang} slug={consultation.slug} said={view.said} />
          <WhatNext lang={lang} way={view.way} cancelReason={consultation.cancelReason} />
        </div>
      )}
      <QuestionsPart lang={lang} slug={consultation.slug} view={view.questionsPart} />
      <ConsultationTextPart page={page} view={view} />
      <PlanPart lang={lang} slug={consultation.slug} plan={view.plan} />
      {view.activities.length > 0 && <ActivitiesPart lang={lang} activities={view.activities} />}
      <WholeComments page={page} view={view} />
      <LostComments page={page} view={view} />
      <Facts page={page} view={view} />
    </Layout>
  )
}

/** What belongs to it, and ways to follow it and pass it on. */
const Beside = ({ page, view, followed }: Props & { followed: string }) => {
  const { lang } = page
  const { consultation, phase } = view
  const t = textsIn(lang)
  return (
    <div class="kv-matter__side kv-matter__more">
      <PlannedAsLine lang={lang} plannedAs={view.plannedAs} />
      <MatterThread lang={lang} thread={view.thread} today={civilDateIn(consultation.zone, page.now)} />
      <ConsultationDocuments page={page} view={view} />
      {/* Once it has closed the same link stands among what came of it. */}
      {(phase !== 'closed' || consultation.history) && (
        <p class="govuk-body-s">
          <a href={inLanguage(lang, registerUrls.complaint(consultation.slug))}>{t.complaint.link}</a>
        </p>
      )}
      <FollowLinks lang={lang} query={followed} />
      <Share
        lang={lang}
        url={page.url}
        slug={consultation.slug}
        title={consultation.title}
        institution={view.institution.name}
        line={view.share}
      />
    </div>
  )
}

/** What kind of act, its number and title, where it stands, and who leads it. */
const Head = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { consultation, phase } = view
  return (
    <header class="kv-matter">
      <p class="kv-matter__kind">
        {t.actKinds[consultation.actKind]}
        {numberOf(view, lang)}
      </p>
      <h1 class="govuk-heading-xl" lang={otherLang(consultation.shownLang, lang)}>
        {consultation.title}
      </h1>
      <p>
        <Tag tone={phaseTone(phase)}>{consultation.concludedAt ? t.register.states.concluded : t.phases[phase]}</Tag>
        <Corrected page={page} view={view} />
      </p>
      <NoticeHead lang={lang} institution={view.institution} notice={view.notice} consultation={consultation} />
    </header>
  )
}

const Summary = ({ page: { lang }, view: { consultation } }: Props) => (
  <div class="kv-summary" lang={otherLang(consultation.shownLang, lang)}>
    {consultation.summary.split(/\n+/).map((paragraph) => (
      <p class="govuk-body">{paragraph}</p>
    ))}
  </div>
)

/** Every extension, and every move by the calendar: when, why, from what day to what day; and the stage repeated. */
const PutOff = ({ page: { lang }, view: { events, consultation, repetitions } }: Props) => {
  const t = textsIn(lang).closing
  const words = ({ kind, at, reason, fromDay, toDay }: ConsultationView['events'][number]) => {
    if (!fromDay || !toDay) return []
    const say = kind === 'extended' ? t.extendedOn : t.movedOn
    const on = formatDay(lang, at, consultation.zone)
    return [say(on, reason ?? '', formatDate(lang, fromDay), formatDate(lang, toDay))]
  }
  return (
    <>
      {events.flatMap(words).map((line) => (
        <p class="govuk-body-s">{line}</p>
      ))}
      {repetitions.map((one) => (
        <p class="govuk-body-s">
          <a href={inLanguage(lang, consultationUrls.one(one.slug ?? ''))}>
            {(one.side === 'repeats' ? t.repeat.repeats : t.repeat.repeatedBy)(one.title, one.number ?? '')}
          </a>
        </p>
      ))}
    </>
  )
}

/** A correction of something published is always visible. */
const Corrected = ({ page: { lang }, view: { events, consultation } }: Props) => {
  const last = events.findLast((event) => event.kind === 'corrected')
  if (!last) return null
  return <span class="kv-quiet"> {textsIn(lang).page.correctedOn(formatDay(lang, last.at, consultation.zone))}</span>
}

function numberOf({ consultation }: ConsultationView, lang: PageContext['lang']): string {
  const t = textsIn(lang).page
  const { registerNumber, registerYear } = consultation
  if (registerNumber === null || registerYear === null) return consultation.history ? `, ${t.taken.toLowerCase()}` : ''
  return `. ${t.number(registerNumber, registerYear)}`
}

const TakePart = ({ page: { lang }, view: { consultation, phase, institution, questions, way } }: Props) => {
  const t = textsIn(lang).page
  if (consultation.concludedAt) return null
  if (phase !== 'open') {
    const closed = consultation.history ? t.takePartHistory : t.takePartClosed
    const why = { announced: t.takePartAnnounced, cancelled: t.takePartCancelled, closed, draft: '', 'taken-down': '' }[
      phase
    ]
    return (
      <>
        <h2 class="govuk-heading-l">{t.takePart}</h2>
        <p class="govuk-body">{why}</p>
        {phase === 'cancelled' && (
          <p class="govuk-body">
            <strong>{t.cancelReason}:</strong> {consultation.cancelReason}
          </p>
        )}
      </>
    )
  }
  return <InAMinute lang={lang} consultation={consultation} institution={institution} questions={questions} way={way} />
}

const WholeComments = ({ page: { lang }, view }: Props) => {
  const t = textsIn(lang).page
  const { consultation, onWhole, total } = view
  if (consultation.history && total === 0) return null
  return (
    <section aria-labelledby="komentet">
      <h2 class="govuk-heading-l" id="komentet">
        {t.wholeComments}
      </h2>
      {onWhole.length === 0 ? (
        <EmptyState>{t.noComments}</EmptyState>
      ) : (
        <CommentPart lang={lang} zone={consultation.zone} slug={consultation.slug} comments={onWhole} level={3} />
      )}
      {total > 0 && (
        <p class="govuk-body">
          <a href={inLanguage(lang, consultationUrls.comments(consultation.slug))}>{t.allComments(total)}</a>
        </p>
      )}
    </section>
  )
}
