import type { DemonstrationPerson } from '#platform/auth/demonstration-queries.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ownDataTextsIn } from '#platform/own-data/own-data-texts.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { PrivacyNotice } from '#ui/privacy-notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsOf } from './account-texts.ts'
import { accountUrls } from './account-urls.ts'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'
import { PasskeyForm } from './passkey-part.tsx'
import { ReturnField } from './return-field.tsx'

type Props = {
  page: PageContext
  returnPath: string | null
  people: readonly DemonstrationPerson[]
  /** The address under which a citizen is signed in already. */
  already: string | null
  passkeyPlace: string | null
  providers: readonly { slug: string; name: string }[]
  email?: string
  errors?: FieldErrors
}

export const SignInPage = ({ page, returnPath, people, already, email = '', errors = {}, ...ways }: Props) => {
  const all = textsOf(page.lang)
  const texts = all.signIn
  return (
    <Layout page={page} title={texts.title} error={Object.keys(errors).length > 0} robots="noindex">
      <ErrorSummary title={all.errorTitle} errors={errors} />
      <h1>{texts.title}</h1>
      {already && <Inset>{texts.already(already)}</Inset>}
      <p>{texts.lead}</p>
      <form method="post" action={inLanguage(page.lang, accountUrls.signIn())} novalidate>
        <TextField
          name="email"
          label={texts.email}
          hint={texts.emailHint}
          type="email"
          autocomplete="email"
          width="two-thirds"
          value={email}
          error={errors.email}
        />
        <ReturnField returnPath={returnPath} />
        <Button preventDoubleClick>{texts.submit}</Button>
      </form>
      <SignInNotice page={page} />
      <OtherWays page={page} returnPath={returnPath} {...ways} />
      {people.length > 0 && <DemonstrationPeople page={page} returnPath={returnPath} people={people} />}
    </Layout>
  )
}

const SignInNotice = ({ page: { lang } }: Pick<Props, 'page'>) => {
  const { codes, sessions, limits, contacts } = ownDataTextsIn(lang).retention
  return <PrivacyNotice lang={lang} items={[codes, sessions, limits, contacts]} />
}

/** Passkeys show themselves where the browser has them, the providers wherever the operator has entered some. */
const OtherWays = ({ page, returnPath, passkeyPlace, providers }: Omit<Props, 'people' | 'already'>) => {
  const texts = meansTextsOf(page.lang)
  return (
    <>
      <PasskeyForm
        page={page}
        place={passkeyPlace}
        action={meansUrls.passkeySignIn}
        asked="hyrja"
        label={texts.passkey.signIn}
        kind="secondary"
      >
        <ReturnField returnPath={returnPath} />
      </PasskeyForm>
      {providers.length > 0 && (
        <section aria-labelledby="te-tjera">
          <h2 id="te-tjera">{texts.other.title}</h2>
          {providers.map(({ slug, name }) => (
            <p>
              <LinkButton kind="secondary" href={inLanguage(page.lang, meansUrls.provider(slug, returnPath))}>
                {texts.other.at(name)}
              </LinkButton>
            </p>
          ))}
        </section>
      )}
    </>
  )
}

const DemonstrationPeople = ({ page, returnPath, people }: Pick<Props, 'page' | 'returnPath' | 'people'>) => {
  const texts = textsOf(page.lang).demonstration
  const head = [texts.name, texts.post, texts.institution, texts.entry].map((label) => ({ label }))
  return (
    <section aria-labelledby="demonstrimi">
      <h2 id="demonstrimi">{texts.title}</h2>
      <p>{texts.lead}</p>
      <DataTable
        caption={texts.caption}
        captionHidden
        firstColumnHeader
        head={head}
        rows={people.map((person) => [
          person.name,
          person.post ?? '',
          person.institution ?? texts.everywhere,
          <DemonstrationButton page={page} returnPath={returnPath} person={person} />,
        ])}
      />
    </section>
  )
}

type ButtonProps = { page: PageContext; returnPath: string | null; person: DemonstrationPerson }

const DemonstrationButton = ({ page, returnPath, person }: ButtonProps) => {
  const texts = textsOf(page.lang).demonstration
  return (
    <form method="post" action={inLanguage(page.lang, accountUrls.demonstration)}>
      <ReturnField returnPath={returnPath} />
      <Button kind="secondary" name="llogaria" value={person.id}>
        {texts.submit}
        <span class="govuk-visually-hidden"> {texts.as(person.name)}</span>
      </Button>
    </form>
  )
}
