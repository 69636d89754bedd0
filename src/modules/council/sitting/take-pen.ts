import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { lockMeeting } from '../convening/meeting-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { findPen, notifySitting, writePen, type Pen } from './sitting-queries.ts'

/** From now on this device writes the record. What another still sends with an older pen is set aside. Null: no such meeting. */
export const takePen = (
  services: Services,
  official: Official,
  meetingId: string,
  device: string,
): Promise<Pen | null> =>
  services.db.begin(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    if (!meeting || meeting.state === 'draft') return null
    const held = await findPen(tx, meetingId)
    // The same button pressed twice.
    if (held?.accountId === official.accountId && held.device === device) return held
    const [at, { institutionId }, { accountId }] = [services.clock.now(), meeting, official]
    await writePen(tx, { meetingId, institutionId, accountId, device, at })
    const subject = refOf(MEETING_KIND, meetingId)
    await recordChange(tx, { institutionId, subject, kind: 'sitting-pen-taken', by: { accountId }, at })
    await notifySitting(tx, meetingId)
    return findPen(tx, meetingId)
  })
