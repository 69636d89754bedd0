import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'
import { PasskeyForm } from './passkey-part.tsx'
import type { ProofView } from './proof-view.ts'
import { ReturnField } from './return-field.tsx'

type Props = {
  page: PageContext
  view: ProofView
  returnPath: string | null
  code?: string
  errors?: FieldErrors
}

/** "Confirm that it is you", before a deed that an open desk must not allow. */
export const ProofPage = ({ page, view, returnPath, code = '', errors = {} }: Props) => {
  const all = meansTextsOf(page.lang)
  const texts = all.proof
  return (
    <Layout page={page} title={texts.title} error={Object.keys(errors).length > 0} robots="noindex">
      <ErrorSummary title={all.errorTitle} errors={errors} />
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      {view.factors.totp && (
        <form method="post" action={inLanguage(page.lang, meansUrls.proof())} novalidate>
          <TextField
            name="kodi"
            label={texts.field}
            hint={texts.hint}
            inputmode="numeric"
            autocomplete="one-time-code"
            width="10"
            value={code}
            error={errors.kodi}
          />
          <ReturnField returnPath={returnPath} />
          <Button preventDoubleClick>{texts.submit}</Button>
        </form>
      )}
      <OtherProofs page={page} view={view} returnPath={returnPath} />
    </Layout>
  )
}

const OtherProofs = ({ page, view, returnPath }: Pick<Props, 'page' | 'view' | 'returnPath'>) => {
  const all = meansTextsOf(page.lang)
  const { factors, passkeyPlace, providers, demonstration } = view
  const none = !factors.totp && factors.passkeys === 0 && !demonstration && providers.length === 0
  return (
    <>
      {factors.passkeys > 0 && (
        <PasskeyForm
          page={page}
          place={passkeyPlace}
          action={meansUrls.proofByPasskey}
          asked="konfirmimi"
          label={all.passkey.prove}
          kind={factors.totp ? 'secondary' : 'primary'}
        >
          <ReturnField returnPath={returnPath} />
        </PasskeyForm>
      )}
      {factors.passkeys > 0 && !factors.totp && (
        <p data-passkey-without>{passkeyPlace === null ? all.passkeys.nowhere : all.passkeys.shownAt(passkeyPlace)}</p>
      )}
      {demonstration && (
        <form id="demonstrim" method="post" action={inLanguage(page.lang, meansUrls.proofOfDemonstration)}>
          <ReturnField returnPath={returnPath} />
          <Button preventDoubleClick>{all.proof.demonstration}</Button>
        </form>
      )}
      {providers.map(({ slug, name }) => (
        <p>
          <LinkButton kind="secondary" href={inLanguage(page.lang, meansUrls.proveAt(slug, returnPath))}>
            {all.proof.at(name)}
          </LinkButton>
        </p>
      ))}
      {none && <Inset>{all.proof.none}</Inset>}
    </>
  )
}
