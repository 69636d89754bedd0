import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { TaskState } from './task-rules.ts'

export type NewTask = {
  institutionId: string
  subject: string | null
  title: string
  words: string
  holderId: string | null
  role: string | null
  givenById: string | null
  givenAt: Date
  formId: string | null
}

/** Null when the same form has given it already. */
export async function insertTask(tx: Transaction, task: NewTask): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.tasks
        (institution_id, subject, title, words, holder_id, role, given_by_id, given_at, form_id)
      values (${task.institutionId}, ${task.subject}, ${task.title}, ${task.words}, ${task.holderId}, ${task.role},
              ${task.givenById}, ${task.givenAt}, ${task.formId})
      on conflict (form_id) do nothing
      returning id`,
  )
  return row?.id ?? null
}

export const findTaskByForm = async (db: Queryable, formId: string): Promise<{ id: string } | null> =>
  one(await db<{ id: string }[]>`select id from platform.tasks where form_id = ${formId}`)

export type LockedTask = {
  id: string
  institutionId: string
  title: string
  words: string
  state: TaskState
  version: number
  dueOn: string | null
  role: string | null
  holderId: string | null
  holder: string | null
}

const lockedColumns = (db: Queryable) => db`
  task.id, task.institution_id, task.title, task.words, task.state, task.version, deadline.due_on, task.role, task.holder_id,
  (select holder.name from platform.accounts as holder where holder.id = task.holder_id) as holder`

/** With its day. The clock of one that was taken away stays where it was cancelled. */
const lockedTables = (db: Queryable) => db`
  platform.tasks as task
  left join platform.deadlines as deadline
    on task.dated and deadline.subject = 'tasks.task:' || task.id and deadline.slot = 'task'`

/** Nobody else moves it until this transaction ends. */
export const lockTask = async (tx: Transaction, id: string): Promise<LockedTask | null> =>
  one(
    await tx<LockedTask[]>`
      select ${lockedColumns(tx)} from ${lockedTables(tx)} where task.id = ${id} for update of task`,
  )

/** The open tasks of a record. */
export const lockTasksOf = (tx: Transaction, subject: string): Promise<LockedTask[]> =>
  tx<LockedTask[]>`
    select ${lockedColumns(tx)} from ${lockedTables(tx)}
    where task.subject = ${subject} and task.state in ('open', 'taken') order by task.id for update of task`

/** All that is open with an official. */
export const lockTasksHeldBy = (tx: Transaction, accountId: string): Promise<LockedTask[]> =>
  tx<LockedTask[]>`
    select ${lockedColumns(tx)} from ${lockedTables(tx)}
    where task.holder_id = ${accountId} and task.state in ('open', 'taken') order by task.id for update of task`

export type TaskChange = {
  title: string
  words: string
  state: TaskState
  role: string | null
  holderId: string | null
  reason: string | null
  endedAt: Date | null
}

export async function updateTask(tx: Transaction, id: string, change: TaskChange): Promise<void> {
  await tx`
    update platform.tasks
    set title = ${change.title}, words = ${change.words}, state = ${change.state},
        role = ${change.role}, holder_id = ${change.holderId}, reason = ${change.reason}, ended_at = ${change.endedAt},
        version = version + 1
    where id = ${id}`
}

/** Whether it has a day: the day itself stands in the table of deadlines. */
export async function updateDated(tx: Transaction, id: string, dated: boolean): Promise<void> {
  await tx`update platform.tasks set dated = ${dated} where id = ${id} and dated <> ${dated}`
}
