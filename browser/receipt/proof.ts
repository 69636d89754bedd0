import { fromBase64, isEqual, utf8 } from './bytes.ts'
import type { Checked, Known } from './checked.ts'
import type { Receipt } from './form.ts'
import { readCheckpoint, readVkey, type Checkpoint, type Vkey } from './note.ts'
import { must } from './refusal.ts'
import { signersOf, witnessesOf } from './signatures.ts'
import { isIncluded, leafHash } from './tree.ts'

/** That the entry stands in the tree, and that the tree is signed. */
export function checkProof(
  receipt: Receipt,
  proof: NonNullable<Receipt['proof']>,
  known: Known,
  checked: Checked,
): void {
  const checkpoint = readCheckpoint(proof.checkpoint)
  must(checkpoint, 'checkpoint-malformed')
  must(checkpoint.origin === receipt.log.origin, 'wrong-origin')
  must(checkpoint.size === proof.size, 'wrong-size')
  const pinned = known.keys !== undefined && known.keys.length > 0
  const keys = pinned ? (known.keys ?? []) : receipt.log.keys.flatMap((key) => readVkey(key) ?? [])
  const hashes = proof.hashes.flatMap((hash) => fromBase64(hash) ?? [])
  const leaf = utf8(receipt.entry)
  checkPlace({ leaf, checkpoint, index: proof.index, hashes, keys, pinned }, known, checked)
}

type Told = {
  leaf: Uint8Array
  checkpoint: Checkpoint
  index: number
  hashes: readonly Uint8Array[]
  keys: readonly Vkey[]
  pinned: boolean
}

export function checkPlace({ leaf, checkpoint, index, hashes, keys, pinned }: Told, known: Known, checked: Checked) {
  const { size, root } = checkpoint
  must(index < size, 'wrong-index')
  checked.checkpoint = checkpoint
  checked.index = index
  checked.passed.push('checkpoint')
  must(isIncluded(leafHash(leaf), { index, size, hashes }, root), 'not-included')
  checked.passed.push('tree')
  checked.keys = signersOf(checkpoint, keys).map(({ vkey }) => vkey)
  checked.pinned = pinned
  checked.seen = witnessesOf(checkpoint, known.witnesses ?? [])
  checked.own = compare(checkpoint, keys, known.checkpoint ?? null)
  checked.passed.push('signature')
}

/** With a checkpoint that the reader has kept. */
function compare(checkpoint: Checkpoint, keys: readonly Vkey[], kept: string | null): 'same' | 'other-size' | null {
  if (kept === null) return null
  const own = readCheckpoint(kept)
  must(own && own.origin === checkpoint.origin && isSigned(own, keys), 'other-checkpoint')
  if (own.size !== checkpoint.size) return 'other-size'
  must(isEqual(own.root, checkpoint.root), 'other-checkpoint')
  return 'same'
}

function isSigned(checkpoint: Checkpoint, keys: readonly Vkey[]): boolean {
  try {
    return signersOf(checkpoint, keys).length > 0
  } catch {
    return false
  }
}
