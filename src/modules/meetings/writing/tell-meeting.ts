import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { FieldChange } from '#platform/history/change-rules.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { listLinks } from '#platform/links/link-queries.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { insertMeetingEvent, type Meeting, type MeetingEventKind } from '../meeting-queries.ts'
import { isPublic, KIND } from '../meeting-rules.ts'

export const TELL_REGISTERED = 'meetings.tell-registered'

type Told = {
  kind: MeetingEventKind
  /** The word of the history; that of the event where it is not told. */
  change?: string
  by: ChangedBy
  at: Date
  reason?: string | null
  fromDay?: string | null
  toDay?: string | null
  formId?: string | null
  fields?: readonly FieldChange[]
  /** A letter to everybody who is registered. */
  letters?: boolean
  /** What followers are told; `none`: nothing. */
  happening?: 'none'
}

/**
 * What a deed did to a meeting: in its history; and where everybody reads it among its events, to who follows it, and to
 * those who are registered. `meeting`: as it is now. False: this very form has said so before.
 */
export async function tellOfMeeting(tx: Transaction, meeting: Meeting, told: Told): Promise<boolean> {
  const { id, institutionId, version, state } = meeting
  const { kind, by, at, reason = null, fields = [] } = told
  const byAccountId = typeof by === 'string' ? null : by.accountId
  if (isPublic(state)) {
    const { fromDay = null, toDay = null, formId = null } = told
    const event = await insertMeetingEvent(tx, {
      meetingId: id,
      institutionId,
      kind,
      version,
      at,
      by: byAccountId,
      reason,
      fromDay,
      toDay,
      formId,
    })
    if (event === null) return false
    if (told.happening !== 'none') await tellFollowers(tx, meeting, told)
    if (told.letters) await enqueue(tx, TELL_REGISTERED, { event })
  }
  const subject = refOf(KIND, id)
  await recordChange(tx, { institutionId, subject, kind: told.change ?? kind, by, at, reason, fields })
  return true
}

async function tellFollowers(tx: Transaction, { id, institutionId, firstDay }: Meeting, told: Told): Promise<void> {
  const subject = refOf(KIND, id)
  const { kind, at, fromDay, toDay } = told
  const day = toDay ?? firstDay
  const facts = { ...(fromDay ? { from: fromDay } : {}), ...(day ? { day } : {}) }
  await tellHappening(tx, { matter: subject, subject, kind: `meetings.${kind}`, institutionId, at, facts })
  if (kind !== 'published') return
  // Who follows the matter that the meeting is about hears of it too.
  for (const { fromRef, toRef, kind: of } of await listLinks(tx, [subject]))
    if (fromRef === subject && of === 'about')
      await tellHappening(tx, { matter: toRef, subject, kind: 'meetings.announced', institutionId, at, facts })
}
