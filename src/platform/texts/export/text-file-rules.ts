import type { ExportLang, ExportedNode, ExportedText } from './exported-text.ts'
import { piecesOf } from './printed-words-rules.ts'

/**
 * The text as plain lines: one for each paragraph however long it is, an empty one between two. Nothing of ours stands in
 * it, so that pasted back it is the same text.
 */
export function textFile({ nodes, version }: Pick<ExportedText, 'nodes' | 'version'>): string {
  return `${nodes
    .flatMap((node) => linesOf(node, version.lang))
    .map((paragraph) => paragraph.join('\n'))
    .join('\n\n')}\n`
}

/** Paragraphs, each of one line or, where lines belong closer together, of several. */
function linesOf(node: ExportedNode, lang: ExportLang): string[][] {
  if (node.kind === 'table') return [node.body.split('\n')]
  const { opening, heading, headingAbove, notes, body } = piecesOf(node, lang)
  const head = [...(heading && headingAbove ? [heading] : []), ...(opening ? [opening] : []), ...notes]
  return [
    ...head.map((line) => [line]),
    ...(heading && !headingAbove ? [[heading]] : []),
    ...body.map((line) => [line]),
  ]
}
