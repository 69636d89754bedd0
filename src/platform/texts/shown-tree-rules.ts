import { shownLabel } from './node-rules.ts'
import type { NodeKind } from './text-rules.ts'

/** A node of the published text as the database keeps it. */
export type TextNode = {
  nodeId: string
  parentId: string | null
  kind: NodeKind
  label: string | null
  heading: string | null
  body: string
  printed: string
}

/** The same as a tree, ready to be shown: labels carry the sign that is printed after them. */
export type ShownNode = {
  id: string
  nodeId: string
  kind: NodeKind
  /** The word that the source prints before a division's label: KREU, KAPITULLI. Null for everything else. */
  word: string | null
  label: string | null
  heading: string | null
  body: string
  children: ShownNode[]
}

const DIVISIONS: readonly NodeKind[] = ['part', 'title', 'chapter', 'section', 'annex']

export const isDivision = (node: { kind: NodeKind }): boolean => DIVISIONS.includes(node.kind)

/** Rows in reading order, parents first, become a tree. The anchor on the page is `n-` and the lineage's id. */
export function treeOf(rows: readonly TextNode[]): ShownNode[] {
  const byId = new Map<string, ShownNode>()
  const roots: ShownNode[] = []
  for (const row of rows) {
    const node: ShownNode = {
      id: anchorOf(row.nodeId),
      nodeId: row.nodeId,
      kind: row.kind,
      word: isDivision(row) ? (row.printed.trim().split(/\s+/)[0] ?? null) : null,
      label: shownLabel(row),
      heading: row.heading,
      body: row.body,
      children: [],
    }
    byId.set(row.nodeId, node)
    const parent = row.parentId === null ? undefined : byId.get(row.parentId)
    if (parent) parent.children.push(node)
    else roots.push(node)
  }
  return roots
}

export const anchorOf = (nodeId: string): string => `n-${nodeId}`

export const articlesOf = (nodes: readonly ShownNode[]): ShownNode[] =>
  nodes.flatMap((node) => (node.kind === 'article' ? [node] : articlesOf(node.children)))

export function findShown(nodes: readonly ShownNode[], nodeId: string): ShownNode | null {
  for (const node of nodes) {
    const found = node.nodeId === nodeId ? node : findShown(node.children, nodeId)
    if (found) return found
  }
  return null
}

/** How a division is named in a list of contents: the words that the source prints. */
export const divisionName = (node: Pick<ShownNode, 'word' | 'label' | 'heading'>): string =>
  [node.word, node.label, node.heading ? `– ${node.heading}` : null].filter(Boolean).join(' ')
