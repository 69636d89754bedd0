import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { MEETING_KIND } from '../council-rules.ts'
import { invitationOfficeUrls } from '../invitations/urls.ts'
import { councilOfficeUrls, councilUrls } from '../urls.ts'
import { isPublicMeeting, mayDo, MEETING_LIMITS as LIMITS } from './convening-rules.ts'
import { meetingTone } from './convening-nav-part.tsx'
import { Documents, Postings } from './meeting-beside-part.tsx'
import { AgendaInShort, MeetingEvents, MeetingFacts } from './meeting-facts-part.tsx'
import { MeetingWay } from './meeting-way-part.tsx'
import type { OfficeMeetingView } from './office-view.ts'
import { conveningTexts, nextTexts } from './texts.ts'
import { conveningUrls as urls, stepUrl } from './urls.ts'

type Part = { lang: Lang; view: OfficeMeetingView; typed: Typed; errors: FieldErrors }
type Props = {
  page: PageContext
  view: OfficeMeetingView
  typed: Typed
  errors: FieldErrors
  status: string | null
}

/** One meeting in the office: how it stands, what comes next, and the way to every room of it. */
export const OfficeMeetingPage = ({ page, view, typed, errors, status }: Props) => {
  const { lang } = page
  const texts = conveningTexts(lang)
  const t = texts.one
  const { meeting, mayWrite } = view
  const part = { lang, view, typed, errors }
  return (
    <Layout
      page={page}
      title={view.name}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.meetings()), label: texts.meetings }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{view.name}</h1>
      <p class="govuk-body">
        <Tag tone={meetingTone(meeting.state)}>{texts.states[meeting.state]}</Tag>{' '}
        {isPublicMeeting(meeting.state) && <a href={inLanguage(lang, councilUrls.meeting(meeting.slug))}>{t.public}</a>}
      </p>
      <MeetingWay lang={lang} view={view} />
      <NextPart {...part} />
      <Notice {...part} />
      {mayWrite && mayDo(meeting.state, 'convene') && <Convene {...part} />}
      <Rooms lang={lang} view={view} />
      <Standing {...part} />
      <Beside {...part} />
      <OfficeLink lang={lang} href={urls.history(refOf(MEETING_KIND, meeting.id))} label={t.history} />
      {view.mayTakeDown && (
        <OfficeLink lang={lang} href={urls.takeDown(refOf(MEETING_KIND, meeting.id))} label={t.takeDown} />
      )}
    </Layout>
  )
}

/** The one thing that waits, with the way to it: nobody has to know the order of the work by heart. */
const NextPart = ({ lang, view: { next, meeting, missing, mayWrite } }: Part) => {
  const [t, n] = [conveningTexts(lang), nextTexts(lang)]
  // The form that convenes stands below on this page.
  if (next === null || next === 'convene' || !mayWrite) return null
  return (
    <section aria-labelledby="tani">
      <h2 class="govuk-heading-m" id="tani">
        {t.one.next}
      </h2>
      <p class="govuk-body">
        {(next === 'facts' || next === 'agenda') && missing ? t.refusals[missing] : n.words[next]}
      </p>
      <LinkButton href={inLanguage(lang, stepUrl(meeting.id, next))}>{n.deeds[next]}</LinkButton>
    </section>
  )
}

/** The agenda and the facts, each changed on a page of its own. */
const Standing = ({ lang, view }: Part) => {
  const t = conveningTexts(lang).one
  const { meeting, mayWrite } = view
  return (
    <>
      <h2 class="govuk-heading-m">{t.agenda}</h2>
      <AgendaInShort lang={lang} view={view} />
      {mayWrite && mayDo(meeting.state, 'agenda') && (
        <LinkButton kind="secondary" href={inLanguage(lang, urls.agenda(meeting.id))}>
          {t.agendaEdit}
        </LinkButton>
      )}
      <h2 class="govuk-heading-m">{t.facts}</h2>
      <MeetingFacts lang={lang} view={view} />
      {mayWrite && mayDo(meeting.state, 'change') && (
        <LinkButton kind="secondary" href={inLanguage(lang, urls.change(meeting.id))}>
          {t.change}
        </LinkButton>
      )}
    </>
  )
}

/** Proof of posting, its documents, what happened, and what stops it. */
const Beside = (part: Part) => {
  const { lang, view } = part
  const t = conveningTexts(lang).one
  const { meeting, mayWrite } = view
  const { id, state } = meeting
  const [postpone, cancel] = [
    { field: 'arsyeja-shtyrjes', action: urls.postpone(id), title: t.postpone, lead: t.postponeLead },
    { field: 'arsyeja-anulimit', action: urls.cancel(id), title: t.cancel, lead: t.cancelLead },
  ]
  return (
    <>
      <Postings {...part} />
      <Documents
        {...part}
        title={t.documents}
        documents={view.documents}
        add={urls.documents(id)}
        writable={mayWrite && mayDo(state, 'document')}
        remove={(documentId) => urls.removeDocument(id, documentId)}
      />
      <MeetingEvents lang={lang} view={view} />
      {mayWrite && mayDo(state, 'postpone') && <Stop {...part} {...postpone} />}
      {mayWrite && mayDo(state, 'cancel') && <Stop {...part} {...cancel} />}
    </>
  )
}

