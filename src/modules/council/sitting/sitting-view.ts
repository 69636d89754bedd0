import type { Queryable } from '#platform/db/database.ts'
import { findMeeting, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { appliedEvents, eventOfRow } from './event-row-rules.ts'
import { readSetup } from './setup-queries.ts'
import type { SittingSetup } from './sitting-event-rules.ts'
import { findPen, listEvents, type EventRow, type Pen } from './sitting-queries.ts'
import { replay } from './sitting-rules.ts'
import type { KeptEvent, SittingState } from './sitting-state-rules.ts'

export type SittingRecord = {
  meeting: CouncilMeeting
  setup: SittingSetup
  /** What was taken in, in order; corrections too. */
  events: KeptEvent[]
  /** All of it, with what was set aside, as the table has it. */
  rows: EventRow[]
  state: SittingState
  pen: Pen | null
  /** Place of the newest event, 0 where there is none. */
  version: number
}

/** The record of a meeting and what stands after it; null: there is no such meeting. For the office: nothing is hidden. */
export async function readSitting(
  db: Queryable,
  meetingId: string,
  now: Date | null = null,
): Promise<SittingRecord | null> {
  const meeting = await findMeeting(db, meetingId)
  if (!meeting) return null
  const [{ setup }, rows, pen] = await Promise.all([
    readSetup(db, meeting, now ?? meeting.startsAt ?? meeting.createdAt),
    listEvents(db, meetingId),
    findPen(db, meetingId),
  ])
  const events = rows
    .filter(({ state }) => state === 'applied')
    .map((row): KeptEvent => ({ event: eventOfRow(row), ordinal: row.ordinal, closed: row.closed }))
  const { state } = replay(setup, appliedEvents(rows))
  return { meeting, setup, events, rows, state, pen, version: rows.at(-1)?.ordinal ?? 0 }
}
