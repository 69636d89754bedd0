import { isEqual, sha256 } from './bytes.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export const leafHash = (entry: Uint8Array): Uint8Array => sha256(LEAF, entry)

export type Place = { index: number; size: number; hashes: readonly Uint8Array[] }

/** RFC 6962 2.1.1. Halved by division: numbers of the tree may be longer than 32 bits. */
export function isIncluded(leaf: Uint8Array, { index, size, hashes }: Place, root: Uint8Array): boolean {
  let node = leaf
  let at = index
  let last = size - 1
  const up = () => {
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  for (const beside of hashes) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      node = sha256(NODE, beside, node)
      while (at % 2 === 0 && at > 0) up()
    } else {
      node = sha256(NODE, node, beside)
    }
    up()
  }
  return last === 0 && isEqual(node, root)
}
