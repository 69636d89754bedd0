import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { Layout } from '#ui/layout.tsx'
import { accountUrls } from './account-urls.ts'
import type { MeansTexts } from './means-texts.sq.ts'
import { meansTextsOf } from './means-texts.ts'

export type ProviderProblem = Exclude<keyof MeansTexts['problems'], 'byMail' | 'toAccount'>

type Props = { page: PageContext; problem: ProviderProblem; returnPath: string | null }

/** What went wrong at a provider, and the way that always works. */
export const ProviderProblemPage = ({ page, problem, returnPath }: Props) => {
  const texts = meansTextsOf(page.lang).problems
  const { title, words } = texts[problem]
  return (
    <Layout page={page} title={title} robots="noindex">
      <h1>{title}</h1>
      <p>{words}</p>
      {page.visitor === null ? (
        <LinkButton href={inLanguage(page.lang, accountUrls.signIn(returnPath))}>{texts.byMail}</LinkButton>
      ) : (
        <LinkButton href={inLanguage(page.lang, accountUrls.account)}>{texts.toAccount}</LinkButton>
      )}
    </Layout>
  )
}
