import type { NodeKind } from '../text-rules.ts'
import { foldWords } from '../words-rules.ts'
import type { ComparedNode } from './comparison.ts'

/**
 * On which level a node is compared. Divisions and articles are found again by all that stands beneath them, items by
 * their own words; nothing is taken for the continuation of something on another level.
 */
export type Level = 'division' | 'article' | 'item'

const LEVELS: Record<NodeKind, Level> = {
  part: 'division',
  title: 'division',
  chapter: 'division',
  section: 'division',
  annex: 'division',
  article: 'article',
  preamble: 'article',
  signature: 'article',
  point: 'item',
  letter: 'item',
  paragraph: 'item',
  table: 'item',
}

/** One version, its nodes named by their place in reading order. */
export type VersionIndex = {
  nodes: readonly ComparedNode[]
  level: readonly Level[]
  /** -1: stands at the root. */
  parent: readonly number[]
  children: readonly (readonly number[])[]
  /** The article that the node stands in, or is; outside of articles the topmost item. -1: a division. */
  home: readonly number[]
  /** One past the last node beneath: what stands beneath is next to each other in reading order. */
  end: readonly number[]
  /** Heading and body as people read them. Without the label: it changes with whatever stands before. */
  own: readonly string[]
  place: ReadonlyMap<string, number>
}

export function versionIndex(nodes: readonly ComparedNode[]): VersionIndex {
  const place = new Map(nodes.map((node, at) => [node.nodeId, at]))
  const parent = nodes.map((node) => (node.parentId === null ? -1 : (place.get(node.parentId) ?? -1)))
  const level = nodes.map((node) => LEVELS[node.kind])
  const children: number[][] = nodes.map(() => [])
  const home: number[] = []
  const end = nodes.map((_, at) => at + 1)
  for (const [at, above] of parent.entries()) {
    if (above >= 0) children[above]?.push(at)
    home.push(level[at] === 'division' ? -1 : level[at] === 'article' ? at : homeAbove(home, above, at))
  }
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const above = parent[at] ?? -1
    if (above >= 0) end[above] = Math.max(end[above] ?? 0, end[at] ?? 0)
  }
  return { nodes, level, parent, children, home, end, own: nodes.map(ownWords), place }
}

const homeAbove = (home: readonly number[], above: number, at: number): number =>
  above >= 0 && (home[above] ?? -1) >= 0 ? (home[above] ?? at) : at

export const ownWords = ({ heading, body }: Pick<ComparedNode, 'heading' | 'body'>): string =>
  foldWords(`${heading ?? ''} ${body}`)
