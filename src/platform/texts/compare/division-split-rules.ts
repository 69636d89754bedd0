import type { Scope } from './pairing-rules.ts'
import { isFree } from './pairing-rules.ts'
import type { Split } from './split-rules.ts'

/** Which articles stand beneath each division. */
export type Beneath = ReadonlyMap<number, readonly number[]>

/** So many of the articles of a new division come from one that lives on. */
const LEAST = 0.6
const SURE = 0.8

/**
 * Divisions that nobody continues, and whose articles stood beneath another one: that one was split. A heading alone
 * tells nothing here; what a division covers is its articles.
 */
export function findDivisionSplits(scope: Scope, beneathFrom: Beneath, beneathTo: Beneath): Split[] {
  const splits = new Map<number, { pieces: number[]; least: number }>()
  for (const piece of scope.tos) {
    if (!isFree(scope.pairing.fromOf, piece)) continue
    const articles = beneathTo.get(piece) ?? []
    const whole = scope.froms
      .filter((at) => (scope.pairing.toOf[at] ?? -1) >= 0 && sameRank(scope, at, piece))
      .map((at) => ({ at, share: shareOf(scope, beneathFrom.get(at) ?? [], articles) }))
      // Of a part and a chapter in it that hold the same articles, the lower one is what was split.
      .toSorted((a, b) => b.share - a.share || b.at - a.at)[0]
    if (!whole || whole.share < LEAST) continue
    const known = splits.get(whole.at) ?? { pieces: [scope.pairing.toOf[whole.at] ?? -1], least: 1 }
    splits.set(whole.at, { pieces: [...known.pieces, piece], least: Math.min(known.least, whole.share) })
  }
  return [...splits].map(([whole, { pieces, least }]) => ({ whole, pieces, likeness: least, sure: least >= SURE }))
}

/** A section put into a chapter is no piece of it. */
function sameRank({ from, to, pairing }: Scope, whole: number, piece: number): boolean {
  const partner = pairing.toOf[whole] ?? -1
  return from.index.nodes[whole]?.kind === to.index.nodes[piece]?.kind && !isAbove(to.index.parent, partner, piece)
}

function isAbove(parent: readonly number[], above: number, at: number): boolean {
  let one = parent[at] ?? -1
  while (one >= 0 && one !== above) one = parent[one] ?? -1
  return one === above
}

function shareOf({ pairing }: Scope, was: readonly number[], is: readonly number[]): number {
  const old = is.filter((at) => (pairing.fromOf[at] ?? -1) >= 0)
  if (old.length === 0) return 0
  const beneath = new Set(was)
  return old.filter((at) => beneath.has(pairing.fromOf[at] ?? -1)).length / is.length
}
