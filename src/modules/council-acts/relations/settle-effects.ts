import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import type { Act } from '../act-queries.ts'
import { applyEffect } from './apply-effects.ts'
import type { HeldActs } from './do-with-related.ts'
import { listOwnRelations, moveEffects } from './relation-queries.ts'

/**
 * The day from which the act holds is known, or has moved: what it does to others begins with it, unless a day of its own was
 * written. `from`: the day as it was.
 */
export async function settleEffects(
  services: Services,
  held: HeldActs,
  { from, to, by }: { from: string | null; to: string | null; by: ChangedBy },
): Promise<void> {
  const { tx, act } = held
  if (to !== null) await moveEffects(tx, { actId: act.id, from: null, to })
  if (to !== null && from !== null && from !== to) await moveEffects(tx, { actId: act.id, from, to })
  const announced: Act = { ...act, state: 'announced', inForceFrom: to }
  const now = { ...held, acts: new Map(held.acts).set(act.id, announced) }
  for (const relation of await listOwnRelations(tx, act.id)) await applyEffect(services, now, relation, { by })
}
