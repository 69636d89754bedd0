import type { Official } from '../auth/visitor.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { updateCase } from './case-queries.ts'
import { changeCase, type CaseOutcome } from './change-case.ts'
import { givePointTask } from './assign-case.ts'
import { refOfCase } from './enter-case.ts'
import { intakePermissions, type OwnerRole } from './intake-permissions.ts'
import { deleteUnansweredPoints, insertPoint, listPoints } from './point-queries.ts'

export type PointDraft = { title: string; words: string | null; role: OwnerRole | null }

/**
 * Takes one letter apart into points that share its sender. What was answered already stays; what was not is replaced by
 * the points named here, so that the same page serves to cut again.
 */
export function splitCase(
  services: Services,
  official: Official,
  order: { caseId: string; version: number; points: readonly PointDraft[] },
): Promise<CaseOutcome> {
  const { caseId, version, points } = order
  const roles = intakePermissions['cases.keep']
  return changeCase(services, { official, caseId, version, roles, move: 'split' }, async (tx, held) => {
    const { institutionId } = held
    const answered = (await listPoints(tx, caseId)).filter((point) => point.answeredAt !== null)
    await deleteUnansweredPoints(tx, caseId)
    let ordinal = Math.max(0, ...answered.map((point) => point.ordinal))
    const by = { accountId: official.accountId }
    for (const { title, words, role } of points) {
      ordinal += 1
      await insertPoint(tx, { institutionId, caseId, ordinal, title, words, ownerRole: role })
      if (role) await givePointTask(tx, services, held, { ordinal, to: { role }, by })
    }
    const now = services.clock.now()
    await updateCase(tx, caseId, {}, now)
    await recordChange(tx, {
      institutionId,
      subject: refOfCase(caseId),
      kind: 'split',
      by,
      at: now,
      fields: [{ field: 'points', from: null, to: String(answered.length + points.length) }],
    })
  })
}
