import type { SittingEvent, SittingRefusal, SittingSetup } from './sitting-event-rules.ts'
import { applyEvent, inOrder, refusalOf } from './sitting-rules.ts'
import { refusalOfStranger } from './strange-ids-rules.ts'
import type { SittingState } from './sitting-state-rules.ts'

export type EventOutcome = { id: string; outcome: 'applied' | 'already' | 'set-aside'; refusal: string | null }
export type KnownEvent = { eventId: string; state: string; refusal: string | null }

export type TakenIn = {
  state: SittingState
  fresh: { event: SittingEvent; refusal: SittingRefusal | null }[]
  results: EventOutcome[]
}

type Incoming = {
  events: readonly SittingEvent[]
  known: readonly KnownEvent[]
  /** Another device has taken the pen since. */
  penElsewhere: boolean
  /** Ids that belong to another meeting. */
  strangers: ReadonlySet<string>
  now: Date
}

/** A clock that runs ahead by more than this is set to ours. */
const AHEAD_MS = 120_000

/** Each event in its order: known already, part of the record from now on, or set aside with the reason. */
export function takeIn(
  setup: SittingSetup,
  before: SittingState,
  { events, known, penElsewhere, strangers, now }: Incoming,
): TakenIn {
  const seen = new Map(known.map((one) => [one.eventId, one]))
  const fresh: TakenIn['fresh'] = []
  const results: EventOutcome[] = []
  let state = before
  for (const sent of events) {
    const old = seen.get(sent.id)
    if (old) {
      results.push({ id: sent.id, outcome: 'already', refusal: old.refusal })
      continue
    }
    const event = inOrder(state, notAhead(sent, now))
    const refusal = penElsewhere
      ? 'pen-elsewhere'
      : (refusalOfStranger(event, strangers) ?? refusalOf(setup, state, event))
    if (refusal === null) state = applyEvent(setup, state, event)
    fresh.push({ event, refusal })
    seen.set(event.id, { eventId: event.id, state: refusal === null ? 'applied' : 'set-aside', refusal })
    results.push({ id: event.id, outcome: refusal === null ? 'applied' : 'set-aside', refusal })
  }
  return { state, fresh, results }
}

const notAhead = (event: SittingEvent, now: Date): SittingEvent =>
  Date.parse(event.at) - now.getTime() > AHEAD_MS ? { ...event, at: now.toISOString() } : event
