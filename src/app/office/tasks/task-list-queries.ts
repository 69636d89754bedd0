import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Jurisdiction } from '#platform/institutions/institution-rules.ts'
import type { TaskState } from '#platform/tasks/task-rules.ts'
import type { DueKey } from './task-list-rules.ts'

export type TaskRow = {
  id: string
  institutionId: string
  institution: string
  jurisdiction: Jurisdiction
  zone: string
  subject: string | null
  title: string
  words: string
  state: TaskState
  reason: string | null
  version: number
  dueOn: string | null
  dueKey: string
  role: string | null
  holderId: string | null
  holder: string | null
  givenBy: string | null
  givenAt: Date
}

const taskColumns = (db: Queryable, lang: Lang) => db`
  task.id, task.institution_id, institution.jurisdiction, institution.zone, task.subject, task.title, task.words,
  task.state, task.reason, task.version, task.due_on, task.due_key, task.role, task.holder_id, holder.name as holder,
  giver.name as given_by, task.given_at,
  (select name.name from platform.institution_names as name
   where name.institution_id = task.institution_id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
   order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution`

const taskTables = (db: Queryable) => db`
  platform.tasks as task
  join platform.institutions as institution on institution.id = task.institution_id
  left join platform.accounts as holder on holder.id = task.holder_id
  left join platform.accounts as giver on giver.id = task.given_by_id`

export const findTask = async (db: Queryable, lang: Lang, id: string): Promise<TaskRow | null> =>
  one(await db<TaskRow[]>`select ${taskColumns(db, lang)} from ${taskTables(db)} where task.id = ${id}`)

/** For those who hold a reference to a task and nothing more. */
export const listTasksById = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<TaskRow[]> =>
  db<TaskRow[]>`select ${taskColumns(db, lang)} from ${taskTables(db)} where task.id = any(${[...ids]}::uuid[])`

/** Open with this official, the most pressing first. */
export const listHeldTasks = (db: Queryable, lang: Lang, accountId: string, limit: number): Promise<TaskRow[]> =>
  db<TaskRow[]>`
    select ${taskColumns(db, lang)} from ${taskTables(db)}
    where task.holder_id = ${accountId} and task.state in ('open', 'taken')
    order by task.due_key, task.id limit ${limit}`

/** Given to a role that this official holds, and taken by nobody. */
export const listRoleTasks = (
  db: Queryable,
  lang: Lang,
  grants: readonly { role: string; institutionId: string }[],
  limit: number,
): Promise<TaskRow[]> =>
  db<TaskRow[]>`
    select ${taskColumns(db, lang)} from ${taskTables(db)}
    where (task.institution_id, task.role) in (
        select held.institution_id, held.role from unnest(${grants.map((grant) => grant.institutionId)}::uuid[], ${grants.map((grant) => grant.role)}::text[]) as held (institution_id, role))
      and task.holder_id is null and task.state = 'open'
    order by task.due_key, task.id limit ${limit}`

/** The tasks of a record: first what is open, by day, then what has ended. */
export const listTasksOf = (db: Queryable, lang: Lang, subject: string): Promise<TaskRow[]> =>
  db<TaskRow[]>`
    select ${taskColumns(db, lang)} from ${taskTables(db)} where task.subject = ${subject}
    order by task.state in ('done', 'cancelled'), task.due_key, task.given_at, task.id limit 200`

export type BoardWish = {
  /** Null: all institutions. */
  institutions: readonly string[] | null
  state: 'open' | 'done' | 'cancelled'
  due: 'any' | 'overdue' | 'today' | 'week' | 'undated'
  /** An account, or `none`: given to a role and taken by nobody. */
  holder: string | null
  now: Date
  after: DueKey | null
  limit: number
}

export function listBoard(db: Queryable, lang: Lang, wish: BoardWish): Promise<TaskRow[]> {
  const { institutions, holder, after, limit } = wish
  return db<TaskRow[]>`
    select ${taskColumns(db, lang)} from ${taskTables(db)}
    where ${within(db, institutions)}
      and ${wish.state === 'open' ? db`task.state in ('open', 'taken')` : db`task.state = ${wish.state}`}
      ${holder === null ? db`` : holder === 'none' ? db`and task.holder_id is null` : db`and task.holder_id = ${holder}`}
      ${dueIn(db, wish)}
      ${after ? db`and (task.due_key, task.id) > (${after.due}, ${after.id})` : db``}
    order by task.due_key, task.id limit ${limit}`
}

function dueIn(db: Queryable, { due, now }: BoardWish) {
  const today = db`(${now}::timestamptz at time zone institution.zone)::date`
  switch (due) {
    case 'any':
      return db``
    case 'overdue':
      return db`and task.due_on < ${today}`
    case 'today':
      return db`and task.due_on = ${today}`
    case 'week':
      return db`and task.due_on between ${today} and ${today} + 6`
    case 'undated':
      return db`and task.due_on is null`
  }
}

/** One institution is most officials' case, and then the index gives the order too. */
function within(db: Queryable, institutions: readonly string[] | null) {
  if (institutions === null) return db`true`
  return institutions.length === 1
    ? db`task.institution_id = ${institutions[0] ?? ''}`
    : db`task.institution_id = any(${[...institutions]}::uuid[])`
}

/** Who has how much open, and how much of it is late. `holderId` null: given to roles and taken by nobody. */
export type Burden = {
  holderId: string | null
  holder: string | null
  open: number
  overdue: number
  nextDue: string | null
}

export const listBurdens = (db: Queryable, institutions: readonly string[] | null, now: Date): Promise<Burden[]> =>
  db<Burden[]>`
    select task.holder_id, holder.name as holder, count(*)::int as open,
           count(*) filter (where task.due_on < (${now}::timestamptz at time zone institution.zone)::date)::int as overdue,
           min(task.due_on) as next_due
    from ${taskTables(db)}
    where ${within(db, institutions)} and task.state in ('open', 'taken')
    group by task.holder_id, holder.name
    order by overdue desc, open desc, holder.name collate "sq-x-icu" limit 200`

export type TaskChangeRow = {
  id: string
  kind: string
  at: Date
  by: string | null
  reason: string | null
  fields: unknown
}

/** The history of one record, newest first. */
export const listTaskChanges = (db: Queryable, subject: string): Promise<TaskChangeRow[]> =>
  db<TaskChangeRow[]>`
    select change.id::text as id, change.kind, change.at, account.name as by, change.reason, change.fields
    from platform.changes as change left join platform.accounts as account on account.id = change.by_account_id
    where change.subject = ${subject} order by change.id desc limit 100`

export async function findZone(db: Queryable, institutionId: string): Promise<string> {
  const row = one(await db<{ zone: string }[]>`select zone from platform.institutions where id = ${institutionId}`)
  return row?.zone ?? 'UTC'
}

/** `institutions` null: all of them. */
export async function countOverdue(db: Queryable, institutions: readonly string[] | null, now: Date): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from platform.tasks as task
      join platform.institutions as institution on institution.id = task.institution_id
      where ${within(db, institutions)} and task.state in ('open', 'taken')
        and task.due_on < (${now}::timestamptz at time zone institution.zone)::date`,
  )
  return row?.count ?? 0
}
