import { describe, expect, it } from 'vitest'
import { addDays, civilDateIn, daysBetween, endOfDay, readCivilDate, startOfDay } from './civil-date.ts'

describe('civil dates', () => {
  it('knows which days exist', () => {
    expect(readCivilDate('2028-02-29')).toBe('2028-02-29')
    expect(readCivilDate('2026-02-29')).toBeNull()
    expect(readCivilDate('21.11.2026')).toBeNull()
  })

  it('ends a day at the start of the next local day, also on nights when the clocks change', () => {
    expect(endOfDay('2026-11-21', 'Europe/Tirane').toISOString()).toBe('2026-11-21T23:00:00.000Z')
    expect(endOfDay('2026-03-29', 'Europe/Belgrade').toISOString()).toBe('2026-03-29T22:00:00.000Z')
    expect(startOfDay('2026-03-29', 'Europe/Belgrade').toISOString()).toBe('2026-03-28T23:00:00.000Z')
    expect(endOfDay('2026-10-25', 'Europe/Tirane').toISOString()).toBe('2026-10-25T23:00:00.000Z')
  })

  it('tells the local day of an instant, whatever zone the server keeps', () => {
    expect(civilDateIn('Europe/Tirane', new Date('2026-11-21T23:30:00Z'))).toBe('2026-11-22')
    expect(civilDateIn('America/Noronha', new Date('2026-11-22T01:30:00Z'))).toBe('2026-11-21')
  })

  it('counts days over month and year ends', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2)
  })
})
