import type { Transaction } from '../db/database.ts'
import { findNode, type Settlement } from './text-queries.ts'
import { deleteNode, hasChildren, holdDoubt, setSettlement, type HeldDoubt } from './text-writing-queries.ts'
import { foldWords } from './words-rules.ts'

export type SettleOutcome =
  | { kind: 'settled' }
  | { kind: 'no-such-doubt' }
  | { kind: 'settled-before' }
  | { kind: 'published' }
  /** The words are part of a node that holds more: it has to be corrected in the source. */
  | { kind: 'not-alone' }

/**
 * An official settles a doubt. 'left-out' takes the doubtful words out of the draft, if a node holds exactly them;
 * they then stand in the doubt alone. 'kept' leaves everything where it is: in the tree, or aside.
 */
export async function settleDoubt(
  tx: Transaction,
  { doubtId, settlement, by, at }: { doubtId: string; settlement: Settlement; by: string | null; at: Date },
): Promise<SettleOutcome> {
  const doubt = await holdDoubt(tx, doubtId)
  if (!doubt) return { kind: 'no-such-doubt' }
  if (doubt.settledAt) return { kind: 'settled-before' }
  if (doubt.state === 'published') return { kind: 'published' }
  if (settlement === 'left-out' && doubt.nodeId !== null) {
    if (!(await standsAlone(tx, doubt, doubt.nodeId))) return { kind: 'not-alone' }
    await deleteNode(tx, doubt.versionId, doubt.nodeId)
  }
  await setSettlement(tx, doubt.id, { settlement, by, at })
  return { kind: 'settled' }
}

async function standsAlone(tx: Transaction, doubt: HeldDoubt, nodeId: string): Promise<boolean> {
  const node = await findNode(tx, doubt.versionId, nodeId)
  if (!node || foldWords(node.printed) !== foldWords(doubt.source)) return false
  return !(await hasChildren(tx, doubt.versionId, nodeId))
}
