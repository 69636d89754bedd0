import { isDeepStrictEqual } from 'node:util'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { byAccount } from '../record-history.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { contentOf, contentSchema, type PlanContent } from './content-rules.ts'
import {
  holdPlan,
  insertVersion,
  listConsultationsOf,
  listSections,
  replaceRows,
  type HeldPlan,
} from './plan-queries.ts'
import { enterPlan } from './plan-records.ts'
import { lockOf, PLAN_KIND } from './plan-rules.ts'
import { findPublishedPlan } from './published-plan-queries.ts'
import { rowsOf } from './rows-rules.ts'
import { sectionsOfRows } from './start-plan.ts'

export type PublishOrder = { id: string; lock: string; reason: string | null }

export type PublishOutcome =
  | { kind: 'published'; version: number }
  /** Somebody saved a section since the page was read. */
  | { kind: 'changed-meanwhile' }
  /** It says what everybody reads already. */
  | { kind: 'nothing-changed' }
  | { kind: 'reason-missing' }
  | { kind: 'taken-down' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-plan' }

/** What the five sections say becomes the next version, for ever. What does not agree in them is told, and stops nothing. */
export const publishPlan = (services: Services, official: Official, order: PublishOrder): Promise<PublishOutcome> =>
  services.db.begin(async (tx): Promise<PublishOutcome> => {
    const plan = await holdPlan(tx, order.id)
    if (!plan) return { kind: 'no-such-plan' }
    if (!mayIn(official, may['plans.publish'], plan.institutionId)) return { kind: 'not-permitted' }
    if (plan.state === 'taken-down') return { kind: 'taken-down' }
    const sections = await listSections(tx, plan.id)
    const content = contentOf(sectionsOfRows(sections))
    if (await isPublished(tx, plan, content)) return { kind: 'nothing-changed' }
    if (lockOf(sections) !== order.lock) return { kind: 'changed-meanwhile' }
    if (plan.version > 0 && order.reason === null) return { kind: 'reason-missing' }
    const reason = plan.version === 0 ? null : order.reason
    const version = await makePlanPublic(tx, services, plan, content, { by: official.accountId, reason })
    return { kind: 'published', version }
  })

/** In the order of the schema, so that the same plan is the same document. */
async function isPublished(tx: Transaction, plan: HeldPlan, content: PlanContent): Promise<boolean> {
  const standing = plan.version === 0 ? null : await findPublishedPlan(tx, plan.id, null)
  return standing !== null && isDeepStrictEqual(contentSchema.parse(standing.content), content)
}

/** Inside a deed that holds the plan. `by` null: the command line. Gives the version. */
export async function makePlanPublic(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  plan: HeldPlan,
  content: PlanContent,
  { by, reason }: { by: string | null; reason: string | null },
): Promise<number> {
  const { id, institutionId } = plan
  const at = services.clock.now()
  const n = plan.version + 1
  const { title, titleEn, actKind } = content.scope
  await insertVersion(tx, { institutionId, planId: id, n, title, titleEn, actKind, content, at, by, reason })
  await replaceRows(tx, institutionId, id, rowsOf(content))
  await tell(tx, plan, n, { by: byAccount(by), at, reason })
  await enterPlan(tx, services, id)
  return n
}

/** Whoever follows its consultation hears of it there; of a plan without one whoever follows the institution. */
async function tell(
  tx: Transaction,
  { id, institutionId }: HeldPlan,
  version: number,
  { by, at, reason }: { by: ChangedBy; at: Date; reason: string | null },
): Promise<void> {
  const subject = refOf(PLAN_KIND, id)
  const fields = [{ field: 'version', from: version === 1 ? null : String(version - 1), to: String(version) }]
  await recordChange(tx, { institutionId, subject, kind: 'published', by, at, reason, fields })
  const [consultation] = await listConsultationsOf(tx, id, { public: true })
  const matter = consultation ? refOf(CONSULTATION_KIND, consultation.id) : subject
  const kind = version === 1 ? 'consultations.plan-published' : 'consultations.plan-changed'
  await tellHappening(tx, { matter, subject, kind, institutionId, at, facts: { version: String(version) } })
}
