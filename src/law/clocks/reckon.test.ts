import { describe, expect, it } from 'vitest'
import { calendarOf } from '../calendar/calendar.ts'
import { OutsideCalendar, type CalendarChange } from '../calendar/day-off.ts'
import type { Terms } from '../rules/rule.ts'
import { reckon, reckonHours, type Pause } from './reckon.ts'

const AL = calendarOf('AL')
const XK = calendarOf('XK')

const terms = (n: number, unit: Terms['unit'], more: Partial<Terms> = {}): Terms => ({
  kind: 'max',
  n,
  unit,
  direction: 'after',
  firstDay: 'excluded',
  roll: unit === 'd' || unit === 'mo' ? 'forward' : 'none',
  ...more,
})

/** A country that has not settled how it counts. */
const open = { firstDay: 'unsettled', roll: 'unsettled' } as const

describe('the cases that were reckoned by hand', () => {
  it.each([
    ['an answer to a request for information, 10 working days', terms(10, 'wd'), '2026-11-20', '2026-12-10'],
    ['the same with 5 more', terms(15, 'wd'), '2026-11-20', '2026-12-17'],
    ['a request that was passed on, 15 working days', terms(15, 'wd'), '2026-11-20', '2026-12-17'],
    ['a complaint, 30 working days after a refusal', terms(30, 'wd'), '2026-12-10', '2027-01-26'],
    ['a consultation, 20 working days over a new holiday', terms(20, 'wd'), '2024-11-04', '2024-12-05'],
    ['a consultation, 20 working days over spring', terms(20, 'wd'), '2027-02-25', '2027-03-31'],
    ['a consultation, 40 working days', terms(40, 'wd'), '2027-02-25', '2027-04-28'],
  ])('%s', (_case, rule, start, due) => {
    expect(reckon(rule, start, AL)).toMatchObject({ from: start, raw: due, due, workBy: due, opens: null })
  })

  it.each([
    ['60 days', terms(60, 'd'), '2026-09-30', '2026-11-29', '2026-12-02'],
    ['an appeal, 30 days', terms(30, 'd'), '2026-10-30', '2026-11-29', '2026-12-02'],
    ['an act sent to the prefect, 10 days', terms(10, 'd'), '2026-11-20', '2026-11-30', '2026-12-02'],
  ])('%s that end on a day off roll on', (_case, rule, start, raw, due) => {
    expect(reckon(rule, start, AL)).toMatchObject({ raw, due, workBy: due })
  })

  it('the notice of a meeting, at least 20 working days before it; one more where they are to be clear', () => {
    const before = { direction: 'before', kind: 'min' } as const
    expect(reckon(terms(20, 'wd', before), '2026-12-15', AL).due).toBe('2026-11-11')
    expect(reckon(terms(21, 'wd', before), '2026-12-15', AL).due).toBe('2026-11-10')
  })

  it('seven days in Kosovo, if a last day that is off rolls on', () => {
    expect(reckon(terms(7, 'd'), '2026-04-02', XK)).toMatchObject({ raw: '2026-04-09', due: '2026-04-10' })
  })

  it('seven days in Kosovo as the law leaves them: an officer works to the earliest, nobody is late before the latest', () => {
    const reckoned = reckon(terms(7, 'd', open), '2026-04-02', XK)
    expect(reckoned).toMatchObject({ workBy: '2026-04-08', due: '2026-04-10' })
    expect(reckoned.readings).toEqual([
      { firstDay: 'excluded', roll: 'forward', due: '2026-04-10' },
      { firstDay: 'excluded', roll: 'none', due: '2026-04-09' },
      { firstDay: 'counted', roll: 'forward', due: '2026-04-08' },
      { firstDay: 'counted', roll: 'none', due: '2026-04-08' },
    ])
  })

  it('a consultation of 2018 in Kosovo, 15 working days with the first day counted', () => {
    const rule = terms(15, 'wd', { firstDay: 'counted' })
    expect(reckon(rule, '2018-09-14', XK).due).toBe('2018-10-04')
  })
})

