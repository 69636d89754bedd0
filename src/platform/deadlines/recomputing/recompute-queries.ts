import type { CivilDate } from '#law/days.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import { one, type Queryable, type Transaction } from '../../db/database.ts'
import type { Lang } from '../../i18n/language.ts'
import { deadlineColumns } from '../deadline-queries.ts'
import type { Deadline } from '../deadline-rules.ts'

/** Whose open deadlines: a country's, or one institution's. */
export type RecomputeScope = { jurisdiction: Jurisdiction } | { institutionId: string }

/** Days that somebody set, and hours, do not follow the calendar. */
const follows = (db: Queryable) => db`
  deadline.state in ('planned', 'running', 'paused') and deadline.basis <> 'day' and deadline.unit <> 'h'`

/** A batch of those that a change of the calendar or the rules may move, by key. */
export const listToRecompute = (
  db: Queryable,
  scope: RecomputeScope,
  after: string | null,
  limit: number,
): Promise<Deadline[]> =>
  db<Deadline[]>`
    select ${deadlineColumns(db)} from platform.deadlines as deadline
    where ${'jurisdiction' in scope ? db`deadline.jurisdiction = ${scope.jurisdiction}` : db`deadline.institution_id = ${scope.institutionId}`}
      and ${follows(db)} ${after === null ? db`` : db`and deadline.id > ${after}`}
    order by deadline.id limit ${limit}`

/** The same ones as they are by now, held one after the other by their ids, as every deed over many does. */
export const lockToRecompute = (tx: Transaction, ids: readonly string[]): Promise<Deadline[]> =>
  tx<Deadline[]>`
    select ${deadlineColumns(tx)} from platform.deadlines as deadline
    where deadline.id = any(${[...ids]}::uuid[]) and ${follows(tx)} order by deadline.id for update`

/** What a move writes. `version`: the one it was computed from. */
export type MovedRow = Pick<
  Deadline,
  'id' | 'version' | 'n' | 'unit' | 'ruleVersion' | 'termId' | 'opensOn' | 'workBy' | 'dueOn' | 'dueAt' | 'estimated'
>

/** Writes them all at once; gives the ids of those that nobody had changed meanwhile. Later days make reminders due again. */
export async function updateMoved(tx: Transaction, moved: readonly MovedRow[], at: Date): Promise<string[]> {
  const column = <Key extends keyof MovedRow>(key: Key): MovedRow[Key][] => moved.map((row) => row[key])
  const rows = await tx<{ id: string }[]>`
    update platform.deadlines as deadline
    set n = moved.n, unit = moved.unit, rule_version = moved.rule_version, term_id = moved.term_id,
        opens_on = moved.opens_on, work_by = moved.work_by, due_on = moved.due_on, due_at = moved.due_at,
        estimated = moved.estimated, changed_at = ${at}, version = deadline.version + 1,
        reminded = case when moved.due_on > deadline.due_on or moved.work_by > deadline.work_by
                        then '{}' else deadline.reminded end
    from unnest(
      ${column('id')}::uuid[], ${column('version')}::int[], ${column('n')}::int[], ${column('unit')}::text[],
      ${column('ruleVersion')}::int[], ${column('termId')}::uuid[], ${column('opensOn')}::date[],
      ${column('workBy')}::date[], ${column('dueOn')}::date[],
      ${column('dueAt').map((moment) => moment.toISOString())}::timestamptz[], ${column('estimated').map(String)}::text[]::boolean[]
    ) as moved (id, version, n, unit, rule_version, term_id, opens_on, work_by, due_on, due_at, estimated)
    where deadline.id = moved.id and deadline.version = moved.version
    returning deadline.id`
  return rows.map(({ id }) => id)
}

export type MovedEvent = {
  institutionId: string
  deadlineId: string
  ground: string
  fromDue: CivilDate
  toDue: CivilDate
}

export async function insertMovedEvents(
  tx: Transaction,
  events: readonly MovedEvent[],
  { run, at }: { run: string; at: Date },
): Promise<void> {
  const column = (key: keyof MovedEvent): string[] => events.map((event) => event[key])
  await tx`
    insert into platform.deadline_events (institution_id, deadline_id, kind, at, ground, from_due, to_due, run)
    select moved.institution_id, moved.deadline_id, 'moved', ${at}, moved.ground, moved.from_due, moved.to_due, ${run}
    from unnest(
      ${column('institutionId')}::uuid[], ${column('deadlineId')}::uuid[], ${column('ground')}::text[],
      ${column('fromDue')}::date[], ${column('toDue')}::date[]
    ) as moved (institution_id, deadline_id, ground, from_due, to_due)`
}

