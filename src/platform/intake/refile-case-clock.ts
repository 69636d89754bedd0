import type { Transaction } from '../db/database.ts'
import { extensionsOf, findDeadline } from '../deadlines/deadline-queries.ts'
import { isOpenDeadline } from '../deadlines/deadline-state-rules.ts'
import { cancelDeadline } from '../deadlines/end-deadline.ts'
import { reckonDeadline } from '../deadlines/reckoning/reckon-deadline.ts'
import { startDeadline } from '../deadlines/start-deadline.ts'
import type { ChangedBy } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import type { CivilDate } from '../time/civil-date.ts'
import type { HeldCase } from './case-queries.ts'
import { CASE_SLOT } from './clock-rules.ts'
import { refOfCase } from './enter-case.ts'
import { intakeTexts } from './intake-texts.ts'
import { moveTasksOfCase } from './move-case-tasks.ts'

/**
 * The paper counts as filed on another day: its clock begins there, by the same rule. One that was extended or has stood
 * still is left: somebody was told its day; and so is one whose rule gives no date from that day on.
 */
export async function refileCaseClock(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  held: HeldCase,
  filedOn: CivilDate,
  by: ChangedBy,
): Promise<void> {
  const subject = refOfCase(held.id)
  const place = { subject, slot: CASE_SLOT, by }
  const before = await findDeadline(tx, subject, CASE_SLOT)
  if (!before || before.ruleId === null || !isOpenDeadline(before.state) || before.startedOn === filedOn) return
  const touched =
    before.state === 'paused' || before.pauses.length > 0 || (await extensionsOf(tx, before.id)).length > 0
  if (touched || before.startedOn !== held.filedOn) return
  const { institutionId, holderId: accountId, role, bodyId, ruleId: rule } = before
  if ('off' in (await reckonDeadline(tx, services, { institutionId, rule, startedOn: filedOn }))) return
  await cancelDeadline(tx, services, { ...place, ground: intakeTexts('sq').refiled })
  const holder = { accountId, role, bodyId }
  const order = { institutionId, basis: { rule }, startedOn: filedOn, holder, public: before.public }
  await startDeadline(tx, services, { ...place, ...order })
  await moveTasksOfCase(tx, services, held.id, { before, by })
}
