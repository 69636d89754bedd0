import { calendarOf } from '#law/calendar/calendar.ts'
import type { CalendarChange } from '#law/calendar/day-off.ts'
import { FIRST_YEAR, holidaysOf, LAST_YEAR, type HolidayOfYear } from '#law/calendar/holidays.ts'
import { HOLIDAYS } from '#law/calendar/holiday-tables.ts'
import { dayNumber, type CivilDate } from '#law/days.ts'
import type { Jurisdiction, Words } from '#law/jurisdiction.ts'

export type CalendarRefusal =
  /** Beyond the years that the tables know. */
  | 'outside-calendar'
  /** The day is a holiday, or stands in for one, already. */
  | 'off-already'
  | 'no-such-feast'
  /** The tables have this feast in other years, not in this one. */
  | 'not-of-that-year'
  /** Something was announced about this feast and year before: that has to be taken back first. */
  | 'changed-already'
  /** The feast stands on that day already, and is no estimate. */
  | 'there-already'
  /** Too far from where the tables have it: a slip of the pen. */
  | 'far-from-feast'

/** A feast by the moon is at most a day or two off the estimate; a government may move one by days, never by months. */
const FARTHEST_DAYS = 31

/** Why an announcement cannot be entered, or null. `standing`: all that was announced for this country before. */
export function refusalToChange(
  jurisdiction: Jurisdiction,
  change: CalendarChange,
  standing: readonly CalendarChange[],
): CalendarRefusal | null {
  if (change.kind === 'added') return refusalToAdd(jurisdiction, change.day, standing)
  if (!inCalendar(change.year)) return 'outside-calendar'
  if (!HOLIDAYS[jurisdiction].some(({ id }) => id === change.holiday)) return 'no-such-feast'
  const before = standing.some(
    (one) => one.kind !== 'added' && one.holiday === change.holiday && one.year === change.year,
  )
  if (before) return 'changed-already'
  const feasts = holidaysOf(jurisdiction, change.year, standing).filter(({ id }) => id === change.holiday)
  if (feasts.length === 0) return 'not-of-that-year'
  return change.kind === 'moved' ? refusalToMove(change, feasts) : null
}

function refusalToAdd(
  jurisdiction: Jurisdiction,
  day: CivilDate,
  standing: readonly CalendarChange[],
): CalendarRefusal | null {
  if (!inCalendar(yearOf(day))) return 'outside-calendar'
  return calendarOf(jurisdiction, standing).offDay(dayNumber(day))?.kind === 'holiday' ? 'off-already' : null
}

function refusalToMove(
  { day, year }: CalendarChange & { kind: 'moved' },
  feasts: readonly HolidayOfYear[],
): CalendarRefusal | null {
  if (yearOf(day) !== year) return 'far-from-feast'
  if (feasts.some(({ date, estimated }) => date === day && !estimated)) return 'there-already'
  const distances = feasts.map(({ date }) => Math.abs(dayNumber(date) - dayNumber(day)))
  return Math.min(...distances) > FARTHEST_DAYS ? 'far-from-feast' : null
}

const yearOf = (day: CivilDate): number => Number(day.slice(0, 4))
const inCalendar = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR

/** What the feast of an announcement is called. */
export function namesOfChange(jurisdiction: Jurisdiction, change: CalendarChange): Words {
  if (change.kind === 'added') return change.names
  const feast = HOLIDAYS[jurisdiction].find(({ id }) => id === change.holiday)
  return feast?.names ?? { sq: change.holiday, en: change.holiday }
}

/** The days between which a change can make a difference: of the feast as it was, and as it is announced. */
export function daysTouched(
  jurisdiction: Jurisdiction,
  change: CalendarChange,
  standing: readonly CalendarChange[],
): CivilDate[] {
  if (change.kind === 'added') return [change.day]
  const feasts = holidaysOf(jurisdiction, change.year, standing).filter(({ id }) => id === change.holiday)
  return [...feasts.map(({ date }) => date), ...(change.kind === 'moved' ? [change.day] : [])]
}

/** The moves of an announcement are found again by these. */
export const runOfEntry = (changeId: string): string => `calendar:${changeId}`
export const runOfWithdrawal = (changeId: string): string => `calendar:${changeId}:withdrawn`

/** Whether two announcements are about the same day off, or the same feast of the same year. */
export function isAboutSame(one: CalendarChange, other: CalendarChange): boolean {
  if (one.kind === 'added' || other.kind === 'added')
    return one.kind === 'added' && other.kind === 'added' && one.day === other.day
  return one.holiday === other.holiday && one.year === other.year
}
