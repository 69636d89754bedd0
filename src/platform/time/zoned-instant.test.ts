import { describe, expect, it } from 'vitest'
import { readInstant, zonedInstant } from './zoned-instant.ts'

describe('a moment with its zone', () => {
  it.each([
    ['2026-11-21T23:00:00Z', '2026-11-22T00:00:00+01:00'],
    ['2026-07-01T10:15:30Z', '2026-07-01T12:15:30+02:00'],
    // The hour that comes twice.
    ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00+01:00'],
  ])('%s is %s in Tirana', (moment, told) => {
    expect(zonedInstant('Europe/Tirane', new Date(moment))).toBe(told)
    expect(readInstant(told)).toEqual(new Date(moment))
  })

  it('in Greenwich has no offset', () => {
    expect(zonedInstant('UTC', new Date('2026-11-21T23:00:00Z'))).toBe('2026-11-21T23:00:00+00:00')
  })

  it.each([
    '2026-11-22',
    '2026-11-22T10:00:00',
    '2026-11-22T24:00:00Z',
    '2026-02-30T10:00:00Z',
    '2026-13-01T10:00:00Z',
    'now',
  ])('%s is none', (words) => {
    expect(readInstant(words)).toBeNull()
  })
})
