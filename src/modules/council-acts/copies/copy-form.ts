import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import { readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'
import type { CopyRequest } from './ask-for-copy.ts'
import type { CopiesTexts } from './texts.sq.ts'

const DAY = ['kerkuar-day', 'kerkuar-month', 'kerkuar-year'] as const
export const REQUEST_FIELDS = ['kerkuar-nga', 'menyra', 'protokolli', ...DAY] as const

export function readRequest(form: FormData, t: CopiesTexts, today: CivilDate): Parsed<CopyRequest> {
  const typed = typedOf(form, REQUEST_FIELDS)
  const errors: FieldErrors = {}
  const words = (name: 'kerkuar-nga' | 'menyra' | 'protokolli', most: number): string | null => {
    const value = typed[name] ?? ''
    if (lengthOf(value) > most || (lengthOf(value) === 1 && name !== 'protokolli')) errors[name] = t.errors.long
    return value === '' ? null : value
  }
  const [day, month, year] = DAY.map((name) => (typed[name] ?? '').padStart(2, '0'))
  const askedOn = readCivilDate(`${year}-${month}-${day}`)
  if (askedOn === null || askedOn > today) errors.kerkuar = t.errors.askedOn
  const request = {
    askedBy: words('kerkuar-nga', 200),
    reach: words('menyra', 200),
    protocol: words('protokolli', 100),
  }
  if (askedOn === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { ...request, askedOn } }
}

/** Empty: the words of the archive. */
export function readVersion(form: FormData, t: CopiesTexts): Parsed<string | null> {
  const typed = typedOf(form, ['redaksia'])
  const value = typed.redaksia ?? ''
  if (value === 'arkivi') return { ok: true, value: null }
  return isUuid(value) ? { ok: true, value } : { ok: false, errors: { redaksia: t.errors.version }, typed }
}

export function readReason(form: FormData, t: CopiesTexts): Parsed<string> {
  const typed = typedOf(form, ['arsyeja'])
  const reason = typed.arsyeja ?? ''
  const good = lengthOf(reason) >= 5 && lengthOf(reason) <= 1000
  return good ? { ok: true, value: reason } : { ok: false, errors: { arsyeja: t.errors.reason }, typed }
}
