import type { Transaction } from '#platform/db/database.ts'
import type { FieldChange } from '#platform/history/change-rules.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { isPublicMeeting } from './convening-rules.ts'
import { accountOf } from './do-with-meeting.ts'
import type { CouncilMeeting } from './meeting-queries.ts'
import { insertMeetingEvent, type NewMeetingEvent } from './meeting-writing-queries.ts'

export type MeetingChange = {
  kind: 'convened' | 'changed' | 'moved' | 'postponed' | 'cancelled' | ItemChange | DocumentChange
  /** The word of the history where it is another one, as for a draft. */
  history?: string
  by: ChangedBy
  at: Date
  itemId?: string | null
  /** Before and after, by field: everybody reads them, so no word of what is closed stands here. */
  changes?: NonNullable<NewMeetingEvent['changes']>
  reason?: string | null
  formId?: string | null
  /** What is behind closed doors is told in no letter. */
  quiet?: boolean
}
type ItemChange = 'item-added' | 'item-changed' | 'item-withdrawn' | 'order-changed'
type DocumentChange = 'document-added' | 'document-removed' | 'opinion-added'

/**
 * What a deed did to a meeting: in its history; and where everybody reads it among its events with the time, and to whoever
 * follows it. `meeting`: as it is now. False: this very form has said so before.
 */
export async function tellOfMeeting(tx: Transaction, meeting: CouncilMeeting, told: MeetingChange): Promise<boolean> {
  const { id, institutionId, version } = meeting
  const { kind, by, at, itemId = null, changes = {}, reason = null, formId = null } = told
  const subject = refOf(MEETING_KIND, id)
  if (isPublicMeeting(meeting.state)) {
    const event = {
      meetingId: id,
      institutionId,
      formId,
      kind,
      itemId,
      changes,
      reason,
      version,
      at,
      by: accountOf(by),
    }
    if (!(await insertMeetingEvent(tx, event))) return false
    const facts = meeting.day === null ? {} : { day: meeting.day }
    if (told.quiet !== true)
      await tellHappening(tx, { matter: subject, subject, kind: `council.${kind}`, institutionId, at, facts })
  }
  const fields = Object.entries(changes).map(([field, [from, to]]): FieldChange => ({ field, from, to }))
  await recordChange(tx, { institutionId, subject, kind: told.history ?? kind, by, at, reason, fields })
  return true
}
