import type { RecoveryCodes } from '#platform/auth/recovery-code-queries.ts'
import { FEW_CODES } from '#platform/auth/recovery-code-rules.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { accountUrls } from './account-urls.ts'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'
import { ReturnField } from './return-field.tsx'

const ZONE = 'Europe/Tirane'

type Props = {
  page: PageContext
  known: RecoveryCodes | null
  /** The number of this form: sent twice it makes codes once. */
  form: string
  refused?: 'shown-before' | 'no-second-factor'
}

export const RecoveryCodesPage = ({ page, known, form, refused }: Props) => {
  const texts = meansTextsOf(page.lang)
  const { codes } = texts
  const words = refused === 'shown-before' ? codes.shownBefore : codes.noFactor
  return (
    <Layout
      page={page}
      title={codes.title}
      error={refused !== undefined}
      robots="noindex"
      back={{ href: inLanguage(page.lang, accountUrls.account), label: texts.back }}
    >
      <ErrorSummary title={texts.errorTitle} errors={refused ? { kodet: words } : {}} />
      <h1>{codes.title}</h1>
      <p>{codes.lead}</p>
      <p>{known ? codes.left(known.left, formatMoment(page.lang, known.createdAt, ZONE)) : codes.none}</p>
      {known !== null && known.left <= FEW_CODES && (
        <WarningText assistive={texts.warning}>{texts.account.codesFew}</WarningText>
      )}
      {known !== null && <p>{codes.voids}</p>}
      <form id="kodet" method="post" action={inLanguage(page.lang, meansUrls.recoveryCodes)}>
        <input type="hidden" name="dergesa" value={form} />
        <Button preventDoubleClick>{codes.make}</Button>
      </form>
    </Layout>
  )
}

type MadeProps = { page: PageContext; email: string; codes: readonly string[]; now: Date }

/** Shown once; made to be printed. */
export const MadeCodesPage = ({ page, email, codes, now }: MadeProps) => {
  const texts = meansTextsOf(page.lang).codes
  return (
    <Layout page={page} title={texts.madeTitle} robots="noindex">
      <h1>{texts.madeTitle}</h1>
      <p>{texts.madeLead}</p>
      <h2>{texts.list}</h2>
      <ol class="govuk-list govuk-list--number">
        {codes.map((code) => (
          <li>
            <code translate="no">{code}</code>
          </li>
        ))}
      </ol>
      <p class="kv-quiet">{texts.of(email, formatMoment(page.lang, now, ZONE))}</p>
      <LinkButton href={inLanguage(page.lang, accountUrls.account)}>{texts.saved}</LinkButton>
    </Layout>
  )
}

type EntryProps = { page: PageContext; returnPath: string | null; code?: string; errors?: FieldErrors }

export const RecoveryEntryPage = ({ page, returnPath, code = '', errors = {} }: EntryProps) => {
  const all = meansTextsOf(page.lang)
  const texts = all.recovery
  return (
    <Layout page={page} title={texts.title} error={Object.keys(errors).length > 0} robots="noindex">
      <ErrorSummary title={all.errorTitle} errors={errors} />
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <form method="post" action={inLanguage(page.lang, meansUrls.recoverySignIn())} novalidate>
        <TextField
          name="kodi"
          label={texts.field}
          hint={texts.hint}
          autocomplete="off"
          width="10"
          value={code}
          error={errors.kodi}
        />
        <ReturnField returnPath={returnPath} />
        <Button preventDoubleClick>{texts.submit}</Button>
      </form>
    </Layout>
  )
}
