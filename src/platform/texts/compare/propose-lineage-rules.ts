import {
  articleScope,
  articlesLeft,
  joinedArticles,
  mergedArticles,
  pairArticles,
  splitArticles,
  tornArticles,
} from './article-match-rules.ts'
import { pairByItems, partsByItems } from './article-evidence-rules.ts'
import { changesOf, type NodeLink } from './change-kind-rules.ts'
import type { ComparedNode, Comparison } from './comparison.ts'
import { pairDivisions } from './division-match-rules.ts'
import {
  joinedItems,
  mergedItems,
  pairItemsAcross,
  pairItemsAlike,
  pairItemsAlikeAcross,
  pairItemsExactly,
  pairItemsLeft,
  splitItems,
  tornItems,
} from './item-match-rules.ts'
import { isFree, noPairs, type Pairing, type Scope } from './pairing-rules.ts'
import type { Split } from './split-rules.ts'
import { versionIndex, type VersionIndex } from './version-index-rules.ts'
import { bagsOf } from './word-bag-rules.ts'

/**
 * Which nodes of a version that was read anew continue which of the earlier one, without trusting numbers. The ids of
 * `to` only name its nodes. Of a split the first of `to`, of a merger the first of `from` is the one whose lineage lives
 * on.
 *
 * Articles are found first, by all their words; then the divisions that hold them; then points, letters and paragraphs
 * within the articles that belong together, and last those that left one article for another.
 */
export function proposeLineage(from: readonly ComparedNode[], to: readonly ComparedNode[]): Comparison {
  const versions = { from: versionIndex(from), to: versionIndex(to) }
  const pairing = noPairs(versions.from, versions.to)
  const articles = articleScope(versions.from, versions.to, pairing)
  pairArticles(articles)
  const ties = new Ties()
  const items = itemScope(versions, pairing, ties)
  pairItemsAcross(items, onlyOnce(items))
  pairByItems(articles, items)
  ties.addSplits(splitArticles(articles))
  ties.addMergers(mergedArticles(articles))
  ties.addSplits(tornArticles(withoutTied(articles, ties)))
  ties.addMergers(joinedArticles(withoutTied(articles, ties)))
  articlesLeft(withoutTied(articles, ties))
  pairItems(versions, articles, items, ties)
  const divisions = pairDivisions(versions.from, versions.to, pairing)
  ties.addSplits(divisions.splits)
  ties.addMergers(divisions.mergers)
  return changesOf(versions, ties.links(pairing))
}

/** Splits and mergers that were found: each node stands in one at most. */
class Ties {
  readonly #links: NodeLink[] = []
  readonly #from = new Map<number, NodeLink>()
  readonly #to = new Map<number, NodeLink>()

  addSplits(splits: readonly Split[]): void {
    for (const { whole, pieces, likeness, sure } of splits)
      this.#add({ from: [whole], to: pieces, likeness, certain: sure })
  }

  addMergers(mergers: readonly Split[]): void {
    for (const { whole, pieces, likeness, sure } of mergers)
      this.#add({ from: pieces, to: [whole], likeness, certain: sure })
  }

  addByItems(articles: Scope, items: Scope): void {
    const { splits, mergers } = partsByItems(articles, items)
    this.addSplits(splits)
    for (const merger of mergers) this.#reseat(merger)
    this.addMergers(mergers)
  }

  /**
   * An article that took in most of another looks like a piece split off from that other. If what it said itself is found
   * in it again, both are the continuation of themselves, in doubt.
   */
  #reseat({ whole, pieces }: Split): void {
    const split = this.#to.get(whole)
    const [own, ...others] = pieces.filter((at) => !this.#from.has(at))
    if (!split || own === undefined || others.length > 0 || split.from.length > 1 || split.to.length !== 2) return
    const rest = split.to.filter((at) => at !== whole)
    this.#links.splice(this.#links.indexOf(split), 1)
    for (const at of split.from) this.#from.delete(at)
    for (const at of split.to) this.#to.delete(at)
    this.#add({ from: split.from, to: rest, certain: false })
    this.#add({ from: [own], to: [whole], certain: false })
  }

