import { isDeepStrictEqual } from 'node:util'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { enterPlan } from '../plan/plan-records.ts'
import { findPublishedPlan } from '../plan/published-plan-queries.ts'
import { standing } from './achieved-rules.ts'
import { gatherMonitoring } from './gather-queries.ts'
import { enterMonitoring } from './monitoring-records.ts'
import {
  findPublishedMonitoring,
  insertMonitoringVersion,
  setAchieved,
  type OwnMonitoring,
} from './monitoring-queries.ts'
import {
  contentOf,
  contentSchema,
  lockOf,
  MONITORING_KIND,
  stageOf,
  writtenSchema,
  type MonitoringContent,
  type Stage,
} from './monitoring-rules.ts'
import { holdToMonitor, type HeldToMonitor, type RefusedOutcome } from './save-monitoring.ts'

export type PublishOrder = { planId: string; lock: string; reason: string | null }

export type PublishOutcome =
  | { kind: 'published'; version: number; stage: Stage }
  /** Somebody wrote something else, or a figure has changed, since the page was read. */
  | { kind: 'changed-meanwhile' }
  | { kind: 'nothing-changed' }
  | { kind: 'nothing-written' }
  | { kind: 'reason-missing' }
  | RefusedOutcome

/**
 * What is written, beside what was planned and what is counted at this moment, becomes the next version, for ever. Interim
 * while the consultation is not concluded, final afterwards: no person chooses which.
 */
export const publishMonitoring = (
  services: Services,
  official: Official,
  order: PublishOrder,
): Promise<PublishOutcome> =>
  services.db.begin(async (tx): Promise<PublishOutcome> => {
    const held = await holdToMonitor(tx, official, order.planId, 'plans.publish')
    if ('kind' in held) return held
    const { monitoring, consultation } = held
    if (monitoring === null) return { kind: 'nothing-written' }
    if (monitoring.state === 'taken-down') return { kind: 'taken-down' }
    const content = await contentNow(tx, services, held, monitoring)
    if (content === null) return { kind: 'refused', refusal: 'plan-not-published' }
    const stage = stageOf(consultation)
    if (await isPublished(tx, order.planId, stage, content)) return { kind: 'nothing-changed' }
    if (lockOf(monitoring.revision, content) !== order.lock) return { kind: 'changed-meanwhile' }
    if (monitoring.version > 0 && order.reason === null) return { kind: 'reason-missing' }
    const reason = monitoring.version === 0 ? null : order.reason
    const made = { content, stage, reason, by: official.accountId }
    const version = await makePublic(tx, services, held, monitoring, made)
    return { kind: 'published', version, stage }
  })

async function contentNow(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  { plan, consultation }: HeldToMonitor,
  monitoring: OwnMonitoring,
): Promise<MonitoringContent | null> {
  const published = await findPublishedPlan(tx, plan.id, null)
  if (!published) return null
  const dayOf = (at: Date) => civilDateIn(published.zone, at)
  const gathered = await gatherMonitoring(tx, plan.id, consultation, dayOf, clock.now())
  return gathered && contentOf(gathered, writtenSchema.parse(monitoring.written))
}

async function isPublished(
  tx: Transaction,
  planId: string,
  stage: Stage,
  content: MonitoringContent,
): Promise<boolean> {
  const newest = await findPublishedMonitoring(tx, planId, null)
  return newest !== null && newest.stage === stage && isDeepStrictEqual(contentSchema.parse(newest.content), content)
}

type Made = { content: MonitoringContent; stage: Stage; reason: string | null; by: string }

/** The plan shows what was reached beside what it foresaw, so that its entry is written anew too. */
async function makePublic(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { plan, consultation }: HeldToMonitor,
  monitoring: OwnMonitoring,
  { content, stage, reason, by }: Made,
): Promise<number> {
  const at = services.clock.now()
  const { id: planId, institutionId, title } = plan
  const n = monitoring.version + 1
  const version = { institutionId, planId, consultationId: consultation.id, n, stage, title, content, at, by, reason }
  await insertMonitoringVersion(tx, version)
  await setAchieved(
    tx,
    planId,
    content.indicators.map((one) => ({
      key: one.key,
      achieved: standing(one),
      reason: one.reason,
      adequate: one.adequate,
      improvement: one.measure,
    })),
  )
  const subject = refOf(MONITORING_KIND, planId)
  const fields = [{ field: 'version', from: n === 1 ? null : String(n - 1), to: String(n) }]
  await recordChange(tx, { institutionId, subject, kind: 'published', by: { accountId: by }, at, reason, fields })
  const matter = refOf(CONSULTATION_KIND, consultation.id)
  const kind = 'consultations.monitoring-published'
  await tellHappening(tx, { matter, subject, kind, institutionId, at, facts: { version: String(n), stage } })
  await enterPlan(tx, services, planId)
  await enterMonitoring(tx, services, planId)
  return n
}
