import { allHolidays, FIRST_YEAR, LAST_YEAR, type HolidayOfYear } from '#law/calendar/holidays.ts'
import { SUBSTITUTE_LAW } from '#law/calendar/holiday-tables.ts'
import { dayNumber, weekdayOf, type CivilDate } from '#law/days.ts'
import { JURISDICTIONS, ZONE_OF, type Jurisdiction, type Words } from '#law/jurisdiction.ts'
import { listCalendarChanges } from '#platform/deadlines/announcements/calendar-queries.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'

/** A day of the table: a holiday, or the day off in its place. */
export type CalendarRow = {
  date: CivilDate
  /** 1 is Monday. */
  weekday: number
  id: string
  names: Words
  /** As the tables cite it, or as it was announced. */
  basis: string
  /** The holiday whose place this day takes; null: it is the holiday itself. */
  substituteFor: CivilDate | null
  /** The day off in its place. */
  substitute: CivilDate | null
  estimated: boolean
  announced: boolean
  source: string | null
}

export type YearView = {
  year: number
  years: readonly number[]
  countries: readonly { jurisdiction: Jurisdiction; rows: CalendarRow[] }[]
}

export const YEARS: readonly number[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at)

/** Null: a year that the calendar does not know. Nothing asked: this year. */
export function readYear(asked: string | undefined, { clock }: Pick<Services, 'clock'>): number | null {
  if (asked !== undefined) return YEARS.find((year) => String(year) === asked.trim()) ?? null
  const now = Number(civilDateIn(ZONE_OF.AL, clock.now()).slice(0, 4))
  return Math.min(Math.max(now, FIRST_YEAR), LAST_YEAR)
}

/** Both countries, with all that was announced. */
export async function viewYear({ db }: Pick<Services, 'db'>, year: number): Promise<YearView> {
  const countries = await Promise.all(
    JURISDICTIONS.map(async (jurisdiction) => {
      const holidays = allHolidays(jurisdiction, await listCalendarChanges(db, jurisdiction))
      return { jurisdiction, rows: rowsOf(jurisdiction, holidays, year) }
    }),
  )
  return { year, years: YEARS, countries }
}

/** A substitute may stand in for a holiday of the year before. */
const rowsOf = (jurisdiction: Jurisdiction, holidays: readonly HolidayOfYear[], year: number): CalendarRow[] =>
  holidays
    .flatMap((holiday) => [rowOf(holiday), ...substituteRow(jurisdiction, holiday)])
    .filter(({ date }) => date.startsWith(`${year}-`))
    .toSorted((one, other) => dayNumber(one.date) - dayNumber(other.date))

const rowOf = ({ id, date, names, basis, substitute, estimated, announced, source }: HolidayOfYear): CalendarRow => ({
  date,
  weekday: weekdayOf(dayNumber(date)),
  id,
  names,
  basis,
  substituteFor: null,
  substitute,
  estimated,
  announced,
  source,
})

function substituteRow(jurisdiction: Jurisdiction, holiday: HolidayOfYear): CalendarRow[] {
  if (holiday.substitute === null) return []
  const row = rowOf({ ...holiday, date: holiday.substitute, substitute: null, source: null })
  return [{ ...row, basis: SUBSTITUTE_LAW[jurisdiction], substituteFor: holiday.date }]
}

/** As machines read it. */
export const yearAsData = ({ year, countries }: YearView) => ({
  year,
  jurisdictions: Object.fromEntries(
    countries.map(({ jurisdiction, rows }) => [
      jurisdiction,
      rows.map((row) => ({
        date: row.date,
        weekday: row.weekday,
        id: row.id,
        name: row.names,
        day_off: row.weekday <= 5,
        substitute_for: row.substituteFor,
        substitute: row.substitute,
        legal_basis: row.basis,
        estimated: row.estimated,
        announced: row.announced,
        source: row.source,
      })),
    ]),
  ),
})
