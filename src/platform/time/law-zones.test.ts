import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '#law/calendar/calendar.ts'
import { reckon, reckonHours } from '#law/clocks/reckon.ts'
import { ZONE_OF } from '#law/jurisdiction.ts'
import type { Terms } from '#law/rules/rule.ts'
import { civilDateIn, endOfDay, startOfDay } from './civil-date.ts'

const ZONES = ['UTC', 'Pacific/Kiritimati', 'America/Noronha', 'Europe/Tirane', 'America/New_York']
const PROGRAM = join(import.meta.dirname, 'law-zones-testing.ts')
const run = promisify(execFile)

type Printed = { zone: string; dates: string[]; nights: string[]; digests: string[] }

async function printedIn(zone: string): Promise<Printed> {
  const { stdout } = await run(process.execPath, [PROGRAM], { env: { ...process.env, TZ: zone, NODE_OPTIONS: '' } })
  return JSON.parse(stdout)
}

describe('a server in whatever zone', () => {
  it('reckons the same days, and begins and ends them at the same instants', async () => {
    const printed: Printed[] = []
    for (const zone of ZONES) printed.push(await printedIn(zone))
    expect(printed.map(({ zone }) => zone)).toEqual(ZONES)
    const [first] = printed
    expect(first?.dates).toEqual([
      'AL 10 wd 2026-11-20: 2026-12-10 2026-12-10 2026-12-10',
      'AL 15 wd 2026-11-20: 2026-12-17 2026-12-17 2026-12-17',
      'AL 30 wd 2026-12-10: 2027-01-26 2027-01-26 2027-01-26',
      'AL 20 wd 2024-11-04: 2024-12-05 2024-12-05 2024-12-05',
      'AL 20 wd 2027-02-25: 2027-03-31 2027-03-31 2027-03-31',
      'AL 40 wd 2027-02-25: 2027-04-28 2027-04-28 2027-04-28',
      'AL 20 wd 2026-12-15: 2026-11-11 2026-11-11 2026-11-11',
      'AL 60 d 2026-09-30: 2026-11-29 2026-12-02 2026-12-02',
      'AL 30 d 2026-10-30: 2026-11-29 2026-12-02 2026-12-02',
      'AL 10 d 2026-11-20: 2026-11-30 2026-12-02 2026-12-02',
      'XK 7 d 2026-04-02: 2026-04-09 2026-04-08 2026-04-10',
      'AL 1 mo 2027-01-31: 2027-02-28 2027-03-01 2027-03-01',
    ])
    for (const { dates, nights, digests } of printed)
      expect({ dates, nights, digests }).toEqual({
        dates: first?.dates,
        nights: first?.nights,
        digests: first?.digests,
      })
  }, 120_000)

  it('has a day of 23 hours in spring and one of 25 in autumn', () => {
    for (const zone of Object.values(ZONE_OF)) {
      const hours = (day: string) => (endOfDay(day, zone).getTime() - startOfDay(day, zone).getTime()) / 3_600_000
      expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-10-26')]).toEqual([23, 25, 24])
    }
  })
})

describe('a filing from abroad', () => {
  const terms: Terms = { kind: 'max', n: 10, unit: 'wd', direction: 'after', firstDay: 'excluded', roll: 'none' }
  const { due } = reckon(terms, '2026-11-20', calendarOf('AL'))
  const end = endOfDay(due, ZONE_OF.AL)
  const inTime = (moment: string) => new Date(moment) < end

  it('is measured by the clock of the institution: the last day ends at midnight in Tirana', () => {
    expect(due).toBe('2026-12-10')
    expect(end.toISOString()).toBe('2026-12-10T23:00:00.000Z')
  })

  it('at half past eleven in the evening in New York, on the last day there, comes too late', () => {
    expect(inTime('2026-12-10T23:30:00-05:00')).toBe(false)
    expect(civilDateIn(ZONE_OF.AL, new Date('2026-12-10T23:30:00-05:00'))).toBe('2026-12-11')
  })

  it('at half past midnight in Tirana, as the last day begins, counts, though it is the day before in New York', () => {
    const moment = '2026-12-10T00:30:00+01:00'
    expect(civilDateIn('America/New_York', new Date(moment))).toBe('2026-12-09')
    expect(civilDateIn(ZONE_OF.AL, new Date(moment))).toBe(due)
    expect(inTime(moment)).toBe(true)
  })

  it('counts to the last thousandth of a second of the day, from wherever; the next is too late', () => {
    expect(inTime('2026-12-10T23:59:59.999+01:00')).toBe(true)
    expect(inTime('2026-12-11T12:59:59.999+14:00')).toBe(true)
    expect(inTime('2026-12-11T00:00:00.000+01:00')).toBe(false)
  })

  it('in the hour that the autumn night has twice counts both times', () => {
    const night = endOfDay('2026-10-25', ZONE_OF.AL)
    for (const moment of ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00', '2026-10-25T23:30:00+01:00']) {
      expect(civilDateIn(ZONE_OF.AL, new Date(moment))).toBe('2026-10-25')
      expect(new Date(moment) < night).toBe(true)
    }
  })

  it('begins a clock on the day it is in Tirana, not where the server stands', () => {
    // Still 19 November in Noronha and Greenwich, the 20th in Tirana.
    const filed = civilDateIn(ZONE_OF.AL, new Date('2026-11-19T23:30:00Z'))
    expect(filed).toBe('2026-11-20')
    expect(reckon(terms, filed, calendarOf('AL')).due).toBe(due)
  })

  it('has 48 hours from its instant over the night that the clocks change, an hour more or less on the wall', () => {
    const hours: Terms = { ...terms, n: 48, unit: 'h' }
    const spring = reckonHours(hours, new Date('2026-03-28T10:00:00+01:00'))
    expect(spring.toISOString()).toBe(new Date('2026-03-30T11:00:00+02:00').toISOString())
    const autumn = reckonHours(hours, new Date('2026-10-24T10:00:00+02:00'))
    expect(autumn.toISOString()).toBe(new Date('2026-10-26T09:00:00+01:00').toISOString())
  })
})
