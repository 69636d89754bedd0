import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Layout } from '#ui/layout.tsx'
import { accountUrls } from '../account-urls.ts'
import { ownDataPageTexts } from './texts.ts'
import { ownDataUrls } from './urls.ts'

type Props = { page: PageContext; token: string; ask: { before: string; email: string } }

/** Behind the link of the letter: a mailed GET changes nothing, so there is one button. */
export const ConfirmAddressPage = ({ page, token, ask }: Props) => {
  const { lang } = page
  const t = ownDataPageTexts(lang).address
  return (
    <Layout page={page} title={t.title} robots="noindex">
      <h1>{t.title}</h1>
      <p>{t.words(ask.before, ask.email)}</p>
      <form method="post" action={inLanguage(lang, ownDataUrls.confirmAddress(token))} data-submit-once>
        <Button preventDoubleClick>{t.confirm}</Button>
      </form>
    </Layout>
  )
}

export const AddressOutcomePage = ({ page, kind }: { page: PageContext; kind: 'changed' | 'taken' | 'dead' }) => {
  const { lang } = page
  const t = ownDataPageTexts(lang).address
  return (
    <Layout page={page} title={t.title} robots="noindex">
      <h1>{t.title}</h1>
      <p>{t[kind]}</p>
      {kind === 'changed' && <LinkButton href={inLanguage(lang, accountUrls.signIn())}>{t.signIn}</LinkButton>}
    </Layout>
  )
}
