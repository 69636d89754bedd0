import { describe, expect, it } from 'vitest'
import { civilDate, dayNumber } from '../days.ts'
import type { Jurisdiction } from '../jurisdiction.ts'
import { calendarOf } from './calendar.ts'
import { isWeekend } from './substitutes.ts'

/** Days off on weekdays as reckoned by hand from the laws; `*` stands in for a holiday on a Saturday or Sunday. */
const TABLE: Record<Jurisdiction, Record<number, string>> = {
  AL: {
    2024: '01-01 01-02 03-14 03-22 04-01* 04-10 05-01 05-06* 06-17* 09-05 11-22 11-28 11-29 12-09* 12-25',
    2025: '01-01 01-02 03-14 03-24* 03-31* 04-21* 05-01 06-06 09-05 11-24* 11-28 12-01* 12-08 12-25',
    2026: '01-01 01-02 03-16* 03-20 03-23* 04-06* 04-13* 05-01 05-27 09-07* 11-23* 11-30* 12-01* 12-08 12-25',
    2027: '01-01 01-04* 03-09 03-15* 03-22 03-29* 05-03* 05-04* 05-17* 09-06* 11-22 11-29 11-30* 12-08 12-27*',
  },
  XK: {
    2024: '01-01 01-02 01-08* 02-19* 04-01 04-09 04-10 05-01 05-06 05-09 06-17* 12-25',
    2025: '01-01 01-02 01-07 02-17 03-31* 04-09 04-21 05-01 05-09 06-06 12-25',
    2026: '01-01 01-02 01-07 02-17 03-20 04-06 04-09 04-13 05-01 05-11* 05-27 12-25',
    2027: '01-01 01-04* 01-07 02-17 03-09 03-29 04-09 05-03 05-04* 05-10* 05-17* 12-27*',
  },
}

function weekdaysOff(country: Jurisdiction, from: string, to: string): string[] {
  const calendar = calendarOf(country)
  const found: string[] = []
  for (let day = dayNumber(from); day <= dayNumber(to); day++) {
    const off = isWeekend(day) ? null : calendar.offDay(day)
    if (off?.kind === 'holiday') found.push(civilDate(day) + (off.substituteFor ? '*' : ''))
  }
  return found
}

const cases = (['AL', 'XK'] as const).flatMap((country) =>
  Object.entries(TABLE[country]).map(([year, days]) => ({ country, year, days: days.split(' ') })),
)

describe('weekdays that are off', () => {
  it.each(cases)('in $country in $year are those of the table, and no other', ({ country, year, days }) => {
    expect(weekdaysOff(country, `${year}-01-01`, `${year}-12-31`)).toEqual(days.map((day) => `${year}-${day}`))
  })

  it.each<[Jurisdiction, string, string, string]>([
    ['AL', '2021-05-03', '2021-05-04', 'two holidays of one weekend move to Monday and Tuesday'],
    ['AL', '2022-05-03', '2022-05-03', 'a Sunday’s holiday goes over the feast on the Monday'],
    ['AL', '2021-11-30', '2021-11-30', 'a Sunday’s holiday goes over the holiday on the Monday'],
    ['AL', '2015-11-30', '2015-12-01', 'a Saturday and a Sunday'],
    ['AL', '2020-11-30', '2020-12-01', 'a Saturday and a Sunday, five years on'],
    ['XK', '2022-05-03', '2022-05-03', '1 May goes over Bajram'],
    ['XK', '2022-01-03', '2022-01-04', 'both days of new year'],
    ['XK', '2022-04-11', '2022-04-11', 'Constitution Day on a Saturday'],
    ['XK', '2022-07-11', '2022-07-11', 'Bajram on a Saturday'],
    ['XK', '2024-01-08', '2024-01-08', 'Orthodox Christmas on a Sunday'],
    ['XK', '2021-01-04', '2021-01-04', 'the second of January on a Saturday'],
    ['XK', '2021-05-10', '2021-05-10', 'Europe Day on a Sunday'],
    ['XK', '2019-02-18', '2019-02-18', 'Independence Day on a Sunday'],
    ['XK', '2019-08-12', '2019-08-12', 'Bajram on a Sunday'],
  ])('%s: %s to %s, as it was (%s)', (country, from, to) => {
    const days: string[] = []
    for (let day = dayNumber(from); day <= dayNumber(to); day++) days.push(`${civilDate(day)}*`)
    expect(weekdaysOff(country, from, to)).toEqual(days)
  })

  it('are the whole calendar that the government of Kosovo issued for 2018, one day for two holidays on 9 April', () => {
    const issued = '01-01 01-02 01-08* 02-19* 04-02 04-09 05-01 05-09 06-15 08-21 12-25'
    expect(weekdaysOff('XK', '2018-01-01', '2018-12-31')).toEqual(issued.split(' ').map((day) => `2018-${day}`))
    const off = calendarOf('XK').offDay(dayNumber('2018-04-09'))
    expect(off).toMatchObject({ kind: 'holiday', substituteFor: null })
    expect(off?.kind === 'holiday' && off.names.en).toBe('Constitution Day of Kosovo; Orthodox Easter Monday')
  })

  it('are the whole calendar that it issued for 2019', () => {
    const issued = '01-01 01-02 01-07 02-18* 04-09 04-22 04-29 05-01 05-09 06-04 08-12* 12-25'
    expect(weekdaysOff('XK', '2019-01-01', '2019-12-31')).toEqual(issued.split(' ').map((day) => `2019-${day}`))
  })

  it('are one day in Kosovo in 2014, when both Easters fell together, and Tuesday was a working day', () => {
    expect(weekdaysOff('XK', '2014-04-21', '2014-04-22')).toEqual(['2014-04-21'])
  })

  it('are one day in Albania in 2025, when both Easters fell on one Sunday', () => {
    expect(weekdaysOff('AL', '2025-04-21', '2025-04-22')).toEqual(['2025-04-21*'])
  })

  it('follow the law of their year: 19 October until 2017, 5 September since, 22 November from 2024', () => {
    expect(weekdaysOff('AL', '2017-10-19', '2017-10-19')).toHaveLength(1)
    expect(weekdaysOff('AL', '2017-09-05', '2017-09-05')).toEqual([])
    expect(weekdaysOff('AL', '2018-09-05', '2018-09-05')).toHaveLength(1)
    expect(weekdaysOff('AL', '2018-10-19', '2018-10-19')).toEqual([])
    expect(weekdaysOff('AL', '2023-11-22', '2023-11-22')).toEqual([])
    expect(weekdaysOff('AL', '2024-11-22', '2024-11-22')).toHaveLength(1)
  })

  it('do not know bridge days: a government’s decision for its staff is no holiday', () => {
    for (const day of [
      '2017-11-27',
      '2020-01-03',
      '2022-03-21',
      '2023-11-27',
      '2024-03-15',
      '2025-01-03',
      '2025-12-26',
    ])
      expect(weekdaysOff('AL', day, day)).toEqual([])
  })
})
