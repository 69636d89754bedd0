import { foldWords } from '#platform/texts/words-rules.ts'
import {
  allBeneath,
  isWord,
  tellingWords,
  parentsOf,
  withBeneath,
  wordsOf,
  type Tracked,
  type TrackedText,
} from './tracked.ts'

/** What became of what, from the words that were carried along and from what whoever redrafts meant. */
export type Truth = {
  earlier: ReadonlyMap<string, Tracked>
  later: ReadonlyMap<string, Tracked>
  /** Of a later node: earlier ones that it certainly continues. */
  must: ReadonlyMap<string, ReadonlySet<string>>
  /** Of a later node: earlier ones of which it can be said and denied that it continues them. */
  may: ReadonlyMap<string, ReadonlySet<string>>
  /** Of an earlier node: later ones that certainly continue it. */
  successors: ReadonlyMap<string, ReadonlySet<string>>
  /** Of a later node: it stands as it stood, word for word, and nothing around it was touched. */
  untouched: ReadonlySet<string>
  /** Siblings of what moved, or of what stands in another order. */
  besideMoved: ReadonlySet<string>
}

export function truthOf({ root }: TrackedText, laterRoot: Tracked): Truth {
  const earlier = new Map(allBeneath(root).map((node) => [node.id, node]))
  const later = new Map(allBeneath(laterRoot).map((node) => [node.id, node]))
  const shared = sharedWords(root, laterRoot)
  const must = new Map<string, Set<string>>()
  const may = new Map<string, Set<string>>()
  const successors = new Map<string, Set<string>>()
  const add = (to: Map<string, Set<string>>, key: string, value: string) =>
    to.set(key, (to.get(key) ?? new Set()).add(value))
  for (const node of later.values()) {
    for (const id of new Set([...node.from, ...(shared.pairs.get(node.id)?.keys() ?? [])])) {
      const bond = sameLevel(node, earlier.get(id)) ? bondOf(node, id, shared) : 'none'
      if (bond === 'must') add(must, node.id, id)
      if (bond === 'must') add(successors, id, node.id)
      if (bond === 'may') add(may, node.id, id)
    }
  }
  const twins = twinsOf(root)
  for (const [id, from] of [...must, ...may]) {
    for (const one of from) for (const twin of twins.get(one) ?? []) add(may, id, twin)
  }
  return {
    earlier,
    later,
    must,
    may,
    successors,
    untouched: untouchedOf(earlier, later, root, laterRoot),
    besideMoved: besideMoved(earlier, laterRoot),
  }
}

const levelOf = ({ kind }: Tracked): string =>
  kind === 'article' ? 'article' : ['point', 'letter', 'paragraph', 'table'].includes(kind) ? 'item' : 'division'

const sameLevel = (one: Tracked, other: Tracked | undefined): boolean =>
  other !== undefined && levelOf(one) === levelOf(other)

type Shared = {
  pairs: Map<string, Map<string, number>>
  earlierSizes: Map<string, number>
  laterSizes: Map<string, number>
  /**
   * Whose heading it has, in part at least. Half the articles of a chapter under a new heading can be called a chapter split or a
   * new chapter to which articles moved.
   */
  headings: Map<string, Set<string>>
}

/** How many words of each earlier node with all beneath it stand in each later one with all beneath it. */
function sharedWords(root: Tracked, laterRoot: Tracked): Shared {
  const owners = new Map<number, Tracked>()
  const parents = parentsOf(root)
  const laterParents = parentsOf(laterRoot)
  const earlierSizes = new Map<string, number>()
  const laterSizes = new Map<string, number>()
  const above = (node: Tracked, of: Map<Tracked, Tracked>): Tracked[] => {
    const chain: Tracked[] = []
    for (let one: Tracked | undefined = node; one && one.id !== ''; one = of.get(one)) chain.push(one)
    return chain
  }
  const words = (node: Tracked) => tellingWords([...(node.heading ?? []), ...node.body])
  for (const node of allBeneath(root)) {
    const own = words(node)
    for (const token of own) owners.set(token.origin, node)
    for (const one of above(node, parents)) earlierSizes.set(one.id, (earlierSizes.get(one.id) ?? 0) + own.length)
  }
  const pairs = new Map<string, Map<string, number>>()
  const headings = new Map<string, Set<string>>()
  for (const node of allBeneath(laterRoot)) {
    headings.set(node.id, headingsOf(node, owners))
    const chain = above(node, laterParents)
    const own = words(node)
    for (const one of chain) laterSizes.set(one.id, (laterSizes.get(one.id) ?? 0) + own.length)
    const counts = new Map<Tracked, number>()
    for (const token of own) {
      const owner = owners.get(token.origin)
      if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1)
    }
    for (const [owner, count] of counts) {
      const olds = above(owner, parents)
      for (const one of chain) {
        const row = pairs.get(one.id) ?? new Map<string, number>()
        for (const old of olds) row.set(old.id, (row.get(old.id) ?? 0) + count)
        pairs.set(one.id, row)
      }
    }
  }
  return { pairs, earlierSizes, laterSizes, headings }
}

