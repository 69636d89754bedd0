import { lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import { LIMITS } from './content-rules.ts'

/** Small readers of fields, put together into those of sections. Each reads what was typed, and writes it back into inputs. */

export type FieldWords = {
  required: string
  tooLong: (most: number) => string
  tooMany: (most: number) => string
  day: string
  count: string
  amount: string
  choice: string
  year: string
}

export type Reading = { typed: Typed; errors: FieldErrors; words: FieldWords }

export type Field<Value> = {
  read: (reading: Reading, name: string) => Value
  write: (value: Value, name: string) => Typed
}

/** What was typed anywhere in a form; the boxes of one name in one word each, parted by spaces. */
export function typedOfForm(form: FormData): Typed {
  const typed: Typed = {}
  for (const name of new Set(form.keys())) {
    if (!/^[a-z0-9-]{1,80}$/.test(name)) continue
    const all = form.getAll(name).filter((one): one is string => typeof one === 'string')
    typed[name] = all.length > 1 ? all.filter((one) => /^[a-z0-9-]{1,40}$/.test(one)).join(' ') : textField(form, name)
  }
  return typed
}

const said = ({ typed }: Reading, name: string): string => typed[name] ?? ''

function fail({ errors }: Reading, name: string, words: string): void {
  errors[name] ??= words
}

const within = (reading: Reading, name: string, most: number): string => {
  const words = said(reading, name)
  if (lengthOf(words) > most) fail(reading, name, reading.words.tooLong(most))
  return words
}

/** Words, or null where nothing was typed. */
export const optional = (most: number = LIMITS.line): Field<string | null> => ({
  read: (reading, name) => within(reading, name, most) || null,
  write: (value, name) => ({ [name]: value ?? '' }),
})

export const required = (most: number = LIMITS.line, least = 1): Field<string> => ({
  read(reading, name) {
    const words = within(reading, name, most)
    if (lengthOf(words) < least) fail(reading, name, reading.words.required)
    return words
  },
  write: (value, name) => ({ [name]: value }),
})

/** One on each line. */
export const lines = (most: number = LIMITS.line): Field<string[]> => ({
  read(reading, name) {
    const all = said(reading, name)
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean)
    if (all.length > LIMITS.lines) fail(reading, name, reading.words.tooMany(LIMITS.lines))
    if (all.some((one) => lengthOf(one) > most)) fail(reading, name, reading.words.tooLong(most))
    return all
  },
  write: (value, name) => ({ [name]: value.join('\n') }),
})

export const choice = <Known extends string | number>(known: readonly Known[]): Field<Known> => ({
  read(reading, name) {
    const found = known.find((one) => String(one) === said(reading, name))
    if (found === undefined) fail(reading, name, reading.words.choice)
    // Where nothing was chosen the error stands, and the value is never used.
    return found ?? (known[0] as Known)
  },
  write: (value, name) => ({ [name]: String(value) }),
})

export const boxes = <Known extends string>(known: readonly Known[]): Field<Known[]> => ({
  read(reading, name) {
    const chosen = said(reading, name).split(' ')
    return known.filter((one) => chosen.includes(one))
  },
  write: (value, name) => ({ [name]: value.join(' ') }),
})

export const ticked: Field<boolean> = {
  read: (reading, name) => said(reading, name) === 'po',
  write: (value, name) => ({ [name]: value ? 'po' : '' }),
}

/** Yes, no, or not said. */
export const yesOrNo: Field<boolean | null> = {
  read(reading, name) {
    const words = said(reading, name)
    return words === 'po' ? true : words === 'jo' ? false : null
  },
  write: (value, name) => ({ [name]: value === null ? '' : value ? 'po' : 'jo' }),
}

const numbers = (reading: Reading, name: string, shape: RegExp, error: string): number | null => {
  const words = said(reading, name)
    .replace(/[\s\u00a0.]/g, '')
    .replace(',', '.')
  if (words === '') return null
  if (shape.test(words)) return Number(words)
  fail(reading, name, error)
  return null
}

export const wholeNumber: Field<number | null> = {
  read: (reading, name) => numbers(reading, name, /^\d{1,7}$/, reading.words.count),
  write: (value, name) => ({ [name]: value === null ? '' : String(value) }),
}

