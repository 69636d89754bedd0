import type { Transaction } from '../db/database.ts'
import { cancelDeadline, meetDeadline, reopenDeadline } from '../deadlines/end-deadline.ts'
import { findDeadline } from '../deadlines/deadline-queries.ts'
import type { ChangedBy } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import type { HeldCase } from './case-queries.ts'
import { CASE_SLOT } from './clock-rules.ts'
import { refOfCase } from './enter-case.ts'

type Clocked = Pick<Services, 'clock'>

/** The answer went out, or the paper was closed: what was owed was done on this day. */
export async function meetClock(tx: Transaction, services: Clocked, caseId: string, by: ChangedBy): Promise<void> {
  await meetDeadline(tx, services, { subject: refOfCase(caseId), slot: CASE_SLOT, by })
}

/** Nothing is owed here any more, and nothing was done: passed on, a duplicate, no letter at all. */
export async function stopClock(
  tx: Transaction,
  services: Clocked,
  caseId: string,
  { by, ground }: { by: ChangedBy; ground: string },
): Promise<void> {
  await cancelDeadline(tx, services, { subject: refOfCase(caseId), slot: CASE_SLOT, by, ground })
}

/**
 * What was ended with the case runs again when the case does. A clock that an official had taken off before stays off.
 */
export async function runClockAgain(
  tx: Transaction,
  services: Clocked,
  held: Pick<HeldCase, 'id' | 'closedAt'>,
  by: ChangedBy,
): Promise<void> {
  const subject = refOfCase(held.id)
  const slot = CASE_SLOT
  const clock = await findDeadline(tx, subject, slot)
  if (!clock) return
  const endedWithCase = clock.endedAt !== null && held.closedAt !== null && clock.endedAt >= held.closedAt
  if (clock.state === 'met' || (clock.state === 'cancelled' && endedWithCase))
    await reopenDeadline(tx, services, { subject, slot, by })
}
