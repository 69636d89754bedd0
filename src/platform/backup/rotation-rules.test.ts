import { describe, expect, it } from 'vitest'
import { copiesToRemove, isDue, mondayOf, type StandingCopy } from './rotation-rules.ts'

const copyOf = (day: string, hour = 2): StandingCopy => ({
  id: `${day} ${hour}`,
  day,
  startedAt: new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`),
})

const daysBack = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) =>
    new Date(Date.parse(`${from}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10),
  )

describe('The rotation', () => {
  it('keeps the newest of each of the last days, weeks and months', () => {
    const copies = daysBack('2026-11-22', 120).map((day) => copyOf(day))
    const removed = new Set(copiesToRemove(copies, { daily: 7, weekly: 4, monthly: 3 }))
    const kept = copies.filter(({ id }) => !removed.has(id)).map(({ day }) => day)
    expect(kept).toEqual([
      ...daysBack('2026-11-22', 7),
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      '2026-10-31',
      '2026-09-30',
    ])
  })

  it('keeps of one day the newest alone', () => {
    const copies = [copyOf('2026-11-22', 2), copyOf('2026-11-22', 9)]
    expect(copiesToRemove(copies, { daily: 7, weekly: 4, monthly: 6 })).toEqual(['2026-11-22 2'])
  })

  it('never takes away the only one, however old it is', () => {
    expect(copiesToRemove([copyOf('2020-01-01')], { daily: 1, weekly: 0, monthly: 0 })).toEqual([])
    expect(copiesToRemove([], { daily: 1, weekly: 0, monthly: 0 })).toEqual([])
  })

  it('begins a week with its Monday', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-16'].map(mondayOf)).toEqual(['2026-11-16', '2026-11-23', '2026-11-16'])
  })
})

describe('A copy by the clock', () => {
  it('is due once its hour has come, until there is one or three have failed', () => {
    const failed = { state: 'failed' } as const
    expect(isDue(2, 3, [])).toBe(false)
    expect(isDue(3, 3, [])).toBe(true)
    expect(isDue(9, 3, [failed, failed])).toBe(true)
    expect(isDue(9, 3, [failed, failed, failed])).toBe(false)
    expect(isDue(9, 3, [{ state: 'verified' }])).toBe(false)
  })
})
