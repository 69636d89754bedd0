import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ANSWERS, CHANNELS, INVITATION_LIMITS } from './invitation-rules.ts'
import type { CalledView, InvitationsView } from './invitations-view.ts'
import { MomentField } from './moment-part.tsx'
import { textsIn } from './texts.ts'
import { invitationOfficeUrls as urls } from './urls.ts'

type Props = {
  page: PageContext
  view: InvitationsView
  one: CalledView
  typed: Typed
  errors?: FieldErrors
  status?: string | null
}
type Part = { lang: Lang; view: InvitationsView; one: CalledView; typed: Typed; errors: FieldErrors }

/** One who is called: the way, the answer by telephone, the handing over, a new link. */
export const InvitationPage = ({ page, view, one, typed, errors = {}, status = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const { list } = texts
  const part = { lang, view, one, typed, errors }
  const open = view.meeting.state === 'convened' || view.meeting.state === 'postponed'
  return (
    <Layout
      page={page}
      title={`${one.name}: ${view.name}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list(view.meeting.id)), label: list.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{view.name}</span>
        {one.name}
      </h1>
      <Facts lang={lang} view={view} one={one} />
      <Channel {...part} />
      {open && <Answer {...part} />}
      {view.refusal !== 'draft' && <Handed {...part} />}
      {one.seenEventId !== null && <NewLink {...part} />}
      {one.personId === null && (
        <form method="post" action={inLanguage(lang, urls.end(view.meeting.id, one.id))} data-submit-once>
          <Button kind="warning" preventDoubleClick>
            {texts.one.end}
          </Button>
        </form>
      )}
    </Layout>
  )
}

const Facts = ({ lang, view, one }: Pick<Part, 'lang' | 'view' | 'one'>) => {
  const { list, one: t } = textsIn(lang)
  const { zone } = view.meeting
  const contact = [one.email, one.phone, one.postal].filter(Boolean).join(', ')
  const handed = one.handedAt && list.handed(formatMoment(lang, one.handedAt, zone), one.handedNote ?? '')
  return (
    <SummaryList
      rows={[
        { key: list.sent, value: one.sentAt ? formatMoment(lang, one.sentAt, zone) : (handed ?? list.never) },
        {
          key: t.letters,
          value: one.waiting ? list.waits[one.waiting.what] : one.seenEventId === null ? '–' : t.knows,
        },
        { key: list.answer, value: one.answer ? list.answers[one.answer] : list.noAnswer },
        ...(view.mayReadPrivate && one.answerNote ? [{ key: t.privateNote, value: one.answerNote }] : []),
        ...(view.mayReadPrivate && contact ? [{ key: t.contact, value: contact }] : []),
      ]}
    />
  )
}

const Channel = ({ lang, view, one, errors }: Part) => {
  const { list, one: t } = textsIn(lang)
  return (
    <form method="post" action={inLanguage(lang, urls.channel(view.meeting.id, one.id))} data-submit-once>
      <SelectField
        name="kanali"
        label={t.channel}
        value={one.channel}
        error={errors.kanali}
        options={CHANNELS.map((value) => ({ value, label: list.channels[value] }))}
      />
      <Button kind="secondary" preventDoubleClick>
        {t.save}
      </Button>
    </form>
  )
}

const Answer = ({ lang, view, one, typed, errors }: Part) => {
  const { list, one: t } = textsIn(lang)
  return (
    <form method="post" action={inLanguage(lang, urls.answer(view.meeting.id, one.id))} novalidate data-submit-once>
      <RadioField
        name="pergjigja"
        legend={t.answer}
        legendSize="m"
        value={typed.pergjigja ?? one.answer ?? ''}
        error={errors.pergjigja}
        options={ANSWERS.map((value) => ({ value, label: list.answers[value] }))}
        small
      />
      <TextAreaField
        name="shenimi"
        label={t.note}
        value={typed.shenimi ?? ''}
        error={errors.shenimi}
        rows={2}
        maxLength={INVITATION_LIMITS.note}
      />
      <Button kind="secondary" preventDoubleClick>
        {t.saveAnswer}
      </Button>
    </form>
  )
}

const Handed = ({ lang, view, one, typed, errors }: Part) => {
  const t = textsIn(lang).one
  return (
    <form method="post" action={inLanguage(lang, urls.handed(view.meeting.id, one.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.handed}</h2>
      <TextField
        name="kujt"
        label={t.handedTo}
        value={typed.kujt}
        error={errors.kujt}
        maxLength={INVITATION_LIMITS.handed}
      />
      <MomentField lang={lang} name="kur" legend={t.handedDay} error={errors.kur} typed={typed} />
      <Button kind="secondary" preventDoubleClick>
        {t.saveHanded}
      </Button>
    </form>
  )
}

const NewLink = ({ lang, view, one }: Part) => {
  const t = textsIn(lang).one
  return (
    <form method="post" action={inLanguage(lang, urls.link(view.meeting.id, one.id))} data-submit-once>
      <p class="govuk-body">{one.email === null ? t.linkPrinted : t.linkLead}</p>
      <Button kind="secondary" preventDoubleClick>
        {t.link}
      </Button>
    </form>
  )
}
