import type { Child } from 'hono/jsx'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { accountUrls } from './account-urls.ts'
import { peopleTextsOf } from './people-texts.ts'

type Props = {
  page: PageContext
  title: string
  children?: Child
  /** The one deed of this page. Opening the link changes nothing: scanners of mail open links too. */
  deed?: { action: string; label: string }
  error?: string | null
  signIn?: boolean
}

/** The page behind a link in a letter: what it is about, and one button. */
export const PaperPage = ({ page, title, children, deed, error = null, signIn = false }: Props) => {
  const t = peopleTextsOf(page.lang)
  return (
    <Layout page={page} title={title} robots="noindex" error={error !== null}>
      <ErrorSummary title={t.errorTitle} errors={error === null ? {} : { permbajtja: error }} />
      <h1>{title}</h1>
      {children}
      {deed && (
        <form method="post" action={inLanguage(page.lang, deed.action)}>
          <Button>{deed.label}</Button>
        </form>
      )}
      {signIn && (
        <p>
          <a href={inLanguage(page.lang, accountUrls.signIn())}>{t.invitation.signIn}</a>
        </p>
      )}
    </Layout>
  )
}
