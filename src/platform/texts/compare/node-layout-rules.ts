import { anchorForm } from '../anchor-rules.ts'
import { shownLabel } from '../node-rules.ts'
import type { VersionIndex } from './version-index-rules.ts'

/** The words of a node with all beneath it, as a quotation sees them, and which of them belongs to which node. */
export type Layout = { words: string; segments: readonly Segment[] }

/** `start` and `end` in UTF-16 units of the layout's words. */
export type Segment = { node: number; part: 'label' | 'heading' | 'body'; start: number; end: number }

/** `anchorForm(wordsOfNodes(…))` of the node. */
export function layoutOf(index: VersionIndex, at: number): Layout {
  const segments: Segment[] = []
  const pieces: string[] = []
  let length = 0
  const add = (node: number, part: Segment['part'], words: string | null): void => {
    const folded = anchorForm(words ?? '')
    if (folded === '') return
    if (length > 0) length += 1
    segments.push({ node, part, start: length, end: length + folded.length })
    pieces.push(folded)
    length += folded.length
  }
  for (let node = at; node < (index.end[at] ?? at + 1); node += 1) {
    const one = index.nodes[node]
    if (!one) continue
    if (node !== at) {
      add(node, 'label', shownLabel(one))
      add(node, 'heading', one.heading)
    }
    add(node, 'body', one.body)
  }
  return { words: pieces.join(' '), segments }
}

/** Code points before this place. */
export const pointsBefore = (words: string, at: number): number => {
  let points = 0
  for (let unit = 0; unit < at; unit += (words.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1) points += 1
  return points
}
