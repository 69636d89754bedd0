import { describe, expect, it } from 'vitest'
import { calendarOf } from '../calendar/calendar.ts'
import type { CalendarChange } from '../calendar/day-off.ts'
import { allHolidays } from '../calendar/holidays.ts'
import { dayNumber, type CivilDate } from '../days.ts'
import { JURISDICTIONS } from '../jurisdiction.ts'
import { byHand, sameNumber } from './by-hand-testing.ts'
import { always, anyHoliday, anyPause, anyRecipe, anyTerms, cook, later, type Chance } from './chance-testing.ts'
import { reckon, type Pause } from './reckon.ts'

/** `npm run proof reckoning` draws many more. */
const CASES = Number(process.env.RECKON_CASES ?? 150)
const anyStart = (at: Chance): CivilDate => at.day('2016-03-01', '2039-06-30')
const anyPauses = (at: Chance, start: CivilDate): Pause[] =>
  Array.from({ length: at.pick(0, 0, 1, 2) }, () => anyPause(at, start))
const daysApart = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

describe('whatever the rule, the day and the calendar', () => {
  it('somebody with a wall calendar and a pencil comes to the same days', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const calendar = cook(anyRecipe(at, start))
      const [terms, pauses] = [anyTerms(at), anyPauses(at, start)]
      const reckoned = reckon(terms, start, calendar, pauses)
      const dues: CivilDate[] = []
      for (const reading of reckoned.readings) {
        const { due } = byHand(terms, reading, start, calendar, pauses)
        expect({ terms, start, pauses, ...reading }).toEqual({ terms, start, pauses, ...reading, due })
        dues.push(due)
      }
      expect(reckoned.due).toBe(dues.toSorted().at(-1))
      expect(reckoned.workBy).toBe(dues.toSorted()[0])
    })
  })

  it('an officer never works to a later day than the last', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const { workBy, due } = reckon(anyTerms(at), start, cook(anyRecipe(at, start)), anyPauses(at, start))
      expect(workBy <= due).toBe(true)
    })
  })

  it('as many days are told as counted as the rule has, each with the next number', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const terms = anyTerms(at)
      const { days } = reckon(terms, start, cook(anyRecipe(at, start)), anyPauses(at, start))
      const counted = days.flatMap(({ nth }) => (nth === null ? [] : [nth]))
      expect(counted).toEqual(counted.map((_, index) => index + 1))
      if (terms.unit !== 'mo') expect(counted).toHaveLength(terms.n)
    })
  })

  it('the days are told without a gap up to the last, and every one that was skipped has its reason', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const terms = anyTerms(at)
      const { days, due } = reckon(terms, start, cook(anyRecipe(at, start)), anyPauses(at, start))
      const step = terms.direction === 'after' ? 1 : -1
      days.slice(1).forEach(({ date }, index) => expect(date).toBe(later(days[index]?.date ?? '', step)))
      expect(days.at(-1)?.date).toBe(due)
      expect(days.filter(({ nth, why, date }) => nth === null && why === null && date !== due)).toEqual([])
    })
  })

  it('every day off that a clock in working days went over is told with what the calendar says of it', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const calendar = cook(anyRecipe(at, start))
      const { days } = reckon(anyTerms(at, { unit: 'wd' }), start, calendar)
      for (const { date, nth, why } of days) {
        expect(why).toEqual(calendar.offDay(dayNumber(date)))
        expect(nth === null).toBe(why !== null)
      }
    })
  })

  it('a last day that rolls, or is a working day, is never off and never in a pause', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const calendar = cook(anyRecipe(at, start))
      const terms = anyTerms(at, at.maybe(0.5) ? { unit: 'wd' } : { roll: 'forward' })
      const from = later(reckon(terms, start, calendar).due, at.whole(-4, 4))
      const pauses = [{ from, to: later(from, at.whole(0, 5)) }]
      for (const { due } of reckon(terms, start, calendar, pauses).readings) {
        expect(calendar.offDay(dayNumber(due))).toBeNull()
        expect(pauses.some(({ from, to }) => from <= due && due <= to)).toBe(false)
      }
    })
  })
})

