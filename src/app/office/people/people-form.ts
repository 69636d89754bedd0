import { readEmail } from '#platform/auth/email.ts'
import type { Role } from '#platform/auth/visitor.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'
import type { PeopleTexts } from './texts.sq.ts'

export type DayParts = { day: string; month: string; year: string }

export function dayParts(form: FormData, name: string): DayParts {
  return {
    day: textField(form, `${name}-day`),
    month: textField(form, `${name}-month`),
    year: textField(form, `${name}-year`),
  }
}

/** Three inputs, as people say a date. No day when all are empty. */
function readDay({ day, month, year }: DayParts): { date: CivilDate | null; understood: boolean } {
  if (day === '' && month === '' && year === '') return { date: null, understood: true }
  const date = readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return { date, understood: date !== null }
}

export type SpanWords = { from: CivilDate | null; to: CivilDate | null }

/** From and until, each of them or none; the last day is not before the first, nor before today. */
export function readSpan(
  form: FormData,
  [first, last]: readonly [string, string],
  t: PeopleTexts['errors'],
  today: CivilDate,
): { span: SpanWords; errors: FieldErrors } {
  const errors: FieldErrors = {}
  const [from, to] = [readDay(dayParts(form, first)), readDay(dayParts(form, last))]
  if (!from.understood) errors[first] = t.date
  if (!to.understood) errors[last] = t.date
  if (to.date && to.date < today) errors[last] = t.past
  if (from.date && to.date && to.date < from.date) errors[last] = t.order
  return { span: { from: from.date, to: to.date }, errors }
}

export type PersonWords = { name: string; email: string; post: string }

export const personWords = (form: FormData): PersonWords => ({
  name: textField(form, 'emri'),
  email: textField(form, 'email'),
  post: textField(form, 'detyra'),
})

export function readPersonWords(
  words: PersonWords,
  t: PeopleTexts['errors'],
): { name: string; email: string; post: string | null; errors: FieldErrors } {
  const errors: FieldErrors = {}
  const name = words.name.replace(/\s+/g, ' ')
  const email = readEmail(words.email)
  if (lengthOf(name) < 2 || lengthOf(name) > 120) errors.emri = t.name
  if (lengthOf(words.post) > 160) errors.detyra = t.post
  if (email === null) errors.email = t.email
  return { name, email: email ?? '', post: words.post || null, errors }
}

/** The roles that were ticked, of those that may be given here. */
export const readRoles = (form: FormData, allowed: readonly Role[]): Role[] =>
  allowed.filter((role) => form.getAll('roli').includes(role))

/** An id of the form, or null when it is none. */
export function idField(form: FormData, name: string): string | null {
  const words = textField(form, name)
  return isUuid(words) ? words : null
}
