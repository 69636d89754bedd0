import type { NodeKind } from '../text-rules.ts'
import { rowsOf } from './node-tree-rules.ts'
import { piecesOf } from './printed-words-rules.ts'
import type { ExportLang, ExportedNode } from './exported-text.ts'

/** A text as word processors and printers know it: headings with their level, paragraphs with their depth, tables. */
export type PaperBlock = { nodeId: string } & (
  | { kind: 'heading'; level: number; lines: readonly string[]; article: boolean }
  | { kind: 'paragraph'; depth: number; words: string; of: NodeKind }
  | { kind: 'table'; rows: readonly (readonly string[])[] }
)

const DIVISIONS: readonly NodeKind[] = ['part', 'title', 'chapter', 'section', 'annex']
const ITEMS: readonly NodeKind[] = ['point', 'letter']
const DEEPEST_HEADING = 6

export function blocksOf(nodes: readonly ExportedNode[], lang: ExportLang): PaperBlock[] {
  const places = new Map<string, { headings: number; items: number }>()
  return nodes.flatMap((node) => {
    const above = (node.parentId === null ? undefined : places.get(node.parentId)) ?? { headings: 0, items: 0 }
    const headed = DIVISIONS.includes(node.kind) || node.kind === 'article'
    places.set(node.nodeId, {
      headings: above.headings + (headed ? 1 : 0),
      items: above.items + (ITEMS.includes(node.kind) ? 1 : 0),
    })
    return blocksOfNode(node, lang, headed ? above.headings + 1 : null, above.items)
  })
}

function blocksOfNode(node: ExportedNode, lang: ExportLang, level: number | null, depth: number): PaperBlock[] {
  const { kind, nodeId } = node
  if (kind === 'table') return [...captionOf(node, depth), { kind: 'table', nodeId, rows: rowsOf(node.body) }]
  const { body, heading, headingAbove, notes, opening } = piecesOf(node, lang)
  const paragraph = (words: string): PaperBlock => ({ kind: 'paragraph', nodeId, depth, words, of: kind })
  const own = heading === null ? [] : [heading]
  if (level === null)
    return [...(opening === null ? [] : [opening]), ...(ITEMS.includes(kind) ? [] : own), ...body].map(paragraph)
  const head = (lines: readonly string[]): PaperBlock[] =>
    lines.length === 0
      ? []
      : [{ kind: 'heading', nodeId, level: Math.min(level, DEEPEST_HEADING), lines, article: kind === 'article' }]
  const label = opening === null ? [] : [opening]
  // Notes that stand between the number and the heading part them.
  return notes.length > 0
    ? [...head(label), ...notes.map(paragraph), ...head(own)]
    : [...head(headingAbove ? [...own, ...label] : [...label, ...own]), ...body.map(paragraph)]
}

const captionOf = ({ heading, label, nodeId }: ExportedNode, depth: number): PaperBlock[] => {
  const words = [label, heading].filter(Boolean).join(' ')
  return words === '' ? [] : [{ kind: 'paragraph', nodeId, depth, words, of: 'table' }]
}
