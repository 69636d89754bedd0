import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { MINUTES_KIND } from '../council-rules.ts'
import { doWithMinutes, type MinutesOutcome } from './do-with-minutes.ts'
import { listApprovingVotes, markApproved, type Approval } from './minutes-queries.ts'
import { publishVersion } from './publish-version.ts'

/** By the vote of a later meeting that is kept here, or on a day, where it is not. */
export type ApprovalOrder = { voteId: string } | { on: CivilDate; note: string | null }

type By = { by: { accountId: string }; seen: number; formId: string | null }

/** The council has approved them: from now on everybody reads them, and this version never changes. */
export const approveMinutes = (
  services: Services,
  meetingId: string,
  { approval, by, seen, formId }: By & { approval: ApprovalOrder },
): Promise<MinutesOutcome> =>
  doWithMinutes(services, meetingId, { deed: 'approve', seen }, async (tx, held, at) => {
    const { institutionId } = held.minutes
    if (held.meeting.state !== 'closed') return 'not-closed'
    const where = await placeOf(tx, meetingId, approval)
    if (where === null) return 'no-such-vote'
    await markApproved(tx, meetingId, { ...where, at, by: by.accountId })
    const fields = [{ field: 'approved_on', from: null, to: where.on }]
    await recordChange(tx, { institutionId, subject: refOf(MINUTES_KIND, meetingId), kind: 'approved', by, at, fields })
    await publishVersion(tx, services, { ...held, state: 'approved', formId, reason: null, by, at })
    return 'done'
  })

async function placeOf(tx: Transaction, meetingId: string, order: ApprovalOrder): Promise<Approval | null> {
  if ('on' in order) return { on: order.on, note: order.note, meetingId: null, voteId: null }
  const vote = (await listApprovingVotes(tx, meetingId)).find(({ id }) => id === order.voteId)
  if (!vote || vote.result !== 'adopted') return null
  return { on: vote.day, meetingId: vote.meetingId, voteId: vote.id, note: null }
}

/** Words and record as they stand now become the next version; everybody reads why. */
export const correctMinutes = (
  services: Services,
  meetingId: string,
  { reason, by, seen, formId }: By & { reason: string },
): Promise<MinutesOutcome> =>
  doWithMinutes(services, meetingId, { deed: 'correct', seen }, async (tx, held, at) => {
    const { institutionId } = held.minutes
    const subject = refOf(MINUTES_KIND, meetingId)
    await recordChange(tx, { institutionId, subject, kind: 'corrected', by, at, reason })
    await publishVersion(tx, services, { ...held, state: 'approved', formId, reason, by, at })
    return 'done'
  })
