import type { EventOf, SittingEventKind, SittingRefusal, SittingSetup } from './sitting-event-rules.ts'
import type { SittingState } from './sitting-state-rules.ts'

/** What one kind of event asks of the state before it, and what it makes of it. */
export type EventRule<Kind extends SittingEventKind> = {
  refusal(setup: SittingSetup, state: SittingState, event: EventOf<Kind>): SittingRefusal | null
  apply(setup: SittingSetup, state: SittingState, event: EventOf<Kind>): SittingState
}

/** A part of the table of rules: each kind has its one place. */
export type EventRules<Kind extends SittingEventKind> = { readonly [One in Kind]: EventRule<One> }

export const isMember = (setup: SittingSetup, person: string): boolean => setup.members.some(({ id }) => id === person)

export const isThere = ({ presence }: SittingState, person: string): boolean =>
  presence[person] === 'present' || presence[person] === 'remote'

export const itemIn = (state: SittingState, item: string) => state.items.find(({ id }) => id === item)

/** Somebody who speaks or moves has to be a member and there. */
export function refusalOfActor(setup: SittingSetup, state: SittingState, person: string | null): SittingRefusal | null {
  if (person === null) return null
  if (!isMember(setup, person)) return 'not-a-member'
  return isThere(state, person) ? null : 'not-there'
}

/** Moments are written in more than one way; read as numbers they compare. */
export const isBefore = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other)

/** Whether what is said about this item, or about none, is said behind closed doors now. */
export function behindDoors(setup: SittingSetup, state: SittingState, item: string | null): boolean {
  if (setup.closed === true) return true
  const { doors } = state
  if (doors.closed && (doors.item === null || doors.item === item)) return true
  return item !== null && itemIn(state, item)?.closed === true
}
