import { FIRST_YEAR, LAST_YEAR } from '#law/calendar/holidays.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'
import { clockTexts } from './texts.ts'

/** What somebody wants to know of a rule. */
export type ClockAsk = {
  date: CivilDate
  /** Where hours count; `00:00` unless told. */
  hour: string
  /** Slug. */
  institution: string | null
  /** The second term of a pair. */
  second: boolean
}

export type ReadAsk =
  | { kind: 'nothing'; typed: Typed }
  /** `settled`: the address is the one to keep; else it came from the fields of the form. */
  | { kind: 'asked'; ask: ClockAsk; typed: Typed; settled: boolean }
  | { kind: 'wrong'; errors: FieldErrors; typed: Typed }

type Query = Record<string, string | undefined>

const PARTS = ['data-day', 'data-month', 'data-year'] as const

/** Reads the address: `?data=2026-11-20&ora=14:30&institucioni=bregas`, or the fields of the form as they were sent. */
export function readAsk(lang: Lang, query: Query, hours: boolean): ReadAsk {
  const { errors: t } = clockTexts(lang).calculator
  const typed = typedOf(query)
  const asked = query.data !== undefined || PARTS.some((name) => query[name] !== undefined)
  if (!asked) return { kind: 'nothing', typed }
  const errors: FieldErrors = {}
  const date = dateOf(typed)
  if (date === null) errors.data = t.date
  else if (!isKnownYear(date)) errors.data = t.years
  const hour = hours ? readHour(typed.ora ?? '') : '00:00'
  if (hour === null) errors.ora = t.hour
  if (date === null || hour === null || Object.keys(errors).length > 0) return { kind: 'wrong', errors, typed }
  const ask = { date, hour, institution: typed.institucioni || null, second: typed.afati === '2' }
  return {
    kind: 'asked',
    ask,
    typed,
    settled: query.data !== undefined && `?${askAddress(ask, hours)}` === addressOf(query),
  }
}

const isKnownYear = (date: CivilDate): boolean =>
  Number(date.slice(0, 4)) >= FIRST_YEAR && Number(date.slice(0, 4)) <= LAST_YEAR

function typedOf(query: Query): Typed {
  const [year = '', month = '', day = ''] = (query.data ?? '').split('-', 3)
  const part = (name: string, from: string) => (query[name] ?? from).trim().slice(0, 10)
  return {
    'data-day': part('data-day', String(Number(day) || day)),
    'data-month': part('data-month', String(Number(month) || month)),
    'data-year': part('data-year', year),
    ora: (query.ora ?? '').trim().slice(0, 10),
    institucioni: (query.institucioni ?? '').trim().slice(0, 60),
    afati: query.afati === '2' ? '2' : '1',
    rregulli: (query.rregulli ?? '').trim().slice(0, 60),
  }
}

function dateOf(typed: Typed): CivilDate | null {
  const [year = '', month = '', day = ''] = ['data-year', 'data-month', 'data-day'].map((name) => typed[name] ?? '')
  return readCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** Null: no hour. `9:05` and `9.05` are what people write. */
function readHour(words: string): string | null {
  if (words === '') return '00:00'
  const parts = /^(\d{1,2})[:.](\d{2})$/.exec(words)
  const [hours, minutes] = [Number(parts?.[1]), Number(parts?.[2])]
  if (!parts || hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** The address to keep. */
export function askAddress({ date, hour, institution, second }: ClockAsk, hours: boolean): string {
  const address = new URLSearchParams({ data: date })
  if (hours) address.set('ora', hour)
  if (institution) address.set('institucioni', institution)
  if (second) address.set('afati', '2')
  return address.toString().replaceAll('%3A', ':')
}

const addressOf = (query: Query): string =>
  `?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, value ?? ''])).toString().replaceAll('%3A', ':')}`
