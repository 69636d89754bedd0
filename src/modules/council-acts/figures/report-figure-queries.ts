import { one, type Queryable } from '#platform/db/database.ts'
import { countNatures, measurePaces, tallyForce, tallyKinds, tallyLegality, tallyProposers } from './count-queries.ts'
import { countActsOutsidePlan, listPlanActs, listPlannedEntries, type OfYear } from './plan-queries.ts'
import { countPlan, reckon } from './plan-rules.ts'
import type { BesideFacts, NumberFacts, YearFacts } from './report-figure-rules.ts'

const NOTHING: BesideFacts = {
  drafts: 0,
  draftsAboutConsultation: 0,
  consultationsClosed: 0,
  consultationsWithComments: 0,
  comments: 0,
  councilMeetings: 0,
  commissionMeetings: 0,
  votes: 0,
  votesAdopted: 0,
  votesRejected: 0,
  votesTied: 0,
}

/** Drafts, consultations, meetings and votes of a civil year, from what everybody may read. */
export const countBeside = async (db: Queryable, { institutionId, year }: OfYear, now: Date): Promise<BesideFacts> => {
  const inYear = db`between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`
  const row = one(
    await db<BesideFacts[]>`
      select drafted.*, consulted.*, met.*, voted.* from (
        select count(*)::int as drafts,
               count(*) filter (where paper.about_ref like 'consultations.%')::int as drafts_about_consultation
        from council.published_papers as paper
        where paper.institution_id = ${institutionId} and paper.paper_kind like 'draft-%'
          and (paper.published_at at time zone paper.zone)::date ${inYear}) as drafted,
      (select count(*)::int as consultations_closed, count(*) filter (where heard.count > 0)::int as consultations_with_comments,
              coalesce(sum(heard.count), 0)::int as comments
        from consultations.published_consultations as consultation
        cross join lateral (
          select count(*) from consultations.published_comments as comment
          where comment.consultation_id = consultation.id and comment.state in ('published', 'held')) as heard
        where consultation.institution_id = ${institutionId} and consultation.state = 'published' and not consultation.history
          and consultation.closes_on ${inYear} and consultation.closes_at <= ${now}) as consulted,
      (select count(*) filter (where meeting.body_kind = 'council')::int as council_meetings,
              count(*) filter (where meeting.body_kind <> 'council')::int as commission_meetings
        from council.published_meetings as meeting
        where meeting.institution_id = ${institutionId} and meeting.state = 'closed' and meeting.day ${inYear}) as met,
      (select count(*)::int as votes, count(*) filter (where vote.result = 'adopted')::int as votes_adopted,
              count(*) filter (where vote.result = 'rejected')::int as votes_rejected,
              count(*) filter (where vote.result = 'tied')::int as votes_tied
        from council.published_meetings as meeting join council.published_votes as vote on vote.meeting_id = meeting.id
        where meeting.institution_id = ${institutionId} and meeting.body_kind = 'council' and meeting.day ${inYear}) as voted`,
  )
  return row ?? NOTHING
}

/** The numbers of a year that are missing or were taken back, and what the mayor returned. */
export const countNumbers = async (db: Queryable, { institutionId, year }: OfYear): Promise<NumberFacts> =>
  one(
    await db<NumberFacts[]>`
      select (select count(distinct act.id)
              from council_acts.published_acts as act
              join council_acts.shown_act_events as event on event.act_id = act.id and event.kind = 'returned-by-mayor'
              where act.institution_id = ${institutionId} and act.year = ${year})::int as returned_by_mayor,
             coalesce((select sum(gap.last - gap.first + 1) from council_acts.number_gaps as gap
                       where gap.institution_id = ${institutionId} and gap.year = ${year}), 0)::int as numbers_missing,
             (select count(*) from council_acts.published_acts as act
              where act.institution_id = ${institutionId} and act.year = ${year} and act.state = 'void')::int as numbers_void`,
  ) ?? { returnedByMayor: 0, numbersMissing: 0, numbersVoid: 0 }

/** All that the yearly report counts, of one institution and year, as the record gives it on this day. */
export async function gatherYear(
  db: Queryable,
  of: OfYear,
  { now, day }: { now: Date; day: string },
): Promise<YearFacts> {
  const counted = { institutionId: of.institutionId, from: of.year, to: of.year }
  const [entries, planActs, outside, kinds, proposers, forces, legality, natures, paces, beside, numbers] =
    await Promise.all([
      listPlannedEntries(db, of),
      listPlanActs(db, of),
      countActsOutsidePlan(db, of),
      tallyKinds(db, counted),
      tallyProposers(db, counted),
      tallyForce(db, counted, day),
      tallyLegality(db, counted),
      countNatures(db, counted),
      measurePaces(db, counted, day),
      countBeside(db, of, now),
      countNumbers(db, of),
    ])
  const plan = entries.length === 0 ? null : { ...countPlan(reckon(entries, planActs)), outside_plan: outside }
  return { plan, kinds, proposers, forces, legality, natures, pace: paces[0] ?? null, beside, numbers }
}
