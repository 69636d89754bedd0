import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { isPublic, KIND, LIMITS, mayDo } from '../meeting-rules.ts'
import { phaseTone } from '../phase-part.ts'
import { textsIn } from '../texts.ts'
import { meetingUrls, officeUrls as urls } from '../urls.ts'
import { dayLines } from '../when-rules.ts'
import type { FormPart, Part } from './form-part.ts'
import { Links, Papers } from './office-beside-part.tsx'
import { OutcomesOfOffice } from './office-outcomes-part.tsx'
import type { OfficeMeetingView } from './office-view.ts'

type OfficeMeetingProps = {
  page: PageContext
  view: OfficeMeetingView
  typed?: Typed
  errors?: FieldErrors
  status?: string | null
}

/** One meeting in the office: how it stands, and every next deed. */
export const OfficeMeetingPage = ({ page, view, typed = {}, errors = {}, status = null }: OfficeMeetingProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.one
  const { meeting, title, phase, mayWrite } = view
  const part = { lang, view, typed, errors }
  return (
    <Layout
      page={page}
      title={title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list()), label: texts.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Tag tone={phaseTone(phase)}>{texts.phases[phase]}</Tag>{' '}
        {isPublic(meeting.state) && <a href={inLanguage(lang, meetingUrls.one(meeting.slug))}>{t.public}</a>}
      </p>
      <Notice lang={lang} view={view} />
      <Facts lang={lang} view={view} />
      {mayWrite && mayDo(meeting.state, 'change') && (
        <LinkButton kind="secondary" href={inLanguage(lang, urls.change(meeting.id))}>
          {texts.form.changeTitle}
        </LinkButton>
      )}
      {mayWrite && meeting.state === 'draft' && <Publish {...part} />}
      <Afterwards lang={lang} view={view} />
      <Links {...part} />
      <OutcomesOfOffice {...part} />
      <Papers {...part} />
      {mayWrite && mayDo(meeting.state, 'postpone') && (
        <Why
          {...part}
          name="arsyeja-shtyrjes"
          action={urls.postpone(meeting.id)}
          title={t.postpone}
          lead={t.postponeLead}
        />
      )}
      {mayWrite && mayDo(meeting.state, 'cancel') && (
        <Why {...part} name="arsyeja-anulimit" action={urls.cancel(meeting.id)} title={t.cancel} lead={t.cancelLead} />
      )}
      <OfficeLink lang={lang} href={urls.history(refOf(KIND, meeting.id))} label={t.history} />
      {view.mayTakeDown && <OfficeLink lang={lang} href={urls.takeDown(refOf(KIND, meeting.id))} label={t.takeDown} />}
    </Layout>
  )
}

/** Until when its notice is due; a warning, never a bar. */
const Notice = ({ lang, view: { notice, meeting } }: Part) => {
  const t = textsIn(lang).one
  if (meeting.basisRule === null || meeting.state === 'held' || meeting.state === 'cancelled') return null
  if (notice === null || notice.deadline.state === 'cancelled') return <p class="govuk-inset-text">{t.noticeNone}</p>
  return (
    <DeadlineBadge
      lang={lang}
      label={t.notice}
      date={notice.date}
      daysLeft={notice.daysLeft}
      tone={notice.tone}
      workBy={notice.workBy}
      explanation={notice.explanation}
      rule={{ href: inLanguage(lang, `/afatet/${meeting.basisRule}`), label: explanationTexts(lang).box.why }}
    />
  )
}

