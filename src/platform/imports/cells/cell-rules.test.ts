import { describe, expect, it } from 'vitest'
import { readCell, type CellReading } from './cell-rules.ts'
import { readDate } from './date-rules.ts'
import { readNumber } from './number-rules.ts'

const none = () => null
const as = (type: 'money' | 'integer' | 'date' | 'boolean', words: string): CellReading =>
  readCell({ type, required: false }, words, none)

describe('a number', () => {
  it.each([
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1 234 567,89', 1234567.89],
    ['-245,000.00€', -245000],
    ['(250,00)', -250],
    ['120 Lekë', 120],
    ['€ 12', 12],
    ['0,125', 0.125],
    ['1.234.567', 1234567],
    ['8,449,569.67', 8449569.67],
  ])('%s is read', (words, value) => {
    expect(readNumber(words)).toEqual({ kind: 'number', value })
  })

  it('that may be thousands or a part is asked, and so is a dash', () => {
    expect(readNumber('€1.234')).toEqual({ kind: 'ambiguous', thousands: 1234, decimal: 1.234 })
    expect(as('money', '-')).toMatchObject({ kind: 'doubt', doubt: 'dash' })
    expect(as('money', 'NaN')).toMatchObject({ kind: 'doubt', doubt: 'unreadable' })
    expect(as('integer', '1,5')).toEqual({ kind: 'refused', why: 'no-integer' })
    expect(readNumber('12345678901234567').kind).toBe('too-precise')
  })
})

describe('a day', () => {
  it.each([
    ['17.3.2026', '2026-03-17'],
    ['2026-03-07', '2026-03-07'],
    ['7 mars 2026', '2026-03-07'],
    ['21 nëntor 2026', '2026-11-21'],
    ['21 nentor 2026', '2026-11-21'],
    ['1/1/2010', '2010-01-01'],
    ['Mars 7, 2026', '2026-03-07'],
  ])('%s is read', (words, date) => {
    expect(readDate(words)).toEqual({ kind: 'day', date })
  })

  it('of which the order, the century, or which of two is not told, is asked', () => {
    expect(as('date', '03/04/2017')).toMatchObject({ doubt: 'date-order' })
    expect(as('date', '28.10.18')).toMatchObject({ doubt: 'two-digit-year' })
    expect(as('date', '12.03.2017 - 15.03.2017')).toMatchObject({ doubt: 'two-dates' })
    expect(as('date', '42736')).toMatchObject({ doubt: 'serial' })
  })

  it('that does not exist is refused', () => {
    for (const words of ['30.02.2017', '2017-13-01', '31.04.17'])
      expect(as('date', words)).toEqual({ kind: 'refused', why: 'impossible-date' })
  })
})
