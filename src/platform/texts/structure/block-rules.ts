import type { DoubtReason } from '../text-rules.ts'
import { foldWords, isCapitals, splitPrinted } from '../words-rules.ts'

/** How a paragraph looks. Pasted words have no look; Word's paragraphs do. */
export type Look = {
  bold: boolean
  centred: boolean
  capitals: boolean
  /** 0 for a first-level heading style, null for body text. */
  level: number | null
}

export const PLAIN: Look = { bold: false, centred: false, capitals: false, level: null }

/** Words left out of the tree. They stand in the list of doubts alone. */
export type Aside = { reason: DoubtReason; source: string }

/** A paragraph, a line or a table of the source, on its way to the tree. */
export type Block = {
  kind: 'words' | 'table' | 'contents' | 'quoted'
  /** Folded words, an automatic number included. */
  words: string
  /** The source's own characters. */
  printed: string
  /** The number Word printed before the words ("Neni 3", "a)"), and the depth of its list. */
  number: string | null
  depth: number | null
  look: Look
  /** What parts it from the block before: a line break alone, or the end of a paragraph. */
  parted: 'line' | 'paragraph'
  /** Doubts about words that stand in the tree. */
  remarks: Aside[]
  /** What was left out right after this block. */
  asides: Aside[]
}

export type Blocks = {
  /** Left out before the first block. */
  asides: Aside[]
  blocks: Block[]
}

export function wordsBlock(printed: string, more: Partial<Block> = {}): Block {
  const words = foldWords(printed)
  const look = { ...PLAIN, ...more.look }
  return {
    kind: 'words',
    words,
    printed,
    number: null,
    depth: null,
    parted: 'paragraph',
    remarks: [],
    asides: [],
    ...more,
    look: { ...look, capitals: look.capitals || isCapitals(words) },
  }
}

/** Parts a block before `rest`, the ending of its words. Doubts and asides go with the second piece. */
export function splitBlock(block: Block, rest: string): [Block, Block] {
  const [head, tail] = splitPrinted(block.printed, rest)
  const first = wordsBlock(head, { number: block.number, depth: block.depth, parted: block.parted, look: block.look })
  const second = wordsBlock(tail, { parted: 'line', remarks: block.remarks, asides: block.asides })
  return [first, second]
}

/** As much of a long paragraph as shows where it was joined. */
const REMARK_LENGTH = 160

/** One block for two: the source had a break where the sentence had none. */
export function joinBlocks(first: Block, second: Block, doubt: boolean): Block {
  const hyphenated = /\p{L}-$/u.test(first.words)
  const lastWords = first.words.slice(-REMARK_LENGTH).replace(/^\S+ /, first.words.length > REMARK_LENGTH ? '… ' : '$&')
  const remark: Aside = { reason: 'broken-line-joined', source: `${lastWords}\n${second.words}` }
  return {
    ...first,
    words: first.words + (hyphenated ? '' : ' ') + second.words,
    printed: `${first.printed}\n${second.printed}`,
    look: { ...first.look, capitals: first.look.capitals && second.look.capitals },
    remarks: [...first.remarks, ...second.remarks, ...(doubt ? [remark] : [])],
    asides: [...first.asides, ...second.asides],
  }
}

/** How a heading may stand out: by its style, in bold or in the middle. */
export const standsOut = (look: Look): boolean => look.bold || look.centred || look.capitals || look.level !== null

/** `push(...more)` would put a hundred thousand arguments on the stack. */
export function addAll<Item>(list: Item[], more: readonly Item[]): void {
  for (const item of more) list.push(item)
}
