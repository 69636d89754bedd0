import type { SittingEvent } from './sitting-event-rules.ts'

type Row = { eventId: string; kind: string; body: Record<string, unknown>; happenedAt: Date }

/** An event as the rules read it. The table keeps nothing that did not pass them. */
export const eventOfRow = ({ eventId, kind, body, happenedAt }: Row): SittingEvent =>
  ({ kind, body, id: eventId, at: happenedAt.toISOString() }) as unknown as SittingEvent

/** The record of a meeting, without what was set aside. */
export const appliedEvents = (rows: readonly (Row & { state: string })[]): SittingEvent[] =>
  rows.filter(({ state }) => state === 'applied').map(eventOfRow)
