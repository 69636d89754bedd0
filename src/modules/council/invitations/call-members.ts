import type { Queryable, Transaction } from '#platform/db/database.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listJointBodies, type CouncilMeeting } from '../convening/meeting-queries.ts'
import { listMembersOn, type MemberOn } from '../people/member-queries.ts'
import { endMembersBut, insertMembers } from './invitation-queries.ts'

/** All members of the body and of those that sit with it, each once, on the day of the meeting. */
export async function membersOf(db: Queryable, meeting: CouncilMeeting, now: Date): Promise<MemberOn[]> {
  const day = meeting.day ?? civilDateIn(meeting.zone, now)
  const joint = await listJointBodies(db, meeting.id)
  const members = new Map<string, MemberOn>()
  for (const bodyId of [meeting.bodyId, ...joint.map(({ id }) => id)])
    for (const member of await listMembersOn(db, bodyId, day))
      if (!members.has(member.id)) members.set(member.id, member)
  return [...members.values()]
}

/** Brings the list in line with who is a member now. Who was called and is none any more is called no more. */
export async function callMembers(tx: Transaction, meeting: CouncilMeeting, now: Date): Promise<void> {
  const ids = (await membersOf(tx, meeting, now)).map(({ id }) => id)
  await insertMembers(tx, meeting, ids, now)
  await endMembersBut(tx, meeting.id, ids, now)
}
