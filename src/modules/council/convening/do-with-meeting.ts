import type { Transaction } from '#platform/db/database.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { enterCouncilMeeting } from '../public/meeting-records.ts'
import { isPublicMeeting, mayDo, type ConveningRefusal, type MeetingDeed } from './convening-rules.ts'
import { lockMeeting, type CouncilMeeting } from './meeting-queries.ts'

export type MeetingOutcome =
  | 'done'
  | 'wrong-state'
  | 'no-such-meeting'
  | 'no-such-item'
  | 'changed-meanwhile'
  | 'reason-missing'
  | 'short-notice'
  | 'too-many'
  | ConveningRefusal

export type Held = { tx: Transaction; meeting: CouncilMeeting; at: Date }
type Frame = { deed: MeetingDeed; seen?: number | null }

/**
 * The frame of every deed of a meeting before it opens: it is locked, the deed is possible from its state, nobody changed it
 * since the page was opened (`seen`: the version that stood there), and the ledger has it as the last write.
 */
export const doWithMeeting = (
  services: Services,
  id: string,
  { deed, seen = null }: Frame,
  write: (held: Held) => Promise<MeetingOutcome>,
): Promise<MeetingOutcome> =>
  services.db.begin(async (tx): Promise<MeetingOutcome> => {
    const meeting = await lockMeeting(tx, id)
    if (!meeting) return 'no-such-meeting'
    if (seen !== null && meeting.version !== seen) return 'changed-meanwhile'
    if (!mayDo(meeting.state, deed)) return 'wrong-state'
    const outcome = await write({ tx, meeting, at: services.clock.now() })
    if (outcome === 'done') await enterCouncilMeeting(tx, services, id)
    return outcome
  })

/** As it stands after the deed has written it. */
export async function writtenMeeting(tx: Transaction, id: string): Promise<CouncilMeeting> {
  const meeting = await lockMeeting(tx, id)
  if (!meeting) throw new Error(`Meeting ${id} is gone inside its own transaction`)
  return meeting
}

/** What everybody reads changes with a reason. */
export const lacksReason = (meeting: CouncilMeeting, reason: string | null): boolean =>
  isPublicMeeting(meeting.state) && (reason === null || reason === '')

export const accountOf = (by: ChangedBy): string | null => (typeof by === 'string' ? null : by.accountId)
