import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { holdMeeting, type Meeting } from '../meeting-queries.ts'
import { enterMeeting } from '../meeting-records.ts'
import { mayDo, type Deed } from '../meeting-rules.ts'

export type MeetingOutcome = 'done' | 'wrong-state' | 'no-such-meeting' | 'changed-meanwhile' | 'no-day'

/**
 * The frame of every deed of a meeting: it is held, the deed is possible from its state, nobody changed it since the page
 * was opened (`seen`: the version that stood there), and the ledger has it as the last write.
 */
export function doWithMeeting(
  services: Services,
  id: string,
  { deed, seen = null }: { deed: Deed; seen?: number | null },
  write: (tx: Transaction, meeting: Meeting, at: Date) => Promise<MeetingOutcome>,
): Promise<MeetingOutcome> {
  return services.db.begin(async (tx): Promise<MeetingOutcome> => {
    const meeting = await holdMeeting(tx, id)
    if (!meeting) return 'no-such-meeting'
    if (seen !== null && meeting.version !== seen) return 'changed-meanwhile'
    if (!mayDo(meeting.state, deed)) return 'wrong-state'
    const outcome = await write(tx, meeting, services.clock.now())
    if (outcome === 'done') await enterMeeting(tx, services, id)
    return outcome
  })
}

/** As it stands after the deed has written it. */
export async function writtenMeeting(tx: Transaction, id: string): Promise<Meeting> {
  const meeting = await holdMeeting(tx, id)
  if (!meeting) throw new Error(`Meeting ${id} is gone inside its own transaction`)
  return meeting
}
