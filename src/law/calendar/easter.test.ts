import { describe, expect, it } from 'vitest'
import { dayNumber, weekdayOf } from '../days.ts'
import { catholicEaster, orthodoxEaster } from './easter.ts'

/** Both Sundays as the churches' tables give them. */
const TABLE = `
  2015 04-05 04-12
  2016 03-27 05-01
  2017 04-16 04-16
  2018 04-01 04-08
  2019 04-21 04-28
  2020 04-12 04-19
  2021 04-04 05-02
  2022 04-17 04-24
  2023 04-09 04-16
  2024 03-31 05-05
  2025 04-20 04-20
  2026 04-05 04-12
  2027 03-28 05-02
  2028 04-16 04-16
  2029 04-01 04-08
  2030 04-21 04-28
  2031 04-13 04-13
  2032 03-28 05-02
  2033 04-17 04-24
  2034 04-09 04-09
  2035 03-25 04-29
  2036 04-13 04-20
  2037 04-05 04-05
  2038 04-25 04-25
  2039 04-10 04-17
  2040 04-01 05-06`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '))

describe('Easter', () => {
  it('is known for every year from 2015 to 2040', () => expect(TABLE).toHaveLength(26))

  it.each(TABLE)('of %s is on %s for Catholics and on %s for the Orthodox', (year = '', catholic, orthodox) => {
    expect(catholicEaster(Number(year))).toBe(`${year}-${catholic}`)
    expect(orthodoxEaster(Number(year))).toBe(`${year}-${orthodox}`)
  })

  it('is a Sunday in every year of two centuries, the Orthodox never before the Catholic', () => {
    for (let year = 1900; year < 2100; year++) {
      expect(weekdayOf(dayNumber(catholicEaster(year)))).toBe(7)
      expect(weekdayOf(dayNumber(orthodoxEaster(year)))).toBe(7)
      expect(orthodoxEaster(year) >= catholicEaster(year)).toBe(true)
    }
  })
})
