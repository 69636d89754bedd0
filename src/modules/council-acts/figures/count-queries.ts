import { one, type Queryable } from '#platform/db/database.ts'
import type { ActKind, Force, Legality } from '../act-rules.ts'
import { pacesOf, type Lateness, type Pace, type PaceCount } from './pace-rules.ts'
import type { ProposerKind } from '../act-queries.ts'

/** `institutionId` null: of all. Years are those of the numbers in the register. */
export type Counted = { institutionId: string | null; from: number; to: number }

/** What is counted everywhere: acts with a number that stands. A void number is none. */
const acts = (db: Queryable, { institutionId, from, to }: Counted) => db`
  council_acts.published_acts as act
  where act.state in ('numbered', 'announced') and act.year between ${from} and ${to}
    ${institutionId === null ? db`` : db`and act.institution_id = ${institutionId}`}`

/** `month` null: the day of adoption is not known, or lies in another year than its number. */
export type KindTally = { year: number; kind: ActKind; month: number | null; count: number }

export const tallyKinds = (db: Queryable, of: Counted): Promise<KindTally[]> => db<KindTally[]>`
  select day.year, day.kind,
         case when extract(year from day.adopted_on) = day.year then extract(month from day.adopted_on) end::int as month,
         sum(day.count)::int as count
  from (select act.year, act.act_kind as kind, act.adopted_on, count(*) as count
        from ${acts(db, of)} group by 1, 2, 3) as day
  group by 1, 2, 3`

/** Null: nobody is named, or the act names a private person and does not say it. */
export type ProposerTally = { year: number; proposer: ProposerKind | null; count: number }

export const tallyProposers = (db: Queryable, of: Counted): Promise<ProposerTally[]> => db<ProposerTally[]>`
  select act.year, act.proposer_kind as proposer, count(*)::int as count from ${acts(db, of)} group by 1, 2`

/** Null: of an archive that says nothing of it. */
export type LegalityTally = { year: number; legality: Legality | null; count: number }

export const tallyLegality = (db: Queryable, of: Counted): Promise<LegalityTally[]> => db<LegalityTally[]>`
  select act.year, case when not (act.history and act.legality = 'none') then act.legality end as legality,
         count(*)::int as count
  from ${acts(db, of)} group by 1, 2`

export type ForceTally = { year: number; force: Force; count: number }

export const tallyForce = (db: Queryable, of: Counted, day: string): Promise<ForceTally[]> => db<ForceTally[]>`
  select act.year,
         council_acts.force_on(${day}::date, act.state, act.in_force_from, act.in_force_to, act.suspended_from,
                               act.stated_force) as force,
         count(*)::int as count
  from ${acts(db, of)} group by 1, 2`

export const tallyLateness = (db: Queryable, of: Counted, day: string): Promise<Lateness[]> => db<Lateness[]>`
  select act.year, count(*)::int as acts, count(*) filter (where act.state = 'announced')::int as announced,
         count(*) filter (where act.announced_on <= act.announce_by)::int as in_time,
         count(*) filter (where act.announced_on > act.announce_by)::int as late,
         count(*) filter (where act.announced_on is null and act.announce_by >= ${day}::date)::int as waiting,
         count(*) filter (where act.announced_on is null and act.announce_by < ${day}::date)::int as overdue,
         count(*) filter (where act.announce_by is null)::int as no_term
  from ${acts(db, of)} group by act.year order by act.year`

/** How many acts took how many days, step by step: what medians are made of, without sorting the acts themselves. */
export const countPaces = (db: Queryable, of: Counted): Promise<PaceCount[]> => db<PaceCount[]>`
  select act.year, took.step, took.days, count(*)::int as count
  from (select act.* from ${acts(db, of)}) as act
  left join (
    select paper.subject, (paper.published_at at time zone paper.zone)::date as day from council.published_papers as paper
    ${of.institutionId === null ? db`` : db`where paper.institution_id = ${of.institutionId}`}) as paper
    on paper.subject = act.paper_ref
  cross join lateral (values
    ('toVote', act.adopted_on - paper.day),
    ('toNumber', (act.numbered_at at time zone act.zone)::date - act.adopted_on),
    ('toAnnounce', act.announced_on - act.adopted_on),
    ('toForce', act.in_force_from - act.announced_on),
    ('whole', act.in_force_from - paper.day),
    ('daysLate', nullif(greatest(0, act.announced_on - act.announce_by), 0))) as took (step, days)
  where took.days is not null group by 1, 2, 3`

export const measurePaces = async (db: Queryable, of: Counted, day: string): Promise<Pace[]> =>
  pacesOf(...(await Promise.all([tallyLateness(db, of, day), countPaces(db, of)])))

/** The years in which there are acts, newest first. */
export const listCountedYears = async (db: Queryable, institutionId: string | null): Promise<number[]> =>
  (
    await db<{ year: number }[]>`
      with recursive years (year) as (
        (select max(act.year) from council_acts.acts as act
         where act.state in ('numbered', 'announced') ${ofOne(db, institutionId)})
        union all
        select (select max(act.year) from council_acts.acts as act
                where act.state in ('numbered', 'announced') and act.year < years.year ${ofOne(db, institutionId)})
        from years where years.year is not null
      )
      select year from years where year is not null limit 100`
  ).map(({ year }) => year)

const ofOne = (db: Queryable, institutionId: string | null) =>
  institutionId === null ? db`` : db`and act.institution_id = ${institutionId}`

export type Natures = {
  normative: number
  individual: number
  internal: number
  natureUnknown: number
  restricted: number
}

export const countNatures = async (db: Queryable, of: Counted): Promise<Natures> =>
  one(
    await db<Natures[]>`
      select count(*) filter (where act.nature = 'normative')::int as normative,
             count(*) filter (where act.nature = 'individual')::int as individual,
             count(*) filter (where act.nature = 'internal')::int as internal,
             count(*) filter (where act.nature is null)::int as nature_unknown,
             count(*) filter (where act.restricted)::int as restricted
      from ${acts(db, of)}`,
  ) ?? { normative: 0, individual: 0, internal: 0, natureUnknown: 0, restricted: 0 }
