import type { Transaction } from '../db/database.ts'
import type { Deadline } from '../deadlines/deadline-rules.ts'
import { findDeadline } from '../deadlines/deadline-queries.ts'
import { isOpenDeadline } from '../deadlines/deadline-state-rules.ts'
import type { ChangedBy } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { keepTaskDay } from '../tasks/keep-task-day.ts'
import { lockTasksOf } from '../tasks/task-queries.ts'
import type { CivilDate } from '../time/civil-date.ts'
import { CASE_SLOT } from './clock-rules.ts'
import { refOfCase } from './enter-case.ts'

type Clocked = Pick<Services, 'clock'>

/** Tasks that were to be done by the day of the case follow it; those with a day of their own keep it. */
export async function moveTasksOfCase(
  tx: Transaction,
  services: Clocked,
  caseId: string,
  { before, by }: { before: Pick<Deadline, 'workBy' | 'state'> | null; by: ChangedBy },
): Promise<void> {
  const subject = refOfCase(caseId)
  const now = await findDeadline(tx, subject, CASE_SLOT)
  const from = before && isOpenDeadline(before.state) ? before.workBy : null
  const to = now && isOpenDeadline(now.state) ? now.workBy : null
  if (from !== to) await moveTasks(tx, services, subject, { from, to, by })
}

export async function moveTasks(
  tx: Transaction,
  services: Clocked,
  subject: string,
  { from, to, by }: { from: CivilDate | null; to: CivilDate | null; by: ChangedBy },
): Promise<void> {
  for (const task of await lockTasksOf(tx, subject)) {
    if (task.dueOn === from) await keepTaskDay(tx, services, task, to, by)
  }
}
