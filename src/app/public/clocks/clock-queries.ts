import { one, type Queryable } from '#platform/db/database.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'

export type TermCount = { ruleId: string; kind: 'confirmed' | 'own'; count: number }

/** How many institutions have confirmed or filled each rule, as it holds on that day. */
export function countTermsByRule(db: Queryable, onDay: CivilDate): Promise<TermCount[]> {
  return db<TermCount[]>`
    select term.rule_id, term.kind, count(distinct term.institution_id)::int as count
    from platform.institution_terms as term
    join platform.institutions as institution on institution.id = term.institution_id and institution.closed_on is null
    where term.from_on <= ${onDay} and (term.until_on is null or term.until_on >= ${onDay})
    group by term.rule_id, term.kind`
}

export type CalendarDeadline = Pick<
  Deadline,
  'id' | 'subject' | 'slot' | 'dueOn' | 'dueAt' | 'unit' | 'state' | 'version'
> & { changedAt: Date }

type Of = { institutionId: string; slots: readonly string[]; since: Date; limit: number }

/**
 * What everybody may have in a calendar: open, or over since a moment; the latest when there are too many. Of what was taken
 * down nothing.
 */
export function listCalendarDeadlines(db: Queryable, { institutionId, slots, since, limit }: Of) {
  const columns = db`id, subject, slot, due_on, due_at, unit, state, version, changed_at`
  const isPublic = db`
    institution_id = ${institutionId} and public and slot = any(${[...slots]}::text[])
    and not exists (
      select from platform.takedowns as takedown where takedown.subject = deadline.subject and takedown.lifted_at is null)`
  return db<CalendarDeadline[]>`
    (select ${columns} from platform.deadlines as deadline
     where ${isPublic} and state = 'running' order by due_at desc, id limit ${limit})
    union all
    (select ${columns} from platform.deadlines as deadline
     where ${isPublic} and state = 'paused' order by work_by desc, id limit ${limit})
    union all
    (select ${columns} from platform.deadlines as deadline
     where ${isPublic} and ended_at >= ${since} order by ended_at desc, id desc limit ${limit})
    order by due_at desc, id limit ${limit}`
}

/** When what was announced for a country last changed. */
export async function lastCalendarChange(db: Queryable, jurisdiction: string): Promise<Date | null> {
  const row = one(
    await db<{ at: Date | null }[]>`
      select max(greatest(entered_at, withdrawn_at)) as at from platform.calendar_changes
      where jurisdiction = ${jurisdiction}`,
  )
  return row?.at ?? null
}
