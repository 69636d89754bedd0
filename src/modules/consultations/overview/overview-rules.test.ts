import { describe, expect, it } from 'vitest'
import { stepsOf, type Way } from './overview-rules.ts'

const way: Way = {
  phase: 'open',
  stage: 'on-draft',
  publishedOn: '2026-11-01',
  opensOn: '2026-11-02',
  closesOn: '2026-12-01',
  cancelledOn: null,
  cancelReason: null,
  meetings: [
    { on: '2026-11-25', title: 'Takimi i dytë', href: '/takime/dy' },
    { on: '2026-11-10', title: 'Takimi i parë', href: '/takime/nje' },
  ],
  today: '2026-11-22',
}
const told = (steps: ReturnType<typeof stepsOf>) => steps.map(({ step, state, from }) => [step, state, from])

describe('the way of a consultation', () => {
  it('stands in the order of its days, and says where it stands', () => {
    expect(told(stepsOf(way))).toEqual([
      ['announced', 'done', '2026-11-01'],
      ['open', 'now', '2026-11-02'],
      ['meeting', 'done', '2026-11-10'],
      ['meeting', 'next', '2026-11-25'],
      ['review', 'next', null],
      ['decision', 'next', null],
    ])
  })

  it('promises no draft after a draft, and after a preliminary stage nothing but one', () => {
    const closed = { ...way, phase: 'closed', meetings: [] } as const
    expect(told(stepsOf(closed)).slice(2)).toEqual([
      ['review', 'now', null],
      ['decision', 'next', null],
    ])
    expect(told(stepsOf({ ...closed, stage: 'preliminary' })).slice(2)).toEqual([['draft', 'now', null]])
  })

  it('ends where it was cancelled: what had been planned after that day is promised no more', () => {
    const cancelled = { ...way, phase: 'cancelled', cancelledOn: '2026-11-15', cancelReason: 'U tërhoq' } as const
    expect(told(stepsOf(cancelled))).toEqual([
      ['announced', 'done', '2026-11-01'],
      ['open', 'done', '2026-11-02'],
      ['meeting', 'done', '2026-11-10'],
      ['cancelled', 'now', '2026-11-15'],
    ])
  })

  it('of one that has not opened has nothing behind it but its announcement', () => {
    const states = stepsOf({ ...way, phase: 'announced', opensOn: '2026-11-24', meetings: [] }).map(
      ({ state }) => state,
    )
    expect(states).toEqual(['now', 'next', 'next', 'next'])
  })
})