describe('one thing more', () => {
  it('a holiday more never makes a forward date earlier, nor a backward one later', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const recipe = anyRecipe(at, start)
      const terms = anyTerms(at)
      const before = reckon(terms, start, cook(recipe))
      const more = { ...recipe, changes: [...recipe.changes, anyHoliday(at, before.due)] }
      reckon(terms, start, cook(more)).readings.forEach(({ due }, index) => {
        const old = before.readings[index]?.due ?? ''
        expect(terms.direction === 'after' ? due >= old : due <= old).toBe(true)
      })
    })
  })

  it('a closure more never makes a forward date earlier', () => {
    always(CASES / 2, (at) => {
      const start = anyStart(at)
      const recipe = anyRecipe(at, start)
      const terms = anyTerms(at, { direction: 'after' })
      const more = { ...recipe, closures: [...recipe.closures, { ...anyPause(at, start), words: 'Mbyllur' }] }
      expect(reckon(terms, start, cook(more)).due >= reckon(terms, start, cook(recipe)).due).toBe(true)
    })
  })

  it('a pause never makes a forward date earlier; in plain days it adds just its own', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const calendar = cook(anyRecipe(at, start))
      const terms = anyTerms(at, { direction: 'after' })
      const pauses = anyPauses(at, start)
      const one = anyPause(at, start)
      const without = reckon(terms, start, calendar, pauses).due
      expect(reckon(terms, start, calendar, [...pauses, one]).due >= without).toBe(true)
      const plain = anyTerms(at, { direction: 'after', unit: 'd', roll: 'none', firstDay: 'excluded' })
      const k = at.whole(1, 20)
      const from = later(start, at.whole(1, plain.n))
      const held = reckon(plain, start, calendar, [{ from, to: later(from, k - 1) }])
      expect(daysApart(start, held.due)).toBe(plain.n + k)
    })
  })

  it('a day more in the rule, or a day later in the start, never ends earlier', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const calendar = cook(anyRecipe(at, start))
      const terms = anyTerms(at, { direction: 'after' })
      const { due } = reckon(terms, start, calendar)
      expect(reckon({ ...terms, n: terms.n + 1 }, start, calendar).due >= due).toBe(true)
      expect(reckon(terms, later(start, 1), calendar).due >= due).toBe(true)
    })
  })

  it('an estimated feast that turns out a day off moves no last day that was not marked', () => {
    const feasts = JURISDICTIONS.flatMap((country) =>
      allHolidays(country)
        .filter(({ estimated, date }) => estimated && date > '2027' && date < '2039')
        .map(({ id, date }) => ({ country, id, date })),
    )
    always(CASES, (at) => {
      const feast = feasts[at.whole(0, feasts.length - 1)]
      if (!feast) throw new Error('No estimated feast')
      const year = Number(feast.date.slice(0, 4))
      const terms = anyTerms(at, { unit: at.pick('d', 'wd'), n: at.whole(1, 25) })
      const away = (terms.unit === 'd' ? terms.n : Math.round(terms.n * 1.4)) + at.whole(-4, 4)
      const start = later(feast.date, terms.direction === 'after' ? -away : away)
      const day = later(feast.date, at.pick(-1, 1))
      const moved: CalendarChange = { kind: 'moved', holiday: feast.id, year, day, basis: 'VKM nr. 1' }
      const expected = reckon(terms, start, calendarOf(feast.country))
      const turned = reckon(terms, start, calendarOf(feast.country, [moved]))
      if (turned.due !== expected.due || turned.workBy !== expected.workBy) {
        expect({ terms, start, feast, day, estimated: expected.estimated }).toMatchObject({ estimated: true })
      }
    })
    expect(feasts.length).toBeGreaterThan(40)
  })
})

describe('there and back', () => {
  it('so many working days on from a working day and as many back is that day again', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const calendar = cook(anyRecipe(at, start))
      if (calendar.offDay(dayNumber(start))) return expect(calendar).toBeDefined()
      const terms = anyTerms(at, { unit: 'wd', direction: 'after', firstDay: 'excluded', roll: 'none' })
      const there = reckon(terms, start, calendar).due
      expect(reckon({ ...terms, direction: 'before' }, there, calendar).due).toBe(start)
    })
  })

  it('so many days on and as many back, without rolling, is that day again', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const calendar = cook(anyRecipe(at, start))
      const terms = anyTerms(at, { unit: 'd', direction: 'after', firstDay: 'excluded', roll: 'none' })
      const there = reckon(terms, start, calendar).due
      expect(reckon({ ...terms, direction: 'before' }, there, calendar).due).toBe(start)
    })
  })

  it('a rule that runs backwards never lands nearer the event than its days', () => {
    always(CASES, (at) => {
      const event = anyStart(at)
      const calendar = cook(anyRecipe(at, event))
      const terms = anyTerms(at, { direction: 'before', firstDay: 'excluded', unit: at.pick('d', 'wd') })
      for (const { due } of reckon(terms, event, calendar).readings) {
        const between = Array.from({ length: daysApart(due, event) }, (_, index) => dayNumber(due) + index)
        const counted = terms.unit === 'd' ? between : between.filter((day) => calendar.offDay(day) === null)
        expect(counted.length).toBeGreaterThanOrEqual(terms.n)
      }
    })
  })
})

describe('months and windows', () => {
  it('months end on the same number, or on the last of a month that has none', () => {
    always(CASES, (at) => {
      const start = at.maybe(0.3) ? at.pick('2027-01-31', '2028-02-29', '2026-08-31', '2027-03-30') : anyStart(at)
      const terms = anyTerms(at, { unit: 'mo', firstDay: 'excluded' })
      const { raw } = reckon(terms, start, cook(anyRecipe(at, start)))
      expect(raw).toBe(sameNumber(start, terms.direction === 'after' ? terms.n : -terms.n))
      const lastOfMonth = later(raw, 1).endsWith('-01')
      expect(raw.slice(8) === start.slice(8) || (lastOfMonth && raw.slice(8) < start.slice(8))).toBe(true)
    })
  })

  it('a window opens after the event and never after it closes, whatever pauses it', () => {
    always(CASES, (at) => {
      const start = anyStart(at)
      const n = at.whole(1, 30)
      const window = { kind: 'window', n, to: n + at.whole(0, 40), direction: 'after', firstDay: 'excluded' } as const
      const terms = anyTerms(at, { ...window, unit: at.pick('d', 'wd') })
      const [calendar, pauses] = [cook(anyRecipe(at, start)), anyPauses(at, start)]
      const { opens, due } = reckon(terms, start, calendar, pauses)
      if (opens === null) throw new Error('A window that does not open')
      const whole = reckon({ ...terms, kind: 'max', n: window.to }, start, calendar, pauses)
      const part = reckon({ ...terms, kind: 'max', roll: 'none' }, start, calendar, pauses)
      expect([opens, due]).toEqual([part.due, whole.due])
      expect(opens > start && opens <= due && daysApart(start, opens) >= n).toBe(true)
    })
  })
})
