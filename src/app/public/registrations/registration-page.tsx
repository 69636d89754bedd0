import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { PrivacyNotice } from '#ui/privacy-notice.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { RegistrationRefusal } from '#platform/registrations/registration-rules.ts'
import { textsIn } from '#platform/registrations/registration-texts.ts'
import { registrationUrls } from '#platform/registrations/urls.ts'
import { RegistrationFields } from './registration-part.tsx'
import type { OwnRegistrationView, RegisterView } from './registration-view.ts'

type FormProps = { page: PageContext; view: RegisterView; typed: Typed; errors: FieldErrors; email: string | null }

/** Anybody asks to come, without an account. */
export const RegistrationPage = ({ page, view, typed, errors, email }: FormProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.register
  const { gathering, holder, slug, full } = view
  return (
    <Layout
      page={page}
      title={t.title(gathering.name)}
      robots="noindex"
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, gathering.path), label: gathering.name }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title(gathering.name)}</h1>
      <p class="govuk-body-l">{[gathering.when, gathering.place].filter(Boolean).join('. ')}</p>
      {full && <p class="govuk-inset-text">{texts.full}</p>}
      {gathering.note && <p class="govuk-body">{gathering.note}</p>}
      <p class="govuk-body">{t.public}</p>
      <form method="post" action={inLanguage(lang, holder.urls.form(slug))} novalidate data-submit-once>
        <RegistrationFields
          lang={lang}
          registration={gathering.kind}
          sectors={holder.sectors}
          items={gathering.items}
          typed={typed}
          errors={errors}
          email={email}
        />
        <PrivacyNotice lang={lang} items={[view.retention]} />
        <Button preventDoubleClick>{full ? texts.wait : t.submit}</Button>
      </form>
    </Layout>
  )
}

type ClosedProps = { page: PageContext; view: RegisterView; refusal: RegistrationRefusal }

/** Whoever came by a link is told why there is no form. */
export const RegistrationClosedPage = ({ page, view: { gathering }, refusal }: ClosedProps) => {
  const { lang } = page
  const t = textsIn(lang).register
  return (
    <Layout page={page} title={t.title(gathering.name)} robots="noindex">
      <h1 class="govuk-heading-l">{t.title(gathering.name)}</h1>
      <p class="govuk-body">{t.refusals[refusal]}</p>
      <p class="govuk-body">
        <a href={inLanguage(lang, gathering.path)}>{gathering.name}</a>
      </p>
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
        <a href={inLanguage(lang, view.gathering.path)}>{view.gathering.name}</a>
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
  const { own, gathering } = view
  const item = gathering.items.find(({ id }) => id === own.itemId)
  const asked = own.state === 'sent'
  return (
    <Layout page={page} title={t.title} robots="noindex" status={status}>
      <h1 class="govuk-heading-l">{asked ? t.confirmTitle : t.title}</h1>
      {refusal && <p class="govuk-inset-text">{refusal}</p>}
      <p class="govuk-body-l">{t.states[own.state]}</p>
      <SummaryList
        rows={[
          { key: t.meeting, value: <a href={inLanguage(lang, gathering.path)}>{gathering.name}</a> },
          ...(gathering.when ? [{ key: texts.when, value: gathering.when }] : []),
          { key: texts.register.name, value: own.name },
          ...(own.organisation ? [{ key: texts.register.organisation, value: own.organisation }] : []),
          ...(own.speaks ? [{ key: texts.register.speak, value: item?.title ?? texts.register.itemAny }] : []),
          ...(own.needs ? [{ key: texts.register.needs, value: own.needs }] : []),
        ]}
      />
      {asked && gathering.refusal === null && (
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
        gathering.refusal === null && (
          <LinkButton kind="secondary" href={inLanguage(lang, view.formHref)}>
            {t.again}
          </LinkButton>
        )
      )}
    </Layout>
  )
}
