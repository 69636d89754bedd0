import type { Aside, Block } from './block-rules.ts'
import type { Doubt, DoubtReason, NodeKind, ReadNode } from '../text-rules.ts'

/** A tree being read: nodes and doubts in reading order. */
export type Tree = { nodes: ReadNode[]; doubts: Doubt[] }

export const emptyTree = (): Tree => ({ nodes: [], doubts: [] })

type NewNode = Pick<ReadNode, 'kind' | 'parent' | 'label' | 'heading' | 'body'>

/** Adds a node made of these blocks, with their doubts. Returns its index. */
export function addNode(tree: Tree, node: NewNode, blocks: Block[]): number {
  const printed = blocks.map((block) => block.printed).join('\n')
  const index = tree.nodes.push({ ...node, printed }) - 1
  for (const block of blocks) addDoubtsOf(tree, block, index)
  return index
}

/** More words for the last node: only to it can words be added, or their order would change. */
export function appendToLast(tree: Tree, block: Block): void {
  const last = tree.nodes.at(-1)
  if (!last) throw new Error('no node to append to')
  last.body = last.body === '' ? block.words : `${last.body}\n${block.words}`
  last.printed = last.printed === '' ? block.printed : `${last.printed}\n${block.printed}`
  addDoubtsOf(tree, block, tree.nodes.length - 1)
}

export const isLast = (tree: Tree, node: number | null): node is number =>
  node !== null && node === tree.nodes.length - 1

export function addDoubt(tree: Tree, node: number | null, reason: DoubtReason, source: string): void {
  tree.doubts.push({ node, reason, source })
}

function addDoubtsOf(tree: Tree, block: Block, node: number): void {
  for (const remark of block.remarks) addDoubt(tree, node, remark.reason, remark.source)
  addAsides(tree, block.asides)
}

export function addAsides(tree: Tree, asides: Aside[]): void {
  for (const aside of asides) addDoubt(tree, null, aside.reason, aside.source)
}

export const kindOf = (tree: Tree, node: number | null): NodeKind | null =>
  node === null ? null : (tree.nodes[node]?.kind ?? null)
