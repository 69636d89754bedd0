import type { Comparison, NodeChange } from './comparison.ts'
import { keptInOrder } from './order-rules.ts'
import type { VersionIndex } from './version-index-rules.ts'
import { plainLikeness } from './word-bag-rules.ts'

/**
 * Nodes that belong together, by their places in the two versions. Of several, the first is the one whose lineage lives
 * on. What stands in no link is gone, or new.
 */
export type NodeLink = { from: readonly number[]; to: readonly number[]; certain: boolean; likeness?: number }

export type Versions = { from: VersionIndex; to: VersionIndex }

/** From links to what became of each node: whether it moved, whether it says something else, and where that is told. */
export function changesOf(versions: Versions, links: readonly NodeLink[]): Comparison {
  const moved = movedLinks(versions, links)
  const changes = links.map((link, at) => changeOf(versions, link, moved.has(at)))
  return inReadingOrder(versions, links, changes, moved)
}

function changeOf({ from, to }: Versions, link: NodeLink, moved: boolean): NodeChange {
  const single = link.from.length === 1 && link.to.length === 1
  const words = wordsLikeness(joined(from, link.from), joined(to, link.to))
  const kind = !single
    ? link.from.length > 1
      ? 'merged'
      : 'split'
    : !words.same
      ? 'reworded'
      : moved
        ? 'moved'
        : 'same'
  return {
    kind,
    from: link.from.map((at) => idAt(from, at)),
    to: link.to.map((at) => idAt(to, at)),
    alsoMoved: moved && kind !== 'moved',
    likeness: single ? words.likeness : (link.likeness ?? words.likeness),
    certain: link.certain,
  }
}

const idAt = ({ nodes }: VersionIndex, at: number): string => {
  const node = nodes[at]
  if (!node) throw new Error(`a link names node ${at} of ${nodes.length}`)
  return node.nodeId
}

const joined = ({ own }: VersionIndex, places: readonly number[]): string =>
  places
    .toSorted((a, b) => a - b)
    .map((at) => own[at] ?? '')
    .join(' ')
    .trim()

/** Never 1 for words that differ, if only by a sign: a reader is told of every difference. */
function wordsLikeness(one: string, other: string): { same: boolean; likeness: number } {
  const same = one === other
  return { same, likeness: same ? 1 : Math.min(plainLikeness(one, other), 0.99) }
}

/**
 * The links whose node stands elsewhere, beyond what was put in or taken out around it. Under the same parent it moved if
 * it left the order of its siblings. Under another it moved, except where a division was put in or taken out above it:
 * then it moved only if it left the order of the whole text.
 */
function movedLinks(versions: Versions, links: readonly NodeLink[]): Set<number> {
  const linked = linksByPlace(links)
  const moved = new Set<number>()
  const families = new Map<string, number[]>()
  const resettled = new Map<string, number[]>()
  for (const [at, link] of links.entries()) {
    const [above, beneath] = [versions.from.parent[link.from[0] ?? 0] ?? -1, versions.to.parent[link.to[0] ?? 0] ?? -1]
    const level = versions.from.level[link.from[0] ?? 0] ?? 'item'
    if (sameParent(linked, above, beneath)) push(families, `${linked.from.get(above) ?? -1}`, at)
    else if (explained(versions, linked, link)) push(resettled, level, at)
    else moved.add(at)
  }
  for (const family of families.values()) for (const at of leftOrder(versions, links, family)) moved.add(at)
  for (const [level, few] of resettled) {
    const whole = links.flatMap((link, at) => (versions.from.level[link.from[0] ?? 0] === level ? [at] : []))
    const left = new Set(leftOrder(versions, links, whole))
    for (const at of few) if (left.has(at)) moved.add(at)
  }
  return moved
}

type Linked = { from: ReadonlyMap<number, number>; to: ReadonlyMap<number, number> }

function linksByPlace(links: readonly NodeLink[]): Linked {
  return {
    from: new Map(links.flatMap((link, at) => link.from.map((place) => [place, at] as const))),
    to: new Map(links.flatMap((link, at) => link.to.map((place) => [place, at] as const))),
  }
}

const sameParent = (linked: Linked, above: number, beneath: number): boolean =>
  above < 0 || beneath < 0
    ? above === beneath
    : linked.from.has(above) && linked.from.get(above) === linked.to.get(beneath)

/** One of the two parents is not there in the other version, and no article was left behind or entered for it. */
function explained({ from, to }: Versions, linked: Linked, link: NodeLink): boolean {
  const [one, other] = [link.from[0] ?? 0, link.to[0] ?? 0]
  const [above, beneath] = [from.parent[one] ?? -1, to.parent[other] ?? -1]
  const [home, newHome] = [from.home[one] ?? -1, to.home[other] ?? -1]
  if (from.level[one] === 'item' && !(linked.from.has(home) && linked.from.get(home) === linked.to.get(newHome)))
    return false
  return above < 0 || beneath < 0 || !linked.from.has(above) || !linked.to.has(beneath)
}

function leftOrder({ to }: Versions, links: readonly NodeLink[], family: readonly number[]): number[] {
  const start = (places: readonly number[]): number => Math.min(...places)
  const row = family.toSorted((a, b) => start(links[a]?.from ?? []) - start(links[b]?.from ?? []))
  const weights = row.map((at) => (links[at]?.to ?? []).reduce((sum, place) => sum + lengthOf(to, place), 0))
  const kept = keptInOrder(
    row.map((at) => start(links[at]?.to ?? [])),
    weights,
  )
  return row.filter((_, place) => !kept.has(place))
}

function lengthOf({ own, end }: VersionIndex, at: number): number {
  let length = 1
  for (let place = at; place < (end[at] ?? at + 1); place += 1) length += own[place]?.length ?? 0
  return length
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

type Placed = { at: number; gone: boolean; was: number; change: NodeChange }

/** As the later version is read; what is gone after what stood before it and has not moved. */
function inReadingOrder(
  { from, to }: Versions,
  links: readonly NodeLink[],
  changes: readonly NodeChange[],
  moved: ReadonlySet<number>,
): Comparison {
  const linked = linksByPlace(links)
  const rows: Placed[] = links.flatMap((link, at) => {
    const change = changes[at]
    return change ? [{ at: Math.min(...link.to), gone: false, was: 0, change }] : []
  })
  for (const at of to.nodes.keys()) {
    if (!linked.to.has(at)) rows.push({ at, gone: false, was: 0, change: lone('new', idAt(to, at)) })
  }
  let last = -1
  for (const was of from.nodes.keys()) {
    const link = linked.from.get(was)
    if (link === undefined) rows.push({ at: last, gone: true, was, change: lone('gone', idAt(from, was)) })
    else if (!moved.has(link)) last = Math.max(...(links[link]?.to ?? [last]))
  }
  return rows
    .toSorted((a, b) => a.at - b.at || Number(a.gone) - Number(b.gone) || a.was - b.was)
    .map((row) => row.change)
}

const lone = (kind: 'new' | 'gone', id: string): NodeChange => ({
  kind,
  from: kind === 'gone' ? [id] : [],
  to: kind === 'new' ? [id] : [],
  alsoMoved: false,
  likeness: 0,
  certain: true,
})
