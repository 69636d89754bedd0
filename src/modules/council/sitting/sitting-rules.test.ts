import { describe, expect, it } from 'vitest'
import { actKindFor, majorityOf } from './majority-rules.ts'
import type { SittingEvent, SittingEventBody, SittingRefusal, SittingSetup, VoteStage } from './sitting-event-rules.ts'
import { effectiveEvents, inOrder, replay } from './sitting-rules.ts'
import { resultOf } from './voting-rules.ts'

/** Seven seats, one of them empty: four are a quorum. */
const SETUP: SittingSetup = {
  seats: 7,
  members: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, name: id.toUpperCase() })),
  items: ['one', 'two'].map((id) => ({ id, title: id, kind: 'act', actKind: null, closed: false })),
  quorum: { of: 'all-members', numerator: 1, denominator: 2, strict: true },
  conflicts: [{ item: 'two', person: 'b' }],
}
const HALF = { of: 'all-members', numerator: 1, denominator: 2, strict: true, id: null, basis: null } as const
const SIMPLE = { ...HALF, of: 'voting' } as const

/** Each a minute after the one before, from ten in the evening. */
const told = (...bodies: SittingEventBody[]): SittingEvent[] =>
  bodies.map((body, n) => ({ ...body, id: `e${n}`, at: new Date(Date.UTC(2026, 10, 21, 22, n)).toISOString() }))
const after = (...bodies: SittingEventBody[]) => replay(SETUP, told(...bodies))
const refusalsAfter = (...bodies: SittingEventBody[]): SittingRefusal[] =>
  after(...bodies).refused.map(({ refusal }) => refusal)

const open: SittingEventBody = { kind: 'opened', body: { chair: 'a' } }
const roll = (...present: string[]): SittingEventBody => ({
  kind: 'roll-called',
  body: { present, remote: [], excused: [] },
})
const FIVE = roll('a', 'b', 'c', 'd', 'e')
const item = (id: string): SittingEventBody => ({ kind: 'item-opened', body: { item: id } })
const done = (id: string): SittingEventBody => ({
  kind: 'item-closed',
  body: { item: id, outcome: 'done', reason: null, to: null },
})
const left = (person: string): SittingEventBody => ({ kind: 'left', body: { person } })
type Asked = Partial<Extract<SittingEventBody, { kind: 'vote-opened' }>['body']>
const ask = (vote: string, changes: Asked = {}): SittingEventBody => ({
  kind: 'vote-opened',
  body: {
    vote,
    item: 'one',
    motion: null,
    stage: 'as-a-whole',
    article: null,
    question: 'So?',
    method: 'by-name',
    majority: HALF,
    ...changes,
  },
})
const names = (vote: string, yes: string, no = ''): SittingEventBody => ({
  kind: 'vote-taken',
  body: {
    vote,
    counts: null,
    ballots: Object.fromEntries([
      ...[...yes].map((one) => [one, 'for'] as const),
      ...[...no].map((one) => [one, 'against'] as const),
    ]),
  },
})
const hands = (vote: string, yes: number, no: number, abstain: number): SittingEventBody => ({
  kind: 'vote-taken',
  body: { vote, ballots: null, counts: { for: yes, against: no, abstain } },
})
const move = (motion: string): SittingEventBody => ({
  kind: 'motion-moved',
  body: {
    motion,
    item: 'one',
    motionKind: 'amendment',
    article: 'neni 2',
    words: 'Otherwise',
    person: 'c',
    mover: null,
  },
})
const stageOf = (stage: VoteStage, motion: string | null = null): Asked => ({ stage, motion })
const correct = (
  event: string,
  instead: Extract<SittingEventBody, { kind: 'corrected' }>['body']['instead'],
  place?: 'before',
): SittingEventBody => ({
  kind: 'corrected',
  body: { event, instead, reason: 'It was otherwise', ...(place ? { place } : {}) },
})

