import type { Transaction } from '#platform/db/database.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { lockAct, raiseActVersion, type Act } from './act-queries.ts'
import { enterActs } from './act-records.ts'

export type HeldAct = {
  tx: Transaction
  act: Act
  at: Date
  /** The version that the act has after this deed: that of its events. */
  version: number
}

/** What every deed of an act may end in; each adds refusals of its own. */
export type ActOutcome<Refusal extends string = never> =
  'done' | 'no-such-act' | 'wrong-state' | 'changed-meanwhile' | Refusal

type Frame = {
  /** The version that the page showed; null: whatever it is. */
  seen?: number | null
  /** Other acts that the deed changes for everybody: entered with it. They are locked by the deed. */
  also?: readonly string[]
}

/**
 * The frame of every deed of an act: locked, changed by nobody since the page was opened, its version raised, and the ledger last.
 * `write` refuses before its first write: an outcome other than `done` changes nothing.
 */
export const doWithAct = <Refusal extends string = never>(
  services: Services,
  id: string,
  { seen = null, also = [] }: Frame,
  write: (held: HeldAct) => Promise<ActOutcome<Refusal>>,
): Promise<ActOutcome<Refusal>> =>
  services.db.begin(async (tx) => {
    const act = await lockAct(tx, id)
    if (!act) return 'no-such-act'
    if (seen !== null && act.version !== seen) return 'changed-meanwhile'
    if (act.state === 'taken-down') return 'wrong-state'
    const at = services.clock.now()
    const outcome = await write({ tx, act, at, version: act.version + 1 })
    if (outcome !== 'done') return outcome
    await raiseActVersion(tx, id, at)
    await enterActs(tx, services, [id, ...also])
    return 'done'
  }) as Promise<ActOutcome<Refusal>>

export const accountOf = (by: ChangedBy): string | null => (typeof by === 'string' ? null : by.accountId)