  #add(link: NodeLink): void {
    if (link.from.some((at) => this.#from.has(at)) || link.to.some((at) => this.#to.has(at))) return
    this.#links.push(link)
    for (const at of link.from) this.#from.set(at, link)
    for (const at of link.to) this.#to.set(at, link)
  }

  ofFrom = (at: number): NodeLink | undefined => this.#from.get(at)
  ofTo = (at: number): NodeLink | undefined => this.#to.get(at)

  links({ toOf, sureFrom }: Pairing): NodeLink[] {
    const pairs = toOf.flatMap((to, from) =>
      to < 0 || this.#from.has(from) || this.#to.has(to)
        ? []
        : [{ from: [from], to: [to], certain: sureFrom[from] ?? false }],
    )
    return [...this.#links, ...pairs]
  }
}

type Versions = { from: VersionIndex; to: VersionIndex }

function itemScope(versions: Versions, pairing: Pairing, ties: Ties): Scope {
  const { from, to } = versions
  const bags = bagsOf(from.own, to.own)
  return {
    from: { index: from, key: from.own, bag: bags.from },
    to: { index: to, key: to.own, bag: bags.to },
    weights: bags.weights,
    pairing,
    froms: itemsOf(from),
    tos: itemsOf(to),
    sameParent: (one, other) => sameParent(versions, pairing, ties, one, other),
  }
}

function pairItems(versions: Versions, articles: Scope, all: Scope, ties: Ties): void {
  const { pairing } = articles
  const families = (): Scope[] => familiesOf(versions, pairing, ties).map((family) => ({ ...all, ...family }))
  for (const family of families()) pairItemsExactly(family)
  for (const family of families()) {
    pairItemsAlike(family)
    ties.addSplits(splitItems(family))
    ties.addMergers(mergedItems(family))
  }
  pairItemsAlikeAcross(withoutTied(all, ties))
  ties.addByItems(withoutTied(articles, ties), all)
  for (const family of families()) {
    ties.addSplits(tornItems(withoutTied(family, ties)))
    ties.addMergers(joinedItems(withoutTied(family, ties)))
    pairItemsLeft(withoutTied(family, ties))
  }
}

/** What became a piece of something, or went into something, seeks no partner any more. */
const withoutTied = (scope: Scope, ties: Ties): Scope => ({
  ...scope,
  froms: scope.froms.filter((at) => !isFree(scope.pairing.toOf, at) || !ties.ofFrom(at)),
  tos: scope.tos.filter((at) => !isFree(scope.pairing.fromOf, at) || !ties.ofTo(at)),
})

const itemsOf = ({ level }: VersionIndex): number[] => level.flatMap((one, at) => (one === 'item' ? [at] : []))

/** Says what nothing else says in either version, paired or not. */
function onlyOnce({ from, to, froms, tos }: Scope): (one: number, other: number) => boolean {
  const count = new Map<string, number>()
  for (const at of froms) count.set(from.key[at] ?? '', (count.get(from.key[at] ?? '') ?? 0) + 1)
  const later = new Map<string, number>()
  for (const at of tos) later.set(to.key[at] ?? '', (later.get(to.key[at] ?? '') ?? 0) + 1)
  return (one) => count.get(from.key[one] ?? '') === 1 && later.get(from.key[one] ?? '') === 1
}

function sameParent({ from, to }: Versions, pairing: Pairing, ties: Ties, one: number, other: number): boolean {
  const [above, beneath] = [from.parent[one] ?? -1, to.parent[other] ?? -1]
  if (above < 0 || beneath < 0) return above === beneath
  const tie = ties.ofFrom(above)
  return pairing.toOf[above] === beneath || (tie !== undefined && tie === ties.ofTo(beneath))
}

type Family = { froms: number[]; tos: number[] }

/** The items of articles that stand for each other, and as one more family those that stand in no article. */
function familiesOf({ from, to }: Versions, pairing: Pairing, ties: Ties): Family[] {
  const families = new Map<unknown, Family>()
  const family = (key: unknown): Family => {
    const known = families.get(key) ?? { froms: [], tos: [] }
    families.set(key, known)
    return known
  }
  for (const at of itemsOf(from)) {
    const home = homeOf(from, at)
    family(home < 0 ? -1 : (ties.ofFrom(home) ?? home)).froms.push(at)
  }
  for (const at of itemsOf(to)) {
    const home = homeOf(to, at)
    const partner = home < 0 ? -1 : (pairing.fromOf[home] ?? -1)
    if (home < 0) family(-1).tos.push(at)
    else if (ties.ofTo(home) ?? partner >= 0) family(ties.ofTo(home) ?? partner).tos.push(at)
  }
  return [...families.values()].filter(({ froms, tos }) => froms.length > 0 && tos.length > 0)
}

const homeOf = ({ home, level }: VersionIndex, at: number): number => {
  const one = home[at] ?? -1
  return one >= 0 && level[one] === 'article' ? one : -1
}
