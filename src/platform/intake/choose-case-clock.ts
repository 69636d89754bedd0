import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { cancelDeadline } from '../deadlines/end-deadline.ts'
import { changeDeadlineDay } from '../deadlines/change-deadline-day.ts'
import type { Deadline } from '../deadlines/deadline-rules.ts'
import { findDeadline } from '../deadlines/deadline-queries.ts'
import { isOpenDeadline } from '../deadlines/deadline-state-rules.ts'
import { reckonDeadline } from '../deadlines/reckoning/reckon-deadline.ts'
import { startDeadline } from '../deadlines/start-deadline.ts'
import type { Services } from '../services.ts'
import type { CivilDate } from '../time/civil-date.ts'
import { updateCase, type HeldCase } from './case-queries.ts'
import { changeCase, refused, type CaseOutcome } from './change-case.ts'
import { CASE_SLOT, ruleOfClock, type ClockByRule } from './clock-rules.ts'
import { refOfCase } from './enter-case.ts'
import { intakePermissions } from './intake-permissions.ts'
import { moveTasksOfCase } from './move-case-tasks.ts'
import { holderOf } from './start-case-clock.ts'

export type ClockChoice =
  | { clock: ClockByRule; ground: string }
  | { clock: 'day'; day: CivilDate; ground: string }
  | { clock: 'none'; ground: string }

type Order = { caseId: string; version: number; choice: ClockChoice }

/**
 * What the paper asks for, as an official reads it: the clock runs by the rule of that, from the day of filing; or to a day
 * that is set; or there is none. The ground stands in the history of the clock.
 */
export function chooseCaseClock(services: Services, official: Official, order: Order): Promise<CaseOutcome> {
  const { caseId, version, choice } = order
  const roles = intakePermissions['cases.keep']
  return changeCase(services, { official, caseId, version, roles, move: 'clock' }, async (tx, held) => {
    const by = { accountId: official.accountId }
    const before = await findDeadline(tx, refOfCase(caseId), CASE_SLOT)
    const outcome = await change(tx, services, { held, before, choice, by })
    if (outcome) return outcome
    await moveTasksOfCase(tx, services, caseId, { before, by })
    // Whoever has the page open from before is told.
    await updateCase(tx, caseId, {}, services.clock.now())
  })
}

type Change = { held: HeldCase; before: Deadline | null; choice: ClockChoice; by: { accountId: string } }

async function change(tx: Transaction, services: Services, order: Change): Promise<CaseOutcome | null> {
  const { held, before, choice, by } = order
  const subject = refOfCase(held.id)
  const place = { subject, slot: CASE_SLOT, by, ground: choice.ground }
  const open = before !== null && isOpenDeadline(before.state)
  if (choice.clock === 'day' && open && before.basis === 'day') {
    await changeDeadlineDay(tx, services, { ...place, day: choice.day })
    return null
  }
  if (choice.clock === 'none') {
    if (!open) return refused('no-clock')
    await cancelDeadline(tx, services, place)
    return null
  }
  const basis = choice.clock === 'day' ? { day: choice.day } : { rule: ruleOfClock(held.jurisdiction, choice.clock) }
  const { institutionId, filedOn } = held
  // Asked before the clock that runs is stopped.
  if (basis.rule !== undefined) {
    const answer = await reckonDeadline(tx, services, { institutionId, rule: basis.rule, startedOn: filedOn })
    if ('off' in answer) return refused('no-term')
  }
  if (open) await cancelDeadline(tx, services, place)
  const holder = holderOf(held)
  const started = { institutionId, subject, slot: CASE_SLOT, basis, startedOn: filedOn, holder, public: true, by }
  const outcome = await startDeadline(tx, services, started)
  if (outcome.kind !== 'started') throw new Error(`A clock that could be reckoned did not start: ${outcome.kind}`)
  return null
}
