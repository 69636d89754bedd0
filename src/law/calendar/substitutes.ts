import { weekdayOf, type DayNumber } from '../days.ts'

export const isWeekend = (day: DayNumber): boolean => weekdayOf(day) > 5

/**
 * For every holiday on a Saturday or Sunday the day that is off in its place: the next that is no weekend, no holiday
 * and not yet a substitute (law 7651/1992; law 03/L-064, Art 4). Two holidays on one such date share one. Days of years
 * that follow one another belong in one call, so that what goes over new year is not lost.
 */
export function substitutesOf(holidays: Iterable<DayNumber>): Map<DayNumber, DayNumber> {
  const taken = new Set(holidays)
  const substitutes = new Map<DayNumber, DayNumber>()
  for (const holiday of [...taken].toSorted((one, other) => one - other)) {
    if (!isWeekend(holiday)) continue
    let day = holiday + 1
    while (isWeekend(day) || taken.has(day)) day++
    taken.add(day)
    substitutes.set(holiday, day)
  }
  return substitutes
}
