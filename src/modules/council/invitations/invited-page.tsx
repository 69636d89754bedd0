import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { councilUrls } from '../urls.ts'
import { InvitedAgenda, type InvitedPart } from './invited-agenda-part.tsx'
import type { InvitedView } from './invited-view.ts'
import { INVITATION_LIMITS } from './invitation-rules.ts'
import { textsIn } from './texts.ts'
import { invitedUrls as urls } from './urls.ts'

type Props = {
  page: PageContext
  view: InvitedView
  token: string
  typed?: Typed
  errors?: FieldErrors
  status?: string | null
  refusal?: string | null
}
/** The one page of one who is called, on a telephone. Opening it changes nothing: each answer is a button. */
export const InvitedPage = ({ page, view, token, typed = {}, errors = {}, status = null, refusal = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.own
  const { call, invitation } = view
  const part = { lang, view, token, typed, errors }
  return (
    <Layout
      page={page}
      title={t.title(call.meeting)}
      robots="noindex"
      menu={[]}
      status={status}
      error={Object.keys(errors).length > 0}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{t.for(invitation.name)}</span>
        {call.meeting}
      </h1>
      {call.state && <p class="govuk-inset-text">{call.state}</p>}
      <SummaryList
        rows={[
          { key: t.when, value: call.when },
          ...(call.place ? [{ key: t.place, value: call.place }] : []),
          ...(call.online
            ? [
                {
                  key: t.online,
                  value: (
                    <a href={call.online} rel="noreferrer">
                      {t.join}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Links lang={lang} view={view} token={token} />
      <Answer {...part} refusal={refusal} />
      {call.changes.length > 0 && (
        <Details summary={t.changes} open>
          <ul class="govuk-list govuk-list--bullet">
            {call.changes.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Details>
      )}
      <InvitedAgenda {...part} />
      {view.own && <Own lang={lang} own={view.own} />}
      <p class="govuk-body kv-quiet">{t.kept}</p>
    </Layout>
  )
}

const Links = ({ lang, view: { meeting }, token }: Pick<InvitedPart, 'lang' | 'view' | 'token'>) => {
  const t = textsIn(lang).own
  return (
    <p class="govuk-body">
      {meeting.startsAt && (
        <>
          <a href={inLanguage(lang, urls.calendar(token))}>{t.calendar}</a>
          <br />
        </>
      )}
      <a href={inLanguage(lang, councilUrls.meeting(meeting.slug))}>{t.public}</a>
    </p>
  )
}

const Answer = ({ lang, view, token, typed, errors, refusal }: InvitedPart & { refusal: string | null }) => {
  const t = textsIn(lang).own
  const { answer, answerNote } = view.invitation
  const action = inLanguage(lang, urls.answer(token))
  const remote = view.member && view.meeting.mode !== 'in-person'
  return (
    <section>
      <h2 class="govuk-heading-m" id="pergjigja">
        {t.answerTitle}
      </h2>
      {answer && (
        <p class="govuk-body">
          <strong>{t.answered[answer]}</strong>
          {answerNote && (
            <>
              <br />
              <span class="kv-quiet">
                {t.note}: {answerNote}
              </span>
            </>
          )}
        </p>
      )}
      {view.refusal !== null || refusal !== null ? (
        <p class="govuk-inset-text">{refusal ?? (view.refusal && t[view.refusal])}</p>
      ) : (
        <>
          {answer && <p class="govuk-body">{t.change}</p>}
          <form method="post" action={action} class="kv-deeds" data-submit-once>
            <Button name="pergjigja" value="coming" kind={answer === null ? 'primary' : 'secondary'} preventDoubleClick>
              {t.coming}
            </Button>
            {remote && (
              <Button name="pergjigja" value="remote" kind="secondary" preventDoubleClick>
                {t.remote}
              </Button>
            )}
          </form>
          <Details summary={t.excuse} open={errors.shenimi !== undefined}>
            <form method="post" action={action} novalidate data-submit-once>
              <TextAreaField
                name="shenimi"
                label={t.note}
                hint={t.noteHint}
                value={typed.shenimi ?? (answer === 'excused' ? (answerNote ?? '') : '')}
                error={errors.shenimi}
                rows={3}
                maxLength={INVITATION_LIMITS.note}
              />
              <Button name="pergjigja" value="excused" kind="secondary" preventDoubleClick>
                {t.excuseTitle}
              </Button>
            </form>
          </Details>
        </>
      )}
    </section>
  )
}

const Own = ({ lang, own }: { lang: Lang; own: NonNullable<InvitedView['own']> }) => {
  const t = textsIn(lang).own
  const { counts, meetings, votes } = own
  const day = (words: string | null) => (words === null ? '' : `${formatDate(lang, words)}: `)
  return (
    <section>
      <h2 class="govuk-heading-m">{t.mine}</h2>
      <p class="govuk-body">
        {counts.meetings === 0 ? t.noneYet : t.counts(counts.attended, counts.meetings, counts.votes)}
      </p>
      {meetings.length > 0 && (
        <Details summary={t.attendance}>
          <ul class="govuk-list">
            {meetings.map((one) => (
              <li>
                {day(one.day)}
                <a href={inLanguage(lang, councilUrls.meeting(one.slug))}>{one.body}</a>, {t.states[one.state]}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {votes.length > 0 && (
        <Details summary={t.votes}>
          <ul class="govuk-list">
            {votes.map((one) => (
              <li>
                {day(one.day)}
                <a href={inLanguage(lang, councilUrls.vote(one.slug, one.id))}>{one.question}</a>:{' '}
                <strong>{t.choices[one.choice]}</strong>, {t.results[one.result]}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}
