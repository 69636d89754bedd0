import type { Transaction } from '../db/database.ts'
import { changeDeadlineDay } from '../deadlines/change-deadline-day.ts'
import { findDeadline } from '../deadlines/deadline-queries.ts'
import { isOpenDeadline } from '../deadlines/deadline-state-rules.ts'
import { giveDeadlineTo } from '../deadlines/give-deadline.ts'
import { startDeadline } from '../deadlines/start-deadline.ts'
import type { ChangedBy } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import type { CivilDate } from '../time/civil-date.ts'
import type { HeldCase } from './case-queries.ts'
import { CASE_SLOT } from './clock-rules.ts'
import { refOfCase } from './enter-case.ts'
import { holderOf } from './start-case-clock.ts'

export type KeptDay = { kind: 'kept'; day: CivilDate | null } | { kind: 'too-late' }

/**
 * The day that goes with an assignment. Where a clock runs by law it may be earlier, and then it is the day to work to;
 * where nothing else gives a day it is the day of the case, and without one there is none. Gives the day to work to.
 */
export async function keepCaseDay(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  held: HeldCase,
  day: CivilDate | null,
  by: ChangedBy,
): Promise<KeptDay> {
  const place = { subject: refOfCase(held.id), slot: CASE_SLOT, by }
  const { institutionId, filedOn } = held
  const holder = holderOf(held)
  const stood = await findDeadline(tx, place.subject, place.slot)
  if (stood && isOpenDeadline(stood.state)) {
    if (day !== stood.workBy) {
      const outcome = await changeDeadlineDay(tx, services, { ...place, day })
      if (outcome.kind === 'too-late') return outcome
    }
    await giveDeadlineTo(tx, place.subject, place.slot, holder)
  } else if (day !== null && (!stood || stood.state === 'cancelled')) {
    const basis = { day }
    await startDeadline(tx, services, { ...place, institutionId, basis, startedOn: filedOn, holder, public: true })
  }
  const now = await findDeadline(tx, place.subject, place.slot)
  return { kind: 'kept', day: now && isOpenDeadline(now.state) ? now.workBy : null }
}
