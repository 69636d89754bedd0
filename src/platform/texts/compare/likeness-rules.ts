import { neighboursOf, type Neighbours } from './neighbour-rules.ts'
import { freeFroms, freeTos, isFree, pair, type Scope } from './pairing-rules.ts'
import { bagLikeness, EMPTY_BAG, type Bag } from './word-bag-rules.ts'

/** From which likeness of words two nodes are taken for one, and when that is certain. */
export type LikenessLaw = {
  /** Below this they are two, whatever stands around them. */
  least: number
  /** How many of the two neighbours must agree. */
  neighbours: number
  sure: (pair: Candidate) => boolean
}

export type Candidate = {
  from: number
  to: number
  /** Of the words alone. */
  likeness: number
  /** With what stands around them. */
  score: number
  neighbours: number
  sameParent: boolean
  sameLabel: boolean
  /** How far the next best partner that nobody else has a better claim to lies behind; 1: there is none. */
  lead: number
  /** The greatest likeness of either with a node that has its partner: a copy of something that lives on. */
  elsewhere: () => number
}

/** Pairs what is still free by likeness, the most alike first. */
export function pairAlike(scope: Scope, law: LikenessLaw): void {
  const found = candidatesOf(scope, law).toSorted((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)
  const byFrom = listed(found, (one) => one.from)
  const byTo = listed(found, (one) => one.to)
  const { toOf, fromOf } = scope.pairing
  const elsewhere = likenessElsewhere(scope)
  const open = (one: Candidate): boolean => isFree(toOf, one.from) && isFree(fromOf, one.to)
  const leadOf = (one: Candidate): number => {
    const rivals = [...(byFrom.get(one.from) ?? []), ...(byTo.get(one.to) ?? [])].filter(
      (other) => other !== one && open(other) && !hasBetterClaim(other, one, byFrom, byTo, open),
    )
    return rivals.length === 0 ? 1 : one.score - Math.max(...rivals.map((other) => other.score))
  }
  for (const one of found) {
    if (!open(one)) continue
    one.lead = leadOf(one)
    one.elsewhere = () => Math.max(elsewhere.ofFrom(one.from), elsewhere.ofTo(one.to))
    pair(scope.pairing, one.from, one.to, law.sure(one))
  }
}

type Elsewhere = { ofFrom: (at: number) => number; ofTo: (at: number) => number }

/** As things stood before this round: a partner found in it is a rival, and counted as one. */
function likenessElsewhere(scope: Scope): Elsewhere {
  const { froms, tos, pairing } = scope
  const [takenFroms, takenTos] = [
    froms.filter((at) => !isFree(pairing.toOf, at)),
    tos.filter((at) => !isFree(pairing.fromOf, at)),
  ]
  const most = (
    side: Scope['from'],
    at: number,
    other: Scope['from'],
    postings: () => Postings,
    among: number,
  ): number =>
    likeliest(side.bag, at, other.bag, scope.weights, postings(), among).reduce(
      (best, one) => Math.max(best, bagLikeness(bagAt(side.bag, at), bagAt(other.bag, one), scope.weights)),
      0,
    )
  const postings = {
    froms: once(() => postingsOf(takenFroms, scope.from.bag)),
    tos: once(() => postingsOf(takenTos, scope.to.bag)),
  }
  return {
    ofFrom: (at) => most(scope.from, at, scope.to, postings.tos, takenTos.length),
    ofTo: (at) => most(scope.to, at, scope.from, postings.froms, takenFroms.length),
  }
}

function once<Value>(make: () => Value): () => Value {
  let known: { value: Value } | null = null
  return () => (known ??= { value: make() }).value
}

type Listed = ReadonlyMap<number, readonly Candidate[]>

/** The rival's other node belongs to somebody else far more than to this one. */
function hasBetterClaim(
  rival: Candidate,
  one: Candidate,
  byFrom: Listed,
  byTo: Listed,
  open: (one: Candidate) => boolean,
): boolean {
  const claims = rival.from === one.from ? byTo.get(rival.to) : byFrom.get(rival.from)
  return (claims ?? []).some(
    (claim) =>
      claim !== rival &&
      claim.from !== one.from &&
      claim.to !== one.to &&
      open(claim) &&
      claim.score >= rival.score + CLAIM,
  )
}

const CLAIM = 0.1

function listed(found: readonly Candidate[], nameOf: (one: Candidate) => number): Map<number, Candidate[]> {
  const lists = new Map<number, Candidate[]>()
  for (const one of found) {
    const list = lists.get(nameOf(one))
    if (list) list.push(one)
    else lists.set(nameOf(one), [one])
  }
  return lists
}

/** So many of the most alike are looked at for each node. */
const MOST_CANDIDATES = 6

function candidatesOf(scope: Scope, law: LikenessLaw): Candidate[] {
  const neighbours = neighboursOf(scope)
  const tos = freeTos(scope)
  const postings = postingsOf(tos, scope.to.bag)
  return freeFroms(scope).flatMap((from) =>
    likeliest(scope.from.bag, from, scope.to.bag, scope.weights, postings, tos.length)
      .map((to) => candidate(scope, neighbours, from, to))
      .filter((one) => one.likeness >= law.least && one.neighbours >= law.neighbours)
      .toSorted((a, b) => b.score - a.score || a.to - b.to)
      .slice(0, MOST_CANDIDATES),
  )
}

function candidate(scope: Scope, neighbours: Neighbours, from: number, to: number): Candidate {
  const [one, other] = [scope.from.index.nodes[from], scope.to.index.nodes[to]]
  const likeness = bagLikeness(bagAt(scope.from.bag, from), bagAt(scope.to.bag, to), scope.weights)
  const agree = neighbours.agree(from, to)
  const sameParent = scope.sameParent(from, to)
  const sameLabel = !!one?.label && one.label === other?.label
  const sameHeading = !!one?.heading && one.heading === other?.heading
  const score =
    likeness + 0.04 * agree + 0.05 * Number(sameParent) + 0.03 * Number(sameLabel) + 0.06 * Number(sameHeading)
  return { from, to, likeness, score, neighbours: agree, sameParent, sameLabel, lead: 1, elsewhere: () => 0 }
}

export type Postings = ReadonlyMap<number, readonly number[]>

/** For each word the nodes in which it stands. */
export function postingsOf(row: readonly number[], bags: readonly Bag[]): Postings {
  const postings = new Map<number, number[]>()
  for (const at of row) {
    for (const word of bagAt(bags, at).words.keys()) {
      const list = postings.get(word)
      if (list) list.push(at)
      else postings.set(word, [at])
    }
  }
  return postings
}

/**
 * Words in more nodes than these find nobody: the articles of a code all say "ligj". Where few nodes are compared, every
 * word counts.
 */
const COMMON_FROM = 60

function likeliest(
  bags: readonly Bag[],
  at: number,
  others: readonly Bag[],
  weights: readonly number[],
  postings: Postings,
  among: number,
): number[] {
  const common = Math.max(COMMON_FROM, among * 0.1)
  const shared = new Map<number, number>()
  for (const [word, count] of bagAt(bags, at).words) {
    const list = postings.get(word) ?? []
    if (list.length > common) continue
    for (const other of list) {
      const there = bagAt(others, other).words.get(word) ?? 0
      shared.set(other, (shared.get(other) ?? 0) + Math.min(count, there) * (weights[word] ?? 0))
    }
  }
  const own = bagAt(bags, at).weight
  const rough = [...shared].map(([other, weight]) => [other, weight / (own + bagAt(others, other).weight)] as const)
  return rough
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 2 * MOST_CANDIDATES)
    .map(([other]) => other)
}

export const bagAt = (bags: readonly Bag[], at: number): Bag => bags[at] ?? EMPTY_BAG
