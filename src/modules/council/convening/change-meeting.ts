import type { ChangedBy } from '#platform/history/record-change.ts'
import { changedFields, type FieldChange } from '#platform/history/change-rules.ts'
import type { Services } from '#platform/services.ts'
import { zonedInstant } from '#platform/time/zoned-instant.ts'
import type { MeetingForm } from './create-meeting.ts'
import { isPublicMeeting } from './convening-rules.ts'
import { doWithMeeting, lacksReason, writtenMeeting, type MeetingOutcome } from './do-with-meeting.ts'
import { keepBeside } from './keep-beside.ts'
import { dropNotice, planNotice } from './keep-notice-clock.ts'
import type { CouncilMeeting } from './meeting-queries.ts'
import { findTermOn, setCancelled, setPostponed, updateMeeting } from './meeting-writing-queries.ts'
import { publishPapersOf } from './publish-papers.ts'
import { tellOfMeeting } from './tell-meeting.ts'

type Change = { form: MeetingForm; by: ChangedBy; seen: number; reason: string | null }

/** What everybody reads changes visibly, with a reason and the time: before and after stand in its events. */
export const changeMeeting = (
  services: Services,
  id: string,
  { form, by, seen, reason }: Change,
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'change', seen }, async ({ tx, meeting: before, at }) => {
    if (lacksReason(before, reason)) return 'reason-missing'
    if (before.state === 'convened' && form.startsAt === null) return 'no-time'
    if (before.state === 'convened' && form.place === null && form.mode !== 'online') return 'no-place'
    const { institutionId, bodyId } = before
    const termId = form.day === null ? null : await findTermOn(tx, { institutionId, bodyId, day: form.day })
    await updateMeeting(tx, id, { ...form, termId }, at)
    await keepBeside(tx, before, form)
    const after = await writtenMeeting(tx, id)
    if (before.state !== 'convened') await planNotice(tx, services, after, by)
    if (isPublicMeeting(before.state)) await publishPapersOf(tx, after, { by, at })
    const fields = changesOf(before, after)
    const moved = fields.some(({ field }) => field === 'starts_at' || field === 'place')
    const changes = Object.fromEntries(fields.map(({ field, from, to }) => [field, [from, to] as const]))
    const kind = moved && before.state === 'convened' ? 'moved' : 'changed'
    await tellOfMeeting(tx, after, { kind, history: 'changed', by, at, changes, reason })
    return 'done'
  })

type Stop = { by: ChangedBy; seen: number; reason: string }

/** It does not take place on its day; the new one is told when it is convened anew. */
export const postponeMeeting = (services: Services, id: string, { by, seen, reason }: Stop): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'postpone', seen }, async ({ tx, meeting, at }) => {
    await setPostponed(tx, id, at)
    const changes = { starts_at: [told(meeting).starts_at, null] } as const
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind: 'postponed', by, at, changes, reason })
    return 'done'
  })

/** It does not take place at all. Its number stays with it, and the reason. */
export const cancelMeeting = (services: Services, id: string, { by, seen, reason }: Stop): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'cancel', seen }, async ({ tx, at }) => {
    await setCancelled(tx, id, reason, at)
    await dropNotice(tx, services, id, by)
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind: 'cancelled', by, at, reason })
    return 'done'
  })

const instant = (zone: string, moment: Date | null): string | null =>
  moment === null ? null : zonedInstant(zone, moment)

const told = (meeting: CouncilMeeting) => ({
  kind: meeting.kind,
  title: meeting.title,
  called_by: meeting.calledBy,
  call_reason: meeting.callReason,
  starts_at: instant(meeting.zone, meeting.startsAt),
  ends_at: instant(meeting.zone, meeting.endsAt),
  place: meeting.place,
  mode: meeting.mode,
  accessibility: meeting.accessibility,
  closed: String(meeting.closed),
})

const changesOf = (before: CouncilMeeting, after: CouncilMeeting): FieldChange[] =>
  changedFields(told(before), told(after))
