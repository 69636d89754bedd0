import type { Queryable } from '#platform/db/database.ts'
import { together } from '#platform/db/together.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listAgenda, listJointBodies, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { listMembersOn, seatsOn } from '../people/member-queries.ts'
import { quorumFor } from './majority-rules.ts'
import { setupFrom } from './setup-rules.ts'
import type { SittingSetup } from './sitting-event-rules.ts'
import { findSetup, listConflictsBefore, listMajoritySettings } from './sitting-queries.ts'

type Of = Pick<CouncilMeeting, 'id' | 'institutionId' | 'bodyId' | 'day' | 'zone' | 'jurisdiction' | 'closed'>

/** As it was fixed when the meeting opened; before that, as it would be now. */
export async function readSetup(
  db: Queryable,
  meeting: Of,
  now: Date,
): Promise<{ setup: SittingSetup; fixed: boolean }> {
  const fixed = await findSetup(db, meeting.id)
  if (fixed !== null) return { setup: fixed, fixed: true }
  const day = meeting.day ?? civilDateIn(meeting.zone, now)
  const joint = await listJointBodies(db, meeting.id)
  const bodies = [meeting.bodyId, ...joint.map(({ id }) => id)]
  const [members, seats, items, settings, conflicts] = await together([
    together(bodies.map((body) => listMembersOn(db, body, day))),
    seatsOn(db, meeting.bodyId, day),
    listAgenda(db, meeting.id),
    listMajoritySettings(db, meeting.institutionId),
    listConflictsBefore(db, meeting.id),
  ])
  const quorum = quorumFor(meeting.jurisdiction, settings)
  const parts = { seats, members: members.flat(), items, quorum, conflicts, closed: meeting.closed }
  return { setup: setupFrom(parts), fixed: false }
}
