import type { ChangedBy } from '#platform/history/record-change.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { closeTasksOf } from '#platform/tasks/give-task.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { moveMeeting } from '../meeting-queries.ts'
import { replaceDays } from '../agenda-queries.ts'
import { KIND } from '../meeting-rules.ts'
import { doWithMeeting, writtenMeeting, type MeetingOutcome } from './do-with-meeting.ts'
import { meetNotice, planNotice } from './keep-notice-clock.ts'
import { tellOfMeeting } from './tell-meeting.ts'

/**
 * From now on everybody reads it. One whose days are over is taken in as what was held: it happened then, and is entered
 * now, from paper.
 */
export const publishMeeting = (
  services: Services,
  id: string,
  { by, seen }: { by: ChangedBy; seen: number },
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'publish', seen }, async (tx, before, at) => {
    if (before.firstDay === null && !before.history) return 'no-day'
    const over =
      before.history || (before.lastDay !== null && before.lastDay < civilDateIn(before.zone, services.clock.now()))
    await moveMeeting(tx, id, { state: over ? 'held' : 'published', at })
    const meeting = await writtenMeeting(tx, id)
    // Of what is written down afterwards no notice can be told any more.
    if (over) await planNotice(tx, services, { ...meeting, basisRule: null }, by)
    else await meetNotice(tx, services, meeting, by)
    await tellOfMeeting(tx, meeting, { kind: over ? 'taken-in' : 'published', change: 'published', by, at })
    return 'done'
  })

type Why = { by: ChangedBy; seen: number; reason: string }

/** It does not take place on its days; new ones are told later. */
export const postponeMeeting = (services: Services, id: string, { by, seen, reason }: Why): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'postpone', seen }, async (tx, before, at) => {
    await replaceDays(tx, before, [])
    await moveMeeting(tx, id, { state: 'postponed', at })
    const fields = [{ field: 'firstDay', from: before.firstDay, to: null }]
    const told = { by, at, reason, fields, fromDay: before.firstDay, letters: true }
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind: 'postponed', ...told })
    return 'done'
  })

/** It does not take place at all. It stays where it was, with the reason. */
export const cancelMeeting = (services: Services, id: string, { by, seen, reason }: Why): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'cancel', seen }, async (tx, _before, at) => {
    await moveMeeting(tx, id, { state: 'cancelled', at, reason })
    await closeTasksOf(tx, services, refOf(KIND, id), by)
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind: 'cancelled', by, at, reason, letters: true })
    return 'done'
  })
