import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { MINUTES_KIND } from '../council-rules.ts'
import { doWithMinutes, type MinutesOutcome } from './do-with-minutes.ts'
import { markProposed, markWithdrawn, saveItemWords, saveMinutes } from './minutes-queries.ts'
import { enterMinutes } from './minutes-records.ts'
import { publishVersion } from './publish-version.ts'
import type { Signature } from './record/minutes-fact-rules.ts'

export type MinutesWords = {
  opening: string
  ending: string
  signatures: readonly Signature[]
  items: readonly { id: string; words: string }[]
}
type By = { by: { accountId: string }; seen: number }

/** What the secretary writes beside what was counted. Of approved minutes it is the office's until it is published. */
export const editMinutes = (
  services: Services,
  meetingId: string,
  { words, by, seen }: By & { words: MinutesWords },
): Promise<MinutesOutcome> =>
  doWithMinutes(services, meetingId, { deed: 'edit', seen }, async (tx, { minutes }, at) => {
    await saveItemWords(tx, minutes, words.items, at)
    await saveMinutes(tx, meetingId, { ...words, at, by: by.accountId })
    const { institutionId } = minutes
    await recordChange(tx, { institutionId, subject: refOf(MINUTES_KIND, meetingId), kind: 'edited', by, at })
    return 'done'
  })

/** Before the council. `show`: everybody may read them from now on, marked as not approved. */
export const proposeMinutes = (
  services: Services,
  meetingId: string,
  { show, formId, by, seen }: By & { show: boolean; formId: string | null },
): Promise<MinutesOutcome> =>
  doWithMinutes(services, meetingId, { deed: 'propose', seen }, async (tx, held, at) => {
    const { institutionId } = held.minutes
    if (held.meeting.state !== 'closed') return 'not-closed'
    await markProposed(tx, meetingId, at, by.accountId)
    const subject = refOf(MINUTES_KIND, meetingId)
    await recordChange(tx, { institutionId, subject, kind: show ? 'shown' : 'proposed', by, at })
    if (show) await publishVersion(tx, services, { ...held, state: 'proposed', formId, reason: null, by, at })
    return 'done'
  })

/** Back to the desk; what everybody could read of them is gone. */
export const withdrawMinutes = (
  services: Services,
  meetingId: string,
  { reason, by, seen }: By & { reason: string },
): Promise<MinutesOutcome> =>
  doWithMinutes(services, meetingId, { deed: 'withdraw', seen }, async (tx, { minutes }, at) => {
    await markWithdrawn(tx, meetingId, at, by.accountId)
    const { institutionId, publishedVersion } = minutes
    const subject = refOf(MINUTES_KIND, meetingId)
    await recordChange(tx, { institutionId, subject, kind: 'withdrawn', by, at, reason })
    if (publishedVersion > 0) await enterMinutes(tx, services, meetingId)
    return 'done'
  })
