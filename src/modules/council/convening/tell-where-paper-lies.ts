import type { Transaction } from '#platform/db/database.ts'
import { writtenMeeting } from './do-with-meeting.ts'
import type { LiesOn } from './do-with-paper.ts'
import { touchMeeting } from './meeting-writing-queries.ts'
import type { Paper } from './paper-queries.ts'
import { tellOfMeeting, type MeetingChange } from './tell-meeting.ts'

/** What came to a paper after the notice changes the package of every meeting that calls for it: told there, with the time. */
export async function tellWherePaperLies(
  tx: Transaction,
  paper: Paper,
  lies: readonly LiesOn[],
  change: Pick<MeetingChange, 'kind' | 'by' | 'at' | 'changes'>,
): Promise<void> {
  if (paper.state !== 'published') return
  for (const { meetingId, itemId, closed } of lies) {
    if (closed) continue
    await touchMeeting(tx, meetingId, change.at)
    await tellOfMeeting(tx, await writtenMeeting(tx, meetingId), { ...change, itemId })
  }
}
