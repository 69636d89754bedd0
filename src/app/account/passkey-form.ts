import { PASSKEY_NAME_LENGTH } from '#platform/auth/passkey-rules.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import type { MeansTexts } from './means-texts.sq.ts'

/** What the script put there: words of the browser, read and checked elsewhere. */
export const answerIn = (form: FormData): string => textField(form, 'pergjigja')

export function readPasskeyName(
  form: FormData,
  texts: MeansTexts['passkeys'],
): { ok: true; name: string } | { ok: false; errors: FieldErrors } {
  const name = textField(form, 'emri').replace(/\s+/g, ' ')
  if (name === '') return { ok: false, errors: { emri: texts.nameMissing } }
  if (lengthOf(name) > PASSKEY_NAME_LENGTH) return { ok: false, errors: { emri: texts.nameLong(PASSKEY_NAME_LENGTH) } }
  return { ok: true, name }
}
