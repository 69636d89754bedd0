import type { ComparedNode, Comparison, NodeChange } from '#platform/texts/compare/comparison.ts'

/** What became of an article as a whole. */
export type UnitKind = NodeChange['kind']

/** A line of an article in both versions: its own words, a point, a letter. `ofOther`: the article from which it came. */
export type ComparedRow = {
  kind: UnitKind
  from: readonly ComparedNode[]
  to: readonly ComparedNode[]
  /** It stood in another article than those of its unit. */
  ofOther: ComparedNode | null
}

/** An article in both versions, or a part of the text that stands in none: a heading of a chapter, the preamble. */
export type ComparedUnit = {
  /** Its place on the page: the node of the later version, or of the earlier where it is gone. */
  key: string
  kind: UnitKind
  /** Besides what `kind` says: it stands at another place. */
  alsoMoved: boolean
  from: readonly ComparedNode[]
  to: readonly ComparedNode[]
  rows: readonly ComparedRow[]
}

/** How many articles: the numbers at the head of a comparison. `others`: changed parts that are no articles. */
export type ComparisonSummary = Record<UnitKind, number> & { others: number }

/** In the order in which they are told; `same` is told beside them. */
export const COUNTED = ['reworded', 'moved', 'split', 'merged', 'new', 'gone', 'others'] as const

type Sides = { from: readonly ComparedNode[]; to: readonly ComparedNode[] }
type Draft = { key: string; head: NodeChange | null; rows: ComparedRow[] }

/** The comparison of two versions by article, in reading order of the later; what is gone stands where it stood. */
export function unitsOf(sides: Sides, comparison: Comparison): ComparedUnit[] {
  const of = { from: headsOf(sides.from), to: headsOf(sides.to) }
  const byId = { from: indexOf(sides.from), to: indexOf(sides.to) }
  const units = new Map<string, Draft>()
  const unitAt = (key: string): Draft => {
    const known = units.get(key) ?? { key, head: null, rows: [] }
    units.set(key, known)
    return known
  }
  const goesOn = continuations(comparison)
  for (const change of comparison) {
    const keys = keysOf(change, of, goesOn)
    for (const [index, key] of keys.entries()) {
      const unit = unitAt(key)
      if (change.to.includes(key) || (change.to.length === 0 && change.from.includes(key))) unit.head = change
      unit.rows.push(rowOf(change, { first: index === 0, key, of, byId }))
    }
  }
  return [...units.values()].map((draft) => finished(draft, byId, of.from))
}

/** Where a change is shown: with each unit of the later version that it touches, or where its gone words stood. */
function keysOf(change: NodeChange, of: Heads, goesOn: ReadonlyMap<string, string>): string[] {
  if (change.to.length > 0) return [...new Set(change.to.map((id) => of.to.get(id) ?? id))]
  const head = of.from.get(change.from[0] ?? '') ?? change.from[0] ?? ''
  return [goesOn.get(head) ?? head]
}

/** By node of the earlier version, the first node that goes on in the later one. */
const continuations = (comparison: Comparison): Map<string, string> =>
  new Map(
    comparison.flatMap(({ from, to }) => (to[0] === undefined ? [] : from.map((id) => [id, to[0] ?? ''] as const))),
  )

type Heads = Record<'from' | 'to', ReadonlyMap<string, string>>
type ById = Record<'from' | 'to', ReadonlyMap<string, ComparedNode>>
type RowPlace = { first: boolean; key: string; of: Heads; byId: ById }

/** Of what was split, all parts stand beside what they came from, once; the others are shown alone. */
function rowOf(change: NodeChange, { first, key, of, byId }: RowPlace): ComparedRow {
  const nodes = (side: 'from' | 'to', ids: readonly string[]) => ids.flatMap((id) => byId[side].get(id) ?? [])
  const to = first ? change.to : change.to.filter((id) => (of.to.get(id) ?? id) === key)
  const from = first ? change.from : []
  return { kind: change.kind, from: nodes('from', from), to: nodes('to', to), ofOther: null }
}

