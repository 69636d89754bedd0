import {
  LONGEST_NAME,
  LONGEST_POSTAL,
  LONGEST_REASON,
  LONGEST_SLIP,
  PAPER_WAYS,
  WAYS,
  type PaperWay,
  type Way,
} from '#platform/dispatch/dispatch-rules.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { readDay } from '../tasks/task-form.ts'
import { mailTexts } from './texts.ts'

const FIELDS = [
  'kur',
  'menyra',
  'dita-day',
  'dita-month',
  'dita-year',
  'emri',
  'adresa',
  'fleta',
  'arsyeja',
  'pse',
] as const

type Reading = { lang: Lang; form: FormData; errors: FieldErrors }

const begin = (lang: Lang, form: FormData): Reading => ({ lang, form, errors: {} })

const settled = <T>({ form, errors }: Reading, value: T): Parsed<T> =>
  Object.keys(errors).length === 0 ? { ok: true, value } : { ok: false, errors, typed: typedOf(form, FIELDS) }

export type AddressedPaper = { name: string; postal: string; way: PaperWay }

/** To whom, where and how a letter goes on paper. */
export function readAddressedPaper(lang: Lang, form: FormData): Parsed<AddressedPaper> {
  const reading = begin(lang, form)
  const person = readPerson(reading)
  const way = readPaperWay(reading)
  return settled(reading, { ...person, way })
}

export type NewDispatch = { name: string; postal: string } & (
  { when: 'print'; way: PaperWay } | { when: 'sent'; way: Way; on: string; slip: string | null }
)

/** A paper that goes out later, or has gone out already. */
export function readNewDispatch(lang: Lang, form: FormData, today: string): Parsed<NewDispatch> {
  const reading = begin(lang, form)
  const when = textField(form, 'kur')
  if (when !== 'shtyp' && when !== 'dale') reading.errors.kur = mailTexts(lang).form.errors.when
  const person = readPerson(reading)
  if (when !== 'dale') return settled(reading, { ...person, when: 'print', way: readPaperWay(reading) })
  return settled(reading, { ...person, when: 'sent', ...readSent(reading, today) })
}

export type Sent = { way: Way; on: string; slip: string | null }

/** How and when it left the house. */
function readSent(reading: Reading, today: string): Sent {
  const { lang, form, errors } = reading
  const way = WAYS.find((one) => one === textField(form, 'menyra'))
  if (!way) errors.menyra = mailTexts(lang).form.errors.way
  return { way: way ?? 'post', on: readPastDay(reading, today), slip: readSlip(reading) }
}

export function readHandedOn(lang: Lang, form: FormData, today: string): Parsed<{ on: string; slip: string | null }> {
  const reading = begin(lang, form)
  return settled(reading, { on: readPastDay(reading, today), slip: readSlip(reading) })
}

export function readReturned(lang: Lang, form: FormData, today: string): Parsed<{ on: string; reason: string }> {
  const reading = begin(lang, form)
  return settled(reading, { on: readPastDay(reading, today), reason: readReason(reading) })
}

export function readCorrection(lang: Lang, form: FormData, today: string): Parsed<Sent & { reason: string }> {
  const reading = begin(lang, form)
  return settled(reading, { ...readSent(reading, today), reason: readReason(reading) })
}

export function readCancellation(lang: Lang, form: FormData): Parsed<{ reason: string }> {
  const reading = begin(lang, form)
  return settled(reading, { reason: readReason(reading) })
}

function readPerson({ lang, form, errors }: Reading): { name: string; postal: string } {
  const t = mailTexts(lang).form.errors
  const name = textField(form, 'emri').replace(/\s+/g, ' ')
  const postal = textField(form, 'adresa')
  if (name === '' || lengthOf(name) > LONGEST_NAME) errors.emri = t.name
  if (lengthOf(postal) > LONGEST_POSTAL || (postal === '' && needsAddress(form))) errors.adresa = t.postal
  return { name, postal }
}

/** What is fetched or handed over needs none. */
const needsAddress = (form: FormData): boolean => ['post', 'registered-post'].includes(textField(form, 'menyra'))

function readPaperWay({ lang, form, errors }: Reading): PaperWay {
  const typed = textField(form, 'menyra')
  const way = PAPER_WAYS.find((one) => one === typed)
  const t = mailTexts(lang).form.errors
  if (!way) errors.menyra = typed === 'e-mail' ? t.paperWay : t.way
  return way ?? 'post'
}

function readPastDay({ lang, form, errors }: Reading, today: string): string {
  const day = readDay(form, 'dita')
  if (typeof day === 'string' && day <= today) return day
  errors.dita = mailTexts(lang).form.errors.day
  return today
}

function readSlip({ lang, form, errors }: Reading): string | null {
  const slip = textField(form, 'fleta')
  if (lengthOf(slip) > LONGEST_SLIP) errors.fleta = mailTexts(lang).form.errors.slip
  return slip || null
}

function readReason({ lang, form, errors }: Reading): string {
  const reason = textField(form, 'arsyeja')
  if (reason === '' || lengthOf(reason) > LONGEST_REASON) errors.arsyeja = mailTexts(lang).form.errors.reason
  return reason
}