/** Until when the notice is due, and whether a third of the members asked: warnings, never a bar. */
const Notice = ({ lang, view: { notice, meeting, third, late, noticedLateOn } }: Part) => {
  const t = conveningTexts(lang).one
  const waits = meeting.state === 'draft' || meeting.state === 'postponed' || meeting.state === 'convened'
  const rule = notice?.deadline.ruleId
  return (
    <>
      {waits && notice !== null && notice.deadline.state !== 'cancelled' && (
        <DeadlineBadge
          lang={lang}
          label={t.notice}
          date={notice.date}
          daysLeft={
            noticedLateOn ? t.noticedLate(formatDate(lang, noticedLateOn)) : late ? t.noticePast : notice.daysLeft
          }
          tone={noticedLateOn || late ? 'late' : notice.tone}
          workBy={notice.workBy}
          explanation={notice.explanation}
          {...(rule
            ? { rule: { href: inLanguage(lang, `/afatet/${rule}`), label: explanationTexts(lang).box.why } }
            : {})}
        />
      )}
      {meeting.state === 'draft' && notice === null && meeting.day !== null && (
        <p class="govuk-inset-text">{t.noticeNone}</p>
      )}
      {third !== null && (
        <p class="govuk-inset-text">
          {third.enough
            ? t.thirdEnough(third.asked, third.needed, third.seats)
            : t.thirdMissing(third.asked, third.needed, third.seats)}
        </p>
      )}
    </>
  )
}

const Convene = ({ lang, view: { meeting, late }, typed, errors }: Part) => {
  const t = conveningTexts(lang).one
  const asks = late || 'arsyeja-vonese' in errors
  return (
    <form method="post" action={inLanguage(lang, urls.convene(meeting.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m" id="thirrja">
        {t.convene}
      </h2>
      <p class="govuk-body">{t.conveneLead}</p>
      {errors.thirrja && <p class="govuk-error-message">{errors.thirrja}</p>}
      {asks && (
        <>
          <p class="govuk-body">{t.noticeLate}</p>
          <TextAreaField
            name="arsyeja-vonese"
            label={t.shortReason}
            hint={t.shortHint}
            value={typed['arsyeja-vonese']}
            error={errors['arsyeja-vonese']}
            rows={3}
            maxLength={LIMITS.reason}
          />
        </>
      )}
      <input type="hidden" name="versioni" value={String(meeting.version)} />
      <Button preventDoubleClick>{meeting.state === 'postponed' ? t.reconvene : t.convene}</Button>
    </form>
  )
}

/** The rooms in which the meeting goes on, and its notice on paper. */
const Rooms = ({ lang, view: { meeting } }: { lang: Lang; view: OfficeMeetingView }) => {
  const t = conveningTexts(lang).one
  const { id } = meeting
  const rooms = [
    { href: councilOfficeUrls.invitations(id), label: t.invitations },
    { href: invitationOfficeUrls.offer(id), label: t.offer },
    { href: councilOfficeUrls.sitting(id), label: t.sitting },
    { href: councilOfficeUrls.minutes(id), label: t.minutes },
    { href: councilOfficeUrls.recordings(id), label: t.recordings },
  ]
  const papers = [
    { href: urls.noticeFile(id, 'njoftimi.docx'), label: t.docx },
    { href: urls.noticeFile(id, 'njoftimi.pdf'), label: t.pdf },
  ]
  return (
    <nav aria-labelledby="me-tej">
      <h2 class="govuk-heading-m" id="me-tej">
        {t.rooms}
      </h2>
      <ul class="govuk-list">
        {[...(isPublicMeeting(meeting.state) ? rooms : []), ...papers].map(({ href, label }) => (
          <li>
            <a href={inLanguage(lang, href)}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type StopProps = Part & { field: string; action: string; title: string; lead: string }

const Stop = ({ lang, view: { meeting }, typed, errors, field, action, title, lead }: StopProps) => (
  <Details summary={title} open={field in errors}>
    <form method="post" action={inLanguage(lang, action)} novalidate data-submit-once>
      <input type="hidden" name="versioni" value={String(meeting.version)} />
      <TextAreaField
        name={field}
        label={conveningTexts(lang).one.reason}
        hint={lead}
        value={typed[field]}
        error={errors[field]}
        rows={3}
        maxLength={LIMITS.reason}
      />
      <Button kind="warning" preventDoubleClick>
        {title}
      </Button>
    </form>
  </Details>
)
