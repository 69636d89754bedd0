import { readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'

type Typed = Readonly<Record<string, string>>

/** Nothing of an act happened before: an earlier year is a slip of the pen, and no number of a register can be of it. */
const FIRST = '1900-01-01'

/** A date as three fields give it. `undefined`: what was typed is no day; `null`: nothing was typed. */
export function dayIn(typed: Typed, name: string): CivilDate | null | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typed[`${name}-${part}`] ?? '')
  if (day === '' && month === '' && year === '') return null
  const read = readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read === null || read < FIRST ? undefined : read
}

export const dayParts = (name: string, day: CivilDate | null): Record<string, string> => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return day === null
    ? {}
    : { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

export const partsIn = (typed: Typed, name: string) => ({
  day: typed[`${name}-day`] ?? '',
  month: typed[`${name}-month`] ?? '',
  year: typed[`${name}-year`] ?? '',
})

/** The three fields of a date, as a form names them. */
export const dayFields = (name: string): string[] => [`${name}-day`, `${name}-month`, `${name}-year`]
