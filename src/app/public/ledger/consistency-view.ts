import type { Queryable } from '#platform/db/database.ts'
import { findConsistencyProof, findHead, rootAt } from '#platform/ledger/tree/tree-view.ts'
import { listPublishedNotes } from './ledger-queries.ts'

type Tree = {
  size: number
  /** In hex. */
  root: string
  /** The checkpoint that was published of it; null: none was of just this size. */
  note: string | null
}

export type ConsistencyView = {
  from: Tree
  to: Tree
  /** RFC 6962, in base64. */
  proof: readonly string[]
}

/** How many entries everybody has been shown; null: nothing is published yet. */
export const viewSize = async (db: Queryable): Promise<number | null> => (await findHead(db))?.size ?? null

/** That the tree of one size is the beginning of that of another; both within what is published. */
export async function viewConsistency(db: Queryable, from: number, to: number): Promise<ConsistencyView | null> {
  const head = await findHead(db)
  if (!head || to > head.size) return null
  const [proof, rootFrom, rootTo, notes] = await Promise.all([
    findConsistencyProof(db, from, to),
    rootAt(db, from),
    rootAt(db, to),
    listPublishedNotes(db, head.logId, [from, to]),
  ])
  const tree = (size: number, root: Buffer): Tree => ({
    size,
    root: root.toString('hex'),
    note: notes.find((one) => one.size === size)?.note ?? null,
  })
  return { from: tree(from, rootFrom), to: tree(to, rootTo), proof: proof.map((hash) => hash.toString('base64')) }
}
