import type { Factors } from '#platform/auth/second-factor-queries.ts'
import type { Enrolment } from '#platform/auth/second-factor.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsOf } from './account-texts.ts'
import { accountUrls } from './account-urls.ts'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'
import { PasskeyForm } from './passkey-part.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { ReturnField } from './return-field.tsx'

type Props = { page: PageContext; returnPath: string | null; code?: string; errors?: FieldErrors }

type SecondFactorProps = Props & {
  /** What this account can show. */
  factors: Factors
  passkeyPlace: string | null
}

export const SecondFactorPage = ({ page, returnPath, code = '', errors = {}, ...can }: SecondFactorProps) => {
  const all = textsOf(page.lang)
  const texts = all.secondFactor
  const more = meansTextsOf(page.lang)
  return (
    <Layout page={page} title={texts.title} error={Object.keys(errors).length > 0} robots="noindex">
      <ErrorSummary title={all.errorTitle} errors={errors} />
      <h1>{texts.title}</h1>
      {can.factors.totp && (
        <>
          <p>{texts.lead}</p>
          <form method="post" action={inLanguage(page.lang, accountUrls.secondFactor())} novalidate>
            <CodeField label={texts.field} hint={texts.hint} code={code} errors={errors} />
            <ReturnField returnPath={returnPath} />
            <Button preventDoubleClick>{texts.submit}</Button>
          </form>
        </>
      )}
      {can.factors.passkeys > 0 && <PasskeyFactor page={page} returnPath={returnPath} {...can} />}
      {can.factors.recoveryCodes > 0 && (
        <p>
          <a href={inLanguage(page.lang, meansUrls.recoverySignIn(returnPath))}>{more.recovery.link}</a>
        </p>
      )}
      <Details summary={texts.lost}>{texts.lostHelp}</Details>
    </Layout>
  )
}

type PasskeyFactorProps = Pick<SecondFactorProps, 'page' | 'returnPath' | 'factors' | 'passkeyPlace'>

const PasskeyFactor = ({ page, returnPath, factors, passkeyPlace }: PasskeyFactorProps) => {
  const { passkey, passkeys } = meansTextsOf(page.lang)
  return (
    <>
      {!factors.totp && (
        <p data-passkey-without>{passkeyPlace === null ? passkeys.nowhere : passkeys.shownAt(passkeyPlace)}</p>
      )}
      <PasskeyForm
        page={page}
        place={passkeyPlace}
        action={meansUrls.passkeyFactor}
        asked="faktori"
        label={passkey.second}
        kind={factors.totp ? 'secondary' : 'primary'}
      >
        <ReturnField returnPath={returnPath} />
      </PasskeyForm>
    </>
  )
}

type CodeFieldProps = { label: string; hint: string; code: string; errors: FieldErrors }

const CodeField = ({ label, hint, code, errors }: CodeFieldProps) => (
  <TextField
    name="kodi"
    label={label}
    hint={hint}
    inputmode="numeric"
    autocomplete="one-time-code"
    width="10"
    value={code}
    error={errors.kodi}
  />
)

type EnrolmentProps = Props & { enrolment: Enrolment }

export const EnrolmentPage = ({ page, returnPath, enrolment, code = '', errors = {} }: EnrolmentProps) => {
  const all = textsOf(page.lang)
  const texts = all.enrolment
  const title = enrolment.replaces ? texts.replaceTitle : texts.title
  return (
    <Layout page={page} title={title} error={Object.keys(errors).length > 0} robots="noindex">
      <ErrorSummary title={all.errorTitle} errors={errors} />
      <h1>{title}</h1>
      <p>{enrolment.replaces ? texts.replaceLead : texts.lead}</p>
      <ol class="govuk-list govuk-list--number">
        {texts.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <Key page={page} enrolment={enrolment} />
      <form method="post" action={inLanguage(page.lang, accountUrls.enrolment())} novalidate>
        <CodeField label={texts.field} hint={texts.hint} code={code} errors={errors} />
        <input type="hidden" name="celesi" value={enrolment.sealed} />
        <ReturnField returnPath={returnPath} />
        <Button preventDoubleClick>{texts.submit}</Button>
      </form>
      {!enrolment.replaces && (
        <p>
          <a href={inLanguage(page.lang, meansUrls.passkeys(returnPath))}>{meansTextsOf(page.lang).enrolmentLink}</a>
        </p>
      )}
    </Layout>
  )
}

const Key = ({ page, enrolment }: { page: PageContext; enrolment: Enrolment }) => {
  const texts = textsOf(page.lang).enrolment
  return (
    <>
      <p>
        <QrCode words={enrolment.uri} label={texts.qr} />
      </p>
      <Details summary={texts.byHand}>
        <p>{texts.byHandHelp}</p>
        <p>
          <code translate="no">{enrolment.groups}</code>
        </p>
        <p>
          <a href={enrolment.uri}>{texts.open}</a>
        </p>
      </Details>
      <p>{texts.lock}</p>
    </>
  )
}
