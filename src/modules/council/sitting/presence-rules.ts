import { leastOf } from '#law/majorities/reckon-majority.ts'
import { isMember, isThere, refusalOfActor, type EventRules } from './fold-rules.ts'
import type { SittingSetup } from './sitting-event-rules.ts'
import type { Presence, Quorum, SittingState } from './sitting-state-rules.ts'

/** A break as long as this ends a day: who was there before it and after it was there in two stretches. */
const LONG_BREAK_MS = 3 * 3_600_000

/** Who is there against what is needed: reckoned from all seats, those that are empty too. */
export function quorumOf(setup: SittingSetup, presence: SittingState['presence']): Quorum {
  const present = Object.values(presence).filter((one) => one === 'present' || one === 'remote').length
  const needed = Math.max(1, leastOf(setup.quorum, setup.seats))
  return { members: setup.seats, present, needed, met: present >= needed }
}

type Kinds =
  'opened' | 'roll-called' | 'arrived' | 'left' | 'chair-taken' | 'suspended' | 'resumed' | 'closed' | 'reopened'

/** The meeting itself, and who is there. */
export const PRESENCE_RULES: EventRules<Kinds> = {
  opened: {
    refusal: (setup, state, { body: { chair } }) => {
      if (state.phase !== 'not-open') return 'already-open'
      return chair === null || isMember(setup, chair) ? null : 'not-a-member'
    },
    apply: (_setup, state, { at, body: { chair } }) => ({ ...state, phase: 'open', openedAt: at, chair }),
  },
  'roll-called': {
    refusal: (setup, _state, { body: { present, remote, excused } }) =>
      [...present, ...remote, ...excused].every((one) => isMember(setup, one)) ? null : 'not-a-member',
    apply: (setup, state, { at, body: { present, remote, excused } }) => {
      const said = (person: string): Presence => {
        if (present.includes(person)) return 'present'
        if (remote.includes(person)) return 'remote'
        return excused.includes(person) ? 'excused' : 'absent'
      }
      const roll = setup.members.map(({ id }) => ({ person: id, now: said(id) }))
      const called = roll.reduce((before, { person, now }) => withPresence(setup, before, { person, now, at }), state)
      return { ...called, rollCalled: true }
    },
  },
  arrived: {
    refusal: (setup, state, { body: { person, remote } }) => {
      if (!isMember(setup, person)) return 'not-a-member'
      return state.presence[person] === (remote ? 'remote' : 'present') ? 'already-there' : null
    },
    apply: (setup, state, { at, body: { person, remote } }) =>
      withPresence(setup, state, { person, now: remote ? 'remote' : 'present', at }),
  },
  left: {
    refusal: (setup, state, { body: { person } }) => refusalOfActor(setup, state, person),
    apply: (setup, state, { at, body: { person } }) => withPresence(setup, state, { person, now: 'left', at }),
  },
  'chair-taken': {
    refusal: (setup, state, { body: { person } }) => refusalOfActor(setup, state, person),
    apply: (_setup, state, { body: { person } }) => ({ ...state, chair: person }),
  },
  suspended: {
    refusal: () => null,
    apply: (_setup, state, { at, body: { until } }) => ({
      ...endSpeeches(state, at),
      phase: 'suspended',
      suspendedAt: at,
      suspendedUntil: until,
    }),
  },
  resumed: {
    refusal: (_setup, state) => (state.phase === 'suspended' ? null : 'not-suspended'),
    apply: (_setup, state, { at }) => ({
      ...afterBreak(state, at),
      phase: 'open',
      suspendedAt: null,
      suspendedUntil: null,
    }),
  },
  closed: {
    refusal: (_setup, state) => (state.currentItem === null ? null : 'another-item-open'),
    apply: (_setup, state, { at }) => ({
      ...endSpeeches(state, at),
      phase: 'closed',
      closedAt: at,
      suspendedAt: null,
      suspendedUntil: null,
      stretches: state.stretches.map((one) => (one.to === null ? { ...one, to: at } : one)),
    }),
  },
  reopened: {
    refusal: (_setup, state) => (state.phase === 'closed' ? null : 'already-open'),
    apply: (_setup, state, { at }) => ({
      ...state,
      phase: 'open',
      closedAt: null,
      // Closed by mistake: nobody had left.
      stretches: state.stretches.map((one) =>
        one.to === state.closedAt && isThere(state, one.person) ? { ...one, to: null } : one,
      ),
      at,
    }),
  },
}

type Change = { person: string; now: Presence; at: string }

function withPresence(setup: SittingSetup, state: SittingState, { person, now, at }: Change): SittingState {
  const before = state.presence[person]
  const comes = now === 'present' || now === 'remote'
  if (before === now && comes) return state
  const ended = state.stretches.map((one) => (one.person === person && one.to === null ? { ...one, to: at } : one))
  const stretches = comes ? [...ended, { person, remote: now === 'remote', from: at, to: null }] : ended
  const wasThere = ended.some((one) => one.person === person)
  const presence = { ...state.presence, [person]: !comes && wasThere ? ('left' as const) : now }
  return { ...state, presence, stretches, quorum: quorumOf(setup, presence) }
}

/** Whoever speaks has ended when the meeting stops or goes on to something else. */
export const endSpeeches = (state: SittingState, at: string): SittingState => ({
  ...state,
  speeches: state.speeches.map((one) => (one.to === null ? { ...one, to: at } : one)),
})

function afterBreak(state: SittingState, at: string): SittingState {
  const since = state.suspendedAt
  if (since === null || Date.parse(at) - Date.parse(since) < LONG_BREAK_MS) return state
  const stretches = state.stretches.flatMap((one) => {
    if (one.to !== null) return [one]
    const before = { ...one, to: since }
    return Date.parse(one.from) > Date.parse(since) ? [one] : [before, { ...one, from: at }]
  })
  return { ...state, stretches }
}
