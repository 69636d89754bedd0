import type { Official } from '../auth/visitor.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { closeTasksOf } from '../tasks/give-task.ts'
import { updateCase } from './case-queries.ts'
import { stateAfterAnswer } from './case-rules.ts'
import { changeCase, refused, type CaseOutcome } from './change-case.ts'
import { meetClock } from './end-case-clock.ts'
import { refOfCase } from './enter-case.ts'
import { intakePermissions } from './intake-permissions.ts'
import { answerPoint, listPoints } from './point-queries.ts'

export type PointAnswer = {
  caseId: string
  pointId: string
  /** Two officials answer different points of one letter at the same time: only the point's own version is compared. */
  pointVersion: number
  answer: string
  reason: string | null
}

/** Answers a point. Once every point has its answer the letter is answered. */
export function answerCasePoint(services: Services, official: Official, order: PointAnswer): Promise<CaseOutcome> {
  const { caseId, pointId } = order
  const roles = intakePermissions['cases.answer']
  return changeCase(services, { official, caseId, version: null, roles, move: 'answer' }, async (tx, held) => {
    const points = await listPoints(tx, caseId)
    const point = points.find((one) => one.id === pointId)
    if (!point) return refused('no-such-point')
    if (point.version !== order.pointVersion) return { kind: 'moved-meanwhile' }
    const now = services.clock.now()
    const by = { accountId: official.accountId }
    await answerPoint(tx, pointId, { answer: order.answer, reason: order.reason, by: official.accountId, at: now })
    const state = stateAfterAnswer(points.map((one) => (one.id === pointId ? { answeredAt: now } : one)))
    await updateCase(tx, caseId, { state, answeredAt: state === 'answered' ? now : null }, now)
    const fields = [{ field: 'point', from: null, to: String(point.ordinal) }]
    const { institutionId } = held
    const subject = refOfCase(caseId)
    await recordChange(tx, { institutionId, subject, kind: 'point-answered', by, at: now, fields })
    if (state !== 'answered') return
    await recordChange(tx, { institutionId, subject, kind: 'answered', by, at: now })
    await meetClock(tx, services, caseId, by)
    await closeTasksOf(tx, services, subject, by)
  })
}
