import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Role } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { giveTask } from '#platform/tasks/give-task.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { listAgenda } from '../agenda-queries.ts'
import { draftDigest, KIND, type Counted, type Participant } from '../meeting-rules.ts'
import { doWithMeeting, writtenMeeting, type MeetingOutcome } from './do-with-meeting.ts'
import {
  countChanged,
  draftMinutes,
  insertOutcome,
  publishDraftMinutes,
  setOutcomeTask,
  writeAttendance,
} from './outcome-queries.ts'
import { tellOfMeeting } from './tell-meeting.ts'

export type WriteUp = {
  attendance: readonly Counted[] | null
  participants: readonly Participant[]
  /** Asked for where it was written up before: a correction is visible. */
  reason: string | null
  by: ChangedBy
  seen: number
}

/** It was held: how many came and who was represented. Numbers, and names only of officials who consented. */
export const writeUpMeeting = (services: Services, id: string, order: WriteUp): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'write-up', seen: order.seen }, async (tx, before, at) => {
    const { attendance, participants, by } = order
    await writeAttendance(tx, id, { attendance, participants, at, writtenUp: at })
    const again = before.writtenUpAt !== null
    const told = { by, at, reason: again ? order.reason : null }
    const kind = again ? ('corrected' as const) : ('held' as const)
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind, change: again ? 'corrected' : 'held', ...told })
    return 'done'
  })

export type MinutesOrder = {
  whole: string
  items: readonly { id: string; words: string }[]
  /** Everybody reads them from now on. */
  publish: boolean
  /** Of the words that stood on the page when it was opened. */
  seen: string
  reason: string | null
  by: ChangedBy
}

/** Minutes as they are being written, or published; what was published before is corrected visibly. */
export const writeMinutes = (services: Services, id: string, order: MinutesOrder): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'minutes' }, async (tx, before, at) => {
    const items = await listAgenda(tx, id)
    const now = draftDigest([before.minutesDraft, ...items.map(({ minutesDraft }) => minutesDraft)])
    if (now !== order.seen) return 'changed-meanwhile'
    await draftMinutes(tx, id, order)
    if (!order.publish) return 'done'
    await publishDraftMinutes(tx, id, at)
    const again = before.minutesPublishedAt !== null
    const kind = again ? ('corrected' as const) : ('minutes' as const)
    const told = { by: order.by, at, reason: again ? order.reason : null, change: again ? 'corrected' : 'minutes' }
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind, ...told })
    return 'done'
  })

export type OutcomeOrder = {
  kind: 'decision' | 'conclusion'
  words: string
  wordsEn: string | null
  /** Who has to carry it out: the role that gets the task; null: nobody of the office. */
  role: Role | null
  dueOn: CivilDate | null
  formId: string | null
  by: ChangedBy
}

/** What was approved there, or what somebody is to do: then it is a task, once, however often the form arrives. */
export const addOutcome = (services: Services, id: string, order: OutcomeOrder): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'outcome' }, async (tx, meeting, at) => {
    const { kind, words, wordsEn, role, dueOn, formId, by } = order
    const { institutionId } = meeting
    const row = { meetingId: id, institutionId, formId, kind, words, wordsEn, role, dueOn, at }
    const outcomeId = await insertOutcome(tx, row)
    if (outcomeId === null) return 'done'
    if (kind === 'conclusion' && role !== null) {
      const subject = refOf(KIND, id)
      const task = await giveTask(tx, services, { institutionId, subject, title: words, to: { role }, dueOn, by })
      await setOutcomeTask(tx, outcomeId, task.id)
    }
    await countChanged(tx, id, at)
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind: 'outcome', change: 'outcome-added', by, at })
    return 'done'
  })
