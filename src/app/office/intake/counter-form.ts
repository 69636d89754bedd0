import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { CASE_LIMITS } from '#platform/intake/case-rules.ts'
import type { CounterEntry } from '#platform/intake/enter-at-counter.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { readDates, readProtocol, readSender } from './case-fields-form.ts'
import { officeIntakeTexts } from './texts.ts'

const DAYS = ['pranuar', 'shkruar', 'protokolluar'].flatMap((name) =>
  ['day', 'month', 'year'].map((part) => `${name}-${part}`),
)

export const COUNTER_FIELDS = [
  'dergesa',
  'institucioni',
  'rruga',
  'emri',
  'lenda',
  'fjalet',
  'telefoni',
  'adresa-postare',
  'adresa',
  'regjistruar',
  'protokolli',
  'gjithsesi',
  ...DAYS,
]

/** What the clerk typed: a name, what it is about, and the words or a scan of them; the rest only where there is some. */
export function readCounterForm(
  lang: Lang,
  form: FormData,
  files: number,
  today: CivilDate,
): Parsed<Omit<CounterEntry, 'files'>> {
  const t = officeIntakeTexts(lang).counter.errors
  const { sender, errors: ofSender } = readSender(lang, form, true)
  const { dates, errors: ofDates } = readDates(lang, form, today)
  const { protocol, errors: ofProtocol } = readProtocol(lang, form)
  const about = textField(form, 'lenda').replace(/\s+/g, ' ')
  const words = textField(form, 'fjalet')
  const errors: FieldErrors = {}
  const dispatch = textField(form, 'dergesa')
  const institutionId = textField(form, 'institucioni')
  if (!isUuid(institutionId)) errors.institucioni = t.institution
  if (!isUuid(dispatch)) errors.emri = t.form
  Object.assign(errors, ofSender)
  if (lengthOf(about) < 2 || lengthOf(about) > CASE_LIMITS.about) errors.lenda = t.about
  if (lengthOf(words) > CASE_LIMITS.words) errors.fjalet = t.wordsLong
  else if (words === '' && files === 0) errors.fjalet = t.content
  Object.assign(errors, ofDates, ofProtocol)
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed: typedOf(form, COUNTER_FIELDS) }
  return {
    ok: true,
    value: {
      form: dispatch,
      institutionId,
      channel: textField(form, 'rruga') === 'paper' ? 'paper' : 'counter',
      about,
      words: words || null,
      sender,
      ...dates,
      protocolNumber: protocol.number,
      protocolOn: protocol.on,
      evenIfTaken: protocol.evenIfTaken,
    },
  }
}
