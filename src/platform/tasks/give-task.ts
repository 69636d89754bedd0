import type { Transaction } from '../db/database.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import type { CivilDate } from '../time/civil-date.ts'
import { meetDeadline } from '../deadlines/end-deadline.ts'
import { keepTaskDay } from './keep-task-day.ts'
import { findTaskByForm, insertTask, lockTasksOf, updateTask, type LockedTask } from './task-queries.ts'
import { LONGEST_TITLE, TASK_KIND, TASK_SLOT, type TaskTo } from './task-rules.ts'

export type TaskOrder = {
  institutionId: string
  /** The record it is about (`intake.case:<id>`); null: about nothing that stands here. */
  subject: string | null
  /** Read by everybody of the house: never the name of a citizen. */
  title: string
  words?: string
  to: TaskTo
  /** A day in the institution's zone. */
  dueOn: CivilDate | null
  by: ChangedBy
  /** The number of the form that gave it, when one did. */
  form?: string
}

/** Gives somebody something to do, inside the deed that makes it necessary. */
export async function giveTask(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  order: TaskOrder,
): Promise<{ id: string }> {
  const now = services.clock.now()
  const { institutionId, by, to, dueOn, form = null } = order
  const holderId = 'accountId' in to ? to.accountId : null
  const role = 'role' in to ? to.role : null
  const id = await insertTask(tx, {
    institutionId,
    subject: order.subject,
    title: [...order.title].slice(0, LONGEST_TITLE).join(''),
    words: order.words ?? '',
    holderId,
    role,
    givenById: typeof by === 'string' ? null : by.accountId,
    givenAt: now,
    formId: form,
  })
  if (id === null) return (form && (await findTaskByForm(tx, form))) || neverGiven()
  const fields = [
    ...('role' in to ? [{ field: 'role', from: null, to: to.role }] : []),
    ...(dueOn ? [{ field: 'dueOn', from: null, to: dueOn }] : []),
  ]
  await recordChange(tx, { institutionId, subject: refOf(TASK_KIND, id), kind: 'given', by, at: now, fields })
  if (dueOn) await keepTaskDay(tx, services, { id, institutionId, holderId, role }, dueOn, by)
  return { id }
}

function neverGiven(): never {
  throw new Error('A task that nobody gave stands in the way of its form')
}

/** What was to be done about a record is done, by the deed that ends it. Gives how many tasks that were. */
export async function closeTasksOf(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  subject: string,
  by: ChangedBy,
): Promise<number> {
  return closeTasks(tx, services, await lockTasksOf(tx, subject), by)
}

/** The same of the one task that this form gave; whether it was open. */
export async function closeTaskOfForm(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { subject, form }: { subject: string; form: string },
  by: ChangedBy,
): Promise<boolean> {
  const given = await findTaskByForm(tx, form)
  if (!given) return false
  const open = (await lockTasksOf(tx, subject)).filter(({ id }) => id === given.id)
  return (await closeTasks(tx, services, open, by)) > 0
}

async function closeTasks(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  tasks: readonly LockedTask[],
  by: ChangedBy,
): Promise<number> {
  const at = services.clock.now()
  for (const task of tasks) {
    await updateTask(tx, task.id, { ...task, state: 'done', reason: null, endedAt: at })
    await recordChange(tx, {
      institutionId: task.institutionId,
      subject: refOf(TASK_KIND, task.id),
      kind: 'done',
      by,
      at,
      fields: [{ field: 'state', from: task.state, to: 'done' }],
    })
    await meetDeadline(tx, services, { subject: refOf(TASK_KIND, task.id), slot: TASK_SLOT, by, at })
  }
  return tasks.length
}
