import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { instantAt, readCivilDate } from '#platform/time/civil-date.ts'
import type { Mark, RecordingFacts } from './recording-queries.ts'
import { markField } from './recording-field-rules.ts'
import { RECORDING_KINDS, secondsOf } from './recording-rules.ts'
import type { RecordingTexts } from './texts.sq.ts'

const FIELDS = ['lloji', 'adresa', 'emri', 'dita-day', 'dita-month', 'dita-year', 'ora', 'gjatesia', 'prere'] as const

export const typedRecording = (form: FormData): Typed => typedOf(form, FIELDS)

/** A link as it was typed; days and hours are those of the institution's zone. */
export function readRecordingForm(typed: Typed, texts: RecordingTexts, zone: string): Parsed<RecordingFacts> {
  const t = texts.office.errors
  const errors: FieldErrors = {}
  const kind = RECORDING_KINDS.find((one) => one === typed.lloji)
  if (!kind) errors.lloji = t.kind
  const url = addressIn(typed.adresa ?? '')
  if (url === null) errors.adresa = t.url
  const title = typed.emri ?? ''
  if (title !== '' && (lengthOf(title) < 2 || lengthOf(title) > 200)) errors.emri = t.title
  const startsAt = kind === 'live' ? null : momentIn(typed, texts, zone, errors)
  const seconds = (typed.gjatesia ?? '') === '' || kind === 'live' ? null : secondsOf(typed.gjatesia ?? '')
  if (kind !== 'live' && (typed.gjatesia ?? '') !== '' && !seconds) errors.gjatesia = t.length
  if (!kind || url === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const closedPartsCut = typed.prere === 'po'
  return { ok: true, value: { kind, url, title: title || null, startsAt, seconds, closedPartsCut } }
}

function addressIn(words: string): string | null {
  try {
    const address = new URL(words)
    const known = address.protocol === 'https:' || address.protocol === 'http:'
    return known && address.username === '' && address.href.length <= 500 ? address.href : null
  } catch {
    return null
  }
}

const HOUR = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/

function momentIn(typed: Typed, texts: RecordingTexts, zone: string, errors: FieldErrors): Date | null {
  const t = texts.office.errors
  const { 'dita-day': day = '', 'dita-month': month = '', 'dita-year': year = '', ora = '' } = typed
  if (`${day}${month}${year}` === '' && ora === '') return null
  if (`${day}${month}${year}` === '' || ora === '') {
    errors[ora === '' ? 'ora' : 'dita'] = t.both
    return null
  }
  const date = readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (date === null) errors.dita = t.day
  if (!HOUR.test(ora)) errors.ora = t.hour
  if (date === null || errors.ora !== undefined) return null
  const seconds = secondsOf(ora.split(':').length === 2 ? `${ora}:00` : ora) ?? 0
  return instantAt(date, seconds, zone)
}

/** One field for each moment; what is empty is reckoned. */
export function readMarks(
  form: FormData,
  moments: readonly { kind: 'item' | 'vote'; id: string }[],
  texts: RecordingTexts,
): Parsed<Mark[]> {
  const typed = typedOf(
    form,
    moments.map(({ kind, id }) => markField(kind, id)),
  )
  const errors: FieldErrors = {}
  const marks = moments.flatMap(({ kind, id }): Mark[] => {
    const field = markField(kind, id)
    const words = typed[field] ?? ''
    if (words === '') return []
    const seconds = secondsOf(words)
    if (seconds === null) errors[field] = texts.office.errors.moment
    return seconds === null
      ? []
      : [{ itemId: kind === 'item' ? id : null, voteId: kind === 'vote' ? id : null, seconds }]
  })
  return Object.keys(errors).length > 0 ? { ok: false, errors, typed } : { ok: true, value: marks }
}