describe('the days on the way', () => {
  it('are told one by one: counted, or skipped and why', () => {
    const { days } = reckon(terms(3, 'wd'), '2026-11-26', AL)
    expect(days.map(({ date, nth, why }) => [date, nth, why?.kind ?? null])).toEqual([
      ['2026-11-27', 1, null],
      ['2026-11-28', null, 'holiday'],
      ['2026-11-29', null, 'holiday'],
      ['2026-11-30', null, 'holiday'],
      ['2026-12-01', null, 'holiday'],
      ['2026-12-02', 2, null],
      ['2026-12-03', 3, null],
    ])
  })

  it('of a clock in calendar days count over weekends, and only the end rolls', () => {
    const { days } = reckon(terms(2, 'd'), '2026-11-19', AL)
    expect(days.map(({ date, nth, why }) => [date, nth, why?.kind ?? null])).toEqual([
      ['2026-11-20', 1, null],
      ['2026-11-21', 2, 'weekend'],
      ['2026-11-22', null, 'holiday'],
      ['2026-11-23', null, 'holiday'],
      ['2026-11-24', null, null],
    ])
  })

  it('end on the same number months on, or on the month’s last day', () => {
    expect(reckon(terms(1, 'mo'), '2027-01-31', AL).raw).toBe('2027-02-28')
    expect(reckon(terms(1, 'mo'), '2028-01-31', AL).raw).toBe('2028-02-29')
    expect(reckon(terms(3, 'mo'), '2026-11-30', AL).raw).toBe('2027-02-28')
    expect(reckon(terms(12, 'mo'), '2028-02-29', AL).raw).toBe('2029-02-28')
    expect(reckon(terms(3, 'mo'), '2026-10-05', AL)).toMatchObject({ raw: '2027-01-05', due: '2027-01-05' })
  })
})

describe('a window', () => {
  const silence = terms(7, 'd', { kind: 'window', to: 45 })

  it('opens on one day and closes on another', () => {
    expect(reckon(silence, '2026-10-05', AL)).toMatchObject({ opens: '2026-10-12', due: '2026-11-19' })
  })

  it('opens as many days later as a pause before it took', () => {
    const pause = [{ from: '2026-10-07', to: '2026-10-09' }]
    expect(reckon(silence, '2026-10-05', AL, pause)).toMatchObject({ opens: '2026-10-15', raw: '2026-11-22' })
  })

  it('in working days opens on a working day', () => {
    const rule = terms(2, 'wd', { kind: 'window', to: 4 })
    expect(reckon(rule, '2026-11-20', AL)).toMatchObject({ opens: '2026-11-25', due: '2026-11-27' })
  })
})

describe('a pause', () => {
  it('holds the clock, and every day of it is told', () => {
    const { due, days } = reckon(terms(10, 'd'), '2026-10-05', AL, [{ from: '2026-10-08', to: '2026-10-10' }])
    expect(due).toBe('2026-10-19')
    expect(days.filter(({ why }) => why?.kind === 'pause').map(({ date }) => date)).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ])
  })

  it('that begins on the day the end has rolled to moves it behind the pause', () => {
    const rolled = terms(5, 'd')
    expect(reckon(rolled, '2026-10-05', AL)).toMatchObject({ raw: '2026-10-10', due: '2026-10-12' })
    expect(reckon(rolled, '2026-10-05', AL, [{ from: '2026-10-12', to: '2026-10-14' }]).due).toBe('2026-10-15')
  })
})

