import { dayNumber, civilDate, type CivilDate, type DayNumber } from '../days.ts'
import type { Jurisdiction, Words } from '../jurisdiction.ts'
import type { CalendarChange } from './day-off.ts'
import { HOLIDAYS } from './holiday-tables.ts'
import { substitutesOf } from './substitutes.ts'

/** The years that people may ask for. */
export const FIRST_YEAR = 2015
export const LAST_YEAR = 2040
/** Years before and after, so that a clock which starts in the first or the last still runs through. */
export const MARGIN_YEARS = { before: 1, after: 3 }

export type HolidayOfYear = {
  id: string
  date: CivilDate
  names: Words
  estimated: boolean
  /** The day off in its place, when it falls on a Saturday or Sunday; it may lie in the next year. */
  substitute: CivilDate | null
  basis: string
  /** Where the date was seen: of a feast that is neither fixed nor computed. */
  source: string | null
  /** It was announced, not in the tables, or announced for this day. */
  announced: boolean
}

/** The holidays of a year in the order of their days, with what was announced. */
export const holidaysOf = (
  jurisdiction: Jurisdiction,
  year: number,
  changes: readonly CalendarChange[] = [],
): HolidayOfYear[] => allHolidays(jurisdiction, changes).filter(({ date }) => date.startsWith(`${year}-`))

const tables = new Map<Jurisdiction, readonly HolidayOfYear[]>()
const plain = new Map<Jurisdiction, readonly HolidayOfYear[]>()

/** All years at once: a substitute may go over new year. */
export function allHolidays(
  jurisdiction: Jurisdiction,
  changes: readonly CalendarChange[] = [],
): readonly HolidayOfYear[] {
  if (changes.length > 0) return withSubstitutes(withChanges(tableOf(jurisdiction), changes))
  const known = plain.get(jurisdiction)
  if (known) return known
  const all = withSubstitutes(tableOf(jurisdiction))
  plain.set(jurisdiction, all)
  return all
}

function tableOf(jurisdiction: Jurisdiction): readonly HolidayOfYear[] {
  const known = tables.get(jurisdiction) ?? makeTable(jurisdiction)
  tables.set(jurisdiction, known)
  return known
}

function makeTable(jurisdiction: Jurisdiction): HolidayOfYear[] {
  const years = LAST_YEAR + MARGIN_YEARS.after - (FIRST_YEAR - MARGIN_YEARS.before) + 1
  return Array.from({ length: years }, (_, at) => FIRST_YEAR - MARGIN_YEARS.before + at).flatMap((year) =>
    HOLIDAYS[jurisdiction].flatMap(({ id, names, basis, validFrom, validTo, on }) =>
      on(year)
        .filter(({ date }) => (validFrom ?? date) <= date && date <= (validTo ?? date))
        .map((dated) => ({ ...dated, id, names, basis, substitute: null, announced: false })),
    ),
  )
}

function withChanges(table: readonly HolidayOfYear[], changes: readonly CalendarChange[]): HolidayOfYear[] {
  return changes.reduce<HolidayOfYear[]>(
    (holidays, change) => {
      if (change.kind === 'added') return [...holidays, added(change)]
      const ofYear = holidays.filter(({ id, date }) => id === change.holiday && date.startsWith(`${change.year}-`))
      if (change.kind === 'dropped') return holidays.filter((holiday) => !ofYear.includes(holiday))
      const moved = nearest(ofYear, change.day)
      return holidays.map((holiday) => (holiday === moved ? { ...holiday, ...movedTo(change) } : holiday))
    },
    [...table],
  )
}

const added = ({ day, names, basis }: CalendarChange & { kind: 'added' }): HolidayOfYear => ({
  id: `announced-${day}`,
  date: day,
  names,
  estimated: false,
  substitute: null,
  basis,
  source: basis,
  announced: true,
})

/** It stays a holiday by the same law: what was announced is its day. */
const movedTo = ({ day, basis }: CalendarChange & { kind: 'moved' }) => ({
  date: day,
  estimated: false,
  source: basis,
  announced: true,
})

/** A year may hold a lunar feast twice: the announcement is about the one that it is near to. */
const nearest = (holidays: readonly HolidayOfYear[], day: CivilDate): HolidayOfYear | undefined =>
  holidays.toSorted((one, other) => distance(one.date, day) - distance(other.date, day))[0]

const distance = (one: CivilDate, other: CivilDate): number => Math.abs(dayNumber(one) - dayNumber(other))

function withSubstitutes(holidays: readonly HolidayOfYear[]): HolidayOfYear[] {
  const days = new Map<HolidayOfYear, DayNumber>(holidays.map((holiday) => [holiday, dayNumber(holiday.date)]))
  const substitutes = substitutesOf(days.values())
  return holidays
    .map((holiday) => {
      const substitute = substitutes.get(days.get(holiday) ?? Number.NaN)
      return substitute === undefined ? holiday : { ...holiday, substitute: civilDate(substitute) }
    })
    .toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}