const Facts = ({ lang, view }: Part) => {
  const texts = textsIn(lang)
  const { meeting: m, days, institution, items, bodies, followers } = view
  return (
    <SummaryList
      rows={[
        { key: texts.form.institution, value: institution.name },
        { key: texts.form.kind, value: texts.kinds[m.kind] },
        { key: texts.page.when, value: lines(dayLines(lang, days)) ?? texts.unknownDay },
        {
          key: texts.form.address,
          value: [m.address, m.mode && texts.modes[m.mode]].filter(Boolean).join('; ') || '–',
        },
        ...(m.onlineUrl ? [{ key: texts.form.onlineUrl, value: m.onlineUrl }] : []),
        { key: texts.page.moderator, value: [m.moderator, m.moderatorName].filter(Boolean).join(', ') || '–' },
        ...(m.partners.length > 0
          ? [{ key: texts.page.partners, value: m.partners.map(({ name }) => name).join(', ') }]
          : []),
        ...(bodies.length > 0 ? [{ key: texts.form.bodies, value: bodies.map(({ name }) => name).join(', ') }] : []),
        ...(items.length > 0
          ? [
              {
                key: texts.form.agenda,
                value: lines(items.map(({ from, title }) => [from, title].filter(Boolean).join(' '))),
              },
            ]
          : []),
        { key: texts.form.registration, value: texts.registrationKinds[m.registration] },
        ...(m.capacity === null ? [] : [{ key: texts.form.capacity, value: formatNumber(m.capacity) }]),
        ...(isPublic(m.state) ? [{ key: texts.one.followers, value: formatNumber(followers) }] : []),
        ...(m.writtenUpAt ? [{ key: texts.page.writtenUp, value: formatDay(lang, m.writtenUpAt, m.zone) }] : []),
      ]}
    />
  )
}

const lines = (all: readonly string[]) =>
  all.length === 0 ? null : (
    <ul class="govuk-list">
      {all.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )

const Publish = ({ lang, view: { meeting }, errors }: FormPart) => {
  const t = textsIn(lang).one
  return (
    <form method="post" action={inLanguage(lang, urls.publish(meeting.id))} data-submit-once>
      <h2 class="govuk-heading-m" id="publikimi">
        {t.publish}
      </h2>
      <p class="govuk-body">{t.publishLead}</p>
      {errors.publikimi && <p class="govuk-error-message">{errors.publikimi}</p>}
      <input type="hidden" name="versioni" value={String(meeting.version)} />
      <Button preventDoubleClick>{t.publish}</Button>
    </form>
  )
}

/** Who asked to come, the door, and what is written afterwards: pages of their own. */
const Afterwards = ({ lang, view: { meeting, counts, mayReadNames, mayWrite } }: Part) => {
  const t = textsIn(lang).one
  if (!isPublic(meeting.state)) return null
  return (
    <section aria-labelledby="pjesemarrja">
      <h2 class="govuk-heading-m" id="pjesemarrja">
        {t.coming}
      </h2>
      <p class="govuk-body">{t.counts(formatNumber(counts.confirmed), formatNumber(counts.waiting))}</p>
      {mayReadNames && (
        <>
          <OfficeLink lang={lang} href={urls.registrations(meeting.id)} label={t.registrations} />
          <OfficeLink lang={lang} href={urls.door(meeting.id)} label={t.door} />
        </>
      )}
      {mayWrite && mayDo(meeting.state, 'write-up') && (
        <>
          <OfficeLink lang={lang} href={urls.writeUp(meeting.id)} label={t.writeUp} />
          <OfficeLink lang={lang} href={urls.minutes(meeting.id)} label={t.minutes} />
        </>
      )}
    </section>
  )
}

type WhyProps = FormPart & { name: string; action: string; title: string; lead: string }

const Why = ({ lang, view: { meeting }, typed, errors, name, action, title, lead }: WhyProps) => (
  <Details summary={title} open={name in errors}>
    <form method="post" action={inLanguage(lang, action)} novalidate data-submit-once>
      <input type="hidden" name="versioni" value={String(meeting.version)} />
      <TextAreaField
        name={name}
        label={textsIn(lang).form.reason}
        hint={lead}
        value={typed[name]}
        error={errors[name]}
        rows={3}
        maxLength={LIMITS.reason}
      />
      <Button kind="warning" preventDoubleClick>
        {title}
      </Button>
    </form>
  </Details>
)
