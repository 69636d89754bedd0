import { describe, expect, it } from 'vitest'
import { dayNumber, weekdayOf } from '../days.ts'
import { JURISDICTIONS, type Jurisdiction } from '../jurisdiction.ts'
import { calendarDigest } from './calendar-digest.ts'
import { calendarOf } from './calendar.ts'
import { OutsideCalendar, type CalendarChange } from './day-off.ts'
import { HOLIDAYS } from './holiday-tables.ts'
import { basisWords } from './holiday-texts.ts'
import { allHolidays, FIRST_YEAR, holidaysOf, LAST_YEAR } from './holidays.ts'
import { substitutesOf } from './substitutes.ts'

const off = (
  country: Jurisdiction,
  day: string,
  changes: CalendarChange[] = [],
  closures: { from: string; to: string; words: string }[] = [],
) => calendarOf(country, changes, closures).offDay(dayNumber(day))

const basis = 'VKM nr. 700, datë 1.11.2026'
const names = { sq: 'Ditë zie', en: 'Day of mourning' }

describe('a calendar', () => {
  it('tells a weekend, a holiday, a substitute and a working day apart', () => {
    expect(off('AL', '2026-11-21')).toEqual({ kind: 'weekend' })
    expect(off('AL', '2026-11-22')).toMatchObject({ kind: 'holiday', substituteFor: null, basis: 'L7651/1992' })
    expect(off('AL', '2026-11-23')).toMatchObject({ kind: 'holiday', substituteFor: '2026-11-22' })
    expect(off('AL', '2026-11-24')).toBeNull()
    expect(off('XK', '2026-11-23')).toBeNull()
  })

  it('names the article by which Kosovo moves a holiday', () => {
    expect(off('XK', '2026-05-11')).toMatchObject({ basis: 'L03/L-064 Art 4', substituteFor: '2026-05-09' })
    expect(off('XK', '2026-05-01')).toMatchObject({ basis: 'L03/L-064 Art 2' })
    expect(basisWords('L03/L-064 Art 4').sq).toContain('neni 4')
    expect(basisWords('VKM nr. 1').sq).toBe('VKM nr. 1')
  })

  it('is the same object when asked again, and another with announcements', () => {
    expect(calendarOf('AL')).toBe(calendarOf('AL'))
    expect(calendarOf('AL', [{ kind: 'added', day: '2026-12-24', names, basis }])).not.toBe(calendarOf('AL'))
    expect(off('AL', '2026-12-24')).toBeNull()
  })

  it('knows every day from 2015 to 2040 and throws beyond its margin', () => {
    for (const country of JURISDICTIONS) {
      const calendar = calendarOf(country)
      const { first, last } = calendar
      expect(first).toBeLessThan(dayNumber('2015-01-01'))
      expect(last).toBeGreaterThan(dayNumber('2040-12-31') + 365)
      for (let day = first; day <= last; day++) if (weekdayOf(day) > 5) expect(calendar.offDay(day)).not.toBeNull()
      expect(() => calendar.offDay(first - 1)).toThrow(OutsideCalendar)
      expect(() => calendar.offDay(last + 1)).toThrow(OutsideCalendar)
    }
  })

  it('says which feasts are estimated: those of 2027, and no fixed day', () => {
    expect(off('AL', '2027-03-09')).toMatchObject({ estimated: true })
    expect(off('AL', '2027-05-17')).toMatchObject({ estimated: true, substituteFor: '2027-05-16' })
    expect(off('AL', '2026-03-20')).toMatchObject({ estimated: false })
    expect(off('AL', '2027-11-22')).toMatchObject({ estimated: false })
  })

  it('calls estimated what an estimated feast has pushed on', () => {
    // 2029-04-24 is a Tuesday: an announced Sunday before it and a Monday leave the Wednesday.
    const changes: CalendarChange[] = [
      { kind: 'added', day: '2029-04-22', names, basis },
      { kind: 'added', day: '2029-04-23', names, basis },
    ]
    expect(off('AL', '2029-04-25', changes)).toMatchObject({ substituteFor: '2029-04-22', estimated: true })
  })

  it('knows years that hold a lunar feast twice', () => {
    const fitr = holidaysOf('AL', 2033).filter(({ id }) => id === 'eid-al-fitr')
    expect(fitr.map(({ date }) => date)).toEqual(['2033-01-03', '2033-12-23'])
    expect(holidaysOf('XK', 2039).filter(({ id }) => id === 'eid-al-adha')).toHaveLength(2)
  })
})

