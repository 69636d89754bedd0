import { readEmail } from '#platform/auth/email.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import type { Field, ValueOf } from './people-field-rules.ts'
import { contactLines, moneyIn, numberIn, readContacts, type Contact } from './people-rules.ts'
import type { PeopleTexts } from './texts.sq.ts'

const DAY_PARTS = ['day', 'month', 'year'] as const
const namesOf = ({ name, kind }: Field): string[] =>
  kind === 'day' ? DAY_PARTS.map((part) => `${name}-${part}`) : [name]

/** What stands beside the fields of every form here. */
const BESIDE = ['dergesa', 'versioni', 'institucioni', 'arsyeja-ndryshimit']

export const typedFields = (form: FormData, fields: readonly Field[]): Typed =>
  typedOf(form, [...BESIDE, ...fields.flatMap(namesOf)])

/** Every field as its kind wants it, or what to mend. Nothing is guessed. */
export function readFields<const Fields extends readonly Field[]>(
  form: FormData,
  fields: Fields,
  texts: PeopleTexts,
): Parsed<ValueOf<Fields>> {
  const typed = typedFields(form, fields)
  const errors: FieldErrors = {}
  const value: Record<string, unknown> = {}
  for (const field of fields) {
    const words = field.kind === 'day' ? dayWords(typed, field.name) : (typed[field.name] ?? '')
    const read = words === '' ? emptyOf(field) : readField(field, words)
    if (read === undefined) errors[field.name] = errorOf(field, words, texts)
    else value[field.key] = read
  }
  const [from, to] = [value.fromOn, value.toOn]
  if (typeof from === 'string' && typeof to === 'string' && to < from) errors.deri ??= texts.errors.order
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  // Each key was read above as its field says.
  return { ok: true, value: value as ValueOf<Fields> }
}

function emptyOf({ kind, required }: Field): unknown {
  if (kind === 'yes') return false
  if (kind === 'contacts') return []
  return required ? undefined : null
}

/** Undefined: it cannot be that. */
function readField(field: Field, words: string): unknown {
  const { kind, least = 0, most = 10000, options } = field
  if (kind === 'yes') return words === 'po'
  if (kind === 'day') return readCivilDate(words) ?? undefined
  if (kind === 'choice') return (options ? options.includes(words) : isUuid(words)) ? words : undefined
  if (kind === 'number') {
    const number = numberIn(words)
    return number === null || number < least || number > most ? undefined : number
  }
  if (kind === 'money') return moneyIn(words) ?? undefined
  const length = lengthOf(words)
  if (length < least || length > most) return undefined
  if (kind === 'email') return readEmail(words) ?? undefined
  if (kind === 'url') return /^https?:\/\/[^\s]+\.[^\s]+$/.test(words) ? words : undefined
  return kind === 'contacts' ? (readContacts(words) ?? undefined) : words
}

function errorOf(field: Field, words: string, { errors: t, fields }: PeopleTexts): string {
  const { kind, least = 0, most = 0 } = field
  const label = (fields as Record<string, string>)[field.key] ?? field.key
  if (words === '') return kind === 'choice' ? t.choose(label) : t.missing(label)
  if (kind === 'words' || kind === 'long') return t.length(label, least, most)
  return t[kind === 'yes' ? 'choice' : kind]
}

const dayWords = (typed: Typed, name: string): string => {
  const [day = '', month = '', year = ''] = DAY_PARTS.map((part) => typed[`${name}-${part}`] ?? '')
  return day + month + year === '' ? '' : `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A record as its form would have been filled in. */
export function typedOfRecord(record: object, fields: readonly Field[]): Typed {
  const all = record as Record<string, unknown>
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      const value = all[field.key]
      if (field.kind === 'day') return dayFields(field.name, typeof value === 'string' ? value : '')
      if (field.kind === 'yes') return [[field.name, value === true ? 'po' : '']]
      if (field.kind === 'contacts') return [[field.name, contactLines((value ?? []) as Contact[])]]
      const words = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
      return [[field.name, field.kind === 'money' ? words.replace('.', ',') : words]]
    }),
  )
}

function dayFields(name: string, value: string): [string, string][] {
  const [year = '', month = '', day = ''] = value.split('-')
  const plain = (words: string) => words.replace(/^0/, '')
  return [
    [`${name}-day`, plain(day)],
    [`${name}-month`, plain(month)],
    [`${name}-year`, year],
  ]
}
