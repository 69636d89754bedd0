import type { Transaction } from '../db/database.ts'
import { emptyRoot, nodeHash } from '../ledger/tree/merkle-rules.ts'
import type { Manifest } from './manifest-rules.ts'
import { readLeaves } from './restore-queries.ts'

/** `sameRoot`: the tree over the entries is the one that was signed; null: none had been signed. */
export type RestoredTree = { size: number; root: string; sameRoot: boolean | null }

/** Builds the tree over all entries anew, and compares it with the newest signed one at its size. */
export async function rebuildTree(tx: Transaction, { checkpoint }: Manifest['tree']): Promise<RestoredTree> {
  const complete: { leaves: number; hash: Buffer }[] = []
  let size = 0
  let atCheckpoint = checkpoint?.size === 0 ? emptyRoot() : null
  for await (const leaves of readLeaves(tx)) {
    for (const { leafIndex, leafHash } of leaves) {
      if (leafIndex !== size) throw new Error(`The entry ${size} of the ledger is missing.`)
      addLeaf(complete, leafHash)
      size += 1
      if (size === checkpoint?.size) atCheckpoint = rootOver(complete)
    }
  }
  const sameRoot = checkpoint && atCheckpoint?.toString('hex') === checkpoint.root
  return { size, root: rootOver(complete).toString('hex'), sameRoot }
}

/** Complete subtrees, the largest first; two of one size become one. */
function addLeaf(complete: { leaves: number; hash: Buffer }[], leafHash: Buffer): void {
  let node = { leaves: 1, hash: leafHash }
  for (let left = complete.at(-1); left?.leaves === node.leaves; left = complete.at(-1)) {
    complete.pop()
    node = { leaves: node.leaves * 2, hash: nodeHash(left.hash, node.hash) }
  }
  complete.push(node)
}

const rootOver = (complete: readonly { hash: Buffer }[]): Buffer =>
  complete.reduceRight<Buffer | null>((right, { hash }) => (right ? nodeHash(hash, right) : hash), null) ?? emptyRoot()
