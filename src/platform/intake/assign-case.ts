import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { changedFields } from '../history/change-rules.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { closeTasksOf, giveTask } from '../tasks/give-task.ts'
import { isHousePerson } from '../tasks/people-queries.ts'
import type { CivilDate } from '../time/civil-date.ts'
import { updateCase, type HeldCase } from './case-queries.ts'
import { caseNumber } from './case-rules.ts'
import { changeCase, refused, type CaseOutcome } from './change-case.ts'
import { refOfCase } from './enter-case.ts'
import { intakePermissions, OWNER_ROLES, type OwnerRole } from './intake-permissions.ts'
import { intakeTexts } from './intake-texts.ts'
import { keepCaseDay } from './keep-case-day.ts'
import { findPoint, setPointOwner } from './point-queries.ts'

export type Owner = { accountId: string } | { role: OwnerRole }

type Assignment = { caseId: string; version: number; to: Owner; dueOn: CivilDate | null }

/**
 * Gives a case to somebody, or to whoever holds a role; they get it as a task, to be done by the day of the case. A day
 * named here is the one to work to, within what the law gives; where no law gives a clock it is the day of the case.
 */
export function assignCase(services: Services, official: Official, order: Assignment): Promise<CaseOutcome> {
  const { caseId, version, to, dueOn } = order
  const roles = intakePermissions['cases.assign']
  return changeCase(services, { official, caseId, version, roles, move: 'assign' }, async (tx, held) => {
    if (!(await canOwn(tx, services, held.institutionId, to))) return refused('no-such-owner')
    const owner = ownerColumns(to)
    const state = held.state === 'new' ? 'assigned' : held.state
    const now = services.clock.now()
    const by = { accountId: official.accountId }
    const kept = await keepCaseDay(tx, services, { ...held, ...owner }, dueOn, by)
    if (kept.kind === 'too-late') return refused('after-deadline')
    const { day } = kept
    await updateCase(tx, caseId, { ...owner, state }, now)
    const before = { owner: held.ownerAccountId ?? held.ownerRole, dueOn: held.workBy }
    const after = { owner: owner.ownerAccountId ?? owner.ownerRole, dueOn: day }
    const { institutionId } = held
    const subject = refOfCase(caseId)
    await recordChange(tx, {
      institutionId,
      subject,
      kind: 'assigned',
      by,
      at: now,
      fields: changedFields(before, after),
    })
    await closeTasksOf(tx, services, subject, by)
    const title = intakeTexts('sq').taskTitle(caseNumber(held))
    await giveTask(tx, services, { institutionId, subject, title, to, dueOn: day, by })
  })
}

type PointAssignment = { caseId: string; pointId: string; pointVersion: number; to: Owner }

/** A point of a letter has an owner of its own. */
export function assignPoint(services: Services, official: Official, order: PointAssignment): Promise<CaseOutcome> {
  const { caseId, pointId, pointVersion, to } = order
  const roles = intakePermissions['cases.assign']
  // Of the case as it was seen nothing matters here but the point.
  return changeCase(services, { official, caseId, version: null, roles, move: 'assign' }, async (tx, held) => {
    const point = await findPoint(tx, caseId, pointId)
    if (!point) return refused('no-such-point')
    if (point.version !== pointVersion) return { kind: 'moved-meanwhile' }
    if (point.answeredAt) return refused('answered-already')
    if (!(await canOwn(tx, services, held.institutionId, to))) return refused('no-such-owner')
    const owner = ownerColumns(to)
    await setPointOwner(tx, pointId, { accountId: owner.ownerAccountId, role: owner.ownerRole })
    await givePointTask(tx, services, held, { ordinal: point.ordinal, to, by: { accountId: official.accountId } })
  })
}

export async function givePointTask(
  tx: Transaction,
  services: Services,
  held: HeldCase,
  given: { ordinal: number; to: Owner; by: { accountId: string } },
): Promise<void> {
  const { institutionId, workBy: dueOn } = held
  const title = intakeTexts('sq').pointTaskTitle(caseNumber(held), given.ordinal)
  const { to, by } = given
  await giveTask(tx, services, { institutionId, subject: refOfCase(held.id), title, to, dueOn, by })
}

const ownerColumns = (to: Owner) =>
  'role' in to ? { ownerAccountId: null, ownerRole: to.role } : { ownerAccountId: to.accountId, ownerRole: null }

const canOwn = (tx: Transaction, { clock }: Services, institutionId: string, to: Owner): Promise<boolean> =>
  'role' in to
    ? Promise.resolve(OWNER_ROLES.includes(to.role))
    : isHousePerson(tx, to.accountId, institutionId, OWNER_ROLES, clock.now())
