import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'

/** What the public may know of a deadline: nothing of who holds it. */
export type PublicRow = Pick<
  Deadline,
  'id' | 'subject' | 'slot' | 'startedOn' | 'workBy' | 'dueOn' | 'dueAt' | 'ruleId' | 'ruleVersion' | 'estimated'
>

const columns = (db: Queryable) => db`
  deadline.id, deadline.subject, deadline.slot, deadline.started_on, deadline.work_by, deadline.due_on, deadline.due_at,
  deadline.rule_id, deadline.rule_version, deadline.estimated`

type Of = { institutionId: string; slots: readonly string[] }

/** What was taken down stands on no list of everybody, not even as a line without a name. */
const isPublic = (db: Queryable, { institutionId, slots }: Of) => db`
  deadline.institution_id = ${institutionId} and deadline.public and deadline.slot = any(${[...slots]}::text[])
  and not exists (
    select from platform.takedowns as takedown where takedown.subject = deadline.subject and takedown.lifted_at is null)`

/** What was over before a moment and still is not done, the oldest first. */
export function listMissed(
  db: Queryable,
  wish: Of & { before: Date; after: { at: Date; id: string } | null; limit: number },
): Promise<PublicRow[]> {
  const { before, after, limit } = wish
  return db<PublicRow[]>`
    select ${columns(db)} from platform.deadlines as deadline
    where ${isPublic(db, wish)} and deadline.state = 'running' and deadline.due_at <= ${before}
      ${after ? db`and (deadline.due_at, deadline.id) > (${after.at}, ${after.id})` : db``}
    order by deadline.due_at, deadline.id limit ${limit}`
}

/** What runs and is over between two moments, the nearest first. */
export const listComing = (
  db: Queryable,
  wish: Of & { after: Date; until: Date; limit: number },
): Promise<PublicRow[]> =>
  db<PublicRow[]>`
    select ${columns(db)} from platform.deadlines as deadline
    where ${isPublic(db, wish)} and deadline.state = 'running'
      and deadline.due_at > ${wish.after} and deadline.due_at <= ${wish.until}
    order by deadline.due_at, deadline.id limit ${wish.limit}`

export type YearFigures = {
  inTime: number
  late: number
  /** Over without having been done, and nothing more will come. */
  never: number
  /** From the day of the event to the day it was done; null as long as nothing was. */
  medianDays: number | null
}

/** Of those that ended since a day. */
export async function countYear(db: Queryable, wish: Of & { since: CivilDate; zone: string }): Promise<YearFigures> {
  const { since, zone } = wish
  const row = one(
    await db<YearFigures[]>`
      select count(*) filter (where deadline.state = 'met' and deadline.ended_at < deadline.due_at)::int as in_time,
             count(*) filter (where deadline.state = 'met' and deadline.ended_at >= deadline.due_at)::int as late,
             count(*) filter (where deadline.state = 'lapsed')::int as never,
             (percentile_cont(0.5) within group (
                order by (deadline.ended_at at time zone ${zone})::date - deadline.started_on)
              filter (where deadline.state = 'met'))::float8 as median_days
      from platform.deadlines as deadline
      where ${isPublic(db, wish)} and deadline.ended_at is not null
        and deadline.ended_at >= (${since}::date::timestamp at time zone ${zone})`,
  )
  return row ?? { inTime: 0, late: 0, never: 0, medianDays: null }
}

/** Whether there ever was one: an institution without deadlines has not kept them all. */
export async function hasDeadlines(db: Queryable, wish: Of): Promise<boolean> {
  const rows = await db`
    select from platform.deadlines as deadline
    where ${isPublic(db, wish)} and deadline.state <> 'planned' limit 1`
  return rows.length > 0
}

/** How many of them there are, without listing them. */
export async function countOpen(
  db: Queryable,
  wish: Of & { missed: readonly string[]; before: Date; now: Date; until: Date },
): Promise<{ missed: number; coming: number }> {
  const { missed, before, now, until } = wish
  const row = one(
    await db<{ missed: number; coming: number }[]>`
      select count(*) filter (where deadline.due_at <= ${before} and deadline.slot = any(${[...missed]}::text[]))::int as missed,
             count(*) filter (where deadline.due_at > ${now})::int as coming
      from platform.deadlines as deadline
      where ${isPublic(db, wish)} and deadline.state = 'running' and deadline.due_at <= ${until}`,
  )
  return row ?? { missed: 0, coming: 0 }
}
