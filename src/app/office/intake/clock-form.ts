import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { CASE_LIMITS } from '#platform/intake/case-rules.ts'
import type { ClockChoice } from '#platform/intake/choose-case-clock.ts'
import type { extendCaseClock } from '#platform/intake/extend-case-clock.ts'
import { CLOCKS, EXTENSION_GROUNDS } from '#platform/intake/clock-rules.ts'
import { readDay } from './case-fields-form.ts'
import { officeIntakeTexts } from './texts.ts'

export const CLOCK_FIELDS = ['lloji', 'dita-day', 'dita-month', 'dita-year', 'arsyeja-afatit']

/** What the paper asks for, as the official reads it, and why. */
export function readClockChoice(lang: Lang, form: FormData): Parsed<ClockChoice> {
  const { clock: t, page } = officeIntakeTexts(lang)
  const clock = CLOCKS.find((one) => one === textField(form, 'lloji'))
  const ground = textField(form, 'arsyeja-afatit')
  const day = clock === 'day' ? readDay(form, 'dita') : null
  const errors: FieldErrors = {}
  if (!clock) errors.lloji = t.kindError
  if (clock === 'day' && (day === null || day === 'no-such-day')) errors.dita = t.dayError
  if (!isReason(ground)) errors['arsyeja-afatit'] = page.reasonError
  if (!clock || Object.keys(errors).length > 0) return { ok: false, errors, typed: typedOf(form, CLOCK_FIELDS) }
  return { ok: true, value: clock === 'day' ? { clock, day: day ?? '', ground } : { clock, ground } }
}

export const EXTENSION_FIELDS = ['zgjatja', 'zgjatja-arsyeja', 'zgjatja-dite', 'zgjatja-njoftimi']

export type ExtensionWords = Pick<Parameters<typeof extendCaseClock>[2], 'ground' | 'notice' | 'days'>

/** Why longer, by how much, and how the person was told. `arsye=lista`: the page asked for one of the grounds of a law. */
export function readExtension(lang: Lang, form: FormData): Parsed<ExtensionWords> {
  const { clock: t, page } = officeIntakeTexts(lang)
  const fromList = textField(form, 'arsye') === 'lista'
  const listed = EXTENSION_GROUNDS.find((one) => one === textField(form, 'zgjatja-arsyeja'))
  const words = textField(form, 'zgjatja')
  const notice = textField(form, 'zgjatja-njoftimi')
  const typedDays = textField(form, 'zgjatja-dite')
  const days = typedDays === '' ? null : Number(typedDays)
  const errors: FieldErrors = {}
  if (fromList && !listed) errors['zgjatja-arsyeja'] = t.groundError
  if (!fromList && !isReason(words)) errors.zgjatja = page.reasonError
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= 365)) errors['zgjatja-dite'] = t.extendByError
  if (!isReason(notice)) errors['zgjatja-njoftimi'] = t.noticeError
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed: typedOf(form, EXTENSION_FIELDS) }
  return { ok: true, value: { ground: fromList && listed ? { listed } : { words }, notice, days } }
}

const isReason = (words: string): boolean => lengthOf(words) >= 3 && lengthOf(words) <= CASE_LIMITS.reason
