import { one, type Queryable } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { contentSchema, type PlanContent } from '../plan/content-rules.ts'
import { findPublishedPlan } from '../plan/published-plan-queries.ts'
import { countFigures } from '../report/figure-queries.ts'
import { countsOf, proposeOnTime, type HeldMeeting } from './achieved-rules.ts'
import type { AdoptedMeasure, Gathered, MonitoredConsultation } from './monitoring-rules.ts'

/** Which consultation a plan is measured by: the one that it was linked with first. */
export const findMonitoredConsultation = async (db: Queryable, planId: string): Promise<MonitoredConsultation | null> =>
  one(
    await db<MonitoredConsultation[]>`
      select consultation.id, consultation.slug, consultation.title, consultation.state, consultation.history,
             consultation.opens_on, deadline.due_on as closes_on, consultation.concluded_at,
             (select count(*)::int from consultations.consultation_events as event
              where event.consultation_id = consultation.id and event.kind = 'extended') as extensions
      from platform.links as link
      join consultations.consultations as consultation on consultation.id = split_part(link.to_ref, ':', 2)::uuid
      left join platform.deadlines as deadline
        on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
      where link.from_ref = ${`consultations.plan:${planId}`} and link.kind = 'plan-of' and link.ended_at is null
        and link.to_ref like 'consultations.consultation:%'
      order by link.at, link.id limit 1`,
  )

/** Public meetings about it that were held, by their last day. */
export const listHeldMeetings = (db: Queryable, consultationId: string): Promise<HeldMeeting[]> => db<HeldMeeting[]>`
  select meeting.meeting_kind as kind, meeting.last_day as day,
         (select sum((counted ->> 'total')::int)::int from jsonb_array_elements(meeting.attendance) as counted) as present
  from platform.links as link
  join meetings.published_meetings as meeting on meeting.subject = link.from_ref and meeting.state = 'held'
  where link.to_ref = ${`consultations.consultation:${consultationId}`} and link.kind = 'about' and link.ended_at is null
  order by meeting.last_day, meeting.id`

/** What the plan took over from earlier plans of its institution, in the order of the choice. */
export const listAdopted = (db: Queryable, planId: string): Promise<AdoptedMeasure[]> => db<AdoptedMeasure[]>`
  select choice.from_plan_id as from_plan, plan.title as from_title, choice.about, choice.words
  from consultations.measure_choices as choice join consultations.plans as plan on plan.id = choice.from_plan_id
  where choice.plan_id = ${planId} and choice.choice = 'adopted'
  order by choice.at, choice.from_plan_id, choice.about, choice.digest`

export type GatheredWith = Gathered & { planContent: PlanContent }

/** All that a monitoring is made of beside what is written in it. Null: the plan is not public. `today`: in its zone. */
export async function gatherMonitoring(
  db: Queryable,
  planId: string,
  consultation: MonitoredConsultation,
  dayOf: (at: Date) => CivilDate,
  now: Date,
): Promise<GatheredWith | null> {
  const plan = await findPublishedPlan(db, planId, null)
  if (!plan) return null
  const planContent = contentSchema.parse(plan.content)
  const { history, opensOn } = consultation
  const adopted = await listAdopted(db, planId)
  const publishedOn = dayOf(plan.publishedAt)
  const from = {
    plan: { version: plan.version, publishedOn, afterOpening: !history && opensOn !== null && publishedOn > opensOn },
    planned: planContent.monitoring,
    planContent,
    adopted,
  }
  if (history) return { ...from, counts: null, proposal: null }
  const [figures, meetings] = await Promise.all([
    countFigures(db, consultation.id),
    listHeldMeetings(db, consultation.id),
  ])
  return {
    ...from,
    counts: countsOf(figures, meetings),
    proposal: proposeOnTime(planContent, meetings, consultation, dayOf(now)),
  }
}
