import type { Official } from '../auth/visitor.ts'
import { findDeadline } from '../deadlines/deadline-queries.ts'
import { pauseDeadline } from '../deadlines/pause-deadline.ts'
import { resumeDeadline } from '../deadlines/resume-deadline.ts'
import type { Services } from '../services.ts'
import { updateCase } from './case-queries.ts'
import { changeCase, refused, type CaseOutcome } from './change-case.ts'
import { CASE_SLOT } from './clock-rules.ts'
import { refOfCase } from './enter-case.ts'
import { intakePermissions } from './intake-permissions.ts'
import { moveTasksOfCase } from './move-case-tasks.ts'

type Order = { caseId: string; version: number; ground: string }

/** The clock stands still, for a ground that somebody answers for: no law of the tables gives one of itself. */
export const pauseCaseClock = (services: Services, official: Official, order: Order): Promise<CaseOutcome> =>
  turn(services, official, order, pauseDeadline)

/** It goes on: the last day lies later by the days for which it stood. */
export const resumeCaseClock = (services: Services, official: Official, order: Order): Promise<CaseOutcome> =>
  turn(services, official, order, resumeDeadline)

function turn(
  services: Services,
  official: Official,
  { caseId, version, ground }: Order,
  deed: typeof pauseDeadline | typeof resumeDeadline,
): Promise<CaseOutcome> {
  const roles = intakePermissions['cases.answer']
  return changeCase(services, { official, caseId, version, roles, move: 'clock' }, async (tx) => {
    const subject = refOfCase(caseId)
    const by = { accountId: official.accountId }
    const before = await findDeadline(tx, subject, CASE_SLOT)
    const outcome = await deed(tx, services, { subject, slot: CASE_SLOT, by, ground })
    if (outcome.kind !== 'done') return refused(outcome.kind === 'over' ? 'paused-too-late' : 'cannot-pause')
    await moveTasksOfCase(tx, services, caseId, { before, by })
    await updateCase(tx, caseId, {}, services.clock.now())
  })
}
