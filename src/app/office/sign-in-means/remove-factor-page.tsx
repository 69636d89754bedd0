import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import type { RemoveFactorView } from './remove-factor-view.ts'
import { signInMeansTexts } from './texts.ts'
import type { SignInMeansTexts } from './texts.sq.ts'
import { meansOfficeUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: RemoveFactorView
  reason?: string
  errors?: FieldErrors
  status?: string | null
}

export const RemoveFactorPage = ({ page, view, reason = '', errors = {}, status }: Props) => {
  const texts = signInMeansTexts(page.lang)
  return (
    <Layout
      page={page}
      title={texts.title}
      office
      robots="noindex"
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(page.lang, meansOfficeUrls.person(view.id)), label: texts.back }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1>{texts.title}</h1>
      <SummaryList
        rows={[
          { key: texts.name, value: view.name },
          { key: texts.email, value: view.email },
          { key: texts.has, value: hasWords(texts, view) || '–' },
        ]}
      />
      {view.stop === null ? (
        <RemovalForm page={page} view={view} reason={reason} errors={errors} />
      ) : (
        <Inset>{texts[view.stop]}</Inset>
      )}
    </Layout>
  )
}

const RemovalForm = ({ page, view, reason, errors = {} }: Props) => {
  const texts = signInMeansTexts(page.lang)
  return (
    <>
      <p>{texts.lead}</p>
      <WarningText assistive={texts.warning}>{texts.consequence}</WarningText>
      <form method="post" action={inLanguage(page.lang, meansOfficeUrls.removeFactor(view.id))} novalidate>
        <TextAreaField
          name="arsyeja"
          label={texts.reason}
          hint={texts.reasonHint}
          rows={3}
          value={reason}
          error={errors.arsyeja}
        />
        <Button kind="warning" preventDoubleClick>
          {texts.submit}
        </Button>
      </form>
    </>
  )
}

function hasWords(texts: SignInMeansTexts, { factors, identities }: RemoveFactorView): string {
  const { totp, passkeys, recoveryCodes } = factors
  return [
    ...(totp ? [texts.totp] : []),
    ...(passkeys > 0 ? [texts.passkeys(passkeys)] : []),
    ...(recoveryCodes > 0 ? [texts.codes(recoveryCodes)] : []),
    ...(identities > 0 ? [texts.identities(identities)] : []),
  ].join(', ')
}
