import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ownDataTextsIn } from '#platform/own-data/own-data-texts.ts'
import { PACES } from '#platform/subscriptions/follow-rules.ts'
import { followTexts } from '#platform/subscriptions/follow-texts.ts'
import { followUrls } from '#platform/subscriptions/urls.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { PrivacyNotice } from '#ui/privacy-notice.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { WishView } from './follow-view.ts'
import { followingTexts } from './texts.ts'

type Props = {
  page: PageContext
  wish: WishView
  typed: Typed
  errors: FieldErrors
  /** The address of a citizen who is signed in; null: it is asked for. */
  signedInAs: string | null
}

/** What will be followed, how often, and by which address. Whoever is signed in presses one button. */
export const FollowPage = ({ page, wish, typed, errors, signedInAs }: Props) => {
  const { lang } = page
  const t = followingTexts(lang).form
  const failed = Object.keys(errors).length > 0
  return (
    <Layout page={page} title={t.title} robots="noindex" error={failed} feeds={wish.query}>
      <ErrorSummary title={followingTexts(lang).errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <Inset>
        {t.what}: <strong>{wish.name}</strong>
      </Inset>
      <form method="post" action={inLanguage(lang, followUrls.follow())} novalidate data-submit-once>
        <SelectionInputs query={wish.query} />
        {signedInAs === null ? (
          <TextField
            name="adresa"
            label={t.email}
            hint={t.emailHint}
            value={typed.adresa}
            error={errors.adresa}
            type="email"
            autocomplete="email"
          />
        ) : (
          <p class="govuk-body">{t.signedIn(signedInAs)}</p>
        )}
        <RadioField
          name="sa-shpesh"
          legend={t.pace}
          value={typed['sa-shpesh'] ?? 'daily'}
          error={errors['sa-shpesh']}
          options={PACES.map((pace) => ({
            value: pace,
            label: followTexts(lang).paces[pace],
            hint: t.paceHints[pace],
          }))}
        />
        <p class="govuk-body">{t.consent}</p>
        <KeptNotice page={page} />
        <Button kind="primary" preventDoubleClick>
          {signedInAs === null ? t.submit : t.submitSignedIn}
        </Button>
      </form>
      <Otherwise page={page} query={wish.query} />
    </Layout>
  )
}

/** The selection travels with the form. */
const SelectionInputs = ({ query }: { query: string }) => (
  <>
    {[...new URLSearchParams(query)].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

/** In the words of the rules that end it. */
const KeptNotice = ({ page: { lang } }: Pick<Props, 'page'>) => {
  const { unconfirmed, standing, ended, bounced } = followTexts(lang).retention
  const { bodies, letters, limits } = ownDataTextsIn(lang).retention
  return <PrivacyNotice lang={lang} items={[unconfirmed, standing, ended, bounced, bodies, letters, limits]} />
}

const Otherwise = ({ page: { lang }, query }: { page: PageContext; query: string }) => {
  const t = followingTexts(lang).form
  return (
    <>
      <h2 class="govuk-heading-m">{t.otherWays}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a href={inLanguage(lang, followUrls.atom(query))}>{t.feed}</a>
        </li>
        <li>
          <a href={inLanguage(lang, followUrls.calendar(query))}>{t.calendar}</a>
        </li>
      </ul>
      <p class="govuk-body">
        <a href={inLanguage(lang, followUrls.own())}>{t.ownLink}</a>
      </p>
    </>
  )
}
