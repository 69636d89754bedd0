import { behindDoors } from './fold-rules.ts'
import type { SittingEvent, SittingSetup } from './sitting-event-rules.ts'
import { applyEvent, beginSitting } from './sitting-rules.ts'
import type { SittingState } from './sitting-state-rules.ts'

/** The item that an event concerns, else the one in which it happened. `after`: the state with it taken in. */
export function itemOf(state: SittingState, after: SittingState, event: SittingEvent): string | null {
  switch (event.kind) {
    case 'item-opened':
    case 'item-closed':
    case 'item-added':
    case 'conflict-declared':
    case 'conflict-lifted':
      return event.body.item
    case 'motion-moved':
    case 'vote-opened':
    case 'doors-closed':
      return event.body.item
    case 'motion-withdrawn':
      return after.motions.find(({ id }) => id === event.body.motion)?.item ?? null
    case 'vote-taken':
    case 'vote-cancelled':
      return state.openVote?.item ?? null
    case 'corrected':
      return null
    default:
      return state.currentItem
  }
}

/** What has no words of its own is never hidden; of the vote that closes the doors the item hides what it is about. */
const ALWAYS_OPEN: readonly string[] = [
  'opened',
  'roll-called',
  'arrived',
  'left',
  'chair-taken',
  'agenda-ordered',
  'doors-closed',
  'doors-opened',
  'resumed',
  'closed',
]

/** Whether it was said behind closed doors. */
export function isSaidInside(
  setup: SittingSetup,
  { state, after, event }: { state: SittingState; after: SittingState; event: SittingEvent },
): boolean {
  if (ALWAYS_OPEN.includes(event.kind)) return false
  const stage = event.kind === 'vote-opened' ? event.body.stage : state.openVote?.stage
  const aboutVote = event.kind === 'vote-opened' || event.kind === 'vote-taken' || event.kind === 'vote-cancelled'
  if (aboutVote && stage === 'closing-doors' && !state.doors.closed) return false
  return (
    behindDoors(setup, state, itemOf(state, after, event)) || behindDoors(setup, after, itemOf(state, after, event))
  )
}

export type EventPlace = { item: string | null; closed: boolean }

/** Where each event of the record as it is read belongs, and whether it was said behind closed doors. */
export function placesOf(setup: SittingSetup, events: readonly SittingEvent[]): Map<string, EventPlace> {
  const places = new Map<string, EventPlace>()
  let state = beginSitting(setup)
  for (const event of events) {
    const after = applyEvent(setup, state, event)
    places.set(event.id, { item: itemOf(state, after, event), closed: isSaidInside(setup, { state, after, event }) })
    state = after
  }
  return places
}
