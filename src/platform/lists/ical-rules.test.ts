import { describe, expect, it } from 'vitest'
import { foldLine, icalOf, icalText, type IcalEvent } from './ical-rules.ts'

const event: IcalEvent = {
  uid: 'deadline-1@kuvend.test',
  sequence: 3,
  stamp: new Date('2026-11-22T11:00:00.000Z'),
  at: { day: '2026-12-31' },
  summary: 'Konsultimi: tregjet, oraret; tarifat',
  description: 'Rreshti i parë\nRreshti i dytë',
  url: 'https://kuvend.test/konsultime/1;2,3',
}
const calendar = { name: 'Afatet', lang: 'sq', events: [event] }

describe('a calendar file', () => {
  it('ends each line with both signs, and has what every reader asks for', () => {
    const lines = icalOf(calendar).split('\r\n')
    expect(icalOf(calendar).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kuvend//Kuvend//SQ'])
    expect(lines.slice(-3)).toEqual(['END:VEVENT', 'END:VCALENDAR', ''])
    for (const line of ['UID:deadline-1@kuvend.test', 'DTSTAMP:20261122T110000Z', 'SEQUENCE:3', 'STATUS:CONFIRMED'])
      expect(lines).toContain(line)
  })

  it('gives a day as a day that ends, exclusively, on the next one, over the new year too', () => {
    expect(icalOf(calendar)).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
    const days = icalOf({ ...calendar, events: [{ ...event, at: { day: '2026-11-28', to: '2026-11-30' } }] })
    expect(days).toContain('DTSTART;VALUE=DATE:20261128\r\nDTEND;VALUE=DATE:20261201\r\n')
  })

  it('gives an hour as an instant in universal time', () => {
    const hours = icalOf({ ...calendar, events: [{ ...event, at: { moment: new Date('2026-11-24T09:30:00Z') } }] })
    expect(hours).toContain('DTSTART:20261124T093000Z\r\n')
    expect(hours).not.toContain('DTEND')
  })

  it('escapes what has a meaning in the format, in text and not in addresses', () => {
    expect(icalText('a\\b; c, d\r\ne\u0007')).toBe('a\\\\b\\; c\\, d\\ne')
    expect(icalOf(calendar)).toContain('SUMMARY:Konsultimi: tregjet\\, oraret\\; tarifat\r\n')
    expect(icalOf(calendar)).toContain('URL:https://kuvend.test/konsultime/1;2,3\r\n')
  })

  it('lets nobody begin a line of their own by what they typed', () => {
    const evil = { ...event, summary: 'x\r\nATTENDEE:mailto:a@b.example', url: 'https://a.example/\r\nX-EVIL:1' }
    expect(icalOf({ ...calendar, events: [evil] })).not.toMatch(/\r\n(ATTENDEE|X-EVIL)/)
  })
})

describe('a long line', () => {
  it('is folded at 75 octets, and no letter is cut', () => {
    const line = `SUMMARY:${'ë'.repeat(100)}`
    const folded = foldLine(line).split('\r\n')
    expect(folded.length).toBeGreaterThan(2)
    for (const part of folded) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
    for (const part of folded.slice(1)) expect(part.startsWith(' ')).toBe(true)
    expect(foldLine(line).replaceAll('\r\n ', '')).toBe(line)
    expect(foldLine(line)).not.toContain('\ufffd')
  })

  it('of exactly 75 octets stays as it is', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75))
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
  })
})
