import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import { enqueue, type JobHandlers } from '#platform/jobs/jobs.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { MINUTES_KIND } from '../council-rules.ts'
import { holdMeetingOfMinutes, insertMinutes, listSigners } from './minutes-queries.ts'
import { minutesTexts } from './texts.ts'

export const DRAFT_MINUTES = 'council.draft-minutes'

/** For the deed that closes a meeting, in its transaction: the draft is there when the secretary opens the page. */
export const enqueueDraft = (tx: Transaction, meetingId: string): Promise<void> =>
  enqueue(tx, DRAFT_MINUTES, { meeting: meetingId })

/** Twice is once; a meeting that was opened again by mistake meanwhile is left alone. */
export const draftJobs = (services: Services): JobHandlers => ({
  [DRAFT_MINUTES]: async ({ meeting }) => {
    await draftMinutes(services, String(meeting), 'program')
  },
})

export type DraftOutcome = 'done' | 'no-such-meeting' | 'not-open-yet'

/**
 * A draft of the minutes. Nothing that the record says is copied into it: that part is reckoned from the record whenever it is
 * shown, so a later correction changes it by itself. What is written here is who signs.
 */
export const draftMinutes = (services: Services, meetingId: string, by: ChangedBy): Promise<DraftOutcome> =>
  services.db.begin(async (tx): Promise<DraftOutcome> => {
    const at = services.clock.now()
    const meeting = await holdMeetingOfMinutes(tx, meetingId)
    if (!meeting) return 'no-such-meeting'
    if (!['under-way', 'suspended', 'closed'].includes(meeting.state)) return 'not-open-yet'
    const posts = minutesTexts('sq').posts[meeting.jurisdiction]
    const signatures = (await listSigners(tx, meetingId)).map(({ name, role }) => ({ name, post: posts[role] }))
    const { institutionId } = meeting
    const byAccount = typeof by === 'string' ? null : by.accountId
    if (!(await insertMinutes(tx, { meetingId, institutionId, signatures, at, by: byAccount }))) return 'done'
    await recordChange(tx, { institutionId, subject: refOf(MINUTES_KIND, meetingId), kind: 'drafted', by, at })
    return 'done'
  })
