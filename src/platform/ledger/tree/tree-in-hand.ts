import { findWaitingRestore } from '../../backup/restore-queries.ts'
import type { Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import { checkpointText } from './checkpoint-rules.ts'
import { edgeAfter, edgeOf, grow, rootOfEdge, type Tile } from './growth-rules.ts'
import { readKept, type KeptNote } from './kept-checkpoint.ts'
import { insertKey, insertLog } from './log-queries.ts'
import { publicKeyOf, signNote, vkeyOf } from './note-rules.ts'
import {
  findTreeState,
  insertCheckpoint,
  listLogs,
  placeEntries,
  writeTiles,
  type LogRow,
  type SignedRow,
} from './sequence-queries.ts'
import { refusalOfKept, refusalOfRestore, refusalOfState, type Refusal } from './signing-rules.ts'
import { findTiles } from './tree-queries.ts'
import { rootAt } from './tree-view.ts'

/** The tree as one transaction has it, which holds the lock. */
export type TreeInHand = {
  /** The newest first. */
  logs: readonly LogRow[]
  size: number
  edge: readonly Tile[]
  signed: SignedRow | null
}

type Needed = Pick<Services, 'clock' | 'settings'>

/** So many entries go into one transaction: with a slow disk it still takes less than a second. */
export const BATCH = 5_000

/** Reads the tree, and looks whether it is the one that was signed before: in the database, and outside of it. */
export async function takeInHand(
  tx: Transaction,
  { settings }: Needed,
  elsewhere: readonly KeptNote[],
): Promise<{ tree: TreeInHand; refusal: Refusal | null }> {
  const [logs, { size, signed }, kept, restored] = await Promise.all([
    listLogs(tx),
    findTreeState(tx),
    readKept(settings),
    findWaitingRestore(tx),
  ])
  const edge = size > 0 ? await findTiles(tx, edgeOf(size)) : []
  const tree = { logs, size, edge, signed }
  const refusal =
    refusalOfState(size, rootOrNothing(edge, size), signed) ?? (restored ? refusalOfRestore(restored) : null)
  if (refusal) return { tree, refusal }
  const then = (before: number) => (before === size ? Promise.resolve(rootOfEdge(edge, size)) : rootAt(tx, before))
  for (const one of kept ? [kept, ...elsewhere] : elsewhere) {
    const said = await refusalOfKept(one, tree, then)
    if (said) return { tree, refusal: said }
  }
  return { tree, refusal: null }
}

/** A tile that is missing or cut off makes another root, and is then said to be one. */
function rootOrNothing(edge: readonly Tile[], size: number): Buffer {
  try {
    return rootOfEdge(edge, size)
  } catch {
    return Buffer.alloc(0)
  }
}

/** The first log, under the address that the installation has now and keeps in its checkpoints for ever. */
export async function openFirstLog(tx: Transaction, { clock, settings }: Needed): Promise<void> {
  const origin = `${new URL(settings.url).host}/ditari`
  const at = clock.now()
  const { id } = await insertLog(tx, { origin, at, size: 0, after: null })
  const publicKey = publicKeyOf(settings.ledgerSeed)
  await insertKey(tx, { logId: id, vkey: vkeyOf(origin, publicKey), publicKey, at, replaces: null })
}

/** Gives a batch of entries their places, and signs the tree that comes of it. Gives how many they were. */
export async function growTree(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  tree: TreeInHand,
  seed: Uint8Array,
): Promise<{ count: number; size: number }> {
  const log = tree.logs[0]
  if (!log) throw new Error('A tree grows in a log')
  const { count, hashes } = await placeEntries(tx, tree.size, BATCH)
  if (count === 0) return { count, size: tree.size }
  const size = tree.size + count
  const tiles = grow(tree.edge, tree.size, hashes)
  const root = rootOfEdge(edgeAfter(tree.edge, tiles, size), size)
  const note = signNote(checkpointText(log.origin, size, root), { name: log.origin, seed })
  await Promise.all([writeTiles(tx, tiles), insertCheckpoint(tx, { logId: log.id, size, root, note, at: clock.now() })])
  return { count, size }
}
