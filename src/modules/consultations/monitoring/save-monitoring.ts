import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { holdPlan, type HeldPlan } from '../plan/plan-queries.ts'
import { findMonitoredConsultation } from './gather-queries.ts'
import { holdMonitoring, insertMonitoring, updateWritten, type OwnMonitoring } from './monitoring-queries.ts'
import {
  MONITORING_KIND,
  refusalOf,
  writtenSchema,
  type MonitoredConsultation,
  type MonitoringRefusal,
  type Written,
} from './monitoring-rules.ts'

/** `revision`: 0 where nobody had written anything yet. */
export type SaveOrder = { planId: string; revision: number; written: Written }

export type SaveOutcome =
  | { kind: 'saved'; revision: number }
  /** Somebody saved it since it was opened: what they wrote stands in it now. */
  | { kind: 'changed-meanwhile'; revision: number }
  /** A figure was put in the place of the counted one, without why; or why, without a figure. */
  | { kind: 'reason-missing' }
  | RefusedOutcome

export type RefusedOutcome =
  | { kind: 'refused'; refusal: MonitoringRefusal }
  | { kind: 'taken-down' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-plan' }

/** What the coordinator says about it. What is published stands as it is, until the next version. */
export const saveMonitoring = (services: Services, official: Official, order: SaveOrder): Promise<SaveOutcome> =>
  services.db.begin(async (tx): Promise<SaveOutcome> => {
    const held = await holdToMonitor(tx, official, order.planId, 'plans.write')
    if ('kind' in held) return held
    const read = writtenSchema.safeParse(order.written)
    if (!read.success) return { kind: 'reason-missing' }
    const standing = held.monitoring
    if (standing?.state === 'taken-down') return { kind: 'taken-down' }
    const revision = standing?.revision ?? 0
    if (revision !== order.revision) {
      // The same form twice: it stands already.
      const same = standing !== null && revision === order.revision + 1 && isSame(standing.written, read.data)
      return same ? { kind: 'saved', revision } : { kind: 'changed-meanwhile', revision }
    }
    return { kind: 'saved', revision: await write(tx, services, official, held, read.data) }
  })

const isSame = (standing: unknown, written: Written): boolean =>
  JSON.stringify(writtenSchema.parse(standing)) === JSON.stringify(written)

export type HeldToMonitor = {
  plan: HeldPlan
  consultation: MonitoredConsultation
  monitoring: OwnMonitoring | null
}

/** Inside a deed: the plan and what is written about it are held, and there is something to monitor. */
export async function holdToMonitor(
  tx: Transaction,
  official: Official,
  planId: string,
  right: 'plans.write' | 'plans.publish',
): Promise<HeldToMonitor | RefusedOutcome> {
  const plan = await holdPlan(tx, planId)
  if (!plan) return { kind: 'no-such-plan' }
  if (!mayIn(official, may[right], plan.institutionId)) return { kind: 'not-permitted' }
  const consultation = await findMonitoredConsultation(tx, planId)
  const refusal = refusalOf(plan, consultation)
  if (refusal !== null || consultation === null) return { kind: 'refused', refusal: refusal ?? 'no-consultation' }
  return { plan, consultation, monitoring: await holdMonitoring(tx, planId) }
}

async function write(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  { accountId }: Official,
  { plan, consultation, monitoring }: HeldToMonitor,
  written: Written,
): Promise<number> {
  const at = clock.now()
  const { id: planId, institutionId } = plan
  const words = { planId, written, at, by: accountId }
  if (monitoring === null) await insertMonitoring(tx, { ...words, institutionId, consultationId: consultation.id })
  const revision = monitoring === null ? 1 : await updateWritten(tx, words)
  await recordChange(tx, {
    institutionId,
    subject: refOf(MONITORING_KIND, planId),
    kind: monitoring === null ? 'created' : 'changed',
    by: { accountId },
    at,
  })
  return revision
}
