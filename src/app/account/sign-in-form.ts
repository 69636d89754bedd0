import { readEmail } from '#platform/auth/email.ts'
import { localPath } from '#platform/auth/return-path.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import type { AccountTexts } from './account-texts.sq.ts'

export type Read<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors }

export function readEmailField(form: FormData, texts: AccountTexts['signIn']): Read<string> {
  const words = textField(form, 'email')
  const email = readEmail(words)
  if (email !== null) return { ok: true, value: email }
  return { ok: false, errors: { email: words === '' ? texts.emailMissing : texts.emailWrong } }
}

/** People group digits by spaces or a dash; six digits are six digits. What cannot be a code takes no try away. */
export function readCodeField(form: FormData, texts: { shape: string }): Read<string> {
  const code = textField(form, 'kodi').replace(/[\s-]/g, '')
  return /^\d{6}$/.test(code) ? { ok: true, value: code } : { ok: false, errors: { kodi: texts.shape } }
}

export const returnPathOf = (form: FormData): string | null => localPath(textField(form, 'pastaj'))
