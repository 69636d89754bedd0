import { AGENDA_RULES, NEW_ITEM, OPEN_DOORS } from './agenda-rules.ts'
import { FLOOR_RULES } from './floor-rules.ts'
import { isBefore, type EventRule } from './fold-rules.ts'
import { PRESENCE_RULES, quorumOf } from './presence-rules.ts'
import type { EventOf, SittingEvent, SittingEventKind, SittingRefusal, SittingSetup } from './sitting-event-rules.ts'
import type { Presence, SittingState } from './sitting-state-rules.ts'
import { VOTING_RULES } from './voting-rules.ts'

/** The meeting before anything happened in it. */
export function beginSitting(setup: SittingSetup): SittingState {
  const presence = Object.fromEntries<Presence>(setup.members.map(({ id }) => [id, 'absent']))
  return {
    phase: 'not-open',
    openedAt: null,
    closedAt: null,
    suspendedAt: null,
    suspendedUntil: null,
    chair: null,
    rollCalled: false,
    presence,
    stretches: [],
    quorum: quorumOf(setup, presence),
    items: setup.items.map(({ publicTitle = null, ...item }) => ({ ...NEW_ITEM, ...item, publicTitle })),
    currentItem: null,
    speeches: [],
    motions: [],
    conflicts: setup.conflicts.map(({ item, person }) => ({ item, person, ground: null, declaredAt: null })),
    openVote: null,
    votes: [],
    doors: OPEN_DOORS,
    notes: [],
    at: null,
    taken: [],
  }
}

/** Why this cannot be what happened next, or null. */
export function refusalOf(setup: SittingSetup, state: SittingState, event: SittingEvent): SittingRefusal | null {
  if (event.kind === 'corrected') return readAnew(setup, state, event).refusal
  return refusalOfPlain(setup, state, event)
}

/** What stands after it. Only for what is not refused. */
export function applyEvent(setup: SittingSetup, state: SittingState, event: SittingEvent): SittingState {
  if (event.kind !== 'corrected') return applyPlain(setup, state, event)
  return { ...readAnew(setup, state, event).state, taken: [...state.taken, event] }
}

export type Replayed = { state: SittingState; refused: { event: SittingEvent; refusal: SittingRefusal }[] }

/** The whole record from its beginning. What does not fit where it stands is left out and told. */
export function replay(setup: SittingSetup, events: readonly SittingEvent[]): Replayed {
  const refused: Replayed['refused'] = []
  let state = beginSitting(setup)
  for (const event of events) {
    const refusal = refusalOf(setup, state, event)
    if (refusal === null) state = applyEvent(setup, state, event)
    else refused.push({ event, refusal })
  }
  return { state, refused }
}

/** Clocks of two devices differ: what is told a little before the last event happened with it. */
const CLOCKS_DIFFER_MS = 120_000

/** The event at a time that does not run backwards, where two clocks explain it; unchanged else. */
export function inOrder(state: SittingState, event: SittingEvent): SittingEvent {
  if (state.at === null || event.kind === 'corrected') return event
  const behind = Date.parse(state.at) - Date.parse(event.at)
  return behind > 0 && behind <= CLOCKS_DIFFER_MS ? { ...event, at: state.at } : event
}

/** What is read as having happened: corrections in their places, what was struck left out. */
export function effectiveEvents(taken: readonly SittingEvent[]): SittingEvent[] {
  const corrections = taken.filter((one) => one.kind === 'corrected')
  const instead = new Map<string, SittingEvent | null>()
  for (const { body } of corrections) {
    if (body.place === 'before') continue
    instead.set(body.event, body.instead && { ...body.instead, id: body.event })
  }
  const before = (id: string): SittingEvent[] =>
    corrections
      .filter(({ body }) => body.place === 'before' && body.event === id)
      .flatMap((one) => (one.body.instead ? [{ ...one.body.instead, id: one.id }] : []))
  const stands = (event: SittingEvent): SittingEvent[] => {
    const now = instead.get(event.id)
    return [...before(event.id).flatMap(stands), ...(now === null ? [] : [now ?? event])]
  }
  return taken.filter(({ kind }) => kind !== 'corrected').flatMap(stands)
}

type Anew = { state: SittingState; refusal: SittingRefusal | null }

function readAnew(setup: SittingSetup, state: SittingState, event: EventOf<'corrected'>): Anew {
  const { body } = event
  // A correction is no event of the meeting, unless it brought one that had been forgotten.
  const names = (one: SittingEvent): boolean =>
    one.id === body.event && (one.kind !== 'corrected' || one.body.place === 'before')
  const wrong = body.instead?.kind === 'corrected' || (body.place === 'before' && body.instead === null)
  if (wrong || event.id === body.event || !state.taken.some(names)) return { state, refusal: 'no-such-event' }
  let anew = beginSitting(setup)
  for (const one of effectiveEvents([...state.taken, event])) {
    const refusal = refusalOf(setup, anew, one)
    const itself = one.id === (body.place === 'before' ? event.id : body.event)
    if (refusal !== null) return { state, refusal: itself ? refusal : 'breaks-what-follows' }
    anew = applyEvent(setup, anew, one)
  }
  return { state: anew, refusal: null }
}

const RULES = { ...PRESENCE_RULES, ...AGENDA_RULES, ...FLOOR_RULES, ...VOTING_RULES }

type PlainKind = keyof typeof RULES

/** The table has for each kind the rule of that kind: TypeScript cannot follow that through a union. */
const ruleOf = (kind: PlainKind) => RULES[kind] as unknown as EventRule<PlainKind>

function refusalOfPlain(
  setup: SittingSetup,
  state: SittingState,
  event: Exclude<SittingEvent, { kind: 'corrected' }>,
): SittingRefusal | null {
  const phase = refusalOfPhase(state, event.kind)
  if (phase !== null) return phase
  const moment = Date.parse(event.at)
  if (Number.isNaN(moment) || (state.at !== null && isBefore(event.at, state.at))) return 'before-what-stands'
  return ruleOf(event.kind).refusal(setup, state, event)
}

const applyPlain = (
  setup: SittingSetup,
  state: SittingState,
  event: Exclude<SittingEvent, { kind: 'corrected' }>,
): SittingState => ({
  ...ruleOf(event.kind).apply(setup, state, event),
  at: event.at,
  taken: [...state.taken, event],
})

const IN_A_BREAK: readonly SittingEventKind[] = ['resumed', 'arrived', 'left', 'noted', 'closed']

/** While a vote is being taken, only who comes and goes changes, and what is said about the vote itself. */
const IN_A_VOTE: readonly SittingEventKind[] = [
  'roll-called',
  'arrived',
  'left',
  'chair-taken',
  'conflict-declared',
  'conflict-lifted',
  'noted',
  'vote-taken',
  'vote-cancelled',
]

function refusalOfPhase({ phase, openVote }: SittingState, kind: SittingEventKind): SittingRefusal | null {
  if (kind === 'opened') return phase === 'not-open' ? null : phase === 'closed' ? 'closed' : 'already-open'
  switch (phase) {
    case 'not-open':
      return 'not-open'
    case 'closed':
      return kind === 'reopened' ? null : 'closed'
    case 'suspended':
      return IN_A_BREAK.includes(kind) ? null : 'suspended'
    case 'open':
      return openVote !== null && !IN_A_VOTE.includes(kind) ? 'another-vote-open' : null
  }
}
