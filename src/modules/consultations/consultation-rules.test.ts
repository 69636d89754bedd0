import { describe, expect, it } from 'vitest'
import { stateAfterConfirming, stateAfterCorrecting } from './comments/comment-rules.ts'
import { phaseAt, refusalToCorrect, refusalsToPublish, type Timing } from './consultation-rules.ts'

const OPEN: Timing = {
  state: 'published',
  history: false,
  opensAt: new Date('2026-11-19T23:00:00Z'),
  closesAt: new Date('2026-11-30T23:00:00Z'),
}
const DURING = new Date('2026-11-22T11:00:00Z')

describe('the phase of a consultation', () => {
  it('is decided by its instants, the first included and the last not', () => {
    const at = (moment: string) => phaseAt(OPEN, new Date(moment))
    expect(at('2026-11-19T22:59:59.999Z')).toBe('announced')
    expect(at('2026-11-19T23:00:00.000Z')).toBe('open')
    expect(at('2026-11-30T22:59:59.999Z')).toBe('open')
    expect(at('2026-11-30T23:00:00.000Z')).toBe('closed')
  })

  it('is closed for what is taken over from older papers, whatever its dates, and for unknown dates', () => {
    expect(phaseAt({ ...OPEN, history: true }, DURING)).toBe('closed')
    expect(phaseAt({ ...OPEN, opensAt: null }, DURING)).toBe('closed')
    expect(phaseAt({ ...OPEN, closesAt: null }, DURING)).toBe('closed')
  })

  it('of a draft and of what is cancelled does not depend on time', () => {
    expect(phaseAt({ ...OPEN, state: 'draft' }, DURING)).toBe('draft')
    expect(phaseAt({ ...OPEN, state: 'cancelled' }, DURING)).toBe('cancelled')
  })
})

describe('publishing a draft', () => {
  const draft = { ...OPEN, state: 'draft' as const, openDoubts: 0, articles: 3, closesTooEarly: false, documents: 0 }

  it('is free when days, text and doubts are in order; a document may stand for the text', () => {
    expect(refusalsToPublish(draft, DURING)).toEqual([])
    expect(refusalsToPublish({ ...draft, articles: 0, closesTooEarly: false, documents: 1 }, DURING)).toEqual([])
  })

  it('tells every reason at once', () => {
    const nothing = { ...draft, opensAt: null, closesAt: null, openDoubts: 2, articles: 0 }
    expect(refusalsToPublish(nothing, DURING)).toEqual([
      'no-opening-day',
      'no-closing-day',
      'open-doubts',
      'no-text-and-no-document',
    ])
  })

  it('comes too late from the first instant after the closing day', () => {
    expect(refusalsToPublish(draft, new Date('2026-11-30T22:59:59.999Z'))).toEqual([])
    expect(refusalsToPublish(draft, new Date('2026-11-30T23:00:00.000Z'))).toEqual(['closing-is-past'])
  })

  it('is not done twice', () => {
    expect(refusalsToPublish({ ...draft, state: 'published' }, DURING)).toEqual(['not-a-draft'])
  })
})

describe('correcting what is public', () => {
  const published = { state: 'published' as const, opensOn: '2026-11-20', closesOn: '2026-11-30' }

  it.each([
    ['the same days', '2026-11-20', '2026-11-30', null],
    ['an earlier first day', '2026-11-19', '2026-11-30', null],
    ['a later last day', '2026-11-19', '2026-12-01', 'put-off-by-correction'],
    ['a day less at the end', '2026-11-20', '2026-11-29', 'window-shortened'],
    ['a day less at the beginning', '2026-11-21', '2026-12-30', 'window-shortened'],
    ['no last day', '2026-11-20', null, 'window-shortened'],
    ['no first day', null, '2026-11-30', 'window-shortened'],
  ])('to %s', (_what, opensOn, closesOn, refusal) => {
    expect(refusalToCorrect(published, { opensOn, closesOn })).toBe(refusal)
  })

  it('is no matter for a draft, and too late for what is cancelled', () => {
    const shorter = { opensOn: null, closesOn: null }
    expect(refusalToCorrect({ ...published, state: 'draft' }, shorter)).toBeNull()
    expect(refusalToCorrect({ ...published, state: 'cancelled' }, published)).toBe('cancelled')
  })
})

describe('where a comment stands', () => {
  it('after it is confirmed follows from its words and its attachments', () => {
    expect(stateAfterConfirming([], 0)).toBe('published')
    expect(stateAfterConfirming(['telephone'], 0)).toBe('waiting')
    expect(stateAfterConfirming([], 1)).toBe('waiting')
  })

  it.each([
    ['public, clean', { state: 'published', underHold: false, attachments: 0 }, [], 'published'],
    [
      'public with attachments that were seen',
      { state: 'published', underHold: false, attachments: 2 },
      [],
      'published',
    ],
    ['public, now with a number', { state: 'published', underHold: false, attachments: 0 }, ['telephone'], 'waiting'],
    ['waiting, now clean', { state: 'waiting', underHold: false, attachments: 0 }, [], 'published'],
    ['waiting with attachments', { state: 'waiting', underHold: false, attachments: 1 }, [], 'waiting'],
    ['held', { state: 'held', underHold: true, attachments: 0 }, [], 'waiting'],
    ['held and corrected before', { state: 'waiting', underHold: true, attachments: 0 }, [], 'waiting'],
  ] as const)('after a correction: %s', (_what, before, found, state) => {
    expect(stateAfterCorrecting(before, found)).toBe(state)
  })
})