describe('a meeting', () => {
  it('opens first; nothing happens before, and after its end only reopening and corrections', () => {
    expect(refusalsAfter(FIVE, open, open)).toEqual(['not-open', 'already-open'])
    const closed: SittingEventBody = { kind: 'closed', body: {} }
    expect(refusalsAfter(open, closed, FIVE, open, { kind: 'reopened', body: { reason: 'By mistake' } }, FIVE)).toEqual(
      ['closed', 'closed'],
    )
  })

  it('goes on past midnight and over days: nobody is counted as there through the night', () => {
    const [first, ...rest] = told(open, FIVE, { kind: 'suspended', body: { until: null, reason: null } })
    const morning: SittingEvent = { kind: 'resumed', body: {}, id: 'r', at: '2026-11-22T09:00:00.000Z' }
    const { state, refused } = replay(SETUP, [first as SittingEvent, ...rest, morning])
    expect(refused).toEqual([])
    expect(state.stretches.filter(({ person }) => person === 'a').map(({ to }) => to)).toEqual([
      '2026-11-21T22:02:00.000Z',
      null,
    ])
  })

  it('never runs backwards, but two clocks may differ by two minutes', () => {
    const [first] = told(open)
    const early = (minutes: number): SittingEvent => ({
      ...FIVE,
      id: 'x',
      at: new Date(Date.UTC(2026, 10, 21, 22) - minutes * 60_000).toISOString(),
    })
    const { state } = replay(SETUP, first ? [first] : [])
    expect(replay(SETUP, [first as SittingEvent, early(3)]).refused[0]?.refusal).toBe('before-what-stands')
    expect([inOrder(state, early(1)).at, inOrder(state, early(3)).at]).toEqual([first?.at, early(3).at])
  })

  it('counts the quorum from all seats, empty ones too, and at every moment', () => {
    expect(after(open, FIVE).state.quorum).toEqual({ members: 7, present: 5, needed: 4, met: true })
    const { quorum, presence } = after(open, FIVE, left('a'), left('b')).state
    expect([quorum.met, presence.a, presence.f]).toEqual([false, 'left', 'absent'])
    expect(
      refusalsAfter(open, FIVE, { kind: 'arrived', body: { person: 'a', remote: false } }, left('f'), left('x')),
    ).toEqual(['already-there', 'not-there', 'not-a-member'])
  })

  it('knows somebody who goes on from afar as there all the time, in two stretches', () => {
    const { state } = after(open, FIVE, { kind: 'arrived', body: { person: 'a', remote: true } })
    expect([
      state.quorum.present,
      state.stretches.filter(({ person }) => person === 'a').map(({ remote }) => remote),
    ]).toEqual([5, [false, true]])
  })
})

describe('a vote', () => {
  it('needs a roll call, an open item and a quorum, when it opens and when it is taken', () => {
    expect(refusalsAfter(open, ask('v'))).toEqual(['no-roll-call'])
    expect(refusalsAfter(open, FIVE, ask('v'))).toEqual(['item-not-open'])
    expect(refusalsAfter(open, roll('a', 'b', 'c'), item('one'), ask('v'))).toEqual(['no-quorum'])
    expect(refusalsAfter(open, FIVE, item('one'), ask('v'), left('d'), left('e'), names('v', 'abc'))).toEqual([
      'no-quorum',
    ])
  })

  it('counts who is there when it is taken, and whoever is not named did not vote', () => {
    const { state } = after(open, FIVE, item('one'), ask('v'), left('e'), names('v', 'abcd'))
    expect(state.votes[0]).toMatchObject({ entitled: ['a', 'b', 'c', 'd'], needed: 4, result: 'adopted' })
    expect(refusalsAfter(open, FIVE, item('one'), ask('v'), left('e'), names('v', 'abce'))).toEqual(['not-entitled'])
    expect(after(open, FIVE, item('one'), ask('v'), names('v', 'ab')).state.votes[0]?.counts.notVoting).toBe(3)
  })

  it('leaves out who has a conflict on its item, declared before or in the meeting; not on what belongs to no item', () => {
    const two = { item: 'two' }
    expect(refusalsAfter(open, FIVE, item('two'), ask('v', two), names('v', 'b'))).toEqual(['not-entitled'])
    expect(refusalsAfter(open, FIVE, item('two'), ask('v', { ...two, method: 'secret' }), hands('v', 5, 0, 0))).toEqual(
      ['too-many-votes'],
    )
    expect(
      after(open, FIVE, ask('v', { item: null, stage: 'procedural' }), names('v', 'abcde')).state.votes[0]?.counts.for,
    ).toBe(5)
  })

  it('is tied when as many are for as against, and a tie adopts nothing, whatever the fraction', () => {
    expect([resultOf({ for: 2, against: 2, abstain: 1 }, 2), resultOf({ for: 0, against: 0, abstain: 5 }, 1)]).toEqual([
      'tied',
      'rejected',
    ])
    const tied = [
      open,
      FIVE,
      item('one'),
      move('m'),
      ask('v', { ...stageOf('amendment', 'm'), majority: SIMPLE }),
      names('v', 'ab', 'cd'),
    ]
    expect(after(...tied).state.motions[0]?.state).toBe('rejected')
    const again = [ask('w', { ...stageOf('amendment', 'm'), majority: SIMPLE }), names('w', 'abc', 'd')]
    expect(after(...tied, ...again).state.motions[0]?.state).toBe('adopted')
    expect(refusalsAfter(...tied, ...again, ask('x', stageOf('amendment', 'm')))).toEqual(['motion-settled'])
  })

  it('on the whole waits for the amendments', () => {
    expect(refusalsAfter(open, FIVE, item('one'), move('m'), ask('v'))).toEqual(['motions-first'])
    expect(
      refusalsAfter(open, FIVE, item('one'), move('m'), { kind: 'motion-withdrawn', body: { motion: 'm' } }, ask('v')),
    ).toEqual([])
  })

  it('is alone: while it is open nothing else begins', () => {
    expect(
      refusalsAfter(open, FIVE, item('one'), ask('v'), ask('w'), done('one'), names('w', 'a'), {
        kind: 'closed',
        body: {},
      }),
    ).toEqual(['another-vote-open', 'another-vote-open', 'no-such-vote', 'another-vote-open'])
  })
})