describe('an estimated feast', () => {
  // Bajram of 2027 is expected on Tuesday 9 March.
  it.each([
    ['a clock in working days that goes over it', terms(10, 'wd'), '2027-02-25', true],
    ['a last day that it may fall on: the day before', terms(10, 'd'), '2027-02-26', true],
    ['a last day right after it', terms(10, 'd'), '2027-02-28', true],
    ['calendar days that only pass over it', terms(20, 'd'), '2027-02-26', false],
    ['a clock that ended days before', terms(5, 'wd'), '2027-02-25', false],
    ['a clock that does not roll', terms(11, 'd', { roll: 'none' }), '2027-02-26', false],
  ])('marks %s', (_case, rule, start, estimated) => {
    expect(reckon(rule, start, AL).estimated).toBe(estimated)
  })

  it('on a Friday marks the Monday, which is off if it slides to the Saturday', () => {
    // Bajram of 2028 is expected on Friday 5 May.
    expect(AL.offDay(Date.parse('2028-05-05') / 86_400_000)).toMatchObject({ estimated: true })
    expect(reckon(terms(10, 'd'), '2028-04-28', AL)).toMatchObject({ due: '2028-05-08', estimated: true })
    expect(reckon(terms(11, 'd'), '2028-04-28', AL)).toMatchObject({ due: '2028-05-09', estimated: false })
  })

  it('that was announced marks nothing', () => {
    const change: CalendarChange = {
      kind: 'moved',
      holiday: 'eid-al-fitr',
      year: 2027,
      day: '2027-03-09',
      basis: 'VKM',
    }
    expect(reckon(terms(10, 'wd'), '2027-02-25', calendarOf('AL', [change])).estimated).toBe(false)
  })
})

describe('closures and announcements', () => {
  it('move a clock that goes over them, and are told as the reason', () => {
    const closed = calendarOf('AL', [], [{ from: '2026-12-02', to: '2026-12-03', words: 'Inventari' }])
    const { due, days } = reckon(terms(10, 'wd'), '2026-11-20', closed)
    expect(due).toBe('2026-12-14')
    expect(days).toContainEqual({ date: '2026-12-02', nth: null, why: { kind: 'closure', words: 'Inventari' } })
  })

  it('announced on a Sunday cost a working day all the same', () => {
    const names = { sq: 'Pushim', en: 'Day off' }
    const added: CalendarChange = { kind: 'added', day: '2026-12-06', names, basis: 'VKM' }
    expect(reckon(terms(10, 'wd'), '2026-11-20', calendarOf('AL', [added])).due).toBe('2026-12-11')
  })
})

describe('the edges', () => {
  it('hours are instants, and cross the night the clocks change as they are', () => {
    expect(reckonHours(terms(48, 'h'), new Date('2026-10-24T10:00:00Z')).toISOString()).toBe('2026-10-26T10:00:00.000Z')
    const before = terms(48, 'h', { direction: 'before' })
    expect(reckonHours(before, new Date('2026-10-26T10:00:00Z')).toISOString()).toBe('2026-10-24T10:00:00.000Z')
    expect(() => reckon(terms(48, 'h'), '2026-10-24', AL)).toThrow('instants')
  })

  it('a clock that starts on the last day of 2040 still ends, one that starts long after throws', () => {
    expect(reckon(terms(60, 'wd'), '2040-12-31', AL).due.slice(0, 4)).toBe('2041')
    expect(reckon(terms(20, 'wd', { direction: 'before' }), '2015-01-05', XK).due.slice(0, 4)).toBe('2014')
    expect(() => reckon(terms(10, 'wd'), '2049-01-01', AL)).toThrow(OutsideCalendar)
  })

  it.each<[string, Terms, Pause[]]>([
    ['of ten million days', terms(10_000_000, 'd', { roll: 'none' }), []],
    ['of a hundred thousand months', terms(100_000, 'mo'), []],
    ['of no number at all', terms(Number.NaN, 'd'), []],
    ['of days in a pause without an end', terms(10, 'd'), [{ from: '2026-01-05', to: '9999-12-31' }]],
    ['of working days in one', terms(10, 'wd'), [{ from: '2026-01-05', to: '9999-12-31' }]],
  ])('a clock %s throws where the calendar ends, and is not walked for ever', (_, endless, pauses) => {
    const before = performance.now()
    expect(() => reckon(endless, '2026-01-01', AL, pauses)).toThrow(OutsideCalendar)
    // Far above the twenty years that are walked.
    expect(performance.now() - before).toBeLessThan(2000)
  })

  it('a term of no days ends on the day itself', () => {
    expect(reckon(terms(0, 'd', { roll: 'none' }), '2026-11-20', AL).due).toBe('2026-11-20')
  })
})
