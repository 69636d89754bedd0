import { describe, expect, it } from 'vitest'
import { refusalToSetUp, stepAt, stepOf } from './second-factor-rules.ts'
import { totpAt } from './testing.ts'

/** RFC 6238, appendix B. */
const secret = Buffer.from('12345678901234567890')

describe('codes of the authenticator application', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('are those of the standard, %d seconds after 1970', (seconds, code) => {
    const moment = new Date(seconds * 1000)
    expect(stepOf(secret, code, moment)).toBe(stepAt(moment))
  })

  it('are good one step early and one late, not two', () => {
    const now = new Date('2026-11-21T08:00:10Z')
    const step = stepAt(now)
    expect([-1, 0, 1].map((steps) => stepOf(secret, totpAt(secret, now, steps), now))).toEqual([
      step - 1,
      step,
      step + 1,
    ])
    expect([-2, 2].map((steps) => stepOf(secret, totpAt(secret, now, steps), now))).toEqual([null, null])
  })

  it('are six digits and nothing else', () => {
    const now = new Date()
    for (const words of ['', '12345', '1234567', '12a456', '١٢٣٤٥٦']) expect(stepOf(secret, words, now)).toBeNull()
  })
})

describe('setting up a second factor', () => {
  it('is open to a mailed code only while none stands', () => {
    expect(refusalToSetUp(1, false)).toBeNull()
    expect(refusalToSetUp(1, true)).toBe('second-factor-needed')
    expect(refusalToSetUp(2, true)).toBeNull()
  })
})
