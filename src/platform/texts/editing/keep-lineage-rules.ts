import { nodeDigest } from '../node-rules.ts'
import type { Draft, DraftNode } from './draft-tree-rules.ts'

/** Below this share of common words another wording is another node. */
const ALIKE = 0.5

/**
 * Rows that were typed anew take over the lineages of those that stood there: of the same node, of the same words, of words
 * that are alike, of the same label in the same place. A node that says the same stays exactly as it was.
 */
export function keepLineages(before: Draft, after: Draft): DraftNode[] {
  const left = new Map(before.map((node) => [node.nodeId, node]))
  const taken = new Map<string, DraftNode>()
  const ways: ((old: DraftNode, fresh: DraftNode) => boolean)[] = [
    (old, fresh) => nodeDigest(old) === nodeDigest(fresh),
    (old, fresh) => old.body !== '' && old.body === fresh.body,
  ]
  for (const same of ways) {
    for (const fresh of after) {
      if (taken.has(fresh.nodeId)) continue
      const old = [...left.values()].find((one) => same(one, fresh))
      if (old) take(old, fresh)
    }
  }
  takeAlike()
  for (const fresh of after) {
    if (taken.has(fresh.nodeId)) continue
    const parent = taken.get(fresh.parentId ?? '')?.nodeId ?? fresh.parentId
    const old = [...left.values()].find(
      (one) => one.kind === fresh.kind && one.label === fresh.label && one.label !== null && one.parentId === parent,
    )
    if (old) take(old, fresh)
  }
  return after.map((fresh) => withLineage(fresh, taken))

  function take(old: DraftNode, fresh: DraftNode): void {
    left.delete(old.nodeId)
    taken.set(fresh.nodeId, old)
  }

  function takeAlike(): void {
    const pairs = after.flatMap((fresh) =>
      taken.has(fresh.nodeId)
        ? []
        : [...left.values()].map((old) => ({ old, fresh, share: likeness(old.body, fresh.body) })),
    )
    for (const { old, fresh, share } of pairs.toSorted((a, b) => b.share - a.share)) {
      if (share >= ALIKE && left.has(old.nodeId) && !taken.has(fresh.nodeId)) take(old, fresh)
    }
  }
}

function withLineage(fresh: DraftNode, taken: ReadonlyMap<string, DraftNode>): DraftNode {
  const old = taken.get(fresh.nodeId)
  const parentId = fresh.parentId === null ? null : (taken.get(fresh.parentId)?.nodeId ?? fresh.parentId)
  if (!old) return { ...fresh, parentId }
  const printed = nodeDigest(old) === nodeDigest(fresh) ? old.printed : fresh.printed
  return { ...fresh, parentId, nodeId: old.nodeId, printed }
}

/** Dice's coefficient over words. */
function likeness(one: string, other: string): number {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  const counts = new Map<string, number>()
  const first = words(one)
  const second = words(other)
  for (const word of first) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of second) {
    const left = counts.get(word) ?? 0
    if (left > 0) common += 1
    counts.set(word, left - 1)
  }
  const all = first.length + second.length
  return all === 0 ? 0 : (2 * common) / all
}
