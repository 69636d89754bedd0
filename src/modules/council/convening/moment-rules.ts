import { addDays, startOfDay, readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'

/** The instant of an hour on a day, as the clock on the wall of that place shows it. */
export function momentOf(day: CivilDate, hour: string, zone: string): Date {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  const [start, next] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)]
  const since = (hours * 60 + minutes) * 60_000
  // On the days the clocks change the day is an hour shorter or longer; meetings begin after the change.
  const shift = next.getTime() - start.getTime() - 86_400_000
  return new Date(start.getTime() + since + (hours >= 3 ? shift : 0))
}

/** A date as three fields give it. `undefined`: what was typed is no day; `null`: nothing was typed. */
export function dayIn(typed: Readonly<Record<string, string>>, name: string): CivilDate | null | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typed[`${name}-${part}`] ?? '')
  if (day === '' && month === '' && year === '') return null
  return readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? undefined
}

export const dateParts = (name: string, day: CivilDate | null): Record<string, string> => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return day === null
    ? {}
    : { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

export const partsIn = (typed: Readonly<Record<string, string>>, name: string) => ({
  day: typed[`${name}-day`] ?? '',
  month: typed[`${name}-month`] ?? '',
  year: typed[`${name}-year`] ?? '',
})
