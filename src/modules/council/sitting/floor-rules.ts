import { behindDoors, isMember, itemIn, refusalOfActor, type EventRules } from './fold-rules.ts'
import { endSpeeches } from './presence-rules.ts'
import type { EventOf, SittingRefusal, SittingSetup } from './sitting-event-rules.ts'
import type { SittingState } from './sitting-state-rules.ts'

type Kinds =
  | 'speaker-called'
  | 'speaker-ended'
  | 'motion-moved'
  | 'motion-withdrawn'
  | 'conflict-declared'
  | 'conflict-lifted'
  | 'noted'

/** Who speaks, what is moved, who stands aside. */
export const FLOOR_RULES: EventRules<Kinds> = {
  'speaker-called': {
    refusal: (setup, state, { body: { speech, person } }) =>
      state.speeches.some(({ id }) => id === speech) ? 'no-such-speech' : refusalOfActor(setup, state, person),
    apply: (setup, state, { at, body: { speech, person, name, minutes } }) => {
      const item = state.currentItem
      const closed = behindDoors(setup, state, item)
      const next = { id: speech, item, person, name, minutes, from: at, to: null, closed }
      return { ...state, speeches: [...endSpeeches(state, at).speeches, next] }
    },
  },
  'speaker-ended': {
    refusal: (_setup, state, { body: { speech } }) =>
      state.speeches.some(({ id, to }) => id === speech && to === null) ? null : 'no-such-speech',
    apply: (_setup, state, { at, body: { speech } }) => ({
      ...state,
      speeches: state.speeches.map((one) => (one.id === speech ? { ...one, to: at } : one)),
    }),
  },
  'motion-moved': {
    refusal: refusalToMove,
    apply: (setup, state, { at, body }) => {
      const { motion, item, motionKind, article, words, person, mover } = body
      const closed = behindDoors(setup, state, item)
      const moved = { id: motion, item, kind: motionKind, article, words, person, mover, at, closed }
      return { ...state, motions: [...state.motions, { ...moved, state: 'moved' }] }
    },
  },
  'motion-withdrawn': {
    refusal: (_setup, state, { body: { motion } }) => {
      const found = state.motions.find(({ id }) => id === motion)
      if (!found) return 'no-such-motion'
      return found.state === 'moved' ? null : 'motion-settled'
    },
    apply: (_setup, state, { body: { motion } }) => ({
      ...state,
      motions: state.motions.map((one) => (one.id === motion ? { ...one, state: 'withdrawn' } : one)),
    }),
  },
  'conflict-declared': {
    refusal: (setup, state, { body: { item, person } }) => {
      if (!itemIn(state, item)) return 'no-such-item'
      if (!isMember(setup, person)) return 'not-a-member'
      return hasConflict(state, item, person) ? 'conflict-stands' : null
    },
    apply: (_setup, state, { at, body: { item, person, ground } }) => ({
      ...state,
      conflicts: [...state.conflicts, { item, person, ground, declaredAt: at }],
    }),
  },
  'conflict-lifted': {
    refusal: (_setup, state, { body: { item, person } }) => (hasConflict(state, item, person) ? null : 'no-conflict'),
    apply: (_setup, state, { body: { item, person } }) => ({
      ...state,
      conflicts: state.conflicts.filter((one) => one.item !== item || one.person !== person),
    }),
  },
  noted: {
    refusal: () => null,
    apply: (setup, state, { at, body: { words } }) => {
      const item = state.currentItem
      return { ...state, notes: [...state.notes, { item, words, at, closed: behindDoors(setup, state, item) }] }
    },
  },
}

export const hasConflict = ({ conflicts }: SittingState, item: string | null, person: string): boolean =>
  conflicts.some((one) => one.item === item && one.person === person)

function refusalToMove(
  setup: SittingSetup,
  state: SittingState,
  { body: { motion, item, motionKind, person } }: EventOf<'motion-moved'>,
): SittingRefusal | null {
  if (state.motions.some(({ id }) => id === motion)) return 'no-such-motion'
  const about = item === null ? null : itemIn(state, item)
  if (about === undefined || (about === null && motionKind === 'amendment')) return 'no-such-item'
  if (about !== null && about.state !== 'open' && about.state !== 'planned') return 'item-settled'
  return refusalOfActor(setup, state, person)
}
