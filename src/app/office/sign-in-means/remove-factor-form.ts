import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import type { SignInMeansTexts } from './texts.sq.ts'

const SHORTEST = 10
const LONGEST = 500

export function readReason(
  form: FormData,
  texts: SignInMeansTexts,
): { ok: true; reason: string } | { ok: false; errors: FieldErrors } {
  const reason = textField(form, 'arsyeja')
  if (lengthOf(reason) < SHORTEST) return { ok: false, errors: { arsyeja: texts.reasonShort } }
  if (lengthOf(reason) > LONGEST) return { ok: false, errors: { arsyeja: texts.reasonLong } }
  return { ok: true, reason }
}
