import type { Calendar } from '../calendar/day-off.ts'
import { dayNumber, type CivilDate } from '../days.ts'
import type { Terms } from '../rules/rule.ts'
import type { Pause, Reading } from './reckon.ts'

/**
 * The same reckoning once more, as somebody does it with a wall calendar and a pencil: write all days down, cross out
 * those that do not count, take the n-th. Slow, and by nothing of what `reckon` does.
 */
export function byHand(
  terms: Terms,
  { firstDay, roll }: Pick<Reading, 'firstDay' | 'roll'>,
  start: CivilDate,
  calendar: Calendar,
  pauses: readonly Pause[],
): { raw: CivilDate; due: CivilDate } {
  const isPaused = (date: CivilDate) => pauses.some((pause) => date >= pause.from && date <= pause.to)
  const isOff = (date: CivilDate) => calendar.offDay(dayNumber(date)) !== null
  const paper = wall(start, terms.direction)
  const sheet = firstDay === 'counted' ? paper : paper.slice(1)
  const left = sheet.filter((date) => !isPaused(date) && !(terms.unit === 'wd' && isOff(date)))
  const raw = left[howMany(terms, start, sheet) - 1] ?? ''
  const free = paper.slice(paper.indexOf(raw)).find((date) => !isOff(date) && !isPaused(date)) ?? ''
  return { raw, due: roll === 'forward' ? free : raw }
}

const PAGES = 800

/** The day itself and all days after it, or before it, the nearest first. */
function wall(start: CivilDate, direction: Terms['direction']): CivilDate[] {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
  return Array.from({ length: PAGES }, (_, at) => {
    const moment = new Date(Date.UTC(year, month - 1, day + (direction === 'after' ? at : -at)))
    return moment.toISOString().slice(0, 10)
  })
}

/** Months have as many days as lie between the day and the one with its number. */
function howMany({ unit, n, direction }: Terms, start: CivilDate, sheet: readonly CivilDate[]): number {
  if (unit !== 'mo') return n
  return sheet.indexOf(sameNumber(start, direction === 'after' ? n : -n)) + 1
}

/** `2027-01-31` and one month: the 31st, 30th, 29th do not exist, the 28th does. */
export function sameNumber(start: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
  const at = year * 12 + (month - 1) + months
  const head = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  for (let number = day; number > 0; number--) {
    const date = `${head}-${String(number).padStart(2, '0')}`
    const moment = new Date(`${date}T00:00:00Z`)
    if (!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date)) return date
  }
  throw new Error(`No day in ${head}`)
}
