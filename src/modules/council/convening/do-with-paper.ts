import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { enterCouncilMeeting, enterPaper } from '../public/meeting-records.ts'
import { lockMeetingsOfPaper, lockPaper, type Paper } from './paper-queries.ts'

export type PaperOutcome = 'done' | 'wrong-state' | 'no-such-paper' | 'changed-meanwhile' | 'reason-missing'

/** A meeting that everybody reads, and the item of it on which the paper lies. */
export type LiesOn = { meetingId: string; itemId: string; closed: boolean }
export type HeldPaper = { tx: Transaction; paper: Paper; at: Date; lies: readonly LiesOn[] }

/**
 * The frame of every deed of a paper: the public meetings on whose agenda it lies are locked before it, nobody changed it since
 * the page was opened (`seen`), and the ledger has both as the last write.
 */
export const doWithPaper = (
  services: Services,
  id: string,
  { seen = null }: { seen?: number | null },
  write: (held: HeldPaper) => Promise<PaperOutcome>,
): Promise<PaperOutcome> =>
  services.db.begin(async (tx): Promise<PaperOutcome> => {
    const lies = await lockMeetingsOfPaper(tx, id)
    const paper = await lockPaper(tx, id)
    if (!paper) return 'no-such-paper'
    if (seen !== null && paper.version !== seen) return 'changed-meanwhile'
    if (paper.state === 'taken-down') return 'wrong-state'
    const outcome = await write({ tx, paper, at: services.clock.now(), lies })
    if (outcome !== 'done') return outcome
    await enterPaper(tx, services, id)
    for (const meetingId of new Set(lies.map((one) => one.meetingId)))
      await enterCouncilMeeting(tx, services, meetingId)
    return 'done'
  })
