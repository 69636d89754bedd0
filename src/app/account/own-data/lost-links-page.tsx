import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ownDataTextsIn } from '#platform/own-data/own-data-texts.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { PrivacyNotice } from '#ui/privacy-notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ownDataPageTexts } from './texts.ts'
import { ownDataUrls } from './urls.ts'

type Props = { page: PageContext; typed: string; errors: FieldErrors }

/** "I lost my link": all of them to one's own address. */
export const LostLinksPage = ({ page, typed, errors }: Props) => {
  const { lang } = page
  const t = ownDataPageTexts(lang).lost
  const { bodies, letters, limits } = ownDataTextsIn(lang).retention
  return (
    <Layout page={page} title={t.title} canonical={ownDataUrls.lostLinks()} error={Object.keys(errors).length > 0}>
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1>{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <form method="post" action={inLanguage(lang, ownDataUrls.lostLinks())} novalidate data-submit-once>
        <TextField
          name="adresa"
          label={t.email}
          type="email"
          autocomplete="email"
          width="two-thirds"
          value={typed}
          error={errors.adresa}
        />
        <Button preventDoubleClick>{t.submit}</Button>
      </form>
      <PrivacyNotice lang={lang} items={[bodies, letters, limits]} />
      <p>{t.noEmail}</p>
    </Layout>
  )
}

/** The same for everybody, whether the address is known or not. */
export const LinksSentPage = ({ page }: { page: PageContext }) => {
  const t = ownDataPageTexts(page.lang).lost
  return (
    <Layout page={page} title={t.sentTitle} robots="noindex">
      <h1>{t.sentTitle}</h1>
      <p class="govuk-body-l">{t.sent}</p>
      <p>{t.noEmail}</p>
    </Layout>
  )
}
