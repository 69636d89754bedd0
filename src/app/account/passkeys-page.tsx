import type { PasskeyRow } from '#platform/auth/passkey-queries.ts'
import { transportsOf } from '#platform/auth/passkey-rules.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { accountUrls } from './account-urls.ts'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'
import { PasskeyForm } from './passkey-part.tsx'
import { ReturnField } from './return-field.tsx'

const ZONE = 'Europe/Tirane'

type Props = {
  page: PageContext
  place: string | null
  keys: readonly PasskeyRow[]
  /** Where to go on, when the first factor is being set up on the way into the office. */
  returnPath: string | null
  /** The account has no second factor yet, and this would be it. */
  first: boolean
  name?: string
  errors?: FieldErrors
  status?: string | null
}

export const PasskeysPage = ({ page, place, keys, returnPath, first, name = '', errors = {}, status }: Props) => {
  const texts = meansTextsOf(page.lang)
  const back = { href: inLanguage(page.lang, accountUrls.account), label: texts.back }
  const error = Object.keys(errors).length > 0
  return (
    <Layout
      page={page}
      title={texts.passkeys.title}
      error={error}
      status={status}
      back={first ? undefined : back}
      robots="noindex"
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1>{texts.passkeys.title}</h1>
      <p>{texts.passkeys.lead}</p>
      {first ? <p>{texts.passkeys.first}</p> : <Keys page={page} keys={keys} />}
      <h2>{texts.passkeys.addTitle}</h2>
      <Inset>
        <p data-passkey-without>{place === null ? texts.passkeys.nowhere : texts.passkeys.without(place)}</p>
      </Inset>
      <PasskeyForm page={page} place={place} action={meansUrls.passkeys()} asked="shtimi" label={texts.passkeys.add}>
        <TextField
          name="emri"
          label={texts.passkeys.field}
          hint={texts.passkeys.hint}
          width="two-thirds"
          value={name}
          error={errors.emri}
        />
        <ReturnField returnPath={returnPath} />
      </PasskeyForm>
    </Layout>
  )
}

const Keys = ({ page, keys }: Pick<Props, 'page' | 'keys'>) => {
  const texts = meansTextsOf(page.lang).passkeys
  if (keys.length === 0) return <EmptyState>{texts.none}</EmptyState>
  return (
    <DataTable
      caption={texts.title}
      captionHidden
      firstColumnHeader
      head={[texts.name, texts.kind, texts.created, texts.lastUsed, texts.action].map((label) => ({ label }))}
      rows={keys.map((key) => [
        key.name,
        kindOf(page, key),
        formatMoment(page.lang, key.createdAt, ZONE),
        key.lastUsedAt ? formatMoment(page.lang, key.lastUsedAt, ZONE) : texts.never,
        <a href={inLanguage(page.lang, meansUrls.removePasskey(key.id))}>
          {texts.remove}
          <span class="govuk-visually-hidden"> {texts.removeHidden(key.name)}</span>
        </a>,
      ])}
    />
  )
}

function kindOf({ lang }: PageContext, { transports, synced }: PasskeyRow): string {
  const texts = meansTextsOf(lang).passkeys
  const ways = transportsOf(transports).map((one) => texts.transports[one])
  return [...ways, ...(synced ? [texts.synced] : [])].join(', ') || '–'
}

type RemoveProps = { page: PageContext; passkey: PasskeyRow; refused?: boolean }

export const RemovePasskeyPage = ({ page, passkey, refused = false }: RemoveProps) => {
  const texts = meansTextsOf(page.lang)
  const title = texts.passkeys.removeTitle(passkey.name)
  return (
    <Layout
      page={page}
      title={title}
      error={refused}
      robots="noindex"
      back={{ href: inLanguage(page.lang, meansUrls.passkeys()), label: texts.passkeys.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={refused ? { heqja: texts.passkeys.last } : {}} />
      <h1>{title}</h1>
      <p>{texts.passkeys.removeLead}</p>
      <form id="heqja" method="post" action={inLanguage(page.lang, meansUrls.removePasskey(passkey.id))}>
        <Button kind="warning" preventDoubleClick>
          {texts.passkeys.removeSubmit}
        </Button>
      </form>
    </Layout>
  )
}
