import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { DeadlineState } from '#platform/deadlines/deadline-rules.ts'
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
  /** Its deadline, where it has one, and how that stands. */
  deadlineId: string | null
  clockState: DeadlineState | null
  dueKey: string
  role: string | null
  holderId: string | null
  holder: string | null
  givenBy: string | null
  givenAt: Date
}

const taskColumns = (db: Queryable, lang: Lang) => db`
  task.id, task.institution_id, institution.jurisdiction, institution.zone, task.subject, task.title, task.words,
  task.state, task.reason, task.version, deadline.due_on, deadline.id as deadline_id, deadline.state as clock_state,
  coalesce(deadline.due_on, date '9999-12-31') as due_key, task.role, task.holder_id, holder.name as holder,
  giver.name as given_by, task.given_at,
  (select name.name from platform.institution_names as name
   where name.institution_id = task.institution_id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
   order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution`

/** Its deadline, if it has one. The clock of a day that was taken away stays where it was cancelled. */
const itsDeadline = (db: Queryable) => db`
  task.dated and deadline.subject = 'tasks.task:' || task.id and deadline.slot = 'task'`

const taskTables = (db: Queryable) => db`
  platform.tasks as task
  left join platform.deadlines as deadline on ${itsDeadline(db)}
  ${besideTask(db)}`

