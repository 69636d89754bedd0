import { bagAt } from './likeness-rules.ts'
import { neighboursOf } from './neighbour-rules.ts'
import { freeFroms, freeTos, pair, type Scope } from './pairing-rules.ts'
import { sharedWeight } from './word-bag-rules.ts'

/** From which likeness two nodes that nobody else continues, at the same place of the text, may be one: a person decides. */
type LeftoverLaw = {
  /** Where one went and one came. */
  least: number
  /** Where several did. */
  leastOfSeveral: number
}

/**
 * What is still without a partner, between neighbours that stand together before and after: paired in its order, so that
 * most of the words agree. Never certain; but to say "gone" and "new" of them would be, and wrongly so where a node was
 * rewritten at its place.
 */
export function pairLeftovers(scope: Scope, law: LeftoverLaw): void {
  const { gapOfFrom, gapOfTo } = neighboursOf(scope)
  const froms = byGap(freeFroms(scope), gapOfFrom)
  const tos = byGap(freeTos(scope), gapOfTo)
  for (const [gap, some] of froms) {
    const others = tos.get(gap) ?? []
    if (others.length === 0 || some.length * others.length > MOST_PAIRS) continue
    const least = some.length + others.length === 2 ? law.least : law.leastOfSeveral
    for (const [from, to] of inOrder(scope, some, others, least)) pair(scope.pairing, from, to, false)
  }
}

/** Beyond so many pairs in one gap nothing stands "at the same place" any more: 50 nodes replaced by 50. */
const MOST_PAIRS = 2_500

function byGap(row: readonly number[], gapOf: (at: number) => string | null): Map<string, number[]> {
  const gaps = new Map<string, number[]>()
  for (const at of row) {
    const gap = gapOf(at)
    if (gap === null) continue
    const list = gaps.get(gap)
    if (list) list.push(at)
    else gaps.set(gap, [at])
  }
  return gaps
}

/** Of all ways to pair them without crossing the one that agrees most. */
function inOrder(scope: Scope, froms: readonly number[], tos: readonly number[], least: number): [number, number][] {
  const fits = froms.map((from) => tos.map((to) => agreement(scope, from, to)))
  const best = froms.map(() => tos.map(() => 0))
  const at = (from: number, to: number): number => best[from]?.[to] ?? 0
  const fit = (from: number, to: number): number => {
    const one = fits[from]?.[to] ?? 0
    return one >= least ? one : -1
  }
  for (let from = froms.length - 1; from >= 0; from -= 1) {
    for (let to = tos.length - 1; to >= 0; to -= 1) {
      const row = best[from] ?? []
      row[to] = Math.max(at(from + 1, to), at(from, to + 1), fit(from, to) + at(from + 1, to + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let [from, to] = [0, 0]; from < froms.length && to < tos.length;) {
    if (at(from, to) === at(from + 1, to)) from += 1
    else if (at(from, to) === at(from, to + 1)) to += 1
    else pairs.push([froms[from++] ?? -1, tos[to++] ?? -1])
  }
  return pairs
}

/** As likeness of words; but what was lengthened or cut short at its place is known by the shorter wording, too. */
function agreement({ from, to, weights }: Scope, one: number, other: number): number {
  const [was, is] = [bagAt(from.bag, one), bagAt(to.bag, other)]
  if (was.weight === 0 || is.weight === 0) return 0
  const shared = sharedWeight(was, is, weights)
  return Math.max((2 * shared) / (was.weight + is.weight), (CONTAINED * shared) / Math.min(was.weight, is.weight))
}

const CONTAINED = 0.6
