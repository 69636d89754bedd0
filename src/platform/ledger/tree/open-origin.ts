import { settleRestore } from '../../backup/restore-queries.ts'
import type { Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import { appendToLedger } from '../append-to-ledger.ts'
import { readCheckpoint } from './checkpoint-rules.ts'
import { readKept, readKeptInStore, type KeptNote } from './kept-checkpoint.ts'
import { endKeysOf, insertKey, insertLog } from './log-queries.ts'
import { logRecords } from './log-records.ts'
import { publicKeyOf, vkeyOf } from './note-rules.ts'
import { listLogs, waitForLedger, type LogRow } from './sequence-queries.ts'
import { findSeed } from './signing-key.ts'
import { nextOrigin, refusalOfKey, type Refusal } from './signing-rules.ts'
import { takeInHand, type TreeInHand } from './tree-in-hand.ts'

export type OpenedOrigin =
  | { kind: 'opened'; origin: string; vkey: string; predecessor: string; size: number; mended: Refusal }
  /** `healthy`: the log is signed as it is, and goes on. `no-log`: nothing was ever signed. */
  | { kind: 'refused'; why: 'healthy' | 'no-log' | 'damaged'; words: string }

/**
 * When the log cannot go on under its name, because others hold more of it than the database does, or its key is lost:
 * the same leaves go on under a new one, which names the old one with the last note that is known of it and says why. The
 * next round signs it; its first new leaf says so too.
 */
export async function openOrigin(services: Services, { reason }: { reason: string }): Promise<OpenedOrigin> {
  const copy = await readKeptInStore(services.settings)
  const elsewhere = copy ? [copy] : []
  return services.db.begin(async (tx): Promise<OpenedOrigin> => {
    await waitForLedger(tx)
    const { tree, refusal } = await takeInHand(tx, services, elsewhere)
    const mended = refusal ?? (await refusalOfTheKey(services, tree))
    if (!mended) return { kind: 'refused', why: 'healthy', words: 'The log can go on as it is: nothing was opened.' }
    // The database contradicts itself, or nobody can say what others hold: a new name would heal neither.
    if (mended.by === 'database' || mended.why === 'unreadable')
      return { kind: 'refused', why: 'damaged', words: mended.words }
    const kept = await readKept(services.settings)
    const notes = [...(kept ? [kept] : []), ...elsewhere]
    const last = largestOf(notes, tree)
    const current = tree.logs[0] ?? (await enterLost(tx, services, last))
    if (!last || !current) return { kind: 'refused', why: 'no-log', words: 'No log was ever signed: nothing to name.' }
    const opened = await openAfter(tx, services, { current, last, tree, reason })
    await settleRestore(tx, { at: services.clock.now(), by: 'open-origin', reason })
    return { kind: 'opened', ...opened, predecessor: current.origin, size: tree.size, mended }
  })
}

async function refusalOfTheKey({ settings }: Services, { logs }: TreeInHand): Promise<Refusal | null> {
  const [current] = logs
  if (!current) return null
  return current.publicKey && (await findSeed(settings, current.publicKey)) ? null : refusalOfKey(current.vkey)
}

/** Of all that is known the note of the largest tree: what others may hold. */
function largestOf(kept: readonly KeptNote[], { signed }: TreeInHand): string | null {
  const notes = [...kept.map(({ note }) => note), ...(signed ? [signed.note] : [])]
  const sizeOf = (note: string) => readCheckpoint(note)?.size ?? -1
  return notes.filter((note) => sizeOf(note) >= 0).toSorted((one, other) => sizeOf(other) - sizeOf(one))[0] ?? null
}

/** A database that knows no log, beside a note of one: the lost log is written down, without a key. */
async function enterLost(tx: Transaction, { clock }: Services, last: string | null): Promise<LogRow | null> {
  const origin = readCheckpoint(last ?? '')?.origin
  if (origin === undefined) return null
  await insertLog(tx, { origin, at: clock.now(), size: 0, after: null })
  return (await listLogs(tx))[0] ?? null
}

async function openAfter(
  tx: Transaction,
  services: Services,
  { current, last, tree, reason }: { current: LogRow; last: string; tree: TreeInHand; reason: string },
): Promise<{ origin: string; vkey: string }> {
  const at = services.clock.now()
  const known = [current, ...tree.logs].flatMap(({ origin, predecessorNote }) => [
    origin,
    readCheckpoint(predecessorNote ?? '')?.origin ?? origin,
  ])
  const origin = nextOrigin([...known, readCheckpoint(last)?.origin ?? current.origin])
  const log = await insertLog(tx, { origin, at, size: tree.size, after: { id: current.id, note: last, reason } })
  await endKeysOf(tx, current.id, at)
  const publicKey = publicKeyOf(services.settings.ledgerSeed)
  const vkey = vkeyOf(origin, publicKey)
  await insertKey(tx, { logId: log.id, vkey, publicKey, at, replaces: null })
  await appendToLedger(tx, services, { kind: logRecords, ids: [log.uid] })
  return { origin, vkey }
}
