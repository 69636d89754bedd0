import { addAll, wordsBlock, type Aside, type Block, type Blocks, type Look } from '../structure/block-rules.ts'
import { cleanText } from '../words-rules.ts'
import { changesShown, hasInsertions, type Content, type Line } from './content.ts'

/** Paragraphs of an office's file become blocks; what is left out becomes asides beside them. */

/** A run of paragraphs: the body, a note, a header. `source` holds everything read, as plain paragraphs. */
export type Story = Blocks & { source: string[] }

/** The number shown before a paragraph, and the depth of its list. */
export type ShownNumber = { text: string; depth: number }

/** What a paragraph is like by its style. */
export type ParagraphLook = { bold: boolean; centred: boolean; level: number | null }

/** Rows parted by line breaks, cells by tabs. */
export type TableReading = { printed: string; remarks: Aside[]; asides: Aside[] }

export const emptyStory = (): Story => ({ asides: [], blocks: [], source: [] })

export function addParagraph(
  story: Story,
  content: Content,
  look: ParagraphLook,
  number: ShownNumber | null,
  contents: boolean,
): void {
  const blocks = blocksOf(content, look, number)
  for (const block of blocks) story.blocks.push(contents ? { ...block, kind: 'contents' } : block)
  if (blocks.length > 0) story.source.push(blocks.map((block) => block.printed).join('\n'))
  addAsides(story, asidesOf(content))
}

/** A block for each line of the paragraph; the number stands before the first. */
function blocksOf(content: Content, look: ParagraphLook, number: ShownNumber | null): Block[] {
  const lines = content.lines.filter((line) => line.text.trim() !== '')
  // The number of an empty paragraph is shown ("Neni 3", the heading below), but an empty dash says nothing.
  if (lines.length === 0 && number && /[\p{L}\d]/u.test(number.text))
    lines.push({ text: '', letters: 0, bold: 0, capitals: 0 })
  const blocks = lines.map((line, at) => {
    const numbered = at === 0 && number !== null && number.text !== ''
    const printed = cleanText(numbered ? `${number.text} ${line.text}`.trimEnd() : line.text)
    return wordsBlock(printed, {
      number: numbered ? number.text : null,
      depth: numbered ? number.depth : null,
      parted: at === 0 ? 'paragraph' : 'line',
      look: lookOf(line, look),
    })
  })
  blocks[0]?.remarks.push(...remarksOf(content))
  return blocks
}

const lookOf = (line: Line, { bold, centred, level }: ParagraphLook): Look => ({
  bold: line.letters > 0 ? line.bold === line.letters : bold,
  centred,
  capitals: line.letters > 0 && line.capitals === line.letters,
  level,
})

function remarksOf(content: Content): Aside[] {
  const changed: Aside[] = hasInsertions(content) ? [{ reason: 'tracked-change', source: changesShown(content) }] : []
  return [...changed, ...content.unreadable.map((source): Aside => ({ reason: 'unreadable', source }))]
}

function asidesOf(content: Content): Aside[] {
  const asides: Aside[] = [
    { reason: 'tracked-change', source: content.deleted },
    { reason: 'unreadable', source: content.hidden },
  ]
  return [...asides.filter((aside) => aside.source.trim() !== ''), ...content.asides]
}

/** What is left out stands in the source as a paragraph of its own, after the one it was in. */
export function addAsides(story: Story, asides: Aside[]): void {
  const clean = asides.map((aside) => ({ ...aside, source: cleanText(aside.source).trim() }))
  addAll(story.blocks.at(-1)?.asides ?? story.asides, clean)
  addAll(
    story.source,
    clean.map((aside) => aside.source).filter((source) => source.trim() !== ''),
  )
}

export function addStory(story: Story, more: Story): void {
  addAll(story.blocks.at(-1)?.asides ?? story.asides, more.asides)
  addAll(story.blocks, more.blocks)
  addAll(story.source, more.source)
}

export function addTable(story: Story, table: TableReading): void {
  const block = wordsBlock(table.printed, { remarks: table.remarks })
  if (block.words !== '') {
    story.blocks.push({ ...block, kind: 'table' })
    story.source.push(table.printed)
  }
  addAsides(story, table.asides)
}

/** The words of a cell on one line, its doubts and asides with the table's. */
export function cellWords(cell: Blocks, table: TableReading): string {
  addAll(
    table.remarks,
    cell.blocks.flatMap((block) => block.remarks),
  )
  addAll(table.asides, [...cell.asides, ...cell.blocks.flatMap((block) => block.asides)])
  return cell.blocks.map((block) => block.printed.replace(/\s+/g, ' ').trim()).join(' ')
}

/** A note, a header, a box of hidden words as one aside, and what is left out of it in turn. */
export function asidesFrom(story: Story, reason: Aside['reason']): Aside[] {
  const source = story.blocks.map((block) => block.printed).join('\n')
  const inner = [...story.asides, ...story.blocks.flatMap((block) => block.asides)]
  return source.trim() === '' ? inner : [{ reason, source }, ...inner]
}

/** Headers and footers, each wording once: sections repeat them. */
export const eachOnce = (asides: readonly Aside[]): Aside[] =>
  asides.filter(
    (aside, at) => aside.source.trim() !== '' && asides.findIndex((other) => other.source === aside.source) === at,
  )

/** The story with what stands nowhere in it (notes without a mark, headers) after its end. */
export function withLast({ asides, blocks, source }: Story, last: Aside[]): Story {
  const final = blocks.at(-1)
  return {
    asides: final ? asides : [...asides, ...last],
    blocks: final ? [...blocks.slice(0, -1), { ...final, asides: [...final.asides, ...last] }] : [],
    source: [...source, ...last.map((aside) => aside.source).filter((words) => words.trim() !== '')],
  }
}
