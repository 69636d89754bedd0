import { CODE_MINUTES } from '#platform/auth/sign-in.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsOf } from './account-texts.ts'
import { accountUrls } from './account-urls.ts'
import { ReturnField } from './return-field.tsx'

type Props = { page: PageContext; returnPath: string | null; email: string; code?: string; errors?: FieldErrors }

export const CodePage = ({ page, returnPath, email, code = '', errors = {} }: Props) => {
  const all = textsOf(page.lang)
  const texts = all.code
  return (
    <Layout page={page} title={texts.title} error={Object.keys(errors).length > 0} robots="noindex">
      <ErrorSummary title={all.errorTitle} errors={errors} />
      <h1>{texts.title}</h1>
      <p>
        {texts.sent} <strong>{email}</strong>. {texts.wait}
      </p>
      <form method="post" action={inLanguage(page.lang, accountUrls.code())} novalidate>
        <TextField
          name="kodi"
          label={texts.field}
          hint={texts.hint(CODE_MINUTES)}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="10"
          value={code}
          error={errors.kodi}
        />
        <ReturnField returnPath={returnPath} />
        <Button preventDoubleClick>{texts.submit}</Button>
      </form>
      <p>
        <a href={inLanguage(page.lang, accountUrls.signIn(returnPath))}>{texts.again}</a>
      </p>
    </Layout>
  )
}
