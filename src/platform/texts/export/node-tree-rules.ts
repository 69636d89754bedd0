import type { ExportedNode } from './exported-text.ts'

/** A node with what stands beneath it. */
export type Branch = { node: ExportedNode; children: Branch[] }

/** Nodes in reading order, parents first, become a tree. */
export function branchesOf(nodes: readonly ExportedNode[]): Branch[] {
  const byId = new Map<string, Branch>()
  const roots: Branch[] = []
  for (const node of nodes) {
    const branch: Branch = { node, children: [] }
    byId.set(node.nodeId, branch)
    const parent = node.parentId === null ? undefined : byId.get(node.parentId)
    ;(parent?.children ?? roots).push(branch)
  }
  return roots
}

/** Rows of a table: a line each, cells parted by tabs. */
export const rowsOf = (body: string): string[][] => body.split('\n').map((line) => line.split('\t'))