describe('substitutes', () => {
  const on = (...dates: string[]) => [...substitutesOf(dates.map(dayNumber))].map(([holiday, day]) => [holiday, day])

  it('go over the new year', () => {
    expect(on('2022-12-31', '2023-01-01', '2023-01-02')).toEqual([
      [dayNumber('2022-12-31'), dayNumber('2023-01-03')],
      [dayNumber('2023-01-01'), dayNumber('2023-01-04')],
    ])
  })

  it('of an announced Saturday at the end of the year stand in the next', () => {
    const changes: CalendarChange[] = [{ kind: 'added', day: '2022-12-31', names, basis }]
    expect(off('AL', '2023-01-03', changes)).toMatchObject({
      substituteFor: '2022-12-31',
      basis: `${basis}; L7651/1992`,
    })
    expect(off('AL', '2023-01-04', changes)).toMatchObject({ substituteFor: '2023-01-01' })
    expect(off('AL', '2023-01-04')).toBeNull()
    expect(holidaysOf('AL', 2022, changes).at(-1)).toMatchObject({ date: '2022-12-31', substitute: '2023-01-03' })
  })

  it('are one for two holidays on one day', () => expect(on('2025-04-20', '2025-04-20')).toHaveLength(1))

  it('are never a weekend, a holiday or given twice, in any year of either country', () => {
    for (const country of JURISDICTIONS) {
      const holidays = allHolidays(country)
      const dates = new Set(holidays.map(({ date }) => date))
      const bySubstitute = new Map<string, string>()
      for (const { date, substitute } of holidays) {
        expect(substitute !== null).toBe(weekdayOf(dayNumber(date)) > 5)
        if (substitute === null) continue
        expect(substitute > date && !dates.has(substitute) && weekdayOf(dayNumber(substitute)) < 6).toBe(true)
        expect(bySubstitute.get(substitute) ?? date).toBe(date)
        bySubstitute.set(substitute, date)
      }
    }
  })
})

describe('what a government announces', () => {
  it('adds a day off, which on a weekend is substituted like others', () => {
    const added = (day: string): CalendarChange[] => [{ kind: 'added', day, names, basis }]
    expect(off('AL', '2026-12-22', added('2026-12-22'))).toEqual({
      kind: 'holiday',
      names,
      substituteFor: null,
      estimated: false,
      basis,
    })
    expect(off('XK', '2026-12-28', added('2026-12-26'))).toMatchObject({ substituteFor: '2026-12-26', names })
  })

  it('added on a day that stands in for another pushes that one on', () => {
    const changes: CalendarChange[] = [{ kind: 'added', day: '2026-11-23', names, basis }]
    expect(off('AL', '2026-11-23', changes)).toMatchObject({ substituteFor: null, names })
    expect(off('AL', '2026-11-24', changes)).toMatchObject({ substituteFor: '2026-11-22' })
  })

  it('added on a holiday makes one day off with both names', () => {
    const changes: CalendarChange[] = [{ kind: 'added', day: '2026-12-08', names, basis }]
    const both = off('AL', '2026-12-08', changes)
    expect(both?.kind === 'holiday' && both.names.en).toBe('National Youth Day; Day of mourning')
    expect(off('AL', '2026-12-09', changes)).toBeNull()
  })

  it('moves a feast to its true day, by the law that made it one, no longer estimated', () => {
    const changes: CalendarChange[] = [{ kind: 'moved', holiday: 'eid-al-fitr', year: 2027, day: '2027-03-10', basis }]
    expect(off('AL', '2027-03-09', changes)).toBeNull()
    expect(off('AL', '2027-03-10', changes)).toMatchObject({ estimated: false, basis: 'L7651/1992' })
    expect(off('AL', '2027-05-17', changes)).toMatchObject({ estimated: true })
    expect(holidaysOf('AL', 2027, changes)).toContainEqual(
      expect.objectContaining({ id: 'eid-al-fitr', announced: true, source: basis }),
    )
  })

  it('confirmed on the very day of the estimate takes the mark away', () => {
    const changes: CalendarChange[] = [{ kind: 'moved', holiday: 'eid-al-fitr', year: 2027, day: '2027-03-09', basis }]
    expect(off('XK', '2027-03-09', changes)).toMatchObject({ estimated: false })
  })

  it('moves of two feasts in one year the one that is near', () => {
    const changes: CalendarChange[] = [{ kind: 'moved', holiday: 'eid-al-fitr', year: 2033, day: '2033-12-22', basis }]
    expect(off('AL', '2033-12-22', changes)).not.toBeNull()
    expect(off('AL', '2033-12-23', changes)).toBeNull()
    expect(off('AL', '2033-01-03', changes)).not.toBeNull()
  })

  it('drops a holiday, and its substitute with it, in that year alone', () => {
    const changes: CalendarChange[] = [{ kind: 'dropped', holiday: 'europe-day', year: 2026, basis }]
    expect(off('XK', '2026-05-09', changes)).toEqual({ kind: 'weekend' })
    expect(off('XK', '2026-05-11', changes)).toBeNull()
    expect(off('XK', '2027-05-10', changes)).not.toBeNull()
  })
})

