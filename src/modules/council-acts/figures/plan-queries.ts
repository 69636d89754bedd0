import { one, type Queryable } from '#platform/db/database.ts'
import type { PlanAct, PlanCandidate, PlannedEntry } from './plan-rules.ts'

export type OfYear = { institutionId: string; year: number }

/** References of what belongs to an entry of the plan: itself, and its consultations. */
const refsOf = (db: Queryable) => db`
  array(select plan.subject union all
        select bond.from_ref from consultations.bonds as bond where bond.to_ref = plan.subject and bond.kind = 'planned-as')`

/** Everything in the public plan of a year, by its months: what is not dated comes last. */
export const listPlannedEntries = (db: Queryable, { institutionId, year }: OfYear): Promise<PlannedEntry[]> => db<
  PlannedEntry[]
>`
  select plan.id, plan.number, plan.year, plan.title, plan.title_en, plan.proposer, plan.promised_from, plan.promised_to,
         plan.due_from, plan.due_to, plan.added_later, (plan.dropped_at at time zone plan.zone)::date as dropped_on,
         plan.drop_reason, plan.adopted_on, plan.adopted_reference, consulted.slug as consultation_slug,
         consulted.title as consultation_title, consulted.closes_on as consultation_closes_on, laid.id as paper_id,
         (laid.published_at at time zone plan.zone)::date as paper_on, voted.result as vote_result, voted.day as vote_on
  from consultations.published_planned_acts as plan
  left join lateral (
    select consultation.slug, consultation.title, consultation.closes_on
    from consultations.bonds as bond
    join consultations.published_consultations as consultation
      on consultation.id = council_acts.id_in(bond.from_ref) and consultation.state = 'published'
    where bond.to_ref = plan.subject and bond.kind = 'planned-as'
    order by consultation.published_at desc, consultation.id desc limit 1) as consulted on true
  left join lateral (
    select paper.id, paper.published_at from council.published_papers as paper
    where paper.about_ref = any(${refsOf(db)}) order by paper.published_at desc, paper.id desc limit 1) as laid on true
  left join lateral (
    select vote.result, meeting.day
    from council.published_agenda_items as item
    join council.published_votes as vote on vote.item_id = item.id and vote.stage = 'as-a-whole'
    join council.published_meetings as meeting on meeting.id = vote.meeting_id
    where item.paper_id = laid.id order by vote.taken_at desc limit 1) as voted on true
  where plan.institution_id = ${institutionId} and plan.year = ${year}
  order by coalesce(plan.due_from, date '2999-12-01'), plan.number`

/** Acts that are bound to entries of the plan of a year, whenever they were adopted. */
export const listPlanActs = (db: Queryable, { institutionId, year }: OfYear): Promise<PlanAct[]> => db<PlanAct[]>`
  select plan.id as planned_id, act.slug, act.number, act.title, act.adopted_on
  from consultations.published_planned_acts as plan
  join platform.links as link on link.to_ref = plan.subject and link.kind = 'result' and link.ended_at is null
  join council_acts.published_acts as act
    on act.id = council_acts.id_in(link.from_ref) and link.from_ref = act.subject and not act.restricted
       and act.state in ('numbered', 'announced')
  where plan.institution_id = ${institutionId} and plan.year = ${year}
  order by act.adopted_on nulls last, act.id`

export type OutsideAct = {
  slug: string
  number: string | null
  title: string
  kind: string
  adoptedOn: string | null
  proposer: string | null
}

/** Acts of the year that no entry of a plan is bound to. */
const outside = (db: Queryable, { institutionId, year }: OfYear) => db`
  from council_acts.published_acts as act
  where act.institution_id = ${institutionId} and act.year = ${year} and act.state in ('numbered', 'announced')
    and (act.restricted or not exists (
      select from platform.links as link
      where link.from_ref = 'council-acts.act:' || act.id and link.kind = 'result' and link.ended_at is null
        and link.to_ref like 'consultations.planned-act:%'))`

export const listActsOutsidePlan = (db: Queryable, of: OfYear, limit: number): Promise<OutsideAct[]> => db<
  OutsideAct[]
>`
  select act.slug, act.number, act.title, act.act_kind as kind, act.adopted_on, act.proposer
  ${outside(db, of)}
  order by coalesce(act.adopted_on, date '0001-01-01') desc, act.id desc limit ${limit}`

export const countActsOutsidePlan = async (db: Queryable, of: OfYear): Promise<number> =>
  one(await db<{ count: number }[]>`select count(*)::int as count ${outside(db, of)}`)?.count ?? 0

/** Of which years this institution has a public plan. */
export const listPlanYears = async (db: Queryable, institutionId: string): Promise<number[]> =>
  (
    await db<{ year: number }[]>`
      select distinct plan.year from consultations.published_planned_acts as plan
      where plan.institution_id = ${institutionId} order by plan.year desc limit 100`
  ).map(({ year }) => year)

export type PlanBond = { id: string; year: number; number: number; title: string; institutionSlug: string }

/** The entry that an act is bound to; null: none, or it is not public any more. */
export const findBoundEntry = async (db: Queryable, actId: string): Promise<PlanBond | null> =>
  one(
    await db<PlanBond[]>`
      select plan.id, plan.year, plan.number, plan.title, plan.institution_slug
      from platform.links as link
      join consultations.published_planned_acts as plan on plan.id = council_acts.id_in(link.to_ref)
      where link.from_ref = 'council-acts.act:' || ${actId}::text and link.kind = 'result' and link.ended_at is null
        and link.to_ref = plan.subject
      order by link.at limit 1`,
  )

/** A public entry of this institution that can come to be bound. */
export const findEntry = async (db: Queryable, institutionId: string, id: string): Promise<PlanBond | null> =>
  one(
    await db<PlanBond[]>`
      select plan.id, plan.year, plan.number, plan.title, plan.institution_slug
      from consultations.published_planned_acts as plan
      where plan.id = ${id} and plan.institution_id = ${institutionId}`,
  )

/** Entries of the plans of three years; `consulted`: the draft of the act concerns it, or its consultation. */
export const listPlanCandidates = (
  db: Queryable,
  act: { institutionId: string; paperRef: string | null; year: number },
): Promise<PlanCandidate[]> => db<PlanCandidate[]>`
  select plan.id, plan.year, plan.number, plan.title,
         coalesce((select paper.about_ref = any(${refsOf(db)}) from council.published_papers as paper
                   where paper.id = council_acts.id_in(${act.paperRef}::text)), false) as consulted
  from consultations.published_planned_acts as plan
  where plan.institution_id = ${act.institutionId} and plan.year between ${act.year - 2} and ${act.year}
  order by plan.year desc, plan.number limit 600`
