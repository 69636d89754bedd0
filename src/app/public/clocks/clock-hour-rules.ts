import { formatHour } from '#platform/i18n/formats.ts'
import { civilDateIn, startOfDay, type CivilDate } from '#platform/time/civil-date.ts'

const HOUR_MS = 3_600_000

/**
 * The instant of an hour on the wall. On the night the clocks go back the first of the two; on the one they go forward,
 * what the clock on the wall would be shown as an hour later.
 */
export function instantOf(date: CivilDate, hour: string, zone: string): Date {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  const guess = startOfDay(date, zone).getTime() + hours * HOUR_MS + minutes * 60_000
  const fits = (moment: Date) => civilDateIn(zone, moment) === date && formatHour(moment, zone) === hour
  return [-1, 0, 1].map((shift) => new Date(guess + shift * HOUR_MS)).find(fits) ?? new Date(guess)
}