describe('an institution’s closure', () => {
  const closures = [{ from: '2026-12-21', to: '2026-12-27', words: 'Inventari' }]

  it('is a day off with its own words, and leaves weekends and holidays as they are', () => {
    expect(off('AL', '2026-12-21', [], closures)).toEqual({ kind: 'closure', words: 'Inventari' })
    expect(off('AL', '2026-12-25', [], closures)).toMatchObject({ kind: 'holiday' })
    expect(off('AL', '2026-12-26', [], closures)).toEqual({ kind: 'weekend' })
    expect(off('AL', '2026-12-28', [], closures)).toBeNull()
    expect(off('AL', '2026-12-21')).toBeNull()
  })

  it('takes no place from a substitute: that is the country’s', () => {
    const closed = [{ from: '2026-11-23', to: '2026-11-23', words: 'Inventari' }]
    expect(off('AL', '2026-11-23', [], closed)).toMatchObject({ substituteFor: '2026-11-22' })
    expect(off('AL', '2026-11-24', [], closed)).toBeNull()
  })

  it('that lies outside the years does no harm', () => {
    const closed = [{ from: '1990-01-01', to: '2100-01-01', words: 'Mbyllur' }]
    expect(off('AL', '2026-11-24', [], closed)).toMatchObject({ kind: 'closure' })
  })
})

describe('the tables', () => {
  it('give every holiday an id of its own, both names and a law in words', () => {
    for (const country of JURISDICTIONS) {
      const ids = HOLIDAYS[country].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { id, names: called, basis: law } of HOLIDAYS[country]) {
        expect(id).toMatch(/^[a-z][a-z0-9-]{1,39}$/)
        expect(called.sq.length > 2 && called.en.length > 2).toBe(true)
        expect(basisWords(law).en).toContain('Law No.')
      }
    }
  })

  it('have fourteen holidays a year in Albania until 2023, fifteen since, and in Kosovo twelve, besides twin feasts', () => {
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      const twins = year === 2033 || year === 2039 ? 1 : 0
      expect(holidaysOf('AL', year)).toHaveLength((year < 2024 ? 14 : 15) + twins)
      expect(holidaysOf('XK', year)).toHaveLength(12 + twins)
    }
  })

  it('have a digest that stays, and is another for the other country', () => {
    expect(calendarDigest('AL')).toBe(calendarDigest('AL'))
    expect(calendarDigest('AL')).toMatch(/^AL-\d+-[0-9a-f]{16}$/)
    expect(calendarDigest('AL').slice(2)).not.toBe(calendarDigest('XK').slice(2))
  })
})