/** Chapters without a heading are known by their label alone. */
function headingsOf(node: Tracked, owners: ReadonlyMap<number, Tracked>): Set<string> {
  if (node.heading === null) return new Set(node.from)
  return new Set(node.heading.filter(isWord).flatMap((token) => owners.get(token.origin)?.id ?? []))
}

/** Fewer words than these prove no identity. */
const FEW = 3

function bondOf(node: Tracked, from: string, shared: Shared): 'must' | 'may' | 'none' {
  const count = shared.pairs.get(node.id)?.get(from) ?? 0
  const ofEarlier = count / Math.max(1, shared.earlierSizes.get(from) ?? 0)
  const ofLater = count / Math.max(1, shared.laterSizes.get(node.id) ?? 0)
  if (node.from.includes(from)) {
    if (levelOf(node) === 'division' && !shared.headings.get(node.id)?.has(from)) return 'may'
    if ((shared.earlierSizes.get(from) ?? 0) < FEW) return 'may'
    return ofEarlier >= 0.5 || (ofLater >= 0.5 && ofEarlier >= 0.3) ? 'must' : 'may'
  }
  return ofEarlier >= 0.25 || ofLater >= 0.25 ? 'may' : 'none'
}

/** Siblings that say word for word the same: which of them is which is nobody's question. */
function twinsOf(root: Tracked): Map<string, string[]> {
  const twins = new Map<string, string[]>()
  for (const parent of withBeneath(root)) {
    const groups = Map.groupBy(parent.children, (child) => `${child.kind} ${sayings(child)}`)
    for (const group of groups.values()) {
      for (const one of group.length > 1 ? group : []) {
        twins.set(
          one.id,
          group.filter((other) => other !== one).map((other) => other.id),
        )
      }
    }
  }
  return twins
}

/** All that a node says with what is beneath it. */
export const sayings = (node: Tracked): string =>
  foldWords(
    withBeneath(node)
      .map((one) => `${one.heading === null ? '' : wordsOf(one.heading)} ${wordsOf(one.body)}`)
      .join(' '),
  )

function untouchedOf(
  earlier: ReadonlyMap<string, Tracked>,
  later: ReadonlyMap<string, Tracked>,
  root: Tracked,
  laterRoot: Tracked,
): Set<string> {
  const parents = parentsOf(root)
  const laterParents = parentsOf(laterRoot)
  const same = [...later.values()].filter((node) => {
    const was = node.from.length === 1 ? earlier.get(node.from[0] ?? '') : undefined
    if (!was || node.by.size > 0 || was.kind !== node.kind) return false
    const parent = laterParents.get(node)
    const under = parents.get(was)
    const stays = parent?.id === '' ? under?.id === '' : under !== undefined && parent?.from[0] === under.id
    return (
      stays && wordsOf(was.body) === wordsOf(node.body) && wordsOf(was.heading ?? []) === wordsOf(node.heading ?? [])
    )
  })
  return new Set(same.map((node) => node.id))
}

function besideMoved(earlier: ReadonlyMap<string, Tracked>, laterRoot: Tracked): Set<string> {
  const places = new Map([...earlier.keys()].map((id, at) => [id, at]))
  const beside = new Set<string>()
  for (const { children } of withBeneath(laterRoot)) {
    const order = children.flatMap((child) => places.get(child.from[0] ?? '') ?? [])
    if (order.some((place, at) => place < (order[at - 1] ?? 0))) for (const child of children) beside.add(child.id)
  }
  return beside
}
