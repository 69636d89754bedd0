import type { CivilDate } from '#law/days.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import { one, type Queryable } from '../../db/database.ts'
import type { Lang } from '../../i18n/language.ts'
import { deadlineColumns } from '../deadline-queries.ts'
import type { Deadline } from '../deadline-rules.ts'

export type OpenFilter = {
  jurisdiction: Jurisdiction
  /** Only what is under way on one of the days between: nothing else can move. */
  from: CivilDate
  to: CivilDate
  afterId: string | null
  limit: number
}

/** Those of a country that are reckoned and open, by id: for a look at what an announcement would move. */
export function listOpenBetween(db: Queryable, filter: OpenFilter): Promise<Deadline[]> {
  const { jurisdiction, from, to, afterId, limit } = filter
  return db<Deadline[]>`
    select ${deadlineColumns(db)} from platform.deadlines as deadline
    where deadline.jurisdiction = ${jurisdiction} and deadline.state in ('running', 'paused')
      and deadline.basis <> 'day' and deadline.unit <> 'h'
      and least(deadline.started_on, deadline.work_by) <= ${to}
      and greatest(deadline.started_on, deadline.due_on) >= ${from}
      ${afterId ? db`and deadline.id > ${afterId}` : db``}
    order by deadline.id limit ${limit}`
}

/** One date that has moved. */
export type Move = {
  /** Grows with time: the list is paged by it. */
  id: string
  at: Date
  institutionId: string
  institution: string
  zone: string
  deadlineId: string
  subject: string
  slot: string
  fromDue: CivilDate | null
  toDue: CivilDate | null
  /** The words in every language, read by `groundWords`. */
  ground: string | null
}

export type MoveFilter = {
  /** Null: everywhere. */
  institutions: readonly string[] | null
  /** One run of the computation alone: all that has one cause. */
  run: string | null
  beforeId: string | null
  limit: number
}

/** Newest first. */
export function listMoves(db: Queryable, lang: Lang, filter: MoveFilter): Promise<Move[]> {
  const { institutions, run, beforeId, limit } = filter
  return db<Move[]>`
    select event.id::text as id, event.at, event.institution_id, event.deadline_id, event.from_due, event.to_due,
           event.ground, deadline.subject, deadline.slot, institution.zone,
           ${lang === 'en' ? db`institution.listed_name_en` : db`institution.listed_name`} as institution
    from platform.deadline_events as event
    join platform.deadlines as deadline on deadline.id = event.deadline_id
    join platform.institutions as institution on institution.id = event.institution_id
    where event.kind = 'moved'
      ${institutions ? db`and event.institution_id = any(${[...institutions]}::uuid[])` : db``}
      ${run ? db`and event.run = ${run}` : db``}
      ${beforeId ? db`and event.id < ${beforeId}` : db``}
    order by event.id desc limit ${limit}`
}

export type MoveCause = { run: string; ground: string | null; moved: number; at: Date }

/** What has moved dates lately, newest first: the choices of the filter. */
export function listMoveCauses(db: Queryable, institutions: readonly string[] | null): Promise<MoveCause[]> {
  return db<MoveCause[]>`
    select recent.run, max(recent.ground) as ground, count(*)::int as moved, max(recent.at) as at
    from (
      select event.run, event.ground, event.at from platform.deadline_events as event
      where event.kind = 'moved' and event.run is not null
        ${institutions ? db`and event.institution_id = any(${[...institutions]}::uuid[])` : db``}
      order by event.id desc limit 5000
    ) as recent
    group by recent.run order by max(recent.at) desc limit 50`
}

export type MoveCount = { moved: number; institutions: number }

/** How many dates a run has moved, as far as somebody may see. */
export async function countMoves(
  db: Queryable,
  run: string,
  institutions: readonly string[] | null,
): Promise<MoveCount> {
  const row = one(
    await db<MoveCount[]>`
      select count(*)::int as moved, count(distinct institution_id)::int as institutions
      from platform.deadline_events
      where run = ${run} and kind = 'moved'
        ${institutions ? db`and institution_id = any(${[...institutions]}::uuid[])` : db``}`,
  )
  return row ?? { moved: 0, institutions: 0 }
}
