import type { Services } from '#platform/services.ts'
import { raiseActVersion, type Act } from '../act-queries.ts'
import { enterActs } from '../act-records.ts'
import type { ActOutcome, HeldAct } from '../do-with-act.ts'
import { listRelatedIds, lockActs } from './relation-queries.ts'

export type HeldActs = HeldAct & {
  /** It and the acts that it is related to, by id: all held. */
  acts: ReadonlyMap<string, Act>
  /** This one of them is changed for everybody too: its version rises, and the ledger has it. */
  touch: (id: string) => void
}

type Frame = {
  /** The version that the page showed; null: whatever it is. */
  seen?: number | null
  /** Acts to which a relation is only just being made. */
  others?: readonly string[]
}

/**
 * The frame of a deed that may change further acts with one: all of them are held in the order of their ids, and the ledger has
 * what changed as the last write. `write` refuses before its first write.
 */
export const doWithRelated = <Refusal extends string = never>(
  services: Services,
  id: string,
  { seen = null, others = [] }: Frame,
  write: (held: HeldActs) => Promise<ActOutcome<Refusal>>,
): Promise<ActOutcome<Refusal>> =>
  services.db.begin(async (tx) => {
    const ids = [...new Set([id, ...others, ...(await listRelatedIds(tx, id))])]
    const acts = new Map((await lockActs(tx, ids)).map((act) => [act.id, act]))
    const act = acts.get(id)
    if (!act) return 'no-such-act'
    if (seen !== null && act.version !== seen) return 'changed-meanwhile'
    if (act.state === 'taken-down') return 'wrong-state'
    const at = services.clock.now()
    const touched = new Set([id])
    const touch = (one: string) => void touched.add(one)
    const outcome = await write({ tx, act, at, version: act.version + 1, acts, touch })
    if (outcome !== 'done') return outcome
    for (const one of touched) await raiseActVersion(tx, one, at)
    await enterActs(tx, services, [...touched])
    return 'done'
  }) as Promise<ActOutcome<Refusal>>
