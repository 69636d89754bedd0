import type { Transaction } from '#platform/db/database.ts'
import { cancelDeadline, meetDeadline } from '#platform/deadlines/end-deadline.ts'
import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Meeting } from '../meeting-queries.ts'
import { KIND, NOTICE_SLOT } from '../meeting-rules.ts'

type Clocked = Pick<Services, 'clock'>
const clockOf = (id: string, by: ChangedBy) => ({ subject: refOf(KIND, id), slot: NOTICE_SLOT, by })

/**
 * Until when the notice is due, counted back from the first day. Of a draft it is planned; where the rule gives no day (the
 * institution has not confirmed it, the country has another law) there is none, and nothing is barred.
 */
export async function planNotice(
  tx: Transaction,
  services: Clocked,
  { id, institutionId, basisRule, firstDay, history }: Meeting,
  by: ChangedBy,
): Promise<void> {
  const clock = clockOf(id, by)
  await cancelDeadline(tx, services, clock)
  if (basisRule === null || firstDay === null || history) return
  const order = { ...clock, institutionId, basis: { rule: basisRule }, startedOn: firstDay }
  await startDeadline(tx, services, { ...order, planned: true, public: false })
}

/** The notice is given, in time or late: the clock ran to this moment. */
export async function meetNotice(tx: Transaction, services: Clocked, meeting: Meeting, by: ChangedBy): Promise<void> {
  const { id, institutionId, basisRule, firstDay, history } = meeting
  if (basisRule === null || firstDay === null || history) return
  const clock = clockOf(id, by)
  const order = { ...clock, institutionId, basis: { rule: basisRule }, startedOn: firstDay, public: true }
  const started = await startDeadline(tx, services, order)
  if (started.kind === 'started') await meetDeadline(tx, services, clock)
}