export const count: Field<number> = {
  read(reading, name) {
    const value = wholeNumber.read(reading, name)
    if (value === null || value < 1 || value > 1000) fail(reading, name, reading.words.count)
    return value ?? 1
  },
  write: wholeNumber.write,
}

/** As money is written here: points between thousands, a comma before cents. */
export const amount: Field<number | null> = {
  read: (reading, name) => numbers(reading, name, /^\d{1,12}(\.\d{1,2})?$/, reading.words.amount),
  write: (value, name) => ({ [name]: value === null ? '' : String(value).replace('.', ',') }),
}

const YEAR = /^(199\d|20\d\d|2100)$/

export const optionalYear: Field<number | null> = {
  read: (reading, name) => numbers(reading, name, YEAR, reading.words.year),
  write: wholeNumber.write,
}

export const yearField: Field<number> = {
  read(reading, name) {
    const value = optionalYear.read(reading, name)
    if (value === null) fail(reading, name, reading.words.year)
    return value ?? 1990
  },
  write: wholeNumber.write,
}

/** `9.5.2023`, `5.2023` or `2023`, as people write a day that they know as far as that. */
export const partialDay: Field<string | null> = {
  read(reading, name) {
    const words = said(reading, name)
    if (words === '') return null
    const [year = '', month, day] = words
      .split(/[./\s-]+/)
      .filter(Boolean)
      .toReversed()
    const two = (part: string) => part.padStart(2, '0')
    const whole = [year, two(month ?? '1'), two(day ?? '1')].join('-')
    if (/^(19|20)\d\d$/.test(year) && readCivilDate(whole) !== null && words.length <= 14)
      return [year, ...(month ? [two(month)] : []), ...(day ? [two(day)] : [])].join('-')
    fail(reading, name, reading.words.day)
    return null
  },
  write: (value, name) => ({ [name]: (value ?? '').split('-').toReversed().map(unpadded).join('.') }),
}

const unpadded = (part: string): string => (part === '' ? '' : String(Number(part)))

type Parts<Value> = { [Key in keyof Value]: readonly [name: string, field: Field<Value[Key]>] }

/** Several fields together: each under its own name after that of the whole. */
export const together = <Value extends object>(parts: Parts<Value>): Field<Value> => {
  const entries = Object.entries(parts) as [string, readonly [string, Field<unknown>]][]
  return {
    // The keys are those of the value: the type of `parts` says so, and entries forget it.
    read: (reading, name) =>
      Object.fromEntries(
        entries.map(([key, [part, field]]) => [key, field.read(reading, joined(name, part))]),
      ) as unknown as Value,
    write: (value, name) =>
      Object.assign(
        {},
        ...entries.map(([key, [part, field]]) => field.write(value[key as keyof Value], joined(name, part))),
      ) as Typed,
  }
}

const joined = (name: string, part: string): string => [name, part].filter(Boolean).join('-')

/** The rows of a list that anything was typed into: `urdher-1-numri`. Selects and hidden fields alone make no row. */
export const rowsTyped = (typed: Typed, name: string, silent: readonly string[] = []): number[] => {
  const shape = new RegExp(`^${name}-(\\d{1,3})(?:-(.+))?$`)
  const found = Object.entries(typed).flatMap(([key, words]) => {
    const [, at, part = ''] = shape.exec(key) ?? []
    return at === undefined || words === '' || silent.includes(part) ? [] : [Number(at)]
  })
  return [...new Set(found)].toSorted((one, other) => one - other)
}

/** `silent`: fields that have a value though nobody chose one. */
export const list = <Row>(row: Field<Row>, silent: readonly string[] = []): Field<Row[]> => ({
  read(reading, name) {
    const found = rowsTyped(reading.typed, name, silent)
    if (found.length > LIMITS.rows) fail(reading, `${name}-${found[LIMITS.rows]}`, reading.words.tooMany(LIMITS.rows))
    return found.slice(0, LIMITS.rows).map((at) => row.read(reading, `${name}-${at}`))
  },
  write: (value, name) => Object.assign({}, ...value.map((one, at) => row.write(one, `${name}-${at + 1}`))) as Typed,
})
