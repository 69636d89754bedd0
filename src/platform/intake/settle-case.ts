import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { closeTasksOf } from '../tasks/give-task.ts'
import { holdCase, updateCase, type CaseChange, type HeldCase } from './case-queries.ts'
import { caseNumber, type Move } from './case-rules.ts'
import { changeCase, refused, type CaseOutcome } from './change-case.ts'
import { meetClock, runClockAgain, stopClock } from './end-case-clock.ts'
import { refOfCase } from './enter-case.ts'
import { intakePermissions } from './intake-permissions.ts'
import { intakeTexts } from './intake-texts.ts'
import { listPoints } from './point-queries.ts'

type Order = { caseId: string; version: number }
type WithReason = Order & { reason: string }

/** Somebody has begun to work on it. */
export const startCase = (services: Services, official: Official, order: Order): Promise<CaseOutcome> =>
  changeCase(services, { official, ...order, roles: intakePermissions['cases.keep'], move: 'start' }, (tx, held) =>
    settle(tx, services, official, held, { kind: 'started', reason: null, change: { state: 'in-work' } }),
  )

/** Ended without an answer for each point: by a letter, or because nothing is asked. The reason says which. */
export const closeCase = (services: Services, official: Official, order: WithReason): Promise<CaseOutcome> =>
  end(services, official, order, 'close', 'closed', intakePermissions['cases.answer'])

/** Spam, or no letter at all. Its number stays in the register, with the reason. */
export const discardCase = (services: Services, official: Official, order: WithReason): Promise<CaseOutcome> =>
  end(services, official, order, 'discard', 'discarded', intakePermissions['cases.discard'])

function end(
  services: Services,
  official: Official,
  { caseId, version, reason }: WithReason,
  move: Move,
  state: 'closed' | 'discarded',
  roles: (typeof intakePermissions)['cases.answer'] | (typeof intakePermissions)['cases.discard'],
): Promise<CaseOutcome> {
  return changeCase(services, { official, caseId, version, roles, move }, async (tx, held) => {
    const change = { state, stateReason: reason, closedAt: services.clock.now() }
    await settle(tx, services, official, held, { kind: state, reason, change })
    const by = { accountId: official.accountId }
    // The clock before the tasks: a computation that moves it has the tasks follow, and must not wait the other way round.
    if (state === 'closed') await meetClock(tx, services, caseId, by)
    else await stopClock(tx, services, caseId, { by, ground: reason })
    await closeTasksOf(tx, services, refOfCase(caseId), by)
  })
}

/** Opens what was closed, set aside or answered too early. What was passed on stays with the other institution. */
export function reopenCase(services: Services, official: Official, order: WithReason): Promise<CaseOutcome> {
  const { caseId, version, reason } = order
  const roles = intakePermissions['cases.keep']
  return changeCase(services, { official, caseId, version, roles, move: 'reopen' }, async (tx, held) => {
    if (held.transferredTo) return refused('transferred')
    const points = await listPoints(tx, caseId)
    const begun = points.some((point) => point.answeredAt !== null)
    const owned = held.ownerAccountId !== null || held.ownerRole !== null
    const state = begun ? 'in-work' : owned ? 'assigned' : 'new'
    const change = { state, stateReason: null, duplicateOf: null, closedAt: null, answeredAt: null } as const
    await settle(tx, services, official, held, { kind: 'reopened', reason, change })
    await runClockAgain(tx, services, held, { accountId: official.accountId })
  })
}

/** The same letter by another way. Its number stays, and leads to the first one. */
export function markDuplicate(
  services: Services,
  official: Official,
  order: Order & { originalId: string },
): Promise<CaseOutcome> {
  const { caseId, version, originalId } = order
  const roles = intakePermissions['cases.keep']
  const both = { official, caseId, version, roles, move: 'duplicate', beside: originalId } as const
  return changeCase(services, both, async (tx, held) => {
    if (originalId === caseId) return refused('itself')
    const original = await holdCase(tx, originalId)
    const counted = original && original.state !== 'sent' && original.state !== 'duplicate'
    if (!counted || original.institutionId !== held.institutionId) return refused('no-such-original')
    const change = { state: 'duplicate', duplicateOf: originalId, closedAt: services.clock.now() } as const
    await settle(tx, services, official, held, { kind: 'marked-duplicate', reason: null, change })
    const by = { accountId: official.accountId }
    await stopClock(tx, services, caseId, { by, ground: intakeTexts('sq').duplicate(caseNumber(original)) })
    await closeTasksOf(tx, services, refOfCase(caseId), by)
  })
}

async function settle(
  tx: Transaction,
  { clock }: Services,
  { accountId }: Official,
  held: HeldCase,
  what: { kind: string; reason: string | null; change: CaseChange },
): Promise<void> {
  const at = clock.now()
  await updateCase(tx, held.id, what.change, at)
  const { institutionId } = held
  const subject = refOfCase(held.id)
  const fields = what.change.state ? [{ field: 'state', from: held.state, to: what.change.state }] : []
  await recordChange(tx, {
    institutionId,
    subject,
    kind: what.kind,
    by: { accountId },
    at,
    reason: what.reason,
    fields,
  })
}
