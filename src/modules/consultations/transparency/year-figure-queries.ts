import type { Queryable } from '#platform/db/database.ts'
import { findFigures, tallyOutcomes } from '../report/figure-queries.ts'
import type { Satisfaction, YearAct, YearConsultation, YearFacts, YearMeeting } from './year-figure-rules.ts'

/** `institutionId` null: of all. */
export type OfYear = { year: number; institutionId: string | null }

const first = (year: number): string => `${year}-01-01`
const last = (year: number): string => `${year}-12-31`

/** Ids of public consultations that opened, closed or were cancelled in a civil year of their institution. */
const touched = (db: Queryable, { year }: OfYear) => db`
  select split_part(deadline.subject, ':', 2)::uuid as id from platform.deadlines as deadline
  where deadline.slot = 'comments' and deadline.due_on between ${first(year)}::date and ${last(year)}::date
    and deadline.subject like 'consultations.consultation:%'
  union
  select consultation.id from consultations.consultations as consultation
  where consultation.state in ('published', 'cancelled')
    and consultation.opens_on between ${first(year)}::date and ${last(year)}::date
  union
  -- A day more on both sides: whose clock it is by is asked below.
  select consultation.id from consultations.consultations as consultation
  where consultation.state = 'cancelled'
    and consultation.cancelled_at between ${first(year)}::date - interval '1 day' and ${last(year)}::date + interval '2 days'`

export const listYearConsultations = (db: Queryable, of: OfYear): Promise<YearConsultation[]> => db<YearConsultation[]>`
  select consultation.id, consultation.institution_id, consultation.slug, consultation.title, consultation.lang,
         consultation.stage, consultation.state, consultation.history, consultation.repeats_id,
         (consultation.published_at at time zone institution.zone)::date as published_on,
         consultation.opens_on, consultation.opens_on::timestamp at time zone institution.zone as opens_at,
         deadline.due_on as closes_on, deadline.due_at as closes_at,
         (consultation.cancelled_at at time zone institution.zone)::date as cancelled_on,
         consultation.official_posted_on as posted_on,
         deadline.started_on, coalesce(deadline.basis in ('rule', 'own'), false) as ruled,
         exists (select from consultations.planned_act_consultations as link
                 join consultations.planned_acts as act on act.id = link.planned_act_id and act.state = 'published'
                 where link.consultation_id = consultation.id) as in_plan,
         exists (select from platform.links as link
                 join consultations.plans as plan
                   on 'consultations.plan:' || plan.id = link.from_ref and plan.state = 'published'
                 where link.to_ref = 'consultations.consultation:' || consultation.id and link.kind = 'plan-of'
                   and link.ended_at is null
                   and (plan.published_at at time zone institution.zone)::date <= consultation.opens_on) as plan_before,
         exists (select from consultations.postings as posting where posting.consultation_id = consultation.id)
           or exists (select from platform.links as link
                      join meetings.published_meetings as meeting on meeting.subject = link.from_ref and meeting.state = 'held'
                      where link.to_ref = 'consultations.consultation:' || consultation.id and link.kind = 'about'
                        and link.ended_at is null) as offline,
         exists (select from consultations.reports as report
                 where report.consultation_id = consultation.id and report.state = 'published') as reported,
         (select count(distinct (effect.version_id, effect.node_id))::int
          from consultations.public_effects as effect where effect.consultation_id = consultation.id) as changed_places
  from (${touched(db, of)}) as chosen
  join consultations.consultations as consultation
    on consultation.id = chosen.id and consultation.state in ('published', 'cancelled')
  join platform.institutions as institution on institution.id = consultation.institution_id
  left join platform.deadlines as deadline
    on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
  ${of.institutionId === null ? db`` : db`where consultation.institution_id = ${of.institutionId}`}
  order by deadline.due_on nulls last, consultation.id`

export const listYearActs = (db: Queryable, { year, institutionId }: OfYear): Promise<YearAct[]> => db<YearAct[]>`
  select act.id, act.institution_id, institution.slug as institution_slug, act.year, act.number, act.title, act.adopted_on,
         act.dropped_at is not null as dropped, consulted.number > 0 as consulted, consulted.before > 0 as consulted_before
  from consultations.planned_acts as act
  join platform.institutions as institution on institution.id = act.institution_id
  cross join lateral (
    select count(*) as number,
           count(*) filter (where consultation.history or deadline.due_on < act.adopted_on) as before
    from consultations.planned_act_consultations as link
    join consultations.consultations as consultation
      on consultation.id = link.consultation_id and consultation.state = 'published'
    left join platform.deadlines as deadline
      on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
    where link.planned_act_id = act.id
  ) as consulted
  where act.state = 'published'
    and (act.year = ${year} or act.adopted_on between ${first(year)}::date and ${last(year)}::date)
    ${institutionId === null ? db`` : db`and act.institution_id = ${institutionId}`}
  order by act.year, act.number, act.institution_id`

/** Meetings that were held, by their first day; those present as counted there. */
export const listYearMeetings = (db: Queryable, { year, institutionId }: OfYear): Promise<YearMeeting[]> => db<
  YearMeeting[]
>`
  select meeting.id, meeting.institution_id, meeting.slug, meeting.title, meeting.lang, meeting.first_day as day,
         (select sum((counted ->> 'total')::int)::int from jsonb_array_elements(meeting.attendance) as counted) as present
  from meetings.published_meetings as meeting
  where meeting.state = 'held' and meeting.first_day between ${first(year)}::date and ${last(year)}::date
    ${institutionId === null ? db`` : db`and meeting.institution_id = ${institutionId}`}
  order by meeting.first_day, meeting.id`

/** What authors thought of their answers; of too few no share is told. */
export const listSatisfaction = (db: Queryable, { year, institutionId }: OfYear): Promise<Satisfaction[]> => db<
  Satisfaction[]
>`
  select institution.id as institution_id, told.ratings, told.share
  from consultations.open_satisfaction as told
  join platform.institutions as institution on institution.slug = told.institution
  where told.year = ${year} ${institutionId === null ? db`` : db`and institution.id = ${institutionId}`}`

/**
 * What happened in a year, of one institution or of all: six statements, however much it was. How long answers took is
 * asked of one institution alone.
 */
export async function gatherYear(db: Queryable, of: OfYear, now: Date): Promise<YearFacts> {
  const consultations = await listYearConsultations(db, of)
  const ids = consultations.map(({ id }) => id)
  const [acts, meetings, satisfaction, tallies, figures] = await Promise.all([
    listYearActs(db, of),
    listYearMeetings(db, of),
    listSatisfaction(db, of),
    ids.length === 0 ? [] : tallyOutcomes(db, ids),
    ids.length === 0 || of.institutionId === null ? [] : findFigures(db, ids),
  ])
  const daysToAnswer = new Map(figures.map((one) => [one.consultationId, one.daysToAnswerAll]))
  return { year: of.year, now, consultations, acts, meetings, satisfaction, tallies, daysToAnswer }
}
