import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ownDataPageTexts } from './texts.ts'
import { ownDataUrls } from './urls.ts'

type Props = {
  page: PageContext
  email: string
  legalLetters: number
  /** A code is on its way: its field is shown. */
  asked: boolean
  typed: Typed
  errors: FieldErrors
}

/** What goes, what stays and why; then the code, and the deed. */
export const ErasePage = ({ page, email, legalLetters, asked, typed, errors }: Props) => {
  const { lang } = page
  const t = ownDataPageTexts(lang).erase
  return (
    <Layout
      page={page}
      title={t.title}
      robots="noindex"
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, ownDataUrls.overview()), label: ownDataPageTexts(lang).title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1>{t.title}</h1>
      <h2>{t.goes}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {t.goesList.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>{t.stays}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {[...t.staysList, ...(legalLetters > 0 ? [t.legal(legalLetters)] : []), t.backups].map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="kv-quiet">{t.basis}</p>
      {asked ? (
        <EraseForm page={page} email={email} typed={typed} errors={errors} />
      ) : (
        <AskForCode page={page} errors={errors} />
      )}
      <p>
        <a href={inLanguage(lang, ownDataUrls.overview())}>{t.keep}</a>
      </p>
    </Layout>
  )
}

const AskForCode = ({ page: { lang } }: Pick<Props, 'page' | 'errors'>) => {
  const t = ownDataPageTexts(lang).erase
  return (
    <form method="post" action={inLanguage(lang, ownDataUrls.eraseCode())} id="kodi" data-submit-once>
      <p>{t.askCode}</p>
      <Button preventDoubleClick>{t.sendCode}</Button>
    </form>
  )
}

const EraseForm = ({ page: { lang }, email, typed, errors }: Omit<Props, 'legalLetters' | 'asked'>) => {
  const t = ownDataPageTexts(lang).erase
  return (
    <form method="post" action={inLanguage(lang, ownDataUrls.erase())} novalidate data-submit-once>
      <p>{t.sent(email)}</p>
      <TextField
        name="kodi"
        label={t.code}
        error={errors.kodi}
        width="10"
        inputmode="numeric"
        autocomplete="one-time-code"
      />
      <CheckboxField
        name="konfirmimi"
        label={t.confirm}
        checked={typed.konfirmimi === 'po'}
        error={errors.konfirmimi}
      />
      <Button kind="warning" preventDoubleClick>
        {t.submit}
      </Button>
    </form>
  )
}

/** Nobody is signed in any more, and nothing is known. */
export const ErasedPage = ({ page }: { page: PageContext }) => {
  const t = ownDataPageTexts(page.lang).erased
  return (
    <Layout page={page} title={t.title} robots="noindex">
      <h1>{t.title}</h1>
      <p class="govuk-body-l">{t.words}</p>
      <p>{t.again}</p>
    </Layout>
  )
}
