import { changesOf, type NodeLink } from './change-kind-rules.ts'
import type { ChangeKind, ComparedNode, Comparison } from './comparison.ts'
import { versionIndex, type VersionIndex } from './version-index-rules.ts'

/**
 * That one node became several, or several one: what a lineage alone cannot tell. Of several, the one that carries the
 * lineage may stand anywhere in the list.
 */
export type RecordedLink = { from: readonly string[]; to: readonly string[]; certain?: boolean }

/** A row of what is stored of two versions: one for each pair. */
export type RecordedChange = {
  kind: ChangeKind
  earlierNodeId: string | null
  nodeId: string | null
  certain: boolean
  confirmedAt: Date | null
}

/** What became of the nodes of a version in a later one that carries its lineages. */
export function compareVersions(
  from: readonly ComparedNode[],
  to: readonly ComparedNode[],
  links: readonly RecordedLink[],
): Comparison {
  const versions = { from: versionIndex(from), to: versionIndex(to) }
  const usedFrom = new Set<number>()
  const usedTo = new Set<number>()
  const found: NodeLink[] = []
  const add = (link: NodeLink): void => {
    found.push(link)
    for (const at of link.from) usedFrom.add(at)
    for (const at of link.to) usedTo.add(at)
  }
  for (const link of links) {
    const known = knownLink(versions, link, usedFrom, usedTo)
    if (known) add(known)
  }
  for (const [at, node] of from.entries()) {
    const place = versions.to.place.get(node.nodeId)
    if (place !== undefined && !usedFrom.has(at) && !usedTo.has(place)) add({ from: [at], to: [place], certain: true })
  }
  return changesOf(versions, found)
}

/**
 * Null if what is left of it in these two versions is no longer one and several: then lineages tell the rest. A pair of one
 * and one is what waits for a person, and stands as it was proposed.
 */
function knownLink(
  versions: { from: VersionIndex; to: VersionIndex },
  link: RecordedLink,
  usedFrom: ReadonlySet<number>,
  usedTo: ReadonlySet<number>,
): NodeLink | null {
  const from = placesOf(versions.from, link.from, usedFrom, link.to)
  const to = placesOf(versions.to, link.to, usedTo, link.from)
  if (from.length === 0 || to.length === 0 || (from.length > 1 && to.length > 1)) return null
  if (from.length + to.length === 2 && (link.from.length > 1 || link.to.length > 1)) return null
  return { from, to, certain: link.certain ?? true }
}

/** The one that is on both sides comes first: it carries the lineage. */
function placesOf(
  { place }: VersionIndex,
  ids: readonly string[],
  used: ReadonlySet<number>,
  across: readonly string[],
): number[] {
  return [...new Set(ids)]
    .flatMap((id) => {
      const at = place.get(id)
      return at === undefined || used.has(at) ? [] : [{ id, at }]
    })
    .toSorted((a, b) => Number(across.includes(b.id)) - Number(across.includes(a.id)) || a.at - b.at)
    .map(({ at }) => at)
}

/** The recorded rows of splits and mergers, one for each pair, put together again. */
export function linksOfChanges(changes: readonly RecordedChange[]): RecordedLink[] {
  const links = new Map<string, { from: Set<string>; to: Set<string>; certain: boolean }>()
  for (const { kind, earlierNodeId, nodeId, certain, confirmedAt } of changes) {
    if ((kind !== 'split' && kind !== 'merged') || earlierNodeId === null || nodeId === null) continue
    const key = `${kind} ${kind === 'split' ? earlierNodeId : nodeId}`
    const link = links.get(key) ?? { from: new Set(), to: new Set(), certain: true }
    link.from.add(earlierNodeId)
    link.to.add(nodeId)
    link.certain &&= certain || confirmedAt !== null
    links.set(key, link)
  }
  return [...links.values()].map(({ from, to, certain }) => ({ from: [...from], to: [...to], certain }))
}

/** Pairs of one and one that wait for a person: as long as they do, their nodes have different lineages. */
export const openPairsOf = (changes: readonly RecordedChange[]): RecordedLink[] =>
  changes.flatMap(({ kind, earlierNodeId, nodeId, certain, confirmedAt }) =>
    kind === 'split' ||
    kind === 'merged' ||
    earlierNodeId === null ||
    nodeId === null ||
    certain ||
    confirmedAt !== null
      ? []
      : [{ from: [earlierNodeId], to: [nodeId], certain: false }],
  )

/**
 * The links of several steps as links between their ends: what became A and B, and B in its turn B and C, became A, B and
 * C. Lineages that hang together in this way are one link, seen from either end.
 */
export function composedLinks(links: readonly RecordedLink[]): RecordedLink[] {
  const groups = new Map<string, Set<string>>()
  const doubtful = new Set<string>()
  for (const link of links) {
    const ids = [...link.from, ...link.to]
    const together = new Set(ids.flatMap((id) => [...(groups.get(id) ?? [id])]))
    for (const id of together) groups.set(id, together)
    if (link.certain === false) for (const id of ids) doubtful.add(id)
  }
  return [...new Set(groups.values())].map((group) => ({
    from: [...group],
    to: [...group],
    certain: ![...group].some((id) => doubtful.has(id)),
  }))
}
