import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { holdMeetingOfMinutes, holdMinutes, type HeldMeeting, type Minutes } from './minutes-queries.ts'
import { mayDoMinutes, type MinutesDeed } from './minutes-rules.ts'

export type MinutesOutcome =
  'done' | 'no-such-minutes' | 'wrong-state' | 'changed-meanwhile' | 'not-closed' | 'no-such-vote'

/**
 * The frame of every deed of minutes: the meeting is held first, so that its record stands still, then the minutes; the deed
 * is possible from their state, and nobody changed them since the page was opened (`seen`).
 */
export function doWithMinutes(
  services: Services,
  meetingId: string,
  { deed, seen }: { deed: MinutesDeed; seen: number | null },
  write: (tx: Transaction, held: { minutes: Minutes; meeting: HeldMeeting }, at: Date) => Promise<MinutesOutcome>,
): Promise<MinutesOutcome> {
  return services.db.begin(async (tx): Promise<MinutesOutcome> => {
    const meeting = await holdMeetingOfMinutes(tx, meetingId)
    const minutes = meeting && (await holdMinutes(tx, meetingId))
    if (!meeting || !minutes) return 'no-such-minutes'
    if (seen !== null && minutes.version !== seen) return 'changed-meanwhile'
    if (!mayDoMinutes(minutes.state, deed)) return 'wrong-state'
    return write(tx, { minutes, meeting }, services.clock.now())
  })
}
