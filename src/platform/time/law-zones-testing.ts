import { calendarDigest } from '#law/calendar/calendar-digest.ts'
import { calendarOf } from '#law/calendar/calendar.ts'
import { reckon } from '#law/clocks/reckon.ts'
import { ZONE_OF, type Jurisdiction } from '#law/jurisdiction.ts'
import type { Terms } from '#law/rules/rule.ts'
import { civilDateIn, endOfDay, startOfDay } from './civil-date.ts'

/** Run as a program of its own, for a process keeps the zone that it was started in. Prints what it reckoned. */

const open = { firstDay: 'unsettled', roll: 'unsettled' } as const
const CASES: [Jurisdiction, number, Terms['unit'], string, Partial<Terms>][] = [
  ['AL', 10, 'wd', '2026-11-20', {}],
  ['AL', 15, 'wd', '2026-11-20', {}],
  ['AL', 30, 'wd', '2026-12-10', {}],
  ['AL', 20, 'wd', '2024-11-04', {}],
  ['AL', 20, 'wd', '2027-02-25', {}],
  ['AL', 40, 'wd', '2027-02-25', {}],
  ['AL', 20, 'wd', '2026-12-15', { direction: 'before', kind: 'min' }],
  ['AL', 60, 'd', '2026-09-30', {}],
  ['AL', 30, 'd', '2026-10-30', {}],
  ['AL', 10, 'd', '2026-11-20', {}],
  ['XK', 7, 'd', '2026-04-02', open],
  ['AL', 1, 'mo', '2027-01-31', {}],
]

const NIGHTS = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31']

const dates = CASES.map(([country, n, unit, start, more]) => {
  const rolls = unit === 'wd' ? 'none' : 'forward'
  const terms: Terms = { kind: 'max', n, unit, direction: 'after', firstDay: 'excluded', roll: rolls, ...more }
  const { raw, workBy, due } = reckon(terms, start, calendarOf(country))
  return `${country} ${n} ${unit} ${start}: ${raw} ${workBy} ${due}`
})

const nights = Object.values(ZONE_OF).flatMap((zone) =>
  NIGHTS.map((night) => {
    const [from, to] = [startOfDay(night, zone), endOfDay(night, zone)]
    const last = new Date(to.getTime() - 1)
    return `${zone} ${from.toISOString()} ${to.toISOString()} ${civilDateIn(zone, last)} ${civilDateIn(zone, to)}`
  }),
)

process.stdout.write(
  JSON.stringify({ zone: process.env.TZ, dates, nights, digests: [calendarDigest('AL'), calendarDigest('XK')] }),
)