/** Waits until every deed that computed with an older calendar has been committed, and lets go at once. */
export async function waitForWriters(tx: Transaction, jurisdiction: Jurisdiction): Promise<void> {
  // Not for long: whoever queues behind the wait may hold what a writer waits for.
  await tx`set local lock_timeout = '300ms'`
  await tx`select pg_advisory_xact_lock(hashtext(${`platform.deadlines.${jurisdiction}`})) is null as held`
}

/** How many a run has moved, by institution. */
export const countMoved = (db: Queryable, run: string): Promise<{ institutionId: string; moved: number }[]> =>
  db<{ institutionId: string; moved: number }[]>`
    select institution_id, count(distinct deadline_id)::int as moved from platform.deadline_events
    where run = ${run} group by institution_id order by institution_id`

export type MovedReader = { accountId: string; name: string; email: string; lang: Lang; own: number }

/** Whom a run concerns in an institution: who holds what has moved, or its role, and the administrators. */
export const listMovedReaders = (
  db: Queryable,
  run: string,
  institutionId: string,
  now: Date,
): Promise<MovedReader[]> =>
  db<MovedReader[]>`
    with moved as (
      select distinct deadline.id, deadline.holder_id, deadline.role, deadline.body_id
      from platform.deadline_events as event join platform.deadlines as deadline on deadline.id = event.deadline_id
      where event.run = ${run} and event.institution_id = ${institutionId}
        and deadline.state in ('running', 'paused')
    ), post as (
      select account_id, role, body_id from platform.roles
      where institution_id = ${institutionId} and valid_from <= ${now} and (valid_to is null or valid_to > ${now})
    ), concerned as (
      select holder_id as account_id, id from moved where holder_id is not null
      union
      select post.account_id, moved.id from moved
      join post on post.role = moved.role and (post.body_id is null or post.body_id = moved.body_id)
      where moved.holder_id is null
      union
      select account_id, null::uuid from post where role = 'administrator' and body_id is null
    )
    select account.id as account_id, account.name, account.email, coalesce(choice.lang, 'sq') as lang,
           count(concerned.id)::int as own
    from concerned join platform.accounts as account on account.id = concerned.account_id and account.ended_at is null
    left join platform.duty_choices as choice on choice.account_id = account.id
    group by account.id, account.name, account.email, choice.lang order by account.id`

/** False: this person was told of this run already. */
export async function insertMoveLetter(
  tx: Transaction,
  letter: { run: string; institutionId: string; accountId: string },
  at: Date,
): Promise<boolean> {
  const result = await tx`
    insert into platform.deadline_move_letters (run, institution_id, account_id, sent_at)
    values (${letter.run}, ${letter.institutionId}, ${letter.accountId}, ${at}) on conflict do nothing`
  return result.count > 0
}

export async function deleteMoveLettersBefore(db: Queryable, moment: Date): Promise<number> {
  const result = await db`delete from platform.deadline_move_letters where sent_at < ${moment}`
  return result.count
}

/** Notes the law that this program computes with. True: another one was noted before, or none. */
export async function noteLawVersion(
  tx: Transaction,
  jurisdiction: Jurisdiction,
  digest: string,
  at: Date,
): Promise<boolean> {
  const result = await tx`
    insert into platform.law_versions as version (jurisdiction, digest, computed_at)
    values (${jurisdiction}, ${digest}, ${at})
    on conflict (jurisdiction) do update set digest = excluded.digest, computed_at = excluded.computed_at
    where version.digest <> excluded.digest`
  return result.count > 0
}

/** Whether anything is there that a change of the law could move. */
export const hasOpenDeadline = async (db: Queryable, jurisdiction: Jurisdiction): Promise<boolean> =>
  one(
    await db`
      select 1 as found from platform.deadlines as deadline
      where deadline.jurisdiction = ${jurisdiction} and ${follows(db)} limit 1`,
  ) !== null
