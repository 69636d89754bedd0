import { readCivilDate, type CivilDate } from '../../time/civil-date.ts'

export type DayOrder = 'day-first' | 'month-first'
export type Century = '2000' | '1900'

/** What the words of a cell may mean as a day. */
export type DateReading =
  /** Its parts, where the order or the century is still to be told. */
  | { kind: 'date'; first: number; second: number; year: number; order: DayOrder | null; twoDigits: boolean }
  | { kind: 'day'; date: CivilDate }
  | { kind: 'two-dates'; dates: readonly [DateReading, DateReading] }
  /** With an hour that is not midnight. */
  | { kind: 'with-time'; of: DateReading }
  /** A bare number that may be Excel's count of days. */
  | { kind: 'serial'; date: CivilDate }
  | { kind: 'impossible' }
  | { kind: 'no-date' }

const NO_DATE: DateReading = { kind: 'no-date' }
const IMPOSSIBLE: DateReading = { kind: 'impossible' }

/** Folded beginnings of the names: Albanian in both spellings, English, Serbian in Latin letters. */
const MONTHS: readonly RegExp[] = [
  /^jan(ar|uar|uary|ar\.)?$/,
  /^shku(rt)?$|^feb(ruary|ruar)?$/,
  /^mar(s|ch|t)?$/,
  /^pri(ll)?$|^apr(il)?$/,
  /^maj$|^may$/,
  /^qer(shor)?$|^jun[ei]?$/,
  /^kor(r|rik)?$|^jul[yi]?$/,
  /^gush?(t)?$|^aug(ust)?$|^avg(ust)?$/,
  /^sht(ator)?$|^sep(t|tember|tembar)?$/,
  /^tet(or)?$|^o[ck]t(ober|obar)?$/,
  /^n[ae]n(d|t)?(or)?$|^nov(ember|embar)?$/,
  /^dhj(etor)?$|^de[cz](ember|embar)?$/,
]

/** Days as people write them here: `7.3.2026`, `07/03/2026`, `2026-03-07`, `7 mars 2026`, `Mars 7, 2026`. */
export function readDate(words: string): DateReading {
  const plain = words
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const one = readOne(plain)
  if (one.kind !== 'no-date') return one
  return readTwo(plain) ?? NO_DATE
}

function readOne(words: string): DateReading {
  const timed = /^(.+?)[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?Z)?$/.exec(words)
  if (timed) {
    const of = readDay(timed[1] ?? '')
    if (of.kind === 'no-date' || of.kind === 'impossible') return of
    return [timed[2], timed[3], timed[4] ?? '0'].every((part) => Number(part) === 0) ? of : { kind: 'with-time', of }
  }
  return readDay(words)
}

function readDay(words: string): DateReading {
  const plain = words.replace(/\.$/, '').trim()
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(plain)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = /^(\d{1,2})\s?([-./ ])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/.exec(plain)
  if (numeric) return fromParts(Number(numeric[1]), Number(numeric[3]), numeric[4] ?? '')
  const named = /^(\d{1,2})[ .-]*(\p{L}{3,10})\.?[ ,.-]*(\d{4}|\d{2})$/u.exec(plain)
  if (named) return withName(Number(named[1]), named[2] ?? '', named[3] ?? '')
  const american = /^(\p{L}{3,10})\.? (\d{1,2}),? (\d{4})$/u.exec(plain)
  if (american) return withName(Number(american[2]), american[1] ?? '', american[3] ?? '')
  return serialOf(plain)
}

function fromParts(first: number, second: number, year: string): DateReading {
  if (first < 1 || second < 1 || (first > 12 && second > 12)) return IMPOSSIBLE
  const order = first > 12 || first === second ? 'day-first' : second > 12 ? 'month-first' : null
  const twoDigits = year.length === 2
  if (order !== null && !twoDigits) return resolved({ first, second, year: Number(year) }, order)
  // Impossible in either century: told at once, not asked first.
  const open = { first, second, year: Number(year) }
  const orders: readonly DayOrder[] = order === null ? ['day-first', 'month-first'] : [order]
  const ways = orders.flatMap((way) =>
    (twoDigits ? [2000, 1900] : [0]).map((century) => resolved({ ...open, year: open.year + century }, way)),
  )
  if (ways.every(({ kind }) => kind === 'impossible')) return IMPOSSIBLE
  return { kind: 'date', ...open, order, twoDigits }
}

/** With what was told of order and century. */
export function dateOf(
  { first, second, year, order, twoDigits }: Extract<DateReading, { kind: 'date' }>,
  told: { order: DayOrder; century: Century },
): DateReading {
  return resolved({ first, second, year: twoDigits ? Number(told.century) + year : year }, order ?? told.order)
}

const resolved = (
  { first, second, year }: { first: number; second: number; year: number },
  order: DayOrder,
): DateReading => (order === 'day-first' ? dayOf(year, second, first) : dayOf(year, first, second))

function withName(day: number, name: string, year: string): DateReading {
  const folded = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const month = MONTHS.findIndex((one) => one.test(folded)) + 1
  if (month === 0) return NO_DATE
  if (year.length === 4) return dayOf(Number(year), month, day)
  if (dayOf(2000 + Number(year), month, day).kind === 'impossible') return IMPOSSIBLE
  return { kind: 'date', first: day, second: month, year: Number(year), order: 'day-first', twoDigits: true }
}

function dayOf(year: number, month: number, day: number): DateReading {
  if (year < 1800 || year > 2200) return IMPOSSIBLE
  const padded = (n: number): string => String(n).padStart(2, '0')
  const date = readCivilDate(`${year}-${padded(month)}-${padded(day)}`)
  return date === null ? IMPOSSIBLE : { kind: 'day', date }
}

const DAY_MS = 86_400_000

/** Excel counts from 30 December 1899, in effect. From 1954 to 2064: other numbers are none of its days. */
function serialOf(words: string): DateReading {
  const serial = /^\d{5}(?:\.0+)?$/.test(words) ? Number(words) : 0
  if (serial < 20_000 || serial > 60_000) return NO_DATE
  return { kind: 'serial', date: new Date(Date.UTC(1899, 11, 30) + serial * DAY_MS).toISOString().slice(0, 10) }
}

/** Two days in one cell: `12.03.2017 - 15.03.2017`. */
function readTwo(words: string): DateReading | null {
  const parts = words.split(
    /\s+(?:-|–|—|deri(?: më)?|dhe|to|do|\/|;|,)\s+|\s*[;,–—\n]\s*|(?<=\d{4})\s*[-/]\s*|(?<=\d{4})\s+/u,
  )
  if (parts.length !== 2) return null
  const [one, other] = [readDay(parts[0] ?? ''), readDay(parts[1] ?? '')]
  const isDay = ({ kind }: DateReading): boolean => kind === 'day' || kind === 'date'
  return isDay(one) && isDay(other) ? { kind: 'two-dates', dates: [one, other] } : null
}
