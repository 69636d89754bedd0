import { civilDate, dayNumber, type CivilDate, type DayNumber } from '../days.ts'
import type { Jurisdiction } from '../jurisdiction.ts'
import { OutsideCalendar, type Calendar, type CalendarChange, type Closure, type DayOff } from './day-off.ts'
import { SUBSTITUTE_LAW } from './holiday-tables.ts'
import { allHolidays, FIRST_YEAR, LAST_YEAR, MARGIN_YEARS, type HolidayOfYear } from './holidays.ts'
import { isWeekend } from './substitutes.ts'

const FIRST = dayNumber(`${FIRST_YEAR - MARGIN_YEARS.before}-01-01`)
const LAST = dayNumber(`${LAST_YEAR + MARGIN_YEARS.after}-12-31`)

const plain = new Map<Jurisdiction, Calendar>()

/** A country's working days and days off, with what its government has announced and an institution's own closures. */
export function calendarOf(
  jurisdiction: Jurisdiction,
  changes: readonly CalendarChange[] = [],
  closures: readonly Closure[] = [],
): Calendar {
  if (changes.length + closures.length > 0) return build(jurisdiction, changes, closures)
  const known = plain.get(jurisdiction)
  if (known) return known
  const calendar = build(jurisdiction, [], [])
  plain.set(jurisdiction, calendar)
  return calendar
}

function build(jurisdiction: Jurisdiction, changes: readonly CalendarChange[], closures: readonly Closure[]): Calendar {
  const days = daysOff(jurisdiction, changes)
  for (const closure of closures) close(days, closure)
  return {
    jurisdiction,
    first: FIRST,
    last: LAST,
    offDay(day) {
      if (day < FIRST || day > LAST) throw new OutsideCalendar(`${civilDate(day)} lies outside the calendar`)
      return days[day - FIRST] ?? null
    },
  }
}

const WEEKEND: DayOff = { kind: 'weekend' }

/** Made once: thirty years of them take longer than everything that is put on them. */
const WEEKENDS: readonly (DayOff | null)[] = Array.from({ length: LAST - FIRST + 1 }, (_, at) =>
  isWeekend(FIRST + at) ? WEEKEND : null,
)

/**
 * By day since the first. A holiday says more than the weekend that it falls on. A substitute that an estimated feast has
 * pushed on is as little certain as the feast.
 */
function daysOff(jurisdiction: Jurisdiction, changes: readonly CalendarChange[]): (DayOff | null)[] {
  const days = WEEKENDS.slice()
  const holidays = allHolidays(jurisdiction, changes)
  const put = (date: CivilDate, off: HolidayOff) => {
    const at = dayNumber(date) - FIRST
    if (at >= 0 && at < days.length) days[at] = together(days[at] ?? null, off)
  }
  for (const holiday of holidays) put(holiday.date, { ...holidayOff(holiday), substituteFor: null })
  for (const holiday of holidays) {
    if (holiday.substitute === null) continue
    const between = days.slice(dayNumber(holiday.date) - FIRST, dayNumber(holiday.substitute) - FIRST)
    const estimated = between.some((off) => off?.kind === 'holiday' && off.estimated)
    put(holiday.substitute, { ...substituteOff(jurisdiction, holiday), estimated })
  }
  return days
}

type HolidayOff = DayOff & { kind: 'holiday' }

const holidayOff = ({ names, estimated, basis }: HolidayOfYear) => ({
  kind: 'holiday' as const,
  names,
  estimated,
  basis,
})

/** What was announced has no law of its own that moves it: both are named. */
function substituteOff(jurisdiction: Jurisdiction, holiday: HolidayOfYear): HolidayOff {
  const law = SUBSTITUTE_LAW[jurisdiction]
  const announced = holiday.id.startsWith('announced-')
  return {
    ...holidayOff(holiday),
    substituteFor: holiday.date,
    basis: announced ? joined(holiday.basis, law) : law,
  }
}

/** Two holidays on one day are one day off with both names. */
function together(one: DayOff | null, other: HolidayOff): HolidayOff {
  if (one?.kind !== 'holiday') return other
  return {
    ...one,
    names: { sq: joined(one.names.sq, other.names.sq), en: joined(one.names.en, other.names.en) },
    estimated: one.estimated || other.estimated,
    basis: joined(one.basis, other.basis),
  }
}

const joined = (one: string, other: string): string => (one === other ? one : `${one}; ${other}`)

/** Where the whole country is off, the institution's own closure adds nothing. */
function close(days: (DayOff | null)[], { from, to, words }: Closure) {
  const last = Math.min(dayNumber(to), LAST)
  for (let day: DayNumber = Math.max(dayNumber(from), FIRST); day <= last; day++) {
    days[day - FIRST] ??= { kind: 'closure', words }
  }
}
