import { wordsBlock, type Aside, type Block, type Blocks } from './structure/block-rules.ts'
import { readBlocks } from './structure/read-blocks.ts'
import type { ReadText } from './text-rules.ts'
import { cleanText } from './words-rules.ts'

/** Reads a legal text that was pasted: from Word, from a PDF, from a web page, with or without broken lines. */
export function readPastedText(text: string): ReadText {
  const source = cleanText(text)
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/)
    .map((line) => line.trimEnd())
  return readBlocks(
    blocksOf(source),
    source.filter((line) => line.trim() !== ''),
  )
}

function blocksOf(lines: string[]): Blocks {
  const blocks: Block[] = []
  const asides: Aside[] = []
  const journal = lines.filter((line) => JOURNAL.test(line.trim())).length > 1
  let gap = true
  for (const line of lines) {
    if (line.trim() === '') {
      gap = true
    } else if (isPageFurniture(line.trim(), journal) && !followsLonelyWord(blocks)) {
      const aside: Aside = { reason: 'page-furniture', source: line }
      ;(blocks.at(-1)?.asides ?? asides).push(aside)
    } else {
      blocks.push(wordsBlock(line, { parted: gap ? 'paragraph' : 'line' }))
      gap = false
    }
  }
  return { asides, blocks }
}

const JOURNAL = /^(?:Fletorja|Gazeta) Zyrtare\b.{0,60}$/iu
const PAGE_NUMBER =
  /^(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?$|^(?:Faqe|Faqja|Fq\.|Page)\s*\d{1,4}(?:\s*(?:nga|prej|of|\/)\s*\d{1,4})?$/iu

const isPageFurniture = (line: string, journal: boolean): boolean =>
  PAGE_NUMBER.test(line) || (journal && JOURNAL.test(line))

/** "Neni" or "KREU" alone on a line: the figure below is its number, not the page's. */
const followsLonelyWord = (blocks: Block[]): boolean =>
  /^(?:Neni|NENI|KREU|Kreu|PJESA|TITULLI|SEKSIONI|KAPITULLI|[ČC]LAN|[ČC]lan|POGLAVLJE|ARTICLE|Article|CHAPTER)$/u.test(
    blocks.at(-1)?.words ?? '',
  )
