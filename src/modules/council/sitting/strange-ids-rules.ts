import type { SittingEvent, SittingEventBody, SittingRefusal } from './sitting-event-rules.ts'

/** What events name anew, and bodies that they send something to: the database says which of them belong elsewhere. */
export type NamedIds = { fresh: string[]; bodies: string[] }

const saidBy = (event: SittingEvent): SittingEventBody =>
  event.kind === 'corrected' ? (event.body.instead ?? event) : event

export function idsNamedBy(events: readonly SittingEvent[]): NamedIds {
  const named = events.map(nameOf).filter((one) => one !== null)
  return {
    fresh: named.flatMap(({ id, body }) => (body ? [] : [id])),
    bodies: named.flatMap(({ id, body }) => (body ? [id] : [])),
  }
}

type Name = { id: string; refusal: SittingRefusal; body?: true }

function nameOf(event: SittingEvent): Name | null {
  const said = saidBy(event)
  switch (said.kind) {
    case 'vote-opened':
      return { id: said.body.vote, refusal: 'no-such-vote' }
    case 'motion-moved':
      return { id: said.body.motion, refusal: 'no-such-motion' }
    case 'speaker-called':
      return { id: said.body.speech, refusal: 'no-such-speech' }
    case 'item-added':
      return { id: said.body.item, refusal: 'no-such-item' }
    case 'item-closed':
      return said.body.to === null ? null : { id: said.body.to, refusal: 'no-such-item', body: true }
    default:
      return null
  }
}

/** Of an event that would write over something of another meeting, or names a body that is not there. */
export function refusalOfStranger(event: SittingEvent, strangers: ReadonlySet<string>): SittingRefusal | null {
  const named = nameOf(event)
  return named !== null && strangers.has(named.id) ? named.refusal : null
}
