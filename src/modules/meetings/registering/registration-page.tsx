import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { PrivacyNotice } from '#ui/privacy-notice.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { textsIn } from '../texts.ts'
import { meetingUrls, registrationUrls } from '../urls.ts'
import { whenWords } from '../when-rules.ts'
import { RegistrationFields } from './registration-part.tsx'
import type { OwnRegistrationView, RegisterView } from './registration-view.ts'

type FormProps = { page: PageContext; view: RegisterView; typed: Typed; errors: FieldErrors; email: string | null }

/** Anybody asks to come, without an account. */
export const RegistrationPage = ({ page, view, typed, errors, email }: FormProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.register
  const { meeting, items, days, full } = view
  return (
    <Layout
      page={page}
      title={t.title(meeting.title)}
      robots="noindex"
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, meetingUrls.one(meeting.slug)), label: meeting.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title(meeting.title)}</h1>
      <p class="govuk-body-l">{[whenWords(lang, days), meeting.address].filter(Boolean).join('. ')}</p>
      {full && <p class="govuk-inset-text">{texts.page.full}</p>}
      <p class="govuk-body">{t.public}</p>
      <form method="post" action={inLanguage(lang, meetingUrls.register(meeting.slug))} novalidate data-submit-once>
        <RegistrationFields
          lang={lang}
          registration={meeting.registration}
          items={items}
          typed={typed}
          errors={errors}
          email={email}
        />
        <PrivacyNotice lang={lang} items={[texts.retention]} />
        <Button preventDoubleClick>{full ? texts.page.registerWait : t.submit}</Button>
      </form>
    </Layout>
  )
}

/** The same words for everybody: nobody learns from it who stands on the list. */
export const RegistrationSentPage = ({
  page,
  view,
  received,
}: {
  page: PageContext
  view: RegisterView
  received: boolean
}) => {
  const { lang } = page
  const t = textsIn(lang).register
  return (
    <Layout page={page} title={received ? t.receivedTitle : t.sentTitle} robots="noindex">
      <h1 class="govuk-heading-l">{received ? t.receivedTitle : t.sentTitle}</h1>
      <p class="govuk-body">{received ? t.received : t.sent}</p>
      <p class="govuk-body">
        <a href={inLanguage(lang, meetingUrls.one(view.meeting.slug))}>{view.meeting.title}</a>
      </p>
    </Layout>
  )
}

type OwnProps = {
  page: PageContext
  view: OwnRegistrationView
  token: string
  status?: string | null
  refusal?: string | null
}

/** By the private link: one button confirms; later the state, and the way to take it back. Opening it changes nothing. */
export const OwnRegistrationPage = ({ page, view, token, status = null, refusal = null }: OwnProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.own
  const { own, title, slug, days } = view
  const asked = own.state === 'sent'
  return (
    <Layout page={page} title={t.title} robots="noindex" status={status}>
      <h1 class="govuk-heading-l">{asked ? t.confirmTitle : t.title}</h1>
      {refusal && <p class="govuk-inset-text">{refusal}</p>}
      <p class="govuk-body-l">{t.states[own.state]}</p>
      <SummaryList
        rows={[
          { key: t.meeting, value: <a href={inLanguage(lang, meetingUrls.one(slug))}>{title}</a> },
          ...(days.length > 0 ? [{ key: texts.page.when, value: whenWords(lang, days) }] : []),
          { key: texts.register.name, value: own.name },
          ...(own.organisation ? [{ key: texts.register.organisation, value: own.organisation }] : []),
          ...(own.speaks ? [{ key: texts.register.speak, value: own.itemTitle ?? texts.register.itemAny }] : []),
          ...(own.needs ? [{ key: texts.register.needs, value: own.needs }] : []),
        ]}
      />
      {asked && view.refusal === null && (
        <form method="post" action={inLanguage(lang, registrationUrls.confirm(token))} data-submit-once>
          <Button preventDoubleClick>{t.confirm}</Button>
        </form>
      )}
      {own.state !== 'withdrawn' ? (
        <form method="post" action={inLanguage(lang, registrationUrls.withdraw(token))} data-submit-once>
          <Button kind={asked ? 'secondary' : 'warning'} preventDoubleClick>
            {t.withdraw}
          </Button>
        </form>
      ) : (
        view.refusal === null && (
          <LinkButton kind="secondary" href={inLanguage(lang, meetingUrls.register(slug))}>
            {t.again}
          </LinkButton>
        )
      )}
    </Layout>
  )
}
