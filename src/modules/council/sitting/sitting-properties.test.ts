import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastOf } from '#law/majorities/reckon-majority.ts'
import { anyCorrection, anyMeeting } from './sitting-chance-testing.ts'
import type { SittingEvent, SittingSetup } from './sitting-event-rules.ts'
import { applyEvent, beginSitting, refusalOf, replay } from './sitting-rules.ts'
import type { SittingState, TakenVote } from './sitting-state-rules.ts'

const RUNS = Number(process.env.SITTING_CASES ?? 400)

type Taken = { state: SittingState; accepted: SittingEvent[]; refused: SittingEvent[] }

/** As the pen writes: each event when it comes. */
function write(setup: SittingSetup, events: readonly SittingEvent[]): Taken {
  const accepted: SittingEvent[] = []
  const refused: SittingEvent[] = []
  let state = beginSitting(setup)
  for (const event of events) {
    if (refusalOf(setup, state, event) === null) {
      state = applyEvent(setup, state, event)
      accepted.push(event)
    } else refused.push(event)
  }
  return { state, accepted, refused }
}

/** Somebody with the list and a pencil: who was in the room when this vote was taken. Knows nothing of the rules' own state. */
function thereAt(setup: SittingSetup, events: readonly SittingEvent[], until: number): Set<string> {
  const members = new Set(setup.members.map(({ id }) => id))
  let there = new Set<string>()
  for (const event of events.slice(0, until)) {
    if (event.kind === 'roll-called') there = new Set([...event.body.present, ...event.body.remote])
    if (event.kind === 'arrived') there.add(event.body.person)
    if (event.kind === 'left') there.delete(event.body.person)
  }
  return new Set([...there].filter((one) => members.has(one)))
}

function conflictsAt(events: readonly SittingEvent[], until: number, item: string | null): Set<string> {
  const out = new Set<string>()
  for (const event of events.slice(0, until)) {
    if (event.kind === 'conflict-declared' && event.body.item === item) out.add(event.body.person)
    if (event.kind === 'conflict-lifted' && event.body.item === item) out.delete(event.body.person)
  }
  return out
}

function judge(setup: SittingSetup, events: readonly SittingEvent[], vote: TakenVote): void {
  const taken = events.findIndex((event) => event.kind === 'vote-taken' && event.body.vote === vote.id)
  expect(taken).toBeGreaterThan(0)
  const there = thereAt(setup, events, taken)
  const out = conflictsAt(events, taken, vote.item)
  const entitled = [...there].filter((one) => !out.has(one))
  const { counts } = vote
  const counted = counts.for + counts.against + counts.abstain
  expect(vote.present).toBe(there.size)
  expect([...vote.entitled].toSorted()).toEqual(entitled.toSorted())
  expect(counted).toBeLessThanOrEqual(entitled.length)
  expect(counted + counts.notVoting).toBe(entitled.length)
  expect(there.size).toBeGreaterThanOrEqual(leastOf(setup.quorum, setup.seats))
  expect(Math.min(counts.for, counts.against, counts.abstain, counts.notVoting)).toBeGreaterThanOrEqual(0)
  if (vote.method === 'by-name') expect(Object.keys(vote.ballots ?? {}).toSorted()).toEqual(entitled.toSorted())
  else expect(vote.ballots).toBeNull()
  if (vote.result === 'adopted') expect(counts.for).toBeGreaterThanOrEqual(Math.max(1, vote.needed))
  else expect(counts.for < vote.needed || counts.for === counts.against).toBe(true)
}

describe('whatever happens in a meeting, in whatever order', () => {
  it('no vote counts more than who is there and entitled, and none stands without quorum', () => {
    let votes = 0
    fc.assert(
      fc.property(anyMeeting, ({ setup, events }) => {
        const { state, accepted } = write(setup, events)
        for (const vote of state.votes) judge(setup, accepted, vote)
        votes += state.votes.length
      }),
      { numRuns: RUNS },
    )
    // The examples have to reach the votes, or this promises nothing.
    expect(votes).toBeGreaterThan(RUNS / 4)
  })

  it('every event is either in the record or told why not, and the record read again gives the same meeting', () => {
    fc.assert(
      fc.property(anyMeeting, ({ setup, events }) => {
        const { state, accepted, refused } = write(setup, events)
        expect(accepted.length + refused.length).toBe(events.length)
        const again = replay(setup, accepted)
        expect(again.refused).toEqual([])
        expect(again.state).toEqual(state)
      }),
      { numRuns: RUNS },
    )
  })

  it('a record that is replayed with all that was refused leaves out exactly that', () => {
    fc.assert(
      fc.property(anyMeeting, ({ setup, events }) => {
        const { state, refused } = write(setup, events)
        const again = replay(setup, events)
        expect(again.refused.map(({ event }) => event.id)).toEqual(refused.map(({ id }) => id))
        expect(again.state).toEqual(state)
      }),
      { numRuns: RUNS },
    )
  })

  it('a correction is refused, or everything that stands after it still keeps the rules', () => {
    let stood = 0
    fc.assert(
      fc.property(anyMeeting, anyCorrection, ({ setup, events }, which) => {
        const { accepted } = write(setup, events)
        const wrong = accepted[which]
        const last = accepted.at(-1)
        if (!wrong || !last || wrong.kind === 'opened') return
        const correction: SittingEvent = {
          kind: 'corrected',
          id: 'correction',
          at: last.at,
          body: { event: wrong.id, instead: null, reason: 'It was not so' },
        }
        const { state, refused } = replay(setup, [...accepted, correction])
        if (refused.length > 0) {
          expect(refused.map(({ event }) => event.id)).toEqual(['correction'])
          expect(state).toEqual(replay(setup, accepted).state)
          return
        }
        stood += 1
        const left = accepted.filter(({ id }) => id !== wrong.id)
        for (const vote of state.votes) judge(setup, left, vote)
      }),
      { numRuns: RUNS },
    )
    expect(stood).toBeGreaterThan(RUNS / 4)
  })

  it('who is counted as there is counted once, and never more than the seats', () => {
    fc.assert(
      fc.property(anyMeeting, ({ setup, events }) => {
        const { state, accepted } = write(setup, events)
        const there = thereAt(setup, accepted, accepted.length)
        expect(state.quorum.present).toBe(there.size)
        expect(state.quorum.present).toBeLessThanOrEqual(setup.members.length)
        const open = state.stretches.filter(({ to }) => to === null).map((stretch) => stretch.person)
        expect(new Set(open).size).toBe(open.length)
      }),
      { numRuns: RUNS },
    )
  })
})
