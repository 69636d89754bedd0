import type { Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import { appendToLedger } from '../append-to-ledger.ts'
import { endKeysOf, insertKey } from './log-queries.ts'
import { keyRecords } from './log-records.ts'
import { publicKeyOf, vkeyOf } from './note-rules.ts'
import { listLogs, waitForLedger, type LogRow } from './sequence-queries.ts'
import { sequenceLedger } from './sequence-ledger.ts'
import { findSeed } from './signing-key.ts'
import { refusalOfKey, type WhyNotSigned } from './signing-rules.ts'
import { BATCH, growTree, takeInHand, type TreeInHand } from './tree-in-hand.ts'

export type RotatedKey =
  | { kind: 'rotated'; oldVkey: string; vkey: string; size: number }
  | { kind: 'refused'; why: WhyNotSigned | 'no-log' | 'same-key'; words: string }

/**
 * Exchanges the key of the log. The entry that announces the new one gets its place and a checkpoint that the old key
 * signs; from the next checkpoint on the new one signs. All in one transaction: there is never a moment in which neither
 * or both are in use.
 */
export async function rotateKey(services: Services, seed: Uint8Array): Promise<RotatedKey> {
  const outcome = await services.db.begin(async (tx): Promise<RotatedKey> => {
    await waitForLedger(tx)
    const { tree, refusal } = await takeInHand(tx, services, [])
    if (refusal) return { kind: 'refused', ...refusal }
    const [log] = tree.logs
    if (!log) return { kind: 'refused', why: 'no-log', words: 'Nothing was signed yet: simply use the new key.' }
    const old = log.publicKey && (await findSeed(services.settings, log.publicKey))
    if (!old || log.vkey === null) return { kind: 'refused', ...refusalOfKey(log.vkey) }
    const vkey = vkeyOf(log.origin, publicKeyOf(seed))
    if (vkey === log.vkey) return { kind: 'refused', why: 'same-key', words: 'This key is in use already.' }
    // One moment for all of it: what the old key signs here it has signed while it was in use.
    const at = services.clock.now()
    const then = { ...services, clock: { now: () => at } }
    await announce(tx, then, log, seed)
    const size = await signAll(tx, then, tree, old)
    return { kind: 'rotated', oldVkey: log.vkey, vkey, size }
  })
  // Until the checkpoint is kept outside nobody is shown it: not the next round of a worker, this one.
  if (outcome.kind === 'rotated') await sequenceLedger(services)
  return outcome
}

async function announce(tx: Transaction, services: Services, log: LogRow, seed: Uint8Array): Promise<void> {
  const at = services.clock.now()
  const publicKey = publicKeyOf(seed)
  await endKeysOf(tx, log.id, at)
  const vkey = vkeyOf(log.origin, publicKey)
  const key = await insertKey(tx, { logId: log.id, vkey, publicKey, at, replaces: log.keyId })
  await appendToLedger(tx, services, { kind: keyRecords, ids: [key.uid] })
}

/** Everything that waits, the announcement at its end, under the old key. */
async function signAll(tx: Transaction, services: Services, tree: TreeInHand, old: Uint8Array): Promise<number> {
  let standing = tree
  for (;;) {
    const { count, size } = await growTree(tx, services, standing, old)
    if (count < BATCH) return size
    standing = (await takeInHand(tx, services, [])).tree
  }
}

/** The key that is in use now, as far as there is a log. */
export const findKeyInUse = async ({ db }: Pick<Services, 'db'>): Promise<LogRow | null> =>
  (await listLogs(db))[0] ?? null
