import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChanges, type Change } from '#platform/history/record-change.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { CouncilMeeting } from '../convening/meeting-queries.ts'
import { insertMeetingEvent } from '../convening/meeting-writing-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { enqueueDraft } from '../minutes/draft-minutes.ts'
import type { NewEvent } from './sitting-queries.ts'

/** Who writes the record: an official with the pen, or the program where it loads what happened before. */
export type Recorder = Official | 'command-line'

type Told = {
  by: Recorder
  meeting: CouncilMeeting
  fresh: readonly NewEvent[]
  at: Date
}

const PUBLIC = ['opened', 'suspended', 'closed'] as const
const IN_HISTORY = ['opened', 'suspended', 'resumed', 'closed', 'reopened', 'corrected', 'doors-closed', 'doors-opened']

/** What of it belongs to the public life of the meeting and to its history. True: its record is another one now. */
export async function tellOfSitting(tx: Transaction, told: Told): Promise<boolean> {
  const { by, meeting, fresh, at } = told
  const { id: meetingId, institutionId } = meeting
  const who = by === 'command-line' ? by : { accountId: by.accountId }
  const applied = fresh.filter(({ state }) => state === 'applied')
  const changes = applied.flatMap(({ event, closed }): Change[] => {
    if (!IN_HISTORY.includes(event.kind)) return []
    const reason = 'reason' in event.body && !closed ? event.body.reason : null
    const subject = refOf(MEETING_KIND, meetingId)
    return [{ institutionId, subject, kind: `sitting-${event.kind}`, by: who, at, reason }]
  })
  if (changes.length > 0) await recordChanges(tx, changes)
  if (applied.some(({ event }) => event.kind === 'closed')) await enqueueDraft(tx, meetingId)
  const account = by === 'command-line' ? null : by.accountId
  let any = false
  for (const { event } of applied) {
    const kind = PUBLIC.find((one) => one === event.kind)
    if (kind === undefined) continue
    const row = { meetingId, institutionId, formId: event.id, kind, version: meeting.version, at, by: account }
    any = (await insertMeetingEvent(tx, row)) || any
  }
  return any
}
