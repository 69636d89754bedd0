import { createHash } from 'node:crypto'

/** The hash of a complete subtree: `2 ** level` leaves, beginning with leaf `index * 2 ** level`. Level 0: a leaf. */
export type NodeAt = { level: number; index: number }
export type HashSource = (node: NodeAt) => Buffer

/** Leaves from `start`, without `end`. */
export type Span = { start: number; end: number }

/** RFC 6962 2.1: a one keeps a node from passing as a leaf. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()

/** Of a tree without leaves. */
export const emptyRoot = (): Buffer => createHash('sha256').digest()

/** The root over these leaf hashes. */
export function rootOf(hashes: readonly Uint8Array[]): Buffer {
  if (hashes.length === 0) return emptyRoot()
  let level: Buffer[] = hashes.map((hash) => Buffer.from(hash))
  // An odd one out goes up unhashed: the same tree as that of RFC 6962, which cuts at the largest power of two.
  while (level.length > 1) level = pairsOf(level)
  return level[0] ?? emptyRoot()
}

function pairsOf(hashes: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = []
  for (let at = 0; at < hashes.length; at += 2) {
    const [left, right] = [hashes[at], hashes[at + 1]]
    if (left) above.push(right ? nodeHash(left, right) : left)
  }
  return above
}

/** The complete subtrees that a span is made of, left to right: the largest first that its beginning allows. */
export function nodesOf({ start, end }: Span): NodeAt[] {
  const nodes: NodeAt[] = []
  for (let at = start; at < end;) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** The hash over a span that is a node of some tree: what stands right of its complete part is folded in from the right. */
export function spanHash(span: Span, source: HashSource): Buffer {
  const hashes = nodesOf(span).map(source)
  return hashes.reduceRight<Buffer | null>((right, left) => (right ? nodeHash(left, right) : left), null) ?? emptyRoot()
}

/** RFC 6962 2.1.1, PATH: the spans beside the way from the leaf up to the root, the leaf's sibling first. */
export function inclusionSpans(index: number, size: number): Span[] {
  if (!isIndex(index) || !isIndex(size) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const beside = (leaf: number, { start, end }: Span): Span[] => {
    if (end - start === 1) return []
    const middle = start + splitOf(end - start)
    const [left, right] = [
      { start, end: middle },
      { start: middle, end },
    ]
    return leaf < middle ? [...beside(leaf, left), right] : [...beside(leaf, right), left]
  }
  return beside(index, { start: 0, end: size })
}

/**
 * RFC 6962 2.1.2, PROOF. From a tree without leaves everything follows: nothing has to be shown, and the RFC has no such
 * proof. C2SP tlog-witness asks for one (`old 0`), so that here it is the empty one.
 */
export function consistencySpans(from: number, to: number): Span[] {
  if (!isIndex(from) || !isIndex(to) || from > to)
    throw new RangeError(`a tree of ${to} does not follow one of ${from}`)
  const between = ({ start, end }: Span, whole: boolean): Span[] => {
    if (from === end) return whole ? [] : [{ start, end }]
    const middle = start + splitOf(end - start)
    const [left, right] = [
      { start, end: middle },
      { start: middle, end },
    ]
    return from <= middle ? [...between(left, whole), right] : [...between(right, false), left]
  }
  return from === 0 ? [] : between({ start: 0, end: to }, true)
}

export const inclusionProof = (index: number, size: number, source: HashSource): Buffer[] =>
  inclusionSpans(index, size).map((span) => spanHash(span, source))

export const consistencyProof = (from: number, to: number, source: HashSource): Buffer[] =>
  consistencySpans(from, to).map((span) => spanHash(span, source))

/** Whether the leaf stands at this place of the tree with this root. In a tree without leaves nothing stands. */
export const verifyInclusion = (claim: {
  leafHash: Uint8Array
  index: number
  size: number
  proof: readonly Uint8Array[]
  root: Uint8Array
}): boolean =>
  claim.leafHash.length === 32 &&
  verifySpan({
    span: { start: claim.index, end: claim.index + 1 },
    size: claim.size,
    hash: claim.leafHash,
    root: claim.root,
    proof: claim.proof,
  })

/**
 * Whether the tree of `to` leaves begins with the tree of `from` leaves. From 0 it does when the first root is that of no
 * leaves and the proof is empty, as C2SP tlog-witness has it; whoever will not take that as a proof asks before.
 */
export const verifyConsistency = (claim: {
  from: number
  to: number
  rootFrom: Uint8Array
  rootTo: Uint8Array
  proof: readonly Uint8Array[]
}): boolean =>
  verifySpan({
    span: { start: 0, end: claim.from },
    size: claim.to,
    hash: claim.rootFrom,
    root: claim.rootTo,
    proof: claim.proof,
  })

/**
 * Whether the tree of `size` leaves with this root has this hash over the span: a leaf, the tree as it was once, or any
 * other span whose beginning is a multiple of the power of two that its length fits in. Of no leaves nothing has to be
 * shown, and the root is not looked at.
 */
export function verifySpan(claim: {
  span: Span
  size: number
  hash: Uint8Array
  root: Uint8Array
  proof: readonly Uint8Array[]
}): boolean {
  const { span, size, hash, root, proof } = claim
  if (![span.start, span.end, size].every(isIndex) || span.start > span.end || span.end > size) return false
  if (span.start === span.end) return proof.length === 0 && equal(hash, emptyRoot())
  if (span.start % powerAbove(span.end - span.start) !== 0) return false
  if (!proof.every((one) => one.length === 32)) return false
  const climbed = climb(span, size, hash, proof)
  return climbed !== null && equal(climbed.hash, hash) && equal(climbed.root, root)
}

/** Both hashes computed from the proof on one way up: over the span, and over the whole. Null: the proof has another length. */
function climb({ start, end }: Span, size: number, hash: Uint8Array, proof: readonly Uint8Array[]) {
  let [first, last, final] = [start, end - 1, size - 1]
  const up = () =>
    ([first, last, final] = [first, last, final].map((at) => Math.floor(at / 2)) as [number, number, number])
  // Up to the largest complete subtree at the end of the span: it is given, or is the span itself.
  while (first !== last && (last === final || last % 2 === 1)) up()
  const rest = first === last ? proof : proof.slice(1)
  const begin = first === last ? hash : proof[0]
  if (!begin) return null
  let [inSpan, inTree] = [begin, begin]
  for (const beside of rest) {
    if (final === 0) return null
    if (last % 2 === 1 || last === final) {
      if (first < last) inSpan = nodeHash(beside, inSpan)
      inTree = nodeHash(beside, inTree)
      while (last % 2 === 0 && last > 0) up()
    } else inTree = nodeHash(inTree, beside)
    up()
  }
  return final === 0 ? { hash: inSpan, root: inTree } : null
}

/** The largest power of two below the number of leaves: where RFC 6962 cuts. */
function splitOf(leaves: number): number {
  let split = 1
  while (split * 2 < leaves) split *= 2
  return split
}

function powerAbove(leaves: number): number {
  let power = 1
  while (power < leaves) power *= 2
  return power
}

const isIndex = (number: number): boolean => Number.isSafeInteger(number) && number >= 0

const equal = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0
