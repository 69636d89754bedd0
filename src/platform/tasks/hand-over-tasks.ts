import type { Transaction } from '../db/database.ts'
import type { HandOver } from '../door.ts'
import { giveDeadlineTo } from '../deadlines/give-deadline.ts'
import { recordChange } from '../history/record-change.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { lockTasksHeldBy, updateTask } from './task-queries.ts'
import { TASK_KIND, TASK_SLOT } from './task-rules.ts'

/** Who leaves hands on what is still open with them. It begins anew with the successor. Gives how many tasks. */
export async function handOverTasks(tx: Transaction, { from, to, byAccountId, at }: HandOver): Promise<number> {
  const tasks = await lockTasksHeldBy(tx, from)
  for (const task of tasks) {
    await updateTask(tx, task.id, { ...task, state: 'open', holderId: to, reason: null, endedAt: null })
    const subject = refOf(TASK_KIND, task.id)
    await giveDeadlineTo(tx, subject, TASK_SLOT, { accountId: to, role: task.role })
    await recordChange(tx, {
      institutionId: task.institutionId,
      subject,
      kind: 'handed-over',
      by: { accountId: byAccountId },
      at,
      fields: task.state === 'taken' ? [{ field: 'state', from: 'taken', to: 'open' }] : [],
    })
  }
  return tasks.length
}
