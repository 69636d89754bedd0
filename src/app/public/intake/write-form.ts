import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { CASE_LIMITS } from '#platform/intake/case-rules.ts'
import type { WebLetter } from '#platform/intake/receive-web-case.ts'
import { writeTexts } from './texts.ts'

export const WRITE_FIELDS = ['dergesa', 'emri', 'lenda', 'shkrimi', 'adresa', 'telefoni', 'adresa-postare'] as const

const SAYS_SOMETHING = /[\p{L}\p{N}]/u

/** What somebody wrote to an institution. */
export function readLetter(lang: Lang, form: FormData): Parsed<Omit<WebLetter, 'files' | 'lang'>> {
  const t = writeTexts(lang).form.errors
  const errors: FieldErrors = {}
  const name = textField(form, 'emri').replace(/\s+/g, ' ')
  const about = textField(form, 'lenda').replace(/\s+/g, ' ')
  const words = textField(form, 'shkrimi')
  const email = readEmail(textField(form, 'adresa'))
  const telephone = textField(form, 'telefoni')
  const postal = textField(form, 'adresa-postare')
  const dispatch = textField(form, 'dergesa')
  if (lengthOf(name) < 2 || lengthOf(name) > CASE_LIMITS.name || !SAYS_SOMETHING.test(name)) errors.emri = t.name
  if (lengthOf(about) < 2 || lengthOf(about) > CASE_LIMITS.about || !SAYS_SOMETHING.test(about)) errors.lenda = t.about
  if (!SAYS_SOMETHING.test(words)) errors.shkrimi = t.words
  if (lengthOf(words) > CASE_LIMITS.words) errors.shkrimi = t.wordsLong
  if (!isUuid(dispatch)) errors.shkrimi ??= t.form
  if (email === null) errors.adresa = t.email
  if (lengthOf(telephone) > CASE_LIMITS.telephone) errors.telefoni = t.telephone
  if (lengthOf(postal) > CASE_LIMITS.postal) errors['adresa-postare'] = t.postal
  if (email === null || Object.keys(errors).length > 0) return { ok: false, errors, typed: typedOf(form, WRITE_FIELDS) }
  return {
    ok: true,
    value: { form: dispatch, about, words, name, email, telephone: telephone || null, postal: postal || null },
  }
}
