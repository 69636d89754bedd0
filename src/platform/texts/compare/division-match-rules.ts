import { pairRepeated, pairUnique } from './exact-match-rules.ts'
import { neighboursOf, type Neighbours } from './neighbour-rules.ts'
import { findDivisionSplits, type Beneath } from './division-split-rules.ts'
import { freeFroms, freeTos, isFree, pair, turned, type Pairing, type Scope } from './pairing-rules.ts'
import type { Split } from './split-rules.ts'
import type { VersionIndex } from './version-index-rules.ts'
import { EMPTY_BAG, plainLikeness } from './word-bag-rules.ts'

/**
 * Parts, titles, chapters and sections are found again by their headings, and where those are not enough (eighteen
 * chapters of the civil code are headed "Dispozita të përgjithshme") by their neighbours and by the articles beneath them.
 */
export function pairDivisions(from: VersionIndex, to: VersionIndex, pairing: Pairing): DivisionTies {
  const scope = divisionScope(from, to, pairing)
  pairUnique(scope, 0, () => true)
  pairRepeated(scope, false)
  const found = candidatesOf(scope).toSorted((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)
  const open = (one: Candidate): boolean => isFree(pairing.toOf, one.from) && isFree(pairing.fromOf, one.to)
  for (const one of found) {
    if (!open(one) || one.score < LEAST) continue
    const rivals = found.filter(
      (other) => other !== one && open(other) && (other.from === one.from || other.to === one.to),
    )
    const lead = one.score - Math.max(0, ...rivals.map((other) => other.score))
    pair(pairing, one.from, one.to, one.score >= SURE && lead >= LEAD)
  }
  const beneath = { from: articlesBeneath(from), to: articlesBeneath(to) }
  return {
    splits: findDivisionSplits(scope, beneath.from, beneath.to),
    mergers: findDivisionSplits(turned(scope), beneath.to, beneath.from),
  }
}

type DivisionTies = { splits: Split[]; mergers: Split[] }

/** Most of the articles, or the heading and something of the rest. */
const LEAST = 0.4
const SURE = 0.5
const LEAD = 0.1

function divisionScope(from: VersionIndex, to: VersionIndex, pairing: Pairing): Scope {
  const side = (index: VersionIndex): Scope['from'] => ({
    index,
    // A part and a chapter of one heading are two, if only to tell them apart.
    key: index.own.map((own, at) => `${index.nodes[at]?.kind} ${own}`),
    bag: index.nodes.map(() => EMPTY_BAG),
  })
  return {
    from: side(from),
    to: side(to),
    weights: [],
    pairing,
    froms: divisionsOf(from),
    tos: divisionsOf(to),
    sameParent: () => false,
  }
}

type Candidate = { from: number; to: number; score: number }

function candidatesOf(scope: Scope): Candidate[] {
  const [froms, tos] = [freeFroms(scope), freeTos(scope)]
  if (froms.length === 0 || tos.length === 0) return []
  const neighbours = neighboursOf(scope)
  const beneath = { from: articlesBeneath(scope.from.index), to: articlesBeneath(scope.to.index) }
  const shared = sharedArticles(scope, beneath)
  return froms.flatMap((from) =>
    tos.flatMap((to) => {
      const articles = shared.get(`${from} ${to}`) ?? 0
      const all = (beneath.from.get(from)?.length ?? 0) + (beneath.to.get(to)?.length ?? 0)
      if (articles === 0 && neighbours.agree(from, to) === 0) return []
      return [{ from, to, score: scoreOf(scope, neighbours, from, to, all === 0 ? 0 : (2 * articles) / all) }]
    }),
  )
}

function scoreOf({ from, to }: Scope, neighbours: Neighbours, one: number, other: number, articles: number): number {
  const [node, counterpart] = [from.index.nodes[one], to.index.nodes[other]]
  return (
    0.5 * articles +
    0.4 * plainLikeness((from.index.own[one] ?? '').toLowerCase(), (to.index.own[other] ?? '').toLowerCase()) +
    0.1 * Number(node?.kind === counterpart?.kind) +
    0.05 * Number(node?.label === counterpart?.label) +
    0.05 * neighbours.agree(one, other)
  )
}

function sharedArticles({ pairing }: Scope, beneath: { from: Beneath; to: Beneath }): Map<string, number> {
  const shared = new Map<string, number>()
  const aboveTo = new Map<number, number[]>()
  for (const [division, articles] of beneath.to) {
    for (const at of articles) aboveTo.set(at, [...(aboveTo.get(at) ?? []), division])
  }
  for (const [division, articles] of beneath.from) {
    for (const at of articles) {
      for (const other of aboveTo.get(pairing.toOf[at] ?? -1) ?? []) {
        shared.set(`${division} ${other}`, (shared.get(`${division} ${other}`) ?? 0) + 1)
      }
    }
  }
  return shared
}

const divisionsOf = ({ level }: VersionIndex): number[] => level.flatMap((one, at) => (one === 'division' ? [at] : []))

/** Articles, and what stands in none, by the divisions above them. */
function articlesBeneath(index: VersionIndex): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const at of index.nodes.keys()) {
    if (index.level[at] === 'division' || index.home[at] !== at) continue
    for (let above = index.parent[at] ?? -1; above >= 0; above = index.parent[above] ?? -1) {
      const list = found.get(above)
      if (list) list.push(at)
      else found.set(above, [at])
    }
  }
  return found
}
