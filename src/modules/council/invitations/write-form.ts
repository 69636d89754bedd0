import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import { CASE_LIMITS } from '#platform/intake/case-rules.ts'
import type { WebLetter } from '#platform/intake/receive-web-case.ts'
import type { InvitationTexts } from './texts.sq.ts'

export const WRITE_FIELDS = ['dergesa', 'emri', 'lenda', 'shkrimi', 'adresa', 'telefoni'] as const

const SAYS_SOMETHING = /[\p{L}\p{N}]/u

/** What somebody wrote to a councillor; `named`: the words that name them before the subject. */
export function readWriting(
  form: FormData,
  texts: InvitationTexts,
  named: string,
): Parsed<Omit<WebLetter, 'files' | 'lang'>> {
  const t = texts.write.errors
  const errors: FieldErrors = {}
  const name = textField(form, 'emri').replace(/\s+/g, ' ')
  const subject = textField(form, 'lenda').replace(/\s+/g, ' ')
  const words = textField(form, 'shkrimi')
  const email = readEmail(textField(form, 'adresa'))
  const telephone = textField(form, 'telefoni')
  const dispatch = textField(form, 'dergesa')
  const about = `${named}: ${subject}`
  if (lengthOf(name) < 2 || lengthOf(name) > CASE_LIMITS.name || !SAYS_SOMETHING.test(name)) errors.emri = t.name
  if (!SAYS_SOMETHING.test(subject) || lengthOf(about) > CASE_LIMITS.about) errors.lenda = t.subject
  if (!SAYS_SOMETHING.test(words)) errors.shkrimi = t.words
  if (lengthOf(words) > CASE_LIMITS.words) errors.shkrimi = t.long
  if (email === null) errors.adresa = t.email
  if (lengthOf(telephone) > CASE_LIMITS.telephone) errors.telefoni = t.telephone
  if (email === null || !isUuid(dispatch) || Object.keys(errors).length > 0)
    return { ok: false, errors, typed: typedOf(form, WRITE_FIELDS) }
  return {
    ok: true,
    value: { form: dispatch, about, words, name, email, telephone: telephone || null, postal: null },
  }
}
