import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { blocksOf, type PaperBlock } from '#platform/texts/export/block-rules.ts'
import type { ExportedNode, ExportLang } from '#platform/texts/export/exported-text.ts'

/** The words of an act in articles, as they are printed: «Neni 1» and its heading, what stands in it, tables. */
export function paperBlocks(nodes: readonly ExportedNode[], lang: ExportLang): FormBlock[] {
  // The title of the paper is the first level; PDF/UA lets no heading leave one out.
  let standing: 1 | 2 | 3 = 1
  return blocksOf(nodes, lang).map((block) => {
    if (block.kind === 'heading') standing = standing === 1 || block.level === 1 ? 2 : 3
    return formBlock(block, standing === 1 ? 2 : standing)
  })
}

function formBlock(block: PaperBlock, level: 2 | 3): FormBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level, id: `n-${block.nodeId}`, words: block.lines.join(' – ') }
    case 'paragraph':
      return { kind: 'paragraph', words: block.words }
    case 'table':
      return tableOf(block.rows)
  }
}

function tableOf(rows: readonly (readonly string[])[]): FormBlock {
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const [head = [], ...rest] = rows.map((row) => [...row, ...Array<string>(columns - row.length).fill('')])
  return { kind: 'table', caption: head.join(', ') || '–', head, rows: rest.map((row) => row.map((cell) => [cell])) }
}

/** The words of an archive, a paragraph a line. */
export const blocksOfPlain = (words: string): FormBlock[] =>
  words.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ kind: 'paragraph', words: line.trim() }]))
