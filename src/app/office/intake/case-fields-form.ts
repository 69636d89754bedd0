import { readEmail } from '#platform/auth/email.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { CASE_LIMITS, readProtocolNumber, refusalOfDates } from '#platform/intake/case-rules.ts'
import { readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'
import { officeIntakeTexts } from './texts.ts'

/** Three fields as a day of this century or the last; null when all are empty. */
export function readDay(form: FormData, name: string): string | null {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => textField(form, `${name}-${part}`))
  if (day === '' && month === '' && year === '') return null
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^(19|20)\d\d$/.test(year)) return 'no-such-day'
  return readCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? 'no-such-day'
}

export type SenderFields = {
  name: string | null
  postal: string | null
  telephone: string | null
  email: string | null
}

/** Name, and whatever way there is to answer; none of the ways is required. */
export function readSender(
  lang: Lang,
  form: FormData,
  nameNeeded: boolean,
): { sender: SenderFields; errors: FieldErrors } {
  const t = officeIntakeTexts(lang).counter.errors
  const errors: FieldErrors = {}
  const name = textField(form, 'emri').replace(/\s+/g, ' ')
  const telephone = textField(form, 'telefoni')
  const postal = textField(form, 'adresa-postare')
  const typedEmail = textField(form, 'adresa')
  const email = typedEmail === '' ? null : readEmail(typedEmail)
  const short = lengthOf(name) < 2 && (nameNeeded || name !== '')
  if (short || lengthOf(name) > CASE_LIMITS.name) errors.emri = t.name
  if (lengthOf(telephone) > CASE_LIMITS.telephone) errors.telefoni = t.telephone
  if (lengthOf(postal) > CASE_LIMITS.postal) errors['adresa-postare'] = t.postal
  if (typedEmail !== '' && email === null) errors.adresa = t.email
  return { sender: { name: name || null, postal: postal || null, telephone: telephone || null, email }, errors }
}

export type DateFields = { happenedOn: CivilDate | null; receivedOn: CivilDate | null; registeredPost: boolean }

/** When it was written or posted, and when it was received: both may lie back, neither ahead. */
export function readDates(lang: Lang, form: FormData, today: CivilDate): { dates: DateFields; errors: FieldErrors } {
  const t = officeIntakeTexts(lang).counter.errors
  const errors: FieldErrors = {}
  const received = readDay(form, 'pranuar')
  const happened = readDay(form, 'shkruar')
  const registeredPost = textField(form, 'regjistruar') === 'po'
  if (received === 'no-such-day') errors.pranuar = t.date
  if (happened === 'no-such-day') errors.shkruar = t.date
  const dates = {
    happenedOn: happened === 'no-such-day' ? null : happened,
    receivedOn: received === 'no-such-day' ? null : received,
    registeredPost,
  }
  const wrong = refusalOfDates(dates, today)
  if (wrong) errors[wrong.field === 'happened' ? 'shkruar' : 'pranuar'] ??= t[wrong.refusal]
  if (registeredPost && happened === null) errors.shkruar = t.registered
  return { dates, errors }
}

export type ProtocolFields = { number: string; on: CivilDate | null; evenIfTaken: boolean }

/** The office's own number and day, as they stand in its book. */
export function readProtocol(lang: Lang, form: FormData): { protocol: ProtocolFields; errors: FieldErrors } {
  const t = officeIntakeTexts(lang).counter.errors
  const errors: FieldErrors = {}
  const number = readProtocolNumber(textField(form, 'protokolli'))
  const on = readDay(form, 'protokolluar')
  if (lengthOf(number) > CASE_LIMITS.protocol) errors.protokolli = t.protocolNumber
  if (on === 'no-such-day') errors.protokolluar = t.date
  else if (on !== null && number === '') errors.protokolli = t.protocolOn
  const evenIfTaken = textField(form, 'gjithsesi') === 'po'
  return { protocol: { number, on: on === 'no-such-day' ? null : on, evenIfTaken }, errors }
}