describe('closed doors', () => {
  const doors: SittingEventBody = {
    kind: 'doors-closed',
    body: { item: 'one', askedBy: 'The mayor', vote: 'v', reason: 'Privacy', publicTitle: 'A matter' },
  }
  const vote = (yes: string, no = ''): SittingEventBody[] => [ask('v', stageOf('closing-doors')), names('v', yes, no)]

  it('follow a vote for them that was adopted, and only for what was voted', () => {
    expect(refusalsAfter(open, FIVE, doors)).toEqual(['doors-not-voted'])
    expect(refusalsAfter(open, FIVE, ...vote('ab', 'cde'), doors)).toEqual(['doors-not-voted'])
    expect(refusalsAfter(open, FIVE, ...vote('abcd'), { ...doors, body: { ...doors.body, item: 'two' } })).toEqual([
      'doors-not-voted',
    ])
  })

  it('hide the item and what is said in it, open with its end, and leave the vote that closed them public', () => {
    const note: SittingEventBody = { kind: 'noted', body: { words: 'Hidden' } }
    const { state, refused } = after(
      open,
      FIVE,
      ...vote('abcd'),
      doors,
      item('one'),
      note,
      ask('w'),
      names('w', 'abcd'),
      done('one'),
      note,
    )
    expect(refused).toEqual([])
    expect(state.votes.map(({ closed }) => closed)).toEqual([false, true])
    expect(state.notes.map(({ closed }) => closed)).toEqual([true, false])
    expect([state.doors.closed, state.items[0]?.closed, state.items[0]?.publicTitle]).toEqual([false, true, 'A matter'])
  })
})

describe('a correction', () => {
  const whole = [open, FIVE, item('one'), ask('v'), names('v', 'abcd')]

  it('replaces, strikes, or brings what was forgotten; the list keeps all of it', () => {
    const said = (body: SittingEventBody) => after(...whole, body)
    const instead = { ...names('v', 'abc', 'd'), at: told(...whole)[4]?.at ?? '' }
    expect(said(correct('e4', instead)).state.votes[0]).toMatchObject({
      counts: { for: 3, against: 1 },
      result: 'rejected',
    })
    expect(said(correct('e4', null)).state).toMatchObject({ votes: [], openVote: { id: 'v' } })
    const forgotten = said(correct('e3', { ...left('e'), at: told(...whole)[3]?.at ?? '' }, 'before'))
    expect([forgotten.refused, forgotten.state.votes[0]?.entitled.length]).toEqual([[], 4])
    expect([forgotten.state.taken.length, effectiveEvents(forgotten.state.taken).length]).toEqual([6, 6])
  })

  it('is refused where something that happened later would not stand', () => {
    expect(refusalsAfter(...whole, correct('e1', null))).toEqual(['breaks-what-follows'])
    expect(refusalsAfter(...whole, correct('nothing', null))).toEqual(['no-such-event'])
    const wrong = { ...names('v', 'f'), at: told(...whole)[4]?.at ?? '' }
    expect(refusalsAfter(...whole, correct('e4', wrong))).toEqual(['not-entitled'])
  })
})

it('the majority of a vote follows its stage, then its item; what an institution sets never changes what the law says', () => {
  expect(actKindFor('closing-doors', { kind: 'act', actKind: 'budget' })).toBe('closing-doors')
  expect(actKindFor('as-a-whole', { kind: 'act', actKind: 'budget' })).toBe('budget')
  expect(actKindFor('other', null)).toBe('ordinary')
  const setting = {
    actKind: 'quorum',
    of: 'present',
    numerator: 1,
    denominator: 5,
    strict: false,
    basis: 'Neni 1',
  } as const
  expect(majorityOf('AL', 'quorum', [setting], 'sq').from).toBe('law')
  expect(majorityOf('XK', 'quorum', [setting], 'sq').majority).toMatchObject({
    numerator: 1,
    denominator: 5,
    basis: 'Neni 1',
  })
  expect(majorityOf('XK', 'quorum', [], 'sq').majority).toBeNull()
})
