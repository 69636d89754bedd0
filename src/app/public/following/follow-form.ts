import { readEmail } from '#platform/auth/email.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { isPace, type Pace } from '#platform/subscriptions/follow-rules.ts'
import type { OwnChange } from '#platform/subscriptions/change-follows.ts'
import { SELECTION_FIELDS } from '#platform/search/selection-rules.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { followingTexts } from './texts.ts'

const FOLLOW_FIELDS = ['adresa', 'sa-shpesh'] as const

/** `email` null: somebody is signed in. */
export function readFollowForm(
  lang: Lang,
  form: FormData,
  signedIn: boolean,
): Parsed<{ email: string | null; pace: Pace }> {
  const t = followingTexts(lang).form.errors
  const typed = typedOf(form, FOLLOW_FIELDS)
  const errors: FieldErrors = {}
  const email = signedIn ? null : readEmail(typed.adresa ?? '')
  if (!signedIn && email === null) errors.adresa = t.email
  const pace = typed['sa-shpesh'] ?? ''
  if (!isPace(pace)) errors['sa-shpesh'] = t.pace
  if (Object.keys(errors).length > 0 || !isPace(pace)) return { ok: false, errors, typed }
  return { ok: true, value: { email, pace } }
}

/** The selection as the hidden fields of the form bring it back. */
export const selectionFields = (form: FormData): Record<string, string> =>
  Object.fromEntries(Object.values(SELECTION_FIELDS).map((name) => [name, textField(form, name)]))

/** One button of one's own page. Null: none that we know. */
export function readOwnChange(form: FormData): OwnChange | null {
  const what = textField(form, 'vepra')
  const follow = textField(form, 'ndjekja')
  switch (what) {
    case 'pace': {
      const pace = textField(form, 'sa-shpesh')
      return isUuid(follow) && isPace(pace) ? { what, follow, pace } : null
    }
    case 'leave':
      return isUuid(follow) ? { what, follow } : null
    case 'leave-all':
    case 'pause':
    case 'resume':
      return { what }
    case 'lang': {
      const lang = textField(form, 'gjuha')
      return lang === 'sq' || lang === 'en' ? { what, lang } : null
    }
    default:
      return null
  }
}

export function readLostForm(lang: Lang, form: FormData): Parsed<string> {
  const typed = typedOf(form, ['adresa'])
  const email = readEmail(typed.adresa ?? '')
  return email === null
    ? { ok: false, errors: { adresa: followingTexts(lang).form.errors.email }, typed }
    : { ok: true, value: email }
}
