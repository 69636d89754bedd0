import type { Queryable } from '#platform/db/database.ts'

/** How many of each belong to a consultation, as the office sees it. */
export type RoomCounts = {
  /** Consultation plans, planned acts: there is one or there is none. */
  plans: number
  plannedActs: number
  invitations: number
  questions: number
  meetings: number
  deliveries: number
  groups: number
  answers: number
}

export async function countRooms(db: Queryable, consultationId: string): Promise<RoomCounts> {
  const subject = `consultations.consultation:${consultationId}`
  const [row] = await db<RoomCounts[]>`
    select
      (select count(*)::int from platform.links
       where to_ref = ${subject} and kind = 'plan-of' and ended_at is null) as plans,
      (select count(*)::int from consultations.planned_act_consultations
       where consultation_id = ${consultationId}) as planned_acts,
      (select count(*)::int from consultations.invitations where consultation_id = ${consultationId}) as invitations,
      (select count(*)::int from consultations.questions
       where consultation_id = ${consultationId} and withdrawn_at is null) as questions,
      (select count(*)::int from platform.links
       where to_ref = ${subject} and kind = 'about' and ended_at is null and from_ref like 'meetings.meeting:%') as meetings,
      (select count(*)::int from consultations.deliveries where consultation_id = ${consultationId}) as deliveries,
      (select count(*)::int from consultations.comment_groups
       where consultation_id = ${consultationId} and state in ('proposed', 'confirmed')) as groups,
      (select count(*)::int from consultations.answers where consultation_id = ${consultationId}) as answers`
  if (!row) throw new Error('a select of numbers gives a row')
  return row
}
