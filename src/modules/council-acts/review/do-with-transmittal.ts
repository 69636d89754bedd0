import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { lockAct, raiseActVersion, type Act } from '../act-queries.ts'
import { enterReview } from './review-records.ts'
import type { TransmittalState } from './review-rules.ts'
import {
  listLockOrder,
  listSentActs,
  lockTransmittal,
  raiseTransmittal,
  type SentAct,
  type Transmittal,
} from './transmittal-queries.ts'

export type TransmittalOutcome<Refusal extends string = never> =
  'done' | 'no-such-transmittal' | 'wrong-state' | 'changed-meanwhile' | Refusal

/** An act of the transmittal: as it is, and how it stands in the letter. */
export type HeldSent = { act: Act; sent: SentAct; version: number }
export type HeldTransmittal = { tx: Transaction; transmittal: Transmittal; held: readonly HeldSent[]; at: Date }

type Frame = {
  from: readonly TransmittalState[]
  seen: number | null
  /** The deed changes its acts for everybody, too. */
  withActs: boolean
}

/**
 * The frame of every deed of a transmittal: its acts are locked in the order of their ids, then itself; nobody changed it since
 * the page was opened (`seen`), and the ledger has all of it as the last write. `write` refuses before its first write.
 */
export const doWithTransmittal = <Refusal extends string = never>(
  services: Services,
  id: string,
  { from, seen, withActs }: Frame,
  write: (held: HeldTransmittal) => Promise<TransmittalOutcome<Refusal>>,
): Promise<TransmittalOutcome<Refusal>> =>
  services.db.begin(async (tx) => {
    const acts = await lockActs(tx, await listLockOrder(tx, id))
    const transmittal = await lockTransmittal(tx, id)
    if (!transmittal) return 'no-such-transmittal'
    if (seen !== null && transmittal.version !== seen) return 'changed-meanwhile'
    if (!from.includes(transmittal.state)) return 'wrong-state'
    const sent = await listSentActs(tx, id)
    // Between the two questions somebody put another act into it.
    if (sent.some(({ actId }) => !acts.has(actId))) return 'changed-meanwhile'
    const held = sent.flatMap((one): HeldSent[] => {
      const act = acts.get(one.actId)
      return act ? [{ act, sent: one, version: act.version + 1 }] : []
    })
    const at = services.clock.now()
    const outcome = await write({ tx, transmittal, held, at })
    if (outcome !== 'done') return outcome
    await raiseTransmittal(tx, id, at)
    const ids = withActs ? held.map(({ act }) => act.id) : []
    for (const one of ids) await raiseActVersion(tx, one, at)
    await enterReview(tx, services, { acts: ids, transmittals: [id] })
    return 'done'
  }) as Promise<TransmittalOutcome<Refusal>>

/** One after the other in the order given, so that two deeds never wait for each other. */
export async function lockActs(tx: Transaction, ids: readonly string[]): Promise<Map<string, Act>> {
  const acts = new Map<string, Act>()
  for (const id of ids) {
    const act = await lockAct(tx, id)
    if (act) acts.set(id, act)
  }
  return acts
}
