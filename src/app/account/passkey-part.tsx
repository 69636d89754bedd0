import type { Child } from 'hono/jsx'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, type ButtonKind } from '#ui/button.tsx'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls, type PASSKEY_PURPOSES } from './means-urls.ts'

type Props = {
  page: PageContext
  /** The name under which passkeys know us; null: there is none, and nothing is offered. */
  place: string | null
  action: string
  asked: keyof typeof PASSKEY_PURPOSES | 'shtimi'
  label: string
  kind?: ButtonKind | undefined
  children?: Child
}

/** Hidden until `browser/passkey.ts` finds a browser that knows passkeys: nobody is offered what would not work. */
export const PasskeyForm = ({ page, place, action, asked, label, kind, children }: Props) =>
  place === null ? null : (
    <form
      id="celesi"
      method="post"
      action={inLanguage(page.lang, action)}
      novalidate
      hidden
      data-passkey={asked}
      data-challenge={inLanguage(page.lang, meansUrls.passkeyChallenge)}
      data-place={place}
    >
      <div role="alert">
        <p class="govuk-error-message" data-passkey-failed hidden>
          {meansTextsOf(page.lang).passkey.failed}
        </p>
      </div>
      {children}
      <input type="hidden" name="pergjigja" value="" />
      <Button kind={kind}>{label}</Button>
    </form>
  )
