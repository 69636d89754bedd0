import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { endLink, linkRecords } from '#platform/links/link-records.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findPlanOf, holdConsultation, holdPlan } from './plan-queries.ts'
import { enterPlan } from './plan-records.ts'
import { PLAN_KIND } from './plan-rules.ts'

export type LinkOutcome =
  | { kind: 'linked' }
  | { kind: 'unlinked' }
  /** The consultation has another plan. */
  | { kind: 'has-a-plan'; planId: string }
  | { kind: 'no-such-consultation' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-plan' }

type LinkOrder = { id: string; consultationId: string; move: 'link' | 'unlink' }

/** A plan belongs to the consultations that it was made for; a consultation has one plan. */
export const linkPlan = (
  services: Services,
  official: Official,
  { id, consultationId, move }: LinkOrder,
): Promise<LinkOutcome> =>
  services.db.begin(async (tx): Promise<LinkOutcome> => {
    // The consultation first: whoever links another plan with it waits here.
    const consultation = await holdConsultation(tx, consultationId)
    const plan = await holdPlan(tx, id)
    if (!plan) return { kind: 'no-such-plan' }
    const { institutionId } = plan
    if (!mayIn(official, may['plans.write'], institutionId)) return { kind: 'not-permitted' }
    if (consultation?.institutionId !== institutionId) return { kind: 'no-such-consultation' }
    const standing = await findPlanOf(tx, consultationId)
    if (move === 'link' && standing && standing.id !== id) return { kind: 'has-a-plan', planId: standing.id }
    const by = { accountId: official.accountId }
    const [from, to] = [refOf(PLAN_KIND, id), refOf(CONSULTATION_KIND, consultationId)]
    const order = { institutionId, from, to, kind: 'plan-of', by, at: services.clock.now() } as const
    if (move === 'link') await linkRecords(tx, order)
    else await endLink(tx, { ...order, reason: null })
    if (plan.state === 'published') await enterPlan(tx, services, id)
    return { kind: move === 'link' ? 'linked' : 'unlinked' }
  })
