import { addDays, type CivilDate } from '#platform/time/civil-date.ts'

/** The first such weekday of a month (0: Sunday), so many weeks later. */
function weekdayOf(year: number, month: number, weekday: number, weeks: number): CivilDate {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const shift = (weekday - new Date(`${first}T00:00:00Z`).getUTCDay() + 7) % 7
  return addDays(first, shift + 7 * weeks)
}

export type PlannedMeeting = { key: string; day: CivilDate; nth: number }

/**
 * A meeting in each month but August over two years up to `today`: on a Thursday, the last of the month but one. Those of the
 * last twelve days are left out, for others stand there.
 */
export function monthlyMeetings(council: string, today: CivilDate, months = 24): PlannedMeeting[] {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  return Array.from({ length: months + 1 }, (_, index) => {
    const at = year * 12 + (month - 1) - months + index
    const day = weekdayOf(Math.floor(at / 12), (at % 12) + 1, 4, 2)
    return { key: `${council}-${day.slice(0, 7)}`, day, nth: index }
  }).filter(({ day }) => day.slice(5, 7) !== '08' && day < addDays(today, -12))
}

/** A commission meets in every sixth month, a week before the council. */
export const commissionMeetings = (
  commission: string,
  meetings: readonly PlannedMeeting[],
  offset: number,
): PlannedMeeting[] =>
  meetings
    .filter(({ nth }) => nth % 6 === offset % 6)
    .map(({ day, nth }) => ({ key: `${commission}-${day.slice(0, 7)}`, day: addDays(day, -7), nth }))
