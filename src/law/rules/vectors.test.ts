import { describe, expect, it } from 'vitest'
import { calendarOf } from '../calendar/calendar.ts'
import { reckon } from '../clocks/reckon.ts'
import { dayNumber, weekdayOf, type CivilDate } from '../days.ts'
import { ruleOn } from './rules.ts'
import type { Terms } from './rule.ts'

function reckonBy(id: string, start: CivilDate, also: Partial<Terms> = {}) {
  const rule = ruleOn(id, start)
  if (!rule?.terms) throw new Error(`No number of ${id} on ${start}`)
  return reckon({ ...rule.terms, ...also }, start, calendarOf(rule.jurisdiction))
}

const offWeekdays = (id: string, start: CivilDate): CivilDate[] =>
  reckonBy(id, start).days.flatMap(({ date, why }) =>
    why?.kind === 'holiday' && weekdayOf(dayNumber(date)) < 6 ? [date] : [],
  )

/** Cases computed by hand from the official calendars. */
describe('a date by the rules and the calendar', () => {
  it.each([
    ['AL-FOI-ANSWER', '2026-11-20', '2026-12-10'],
    // Five more, from the end of the first ten.
    ['AL-FOI-EXT', '2026-12-10', '2026-12-17'],
    ['AL-FOI-ANSWER-TR', '2026-11-20', '2026-12-17'],
    ['AL-FOI-COMPLAINT', '2026-12-10', '2027-01-26'],
    ['AL-CONS-NOTICE', '2024-11-04', '2024-12-05'],
    ['AL-CONS-NOTICE', '2027-02-25', '2027-03-31'],
    ['AL-CONS-EXT', '2027-02-25', '2027-04-28'],
    ['AL-CONS-MEETING', '2026-12-15', '2026-11-11'],
    ['AL-CPA-DECIDE', '2026-09-30', '2026-12-02'],
    ['AL-CPA-APPEAL', '2026-10-30', '2026-12-02'],
    ['AL-PREF-DEPOSIT', '2026-11-20', '2026-12-02'],
    ['XK-FOI-ANSWER', '2026-04-02', '2026-04-10'],
  ])('%s from %s ends on %s', (id, start, due) => {
    expect(reckonBy(id, start).due).toBe(due)
  })

  it('skips the holidays that fall on weekdays, and those alone', () => {
    expect(offWeekdays('AL-FOI-ANSWER', '2026-11-20')).toEqual(['2026-11-23', '2026-11-30', '2026-12-01', '2026-12-08'])
  })

  it('says from which day the last day was moved', () => {
    expect(reckonBy('AL-CPA-DECIDE', '2026-09-30').raw).toBe('2026-11-29')
    expect(reckonBy('AL-CPA-APPEAL', '2026-10-30').raw).toBe('2026-11-29')
    expect(reckonBy('AL-PREF-DEPOSIT', '2026-11-20').raw).toBe('2026-11-30')
    expect(reckonBy('XK-FOI-ANSWER', '2026-04-02').raw).toBe('2026-04-09')
  })

  it('gives 20 clear working days before a meeting by one more', () => {
    expect(reckonBy('AL-CONS-MEETING', '2026-12-15', { n: 21 }).due).toBe('2026-11-10')
  })

  it('opens an appeal against silence on day 7 and closes it on day 45', () => {
    expect(reckonBy('AL-CPA-APPEAL-SIL', '2026-12-02')).toMatchObject({ opens: '2026-12-09', due: '2027-01-18' })
  })

  it('leaves Kosovo two dates where its law was not seen', () => {
    expect(reckonBy('XK-FOI-ANSWER', '2026-04-02')).toMatchObject({ due: '2026-04-10', workBy: '2026-04-08' })
    expect(reckonBy('XK-FOI-ANSWER', '2026-04-02').readings).toHaveLength(4)
  })

  it('ends months on the day with the same number, and moves that one too', () => {
    // Saturday 27 February; Monday follows.
    expect(reckonBy('AL-VILLAGE-ELECT', '2026-11-27')).toMatchObject({ raw: '2027-02-27', due: '2027-03-01' })
    expect(reckonBy('AL-VILLAGE-ELECT', '2026-11-30')).toMatchObject({ raw: '2027-02-28' })
  })

  it('counts back to the day or an earlier one, never to a shorter time', () => {
    // Five days before Friday 6 November is Sunday the first: Friday 30 October.
    expect(reckonBy('AL-LSG-NOTICE', '2026-11-06')).toMatchObject({ raw: '2026-11-01', due: '2026-10-30' })
  })
})
