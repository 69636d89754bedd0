import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { Pace } from '#platform/subscriptions/follow-rules.ts'
import { followTexts } from '#platform/subscriptions/follow-texts.ts'
import { followUrls } from '#platform/subscriptions/urls.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { followingTexts } from './texts.ts'

/** After the form: whatever the address, the same words. */
export const FollowSentPage = ({ page }: { page: PageContext }) => {
  const t = followingTexts(page.lang).sent
  return (
    <Layout page={page} title={t.title} robots="noindex">
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{t.words}</p>
      <p class="govuk-body">{t.nothing}</p>
      <p class="govuk-body">{t.until}</p>
      <p class="govuk-body">
        <a href={inLanguage(page.lang, followUrls.news())}>{t.back}</a>
      </p>
    </Layout>
  )
}

type ConfirmProps = { page: PageContext; token: string; view: { name: string; pace: Pace } }

/** A link in a letter changes nothing by being opened: mail programs open them by themselves. */
export const ConfirmFollowPage = ({ page, token, view }: ConfirmProps) => {
  const { lang } = page
  const t = followingTexts(lang).confirm
  return (
    <Layout page={page} title={t.title} robots="noindex">
      <h1 class="govuk-heading-l">{t.title}</h1>
      <Inset>{t.words(view.name, followTexts(lang).paces[view.pace].toLowerCase())}</Inset>
      <form method="post" action={inLanguage(lang, followUrls.confirm(token))} data-submit-once>
        <Button preventDoubleClick>{t.submit}</Button>
      </form>
    </Layout>
  )
}

/** The request is erased, or what it confirmed has ended. */
export const FollowGonePage = ({ page }: { page: PageContext }) => {
  const t = followingTexts(page.lang).confirm
  return (
    <Layout page={page} title={t.gone} robots="noindex">
      <h1 class="govuk-heading-l">{t.gone}</h1>
      <p class="govuk-body">{t.goneWords}</p>
      <p class="govuk-body">
        <a href={inLanguage(page.lang, followUrls.own())}>{followingTexts(page.lang).own.title}</a>
      </p>
    </Layout>
  )
}

export const LeavePage = ({ page, token, done }: { page: PageContext; token: string; done: boolean }) => {
  const { lang } = page
  const t = followingTexts(lang).leave
  const title = done ? t.doneTitle : t.title
  return (
    <Layout page={page} title={title} robots="noindex" status={done ? t.done : null}>
      <h1 class="govuk-heading-l">{title}</h1>
      {!done && (
        <>
          <p class="govuk-body">{t.words}</p>
          <form method="post" action={inLanguage(lang, followUrls.leave(token))}>
            <input type="hidden" name="nga" value="faqja" />
            <Button>{t.submit}</Button>
          </form>
        </>
      )}
      <p class="govuk-body">
        <a href={inLanguage(lang, followUrls.own())}>{followingTexts(lang).own.title}</a>
      </p>
    </Layout>
  )
}

type LostProps = { page: PageContext; typed: Typed; errors: FieldErrors; status?: string | null; gone?: boolean }

/** "I lost it": asks for the link once more. */
export const LostLinkPage = ({ page, typed, errors, status = null, gone = false }: LostProps) => {
  const { lang } = page
  const texts = followingTexts(lang)
  const t = texts.lost
  return (
    <Layout page={page} title={t.title} robots="noindex" error={Object.keys(errors).length > 0} status={status}>
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      {gone && <p class="govuk-body-l">{texts.own.gone}</p>}
      <p class="govuk-body">{t.lead}</p>
      <form method="post" action={inLanguage(lang, followUrls.lost())} novalidate data-submit-once>
        <TextField
          name="adresa"
          label={texts.form.email}
          value={typed.adresa}
          error={errors.adresa}
          type="email"
          autocomplete="email"
        />
        <Button preventDoubleClick>{t.submit}</Button>
      </form>
    </Layout>
  )
}