function finished({ key, head, rows }: Draft, byId: ById, fromHeads: ReadonlyMap<string, string>): ComparedUnit {
  const from = (head?.from ?? []).flatMap((id) => byId.from.get(id) ?? [])
  const to = (head?.to ?? [key]).flatMap((id) => byId.to.get(id) ?? [])
  const own = new Set(from.map((node) => node.nodeId))
  const placed = rows.map((row) => ({ ...row, ofOther: otherHead(row, own, byId, fromHeads) }))
  const kind = kindOf(head, placed)
  return { key, kind, alsoMoved: kind !== 'moved' && movedBy(head), from, to, rows: placed }
}

const movedBy = (head: NodeChange | null): boolean => head !== null && (head.kind === 'moved' || head.alsoMoved)

/** An article whose points alone have changed has changed. */
function kindOf(head: NodeChange | null, rows: readonly ComparedRow[]): UnitKind {
  const kind = head?.kind ?? 'same'
  if (kind !== 'same' && kind !== 'moved') return kind
  return rows.some((row) => row.kind !== 'same' && !(kind === 'moved' && row.kind === 'moved' && row.ofOther === null))
    ? rows.length === 1
      ? kind
      : 'reworded'
    : kind
}

function otherHead(
  { from }: ComparedRow,
  own: ReadonlySet<string>,
  byId: ById,
  heads: ReadonlyMap<string, string>,
): ComparedNode | null {
  const head = from[0] && heads.get(from[0].nodeId)
  const node = head === undefined ? undefined : byId.from.get(head)
  return node?.kind === 'article' && !own.has(node.nodeId) ? node : null
}

/** By node, the article in which it stands, or itself. */
function headsOf(nodes: readonly ComparedNode[]): Map<string, string> {
  const found = new Map<string, string>()
  const inArticle = new Set<string>()
  for (const { nodeId, parentId, kind } of nodes) {
    const above = parentId !== null && inArticle.has(parentId) ? found.get(parentId) : undefined
    found.set(nodeId, above ?? nodeId)
    if (above !== undefined || kind === 'article') inArticle.add(nodeId)
  }
  return found
}

const indexOf = (nodes: readonly ComparedNode[]): Map<string, ComparedNode> =>
  new Map(nodes.map((node) => [node.nodeId, node]))

export const isArticle = ({ from, to }: ComparedUnit): boolean =>
  [...to, ...from].some(({ kind }) => kind === 'article')

/** The article under whose name a unit is shown: of what was split, each part under its own. */
export const headOf = ({ key, from, to }: Pick<ComparedUnit, 'key' | 'from' | 'to'>): ComparedNode | undefined =>
  to.find(({ nodeId }) => nodeId === key) ?? to[0] ?? from[0]

/** A split counts once, however many came of it. */
export function summaryOf(units: readonly ComparedUnit[]): ComparisonSummary {
  const summary = { same: 0, moved: 0, reworded: 0, split: 0, merged: 0, new: 0, gone: 0, others: 0 }
  const seen = new Set<string>()
  for (const unit of units) {
    const link = unit.from.map(({ nodeId }) => nodeId).join()
    if (unit.kind === 'split' && seen.has(link)) continue
    if (unit.kind === 'split') seen.add(link)
    if (isArticle(unit)) summary[unit.kind] += 1
    else if (unit.kind !== 'same') summary.others += 1
  }
  return summary
}

export const isChanged = ({ kind }: { kind: UnitKind }): boolean => kind !== 'same'

/** Heading and words, without the label: labels are told beside them. */
export const wordsOf = (nodes: readonly ComparedNode[]): string =>
  nodes.map(({ heading, body }) => [heading, body].filter(Boolean).join('\n')).join('\n')

export const lengthOf = ({ rows }: ComparedUnit): number =>
  rows.reduce((sum, { from, to }) => sum + wordsOf(from).length + wordsOf(to).length, 0)

/** Parts of a list that a page can carry, each beginning where the one before ended. One long article is a part alone. */
export function pagesOf(units: readonly ComparedUnit[], limit: number): ComparedUnit[][] {
  const pages: ComparedUnit[][] = []
  let length = 0
  for (const unit of units) {
    const own = lengthOf(unit)
    const page = pages.at(-1)
    if (!page || length + own > limit) {
      pages.push([unit])
      length = own
    } else {
      page.push(unit)
      length += own
    }
  }
  return pages
}
