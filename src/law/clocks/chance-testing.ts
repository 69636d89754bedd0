import { calendarOf } from '../calendar/calendar.ts'
import type { Calendar, CalendarChange, Closure } from '../calendar/day-off.ts'
import { civilDate, dayNumber, type CivilDate } from '../days.ts'
import { JURISDICTIONS, type Jurisdiction } from '../jurisdiction.ts'
import type { Terms } from '../rules/rule.ts'
import type { Pause } from './reckon.ts'

/** Numbers as good as drawn, the same again from the same seed (mulberry32). */
export function chance(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    whole,
    maybe: (share: number): boolean => next() < share,
    pick: <T>(...list: [T, ...T[]]): T => list[whole(0, list.length - 1)] ?? list[0],
    day: (from: CivilDate, to: CivilDate): CivilDate => civilDate(whole(dayNumber(from), dayNumber(to))),
  }
}

export type Chance = ReturnType<typeof chance>

export const later = (date: CivilDate, days: number): CivilDate => civilDate(dayNumber(date) + days)

/** What a calendar is made of, so that a test can make it again with one thing more. */
export type Recipe = { country: Jurisdiction; changes: CalendarChange[]; closures: Closure[] }

export const cook = ({ country, changes, closures }: Recipe): Calendar => calendarOf(country, changes, closures)

/** Half of them plain, half with announcements and closures around a day. */
export function anyRecipe(at: Chance, around: CivilDate): Recipe {
  const country = at.pick(...JURISDICTIONS)
  if (at.maybe(0.5)) return { country, changes: [], closures: [] }
  return {
    country,
    changes: Array.from({ length: at.whole(0, 3) }, () => anyHoliday(at, around)),
    closures: Array.from({ length: at.whole(0, 2) }, () => ({ ...anyPause(at, around), words: 'Inventari' })),
  }
}

export function anyHoliday(at: Chance, around: CivilDate): CalendarChange {
  const day = later(around, at.whole(-60, 60))
  return { kind: 'added', day, names: { sq: 'Pushim', en: 'Day off' }, basis: 'VKM nr. 1' }
}

export function anyPause(at: Chance, around: CivilDate): Pause {
  const from = later(around, at.whole(-20, 40))
  return { from, to: later(from, at.whole(0, 12)) }
}

export function anyTerms(at: Chance, fixed: Partial<Terms> = {}): Terms {
  const unit = fixed.unit ?? at.pick<Terms['unit']>('d', 'wd', 'mo')
  const direction = fixed.direction ?? at.pick<Terms['direction']>('after', 'before')
  const n = unit === 'mo' ? at.whole(1, 14) : at.whole(1, 70)
  return {
    kind: direction === 'before' ? 'min' : at.pick<Terms['kind']>('exact', 'max', 'min'),
    n,
    unit,
    direction,
    firstDay: at.pick<Terms['firstDay']>('excluded', 'excluded', 'counted', 'unsettled'),
    roll: at.pick<Terms['roll']>('forward', 'forward', 'none', 'unsettled'),
    ...fixed,
  }
}

/** Runs a promise on many cases; what fails names the seed that brings the same case back. */
export function always(cases: number, promise: (at: Chance) => void, seed = 20_261_122): void {
  for (let nth = 0; nth < cases; nth++) {
    try {
      promise(chance(seed + nth))
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      throw new Error(`seed ${seed + nth} (always(1, …, ${seed + nth}) runs it alone): ${said}`, { cause: error })
    }
  }
}
