/** A day in a calendar, `2026-11-21`, without hour and zone: what the law and people mean by "until the 21st". */
export type CivilDate = string

/** Days since 1 January 1970: what a clock counts with. */
export type DayNumber = number

const DAY_MS = 86_400_000

export const dayNumber = (date: CivilDate): DayNumber => Date.parse(`${date}T00:00:00Z`) / DAY_MS

export const civilDate = (day: DayNumber): CivilDate => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** 1 is Monday, 7 is Sunday (ISO 8601). The first of January 1970 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1

/**
 * The day with the same number so many months on; where that month has none, its last day (law 44/2015, Art 56(3)).
 * Negative: so many months back.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}
