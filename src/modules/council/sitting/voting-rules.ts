import { neededFor } from '#law/majorities/reckon-majority.ts'
import { hasConflict } from './floor-rules.ts'
import { behindDoors, isThere, itemIn, type EventRules } from './fold-rules.ts'
import type { Choice, Counts, EventOf, SittingRefusal, SittingSetup } from './sitting-event-rules.ts'
import type { OpenVote, SittingState, TakenVote } from './sitting-state-rules.ts'

/** Votes about how to go on: they may be taken before their item is opened. */
const BEFORE_THE_ITEM = ['agenda', 'procedural', 'closing-doors'] as const

/** Votes: opened, taken, or broken off. None without quorum, and none counts more than who is there and may vote. */
export const VOTING_RULES: EventRules<'vote-opened' | 'vote-taken' | 'vote-cancelled'> = {
  'vote-opened': {
    refusal: (_setup, state, event) => refusalToOpen(state, event),
    apply: (_setup, state, { at, body: { vote, ...asked } }) => ({ ...state, openVote: { ...asked, id: vote, at } }),
  },
  'vote-taken': {
    refusal: (_setup, state, event) => refusalToTake(state, event),
    apply: (setup, state, event) => (state.openVote === null ? state : taken(setup, state, state.openVote, event)),
  },
  'vote-cancelled': {
    refusal: (_setup, state, { body: { vote } }) => refusalOfId(state, vote),
    apply: (_setup, state) => ({ ...state, openVote: null }),
  },
}

/** Who votes on this: who is there and has no conflict. On what belongs to no item nobody has one. */
export const entitledTo = (state: SittingState, item: string | null): string[] =>
  Object.keys(state.presence).filter((person) => isThere(state, person) && !hasConflict(state, item, person))

/** Amendments that wait come before the draft as a whole. */
export const waitingAmendments = (state: SittingState, item: string | null) =>
  state.motions.filter((one) => one.kind === 'amendment' && one.state === 'moved' && one.item === item)

function refusalToOpen(state: SittingState, { body }: EventOf<'vote-opened'>): SittingRefusal | null {
  if (!state.rollCalled) return 'no-roll-call'
  if (state.openVote !== null || state.votes.some(({ id }) => id === body.vote)) return 'another-vote-open'
  const item = refusalOfItem(state, body)
  if (item !== null) return item
  const motion = refusalOfMotion(state, body)
  if (motion !== null) return motion
  if (body.stage === 'as-a-whole' && waitingAmendments(state, body.item).length > 0) return 'motions-first'
  return state.quorum.met ? null : 'no-quorum'
}

type Asked = EventOf<'vote-opened'>['body']

function refusalOfItem(state: SittingState, { item, stage }: Asked): SittingRefusal | null {
  if (item === null) return null
  const found = itemIn(state, item)
  if (!found) return 'no-such-item'
  if (state.currentItem === item) return null
  if (!BEFORE_THE_ITEM.some((one) => one === stage)) return 'item-not-open'
  return found.state === 'planned' || found.state === 'postponed' ? null : 'item-settled'
}

/** One that is decided is not voted again, unless its last vote was tied. */
function refusalOfMotion(state: SittingState, { motion, item, stage }: Asked): SittingRefusal | null {
  if (motion === null) return stage === 'amendment' ? 'no-such-motion' : null
  const found = state.motions.find(({ id }) => id === motion)
  if (!found || found.item !== item) return 'no-such-motion'
  const last = state.votes.findLast((vote) => vote.motion === motion)
  const open = found.state === 'moved' || (found.state === 'rejected' && last?.result === 'tied')
  return open ? null : 'motion-settled'
}

function refusalOfId({ openVote }: SittingState, vote: string): SittingRefusal | null {
  if (openVote === null) return 'vote-not-open'
  return openVote.id === vote ? null : 'no-such-vote'
}

function refusalToTake(state: SittingState, { body }: EventOf<'vote-taken'>): SittingRefusal | null {
  const wrong = refusalOfId(state, body.vote)
  if (wrong !== null || state.openVote === null) return wrong
  if (!state.quorum.met) return 'no-quorum'
  const entitled = entitledTo(state, state.openVote.item)
  if (state.openVote.method === 'by-name')
    return Object.keys(body.ballots ?? {}).every((person) => entitled.includes(person)) ? null : 'not-entitled'
  // Who was counted by hands or in secret is named nowhere.
  if (body.ballots !== null) return 'not-entitled'
  return mayCount(body.counts ?? NOBODY, entitled.length) ? null : 'too-many-votes'
}

const NOBODY: Counts = { for: 0, against: 0, abstain: 0 }

const mayCount = (counts: Counts, most: number): boolean => {
  const all = [counts.for, counts.against, counts.abstain]
  return all.every((one) => Number.isSafeInteger(one) && one >= 0) && all.reduce((sum, one) => sum + one, 0) <= most
}

function taken(
  setup: SittingSetup,
  state: SittingState,
  asked: OpenVote,
  { at, body }: EventOf<'vote-taken'>,
): SittingState {
  const entitled = entitledTo(state, asked.item)
  const byName = asked.method === 'by-name'
  const ballots = byName ? ballotsOf(entitled, body.ballots ?? {}) : null
  const counted = ballots ? countsOf(Object.values(ballots)) : (body.counts ?? NOBODY)
  const notVoting = entitled.length - counted.for - counted.against - counted.abstain
  const { members, present, needed: quorum } = state.quorum
  const bases = { members, present, votesFor: counted.for, votesAgainst: counted.against }
  const needed = neededFor(asked.majority, bases)
  const vote: TakenVote = {
    ...asked,
    takenAt: at,
    members,
    quorum,
    present,
    entitled,
    needed,
    counts: { for: counted.for, against: counted.against, abstain: counted.abstain, notVoting },
    ballots,
    result: resultOf(counted, needed),
    // The vote that closes the doors is public itself.
    closed: asked.stage === 'closing-doors' && !state.doors.closed ? false : behindDoors(setup, state, asked.item),
  }
  return { ...state, openVote: null, votes: [...state.votes, vote], motions: decided(state, vote) }
}

/** A tie adopts nothing, whatever the fraction. */
export function resultOf(counts: Counts, needed: number): TakenVote['result'] {
  if (counts.for === counts.against && counts.for > 0) return 'tied'
  return counts.for >= needed ? 'adopted' : 'rejected'
}

const ballotsOf = (entitled: readonly string[], named: Readonly<Record<string, Choice>>): Record<string, Choice> =>
  Object.fromEntries(entitled.map((person) => [person, named[person] ?? 'not-voting']))

const countsOf = (choices: readonly Choice[]): Counts => {
  const of = (choice: Choice): number => choices.filter((one) => one === choice).length
  return { for: of('for'), against: of('against'), abstain: of('abstain') }
}

const decided = ({ motions }: SittingState, vote: TakenVote): SittingState['motions'] =>
  motions.map((one) =>
    one.id === vote.motion ? { ...one, state: vote.result === 'adopted' ? 'adopted' : 'rejected' } : one,
  )