const besideTask = (db: Queryable) => db`
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
    order by deadline.due_on nulls last, task.id limit ${limit}`

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
    order by deadline.due_on nulls last, task.id limit ${limit}`

/** The tasks of a record: first what is open, by day, then what has ended. */
export const listTasksOf = (db: Queryable, lang: Lang, subject: string): Promise<TaskRow[]> =>
  db<TaskRow[]>`
    select ${taskColumns(db, lang)} from ${taskTables(db)} where task.subject = ${subject}
    order by task.state in ('done', 'cancelled'), deadline.due_on nulls last, task.given_at, task.id limit 200`

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

const NO_DAY = '9999-12-31'

/** By day; what has none stands last. Two lists, for each has an index that gives its order. */
export async function listBoard(db: Queryable, lang: Lang, wish: BoardWish): Promise<TaskRow[]> {
  const { due, after, limit } = wish
  const onlyUndated = due === 'undated' || after?.due === NO_DAY
  const dated = onlyUndated ? [] : await listDated(db, lang, wish)
  if (dated.length >= limit || (due !== 'undated' && due !== 'any')) return dated
  return [...dated, ...(await listUndated(db, lang, { ...wish, limit: limit - dated.length }))]
}

/** From the deadlines to their tasks: `tasks.task:` and the number of the task. */
function listDated(db: Queryable, lang: Lang, wish: BoardWish): Promise<TaskRow[]> {
  const { institutions, after, limit } = wish
  return db<TaskRow[]>`
    select ${taskColumns(db, lang)}
    from platform.deadlines as deadline
    join platform.tasks as task on task.id = substr(deadline.subject, 12)::uuid
    ${besideTask(db)}
    where ${within(db, 'deadline', institutions)} and deadline.slot = 'task' and task.dated and ${endedAs(db, wish)}
      ${heldBy(db, 'deadline', wish)}
      ${dueIn(db, wish)}
      ${after ? db`and (deadline.due_on, deadline.subject) > (${after.due}, ${`tasks.task:${after.id}`})` : db``}
    order by deadline.due_on, deadline.subject limit ${limit}`
}

function listUndated(db: Queryable, lang: Lang, wish: BoardWish): Promise<TaskRow[]> {
  const { institutions, after, limit } = wish
  return db<TaskRow[]>`
    select ${taskColumns(db, lang)}
    from platform.tasks as task
    left join platform.deadlines as deadline on false
    ${besideTask(db)}
    where ${within(db, 'task', institutions)} and ${inState(db, wish)} and not task.dated
      ${heldBy(db, 'task', wish)}
      ${after?.due === NO_DAY ? db`and task.id > ${after.id}` : db``}
    order by task.id limit ${limit}`
}

const inState = (db: Queryable, { state }: BoardWish) =>
  state === 'open' ? db`task.state in ('open', 'taken')` : db`task.state = ${state}`

function endedAs(db: Queryable, wish: BoardWish) {
  switch (wish.state) {
    case 'open':
      return db`deadline.state in ('running', 'paused')`
    case 'done':
      return db`deadline.state = 'met' and ${inState(db, wish)}`
    case 'cancelled':
      return db`deadline.state = 'cancelled' and ${inState(db, wish)}`
  }
}

function heldBy(db: Queryable, table: 'task' | 'deadline', { holder }: BoardWish) {
  if (holder === null) return db``
  return holder === 'none' ? db`and ${db(table)}.holder_id is null` : db`and ${db(table)}.holder_id = ${holder}`
}

function dueIn(db: Queryable, { due, now }: BoardWish) {
  const today = db`(${now}::timestamptz at time zone institution.zone)::date`
  // No zone is further away than a day: so much of the index is read, and no more.
  const near = db`deadline.due_on between (${now}::timestamptz at time zone 'UTC')::date - 1
    and (${now}::timestamptz at time zone 'UTC')::date + 8`
  switch (due) {
    case 'overdue':
      return db`and deadline.due_on < ${today}`
    case 'today':
      return db`and ${near} and deadline.due_on = ${today}`
    case 'week':
      return db`and ${near} and deadline.due_on between ${today} and ${today} + 6`
    default:
      return db``
  }
}

/** One institution is most officials' case, and then the index gives the order too. */
function within(db: Queryable, table: 'task' | 'deadline', institutions: readonly string[] | null) {
  if (institutions === null) return db`true`
  return institutions.length === 1
    ? db`${db(table)}.institution_id = ${institutions[0] ?? ''}`
    : db`${db(table)}.institution_id = any(${[...institutions]}::uuid[])`
}

/** Who has how much open, and how much of it is late. `holderId` null: given to roles and taken by nobody. */
export type Burden = {
  holderId: string | null
  holder: string | null
  open: number
  overdue: number
  nextDue: string | null
}

/** Two counts over two indexes; what is late and next is told by the deadlines, which know whose they are. */
export const listBurdens = (db: Queryable, institutions: readonly string[] | null, now: Date): Promise<Burden[]> =>
  db<Burden[]>`
    with opened as (
      select task.holder_id, count(*)::int as open from platform.tasks as task
      where ${within(db, 'task', institutions)} and task.state in ('open', 'taken') group by task.holder_id
    ), dated as (
      select deadline.holder_id, min(deadline.due_on) as next_due,
             count(*) filter (where deadline.due_on < (${now}::timestamptz at time zone institution.zone)::date)::int as overdue
      from platform.deadlines as deadline
      join platform.institutions as institution on institution.id = deadline.institution_id
      where ${within(db, 'deadline', institutions)} and deadline.slot = 'task' and deadline.state in ('running', 'paused')
      group by deadline.holder_id
    )
    select opened.holder_id, holder.name as holder, opened.open, coalesce(dated.overdue, 0) as overdue, dated.next_due
    from opened left join dated on dated.holder_id is not distinct from opened.holder_id
    left join platform.accounts as holder on holder.id = opened.holder_id
    order by overdue desc, opened.open desc, holder.name collate "sq-x-icu" limit 200`

export type TaskChangeRow = {
  id: string
  kind: string
  at: Date
  by: string | null
  reason: string | null
  fields: unknown
}

/** The history of one task, newest first. What becomes of its day with it stands in the task's own lines. */
export const listTaskChanges = (db: Queryable, subject: string): Promise<TaskChangeRow[]> =>
  db<TaskChangeRow[]>`
    select change.id::text as id, change.kind, change.at, account.name as by, change.reason, change.fields
    from platform.changes as change left join platform.accounts as account on account.id = change.by_account_id
    where change.subject = ${subject} and change.kind not like 'deadline-%' order by change.id desc limit 100`

export async function findZone(db: Queryable, institutionId: string): Promise<string> {
  const row = one(await db<{ zone: string }[]>`select zone from platform.institutions where id = ${institutionId}`)
  return row?.zone ?? 'UTC'
}

/** `institutions` null: all of them. */
export async function countOverdue(db: Queryable, institutions: readonly string[] | null, now: Date): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from platform.institutions as institution
      join platform.deadlines as deadline on deadline.institution_id = institution.id and deadline.slot = 'task'
        and deadline.state in ('running', 'paused')
        and deadline.due_on < (${now}::timestamptz at time zone institution.zone)::date
      where ${within(db, 'deadline', institutions)}`,
  )
  return row?.count ?? 0
}
