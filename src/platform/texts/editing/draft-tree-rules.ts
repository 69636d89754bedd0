import { DIVISION_WORDS } from '../division-words-rules.ts'
import { shownLabel } from '../node-rules.ts'
import { isDivision, type TextNode as ShownRow } from '../shown-tree-rules.ts'
import type { NodeKind } from '../text-rules.ts'
import type { MarkedNode } from './marked-text-rules.ts'

/** A draft as it is edited: rows in reading order, parents first, what stands beneath a node right after it. */
export type DraftNode = ShownRow
export type Draft = readonly DraftNode[]

/** Makes the id of a node that is new to the text. */
export type FreshId = () => string

/** Kinds that stand by themselves in the outline; all else is words of one of them. */
export const isUnit = (node: { kind: NodeKind }): boolean =>
  isDivision(node) || node.kind === 'article' || node.kind === 'preamble' || node.kind === 'signature'

/** From the node to the end of what stands beneath it. */
export function spanOf(draft: Draft, nodeId: string): { from: number; to: number } | null {
  const from = draft.findIndex((node) => node.nodeId === nodeId)
  if (from < 0) return null
  const inside = new Set([nodeId])
  let to = from + 1
  for (let node = draft[to]; node && node.parentId !== null && inside.has(node.parentId); node = draft[to]) {
    inside.add(node.nodeId)
    to += 1
  }
  return { from, to }
}

export const nodesOf = (draft: Draft, nodeId: string): DraftNode[] => {
  const span = spanOf(draft, nodeId)
  return span ? draft.slice(span.from, span.to) : []
}

export const childrenOf = (draft: Draft, parentId: string | null): DraftNode[] =>
  draft.filter((node) => node.parentId === parentId)

/**
 * The words of a unit: what stands beneath it up to the first unit inside. Words by themselves (a point of an act without
 * articles) are their own.
 */
export function wordsOf(draft: Draft, nodeId: string): DraftNode[] {
  const [unit, ...beneath] = nodesOf(draft, nodeId)
  if (!unit) return []
  if (!isUnit(unit)) return [unit, ...beneath]
  const end = beneath.findIndex(isUnit)
  return end < 0 ? beneath : beneath.slice(0, end)
}

/** Rows as a forest: each under its parent, those whose parent is not among them at the root. */
export function forestOf(rows: Draft): MarkedNode[] {
  const made = new Map<string, MarkedNode>()
  const roots: MarkedNode[] = []
  for (const { nodeId, parentId, kind, label, heading, body } of rows) {
    const node: MarkedNode = { kind, label, heading, body, children: [] }
    made.set(nodeId, node)
    ;((parentId === null ? undefined : made.get(parentId))?.children ?? roots).push(node)
  }
  return roots
}

/** A forest as rows, under this parent, each with an id of its own. */
export function rowsOf(forest: readonly MarkedNode[], parentId: string | null, freshId: FreshId): DraftNode[] {
  return forest.flatMap(({ children, kind, label, heading, body }) => {
    const nodeId = freshId()
    const node = { nodeId, parentId, kind, label, heading, body, printed: '' }
    return [{ ...node, printed: printedOf(node) }, ...rowsOf(children, nodeId, freshId)]
  })
}

/** What stands on paper for a node that was written here. `word`: what a division was called before. */
export function printedOf(
  node: Omit<DraftNode, 'nodeId' | 'parentId' | 'printed'>,
  word: string | null = null,
): string {
  const { kind, label, heading, body } = node
  const called = kind === 'article' ? 'Neni' : (word ?? DIVISION_WORDS[kind] ?? null)
  const named = called === null ? shownLabel(node) : [called, label].filter(Boolean).join(' ')
  const first = called === null ? [[named, heading, body].filter(Boolean).join(' ')] : [named, heading, body]
  return first.filter(Boolean).join('\n')
}

/** The word that the source prints before a division's label: KAPITULLI, not KREU. */
export const wordOf = (node: DraftNode): string | null =>
  isDivision(node) ? (node.printed.trim().split(/\s+/)[0] ?? null) : null

/** With other words; a node that says the same stays as it was printed. */
export function reworded(
  node: DraftNode,
  words: Partial<Pick<DraftNode, 'label' | 'heading' | 'body' | 'kind'>>,
): DraftNode {
  const next = { ...node, ...words }
  const same = (['kind', 'label', 'heading', 'body'] as const).every((field) => next[field] === node[field])
  return same ? node : { ...next, printed: printedOf(next, wordOf(node)) }
}

/** `Neni 12`, `KREU II`, or the first words. */
export function nameOf(node: DraftNode): string {
  const word = node.kind === 'article' ? 'Neni' : wordOf(node)
  if (word !== null) return [word, node.label].filter(Boolean).join(' ')
  return [shownLabel(node), shorten(node.body)].filter(Boolean).join(' ')
}

const shorten = (words: string, longest = 60): string => {
  const folded = [...words.replace(/\s+/g, ' ').trim()]
  return folded.length <= longest ? folded.join('') : `${folded.slice(0, longest - 1).join('')}…`
}
