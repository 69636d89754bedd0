import { readEmail } from '#platform/auth/email.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, type Parsed } from '#platform/http/form.ts'
import { LANGUAGES, type Lang } from '#platform/i18n/language.ts'
import type { OwnDataPageTexts } from './texts.sq.ts'

export function readAddressForm(form: FormData, texts: OwnDataPageTexts): Parsed<string> {
  const typed = textField(form, 'adresa')
  const email = readEmail(typed)
  return email === null
    ? { ok: false, errors: { adresa: texts.errors.email }, typed: { adresa: typed } }
    : { ok: true, value: email }
}

export function readNameForm(form: FormData, texts: OwnDataPageTexts): Parsed<string> {
  const typed = textField(form, 'emri')
  const length = lengthOf(typed)
  return length >= 2 && length <= 120
    ? { ok: true, value: typed }
    : { ok: false, errors: { emri: texts.errors.name }, typed: { emri: typed } }
}

export const readLangForm = (form: FormData): Lang =>
  LANGUAGES.find((lang) => lang === textField(form, 'gjuha')) ?? 'sq'

export function readEraseForm(form: FormData, texts: OwnDataPageTexts): Parsed<string> {
  const code = textField(form, 'kodi').replace(/\s/g, '')
  const errors = {
    ...(/^\d{6}$/.test(code) ? {} : { kodi: texts.errors.code }),
    ...(textField(form, 'konfirmimi') === 'po' ? {} : { konfirmimi: texts.errors.confirm }),
  }
  const typed = { konfirmimi: textField(form, 'konfirmimi') }
  return Object.keys(errors).length === 0 ? { ok: true, value: code } : { ok: false, errors, typed }
}
