import { changeDeadlineDay } from '../deadlines/change-deadline-day.ts'
import { findDeadline } from '../deadlines/deadline-queries.ts'
import { startDeadline } from '../deadlines/start-deadline.ts'
import type { Transaction } from '../db/database.ts'
import type { ChangedBy } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import type { CivilDate } from '../time/civil-date.ts'
import { updateDated } from './task-queries.ts'
import { TASK_KIND, TASK_SLOT } from './task-rules.ts'

type Dated = { id: string; institutionId: string; holderId: string | null; role: string | null }

/** Gives a task its day, another one, or none: the day itself stands in the table of deadlines. */
export async function keepTaskDay(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  task: Dated,
  day: CivilDate | null,
  by: ChangedBy,
): Promise<void> {
  await updateDated(tx, task.id, day !== null)
  const subject = refOf(TASK_KIND, task.id)
  const slot = TASK_SLOT
  if (await findDeadline(tx, subject, slot)) {
    await changeDeadlineDay(tx, services, { subject, slot, day, by })
    return
  }
  if (day === null) return
  const { institutionId, holderId, role } = task
  const holder = { accountId: holderId, role }
  await startDeadline(tx, services, { institutionId, subject, slot, basis: { day }, holder, public: false, by })
}
