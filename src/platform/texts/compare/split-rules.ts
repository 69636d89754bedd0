import { bagAt, postingsOf, type Postings } from './likeness-rules.ts'
import { isFree, turned, type Scope } from './pairing-rules.ts'
import { bagTogether, bagWithout, sharedWeight, type Bag } from './word-bag-rules.ts'

/** One node of which several became. The first of `pieces` keeps the lineage. */
export type Split = { whole: number; pieces: number[]; likeness: number; sure: boolean }

export type SplitLaw = {
  /** A piece has at least so many words: fewer are found in anything. */
  leastWords: number
  /** So much of the piece must be what the whole has lost. */
  least: number
  /** From here it is certain; null: never. */
  sure: number | null
  /** Pieces are sought only right beside what is left of the whole, or another piece of it. */
  beside?: boolean
}

/** Nodes of the later version that nobody continues, and whose words are what a node of the earlier one lost. */
export function findSplits(scope: Scope, law: SplitLaw): Split[] {
  const pieces = scope.tos.filter(
    (at) => isFree(scope.pairing.fromOf, at) && bagAt(scope.to.bag, at).count >= law.leastWords,
  )
  if (pieces.length === 0) return []
  const wholes = scope.froms.filter((at) => hasLost(scope, at))
  const postings = postingsOf(wholes, scope.from.bag)
  const torn = new Map<number, { piece: number; share: number }[]>()
  const near = law.beside ? besideOf(scope, torn) : () => true
  for (const piece of pieces) {
    const found = wholeOf(scope, piece, postings, torn, law, near)
    if (found) torn.set(found.whole, [...(torn.get(found.whole) ?? []), { piece, share: found.share }])
  }
  return [...torn].flatMap(([whole, found]) => splitOf(scope, law, whole, found))
}

/** Nodes of the earlier version that are gone, and whose words are what a node of the later one gained. */
export const findMergers = (scope: Scope, law: SplitLaw): Split[] => findSplits(turned(scope), law)

function hasLost({ pairing, from, to }: Scope, at: number): boolean {
  const partner = pairing.toOf[at] ?? -1
  return partner < 0 || from.key[at] !== to.key[partner]
}

type Torn = ReadonlyMap<number, readonly { piece: number }[]>

/** Which node the piece was torn from: the one that lost most of its words. */
function wholeOf(
  scope: Scope,
  piece: number,
  postings: Postings,
  torn: Torn,
  law: SplitLaw,
  near: (piece: number, whole: number) => boolean,
): { whole: number; share: number } | null {
  const bag = bagAt(scope.to.bag, piece)
  const best = mostShared(scope, bag, postings)
    .filter((whole) => near(piece, whole))
    .map((whole) => ({ whole, share: sharedWeight(lostBy(scope, whole, torn), bag, scope.weights) / bag.weight }))
    .toSorted((a, b) => b.share - a.share || a.whole - b.whole)[0]
  return best && best.share >= law.least ? best : null
}

function besideOf({ tos, pairing }: Scope, torn: Torn): (piece: number, whole: number) => boolean {
  const place = new Map(tos.map((at, order) => [at, order]))
  return (piece, whole) => {
    const at = place.get(piece) ?? -1
    const kept = [pairing.toOf[whole] ?? -1, ...(torn.get(whole) ?? []).map((one) => one.piece)]
    return [tos[at - 1], tos[at + 1]].some((other) => other !== undefined && kept.includes(other))
  }
}

function lostBy(scope: Scope, whole: number, torn: Torn): Bag {
  const kept = [scope.pairing.toOf[whole] ?? -1, ...(torn.get(whole) ?? []).map((one) => one.piece)]
  const bags = kept.filter((at) => at >= 0).map((at) => bagAt(scope.to.bag, at))
  const bag = bagAt(scope.from.bag, whole)
  return bags.length === 0 ? bag : bagWithout(bag, bagTogether(bags), scope.weights)
}

const MOST_WHOLES = 8

function mostShared(scope: Scope, bag: Bag, postings: Postings): number[] {
  const shared = new Map<number, number>()
  for (const [word, count] of bag.words) {
    const weight = (scope.weights[word] ?? 0) * count
    for (const at of postings.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight)
  }
  return [...shared]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_WHOLES)
    .map(([at]) => at)
}

function splitOf(scope: Scope, law: SplitLaw, whole: number, found: { piece: number; share: number }[]): Split[] {
  const partner = scope.pairing.toOf[whole] ?? -1
  const rest = found.map(({ piece }) => piece)
  if (partner < 0 && rest.length < 2) return []
  const pieces = keeperFirst(scope, whole, partner < 0 ? rest : [partner, ...rest])
  const bag = bagAt(scope.from.bag, whole)
  const all = bagTogether(pieces.map((at) => bagAt(scope.to.bag, at)))
  // At most 1, but for the last digit: the words are added up in another order.
  const likeness = Math.min(1, (2 * sharedWeight(bag, all, scope.weights)) / (bag.weight + all.weight))
  const least = law.sure ?? Infinity
  const sure = found.every(({ share }) => share >= least) && likeness >= least && standTogether(scope, pieces)
  return [{ whole, pieces, likeness, sure }]
}

/** The lineage goes with most of the words; of pieces of like size with the one that kept heading and label. */
function keeperFirst({ from, to }: Scope, whole: number, pieces: readonly number[]): number[] {
  const node = from.index.nodes[whole]
  const claim = (at: number): number => {
    const piece = to.index.nodes[at]
    const sameLabel = !!node?.label && piece?.label === node.label
    const sameHeading = !!node?.heading && piece?.heading === node.heading
    return (
      bagAt(to.bag, at).weight / bagAt(from.bag, whole).weight + 0.2 * Number(sameLabel) + 0.2 * Number(sameHeading)
    )
  }
  return pieces.toSorted((a, b) => claim(b) - claim(a) || a - b)
}

/** Pieces of one node stand next to each other, with nothing between them but what stands beneath them. */
function standTogether({ tos, to }: Scope, pieces: readonly number[]): boolean {
  const inOrder = pieces.toSorted((a, b) => a - b)
  return inOrder.every((piece, place) => {
    const next = inOrder[place + 1]
    return next === undefined || !tos.some((at) => at >= (to.index.end[piece] ?? 0) && at < next)
  })
}
