import { joinBlocks, splitBlock, type Block } from './block-rules.ts'
import { numberFollows, romanValue } from './label-rules.ts'
import {
  isContentsLine,
  isEnactingLine,
  readAnnexLine,
  readArticleAtLineEnd,
  readArticleLine,
  readDivisionLine,
  type ArticleLine,
} from './line-rules.ts'
import type { Tag, Tagged } from './tag-rules.ts'
import { beginsLowercase, endsOpen, endsSentence } from '../words-rules.ts'

/** What each block opens by its own words, and whether its neighbours allow it. */

export function tagBlocks(blocks: Block[]): Tagged[] {
  const prepared = markContents(markQuoted(withLabelsOnOneLine(blocks).flatMap(partArticleFromBody)))
  const tagged: Tagged[] = []
  let lastArticle: string | null = null
  prepared.forEach((block, at) => {
    const tag = tagOf(block, prepared[at - 1], prepared[at + 1], lastArticle)
    if (tag.kind === 'article') lastArticle = tag.label
    if (tag.kind === 'annex') lastArticle = null
    tagged.push({ block: doubtReference(block, tag), tag })
  })
  return tagged
}

/** `KREU` on one line and `II` on the next, `Neni` and `5`: one line. */
function withLabelsOnOneLine(blocks: Block[]): Block[] {
  const whole: Block[] = []
  for (const block of blocks) {
    const before = whole.at(-1)
    const waits =
      before &&
      before.kind === 'words' &&
      /^(?:NENI|Neni|KREU|Kreu|PJESA|TITULLI|SEKSIONI|KAPITULLI|[ČC]LAN|[ČC]lan|POGLAVLJE|ARTICLE|Article|CHAPTER)$/u.test(
        before.words,
      )
    const isLabel =
      /^\d{1,4}(?:\/\w{1,3})?\.?$/.test(block.words) ||
      (romanValue(block.words) !== null && /^[IVXLC]+$/.test(block.words))
    if (waits && isLabel && block.kind === 'words') whole[whole.length - 1] = joinBlocks(before, block, false)
    else whole.push(block)
  }
  return whole
}

/** "Neni 2 1. Sovraniteti …": the article's line, and its first words as a block of their own. */
function partArticleFromBody(block: Block): Block[] {
  const line = block.kind === 'words' ? readArticleLine(block.words) : null
  if (line?.shape !== 'body') return [block]
  return splitBlock(block, line.rest)
}

// A quotation longer than this was never closed.
const LONGEST_QUOTATION = 150

/** What an amending act quotes ("shtohet neni 12/1 me këtë përmbajtje: “Neni 12/1 …”") opens nothing here. */
function markQuoted(blocks: Block[]): Block[] {
  const quoted = new Set<number>()
  blocks.forEach((block, at) => {
    if (quoted.has(at) || !/^["“„«]/u.test(block.words) || !isOddlyQuoted(block.words)) return
    const ahead = blocks.slice(at + 1, at + 1 + LONGEST_QUOTATION)
    const end = ahead.findIndex(
      (other) => /["”“»]\s?[.;,]?$/u.test(other.words.slice(-4)) && isOddlyQuoted(other.words),
    )
    if (end >= 0) for (let index = at; index <= at + 1 + end; index += 1) quoted.add(index)
  })
  return blocks.map((block, at) => (quoted.has(at) && block.kind === 'words' ? { ...block, kind: 'quoted' } : block))
}

const isOddlyQuoted = (words: string): boolean => (words.match(/["“”„«»]/gu) ?? []).length % 2 === 1

const isEntry = (block: Block | undefined): boolean =>
  block !== undefined && (block.kind === 'contents' || (block.kind === 'words' && isContentsLine(block.printed)))

/** A table of contents repeats headings that are not openings. */
function markContents(blocks: Block[]): Block[] {
  return blocks.map((block, at) => {
    if (!isEntry(block) || !(block.kind === 'contents' || isEntry(blocks[at - 1]) || isEntry(blocks[at + 1])))
      return block
    const opensRun = !isEntry(blocks[at - 1])
    const remarks = opensRun
      ? [...block.remarks, { reason: 'looks-like-article' as const, source: block.words }]
      : block.remarks
    return { ...block, kind: 'contents', remarks }
  })
}

function tagOf(block: Block, before: Block | undefined, after: Block | undefined, lastArticle: string | null): Tag {
  if (block.kind !== 'words') return { kind: 'text' }
  const division = readDivisionLine(block.words)
  if (division) return { kind: 'division', line: division }
  const annex = readAnnexLine(block.words)
  if (annex) return { kind: 'annex', line: annex }
  if (isEnactingLine(block.words)) return { kind: 'enacting' }
  const article = readArticleLine(block.words)
  if (article) return articleTag(article, block, before, after, lastArticle)
  return lineEndTag(block, after, lastArticle)
}

function articleTag(
  line: ArticleLine,
  block: Block,
  before: Block | undefined,
  after: Block | undefined,
  lastArticle: string | null,
): Tag {
  if (line.shape === 'reference') return { kind: 'text' }
  const midSentence = before !== undefined && block.number === null && endsOpen(before.words)
  if (midSentence && line.shape === 'bare' && after !== undefined && beginsLowercase(after.words))
    return { kind: 'text' }
  const next = numberFollows(lastArticle ?? '0', line.label)
  const proved = block.number !== null || block.look.level !== null || (next && (!before || endsSentence(before.words)))
  if (line.small && !proved) return { kind: 'text' }
  const heading = line.shape === 'heading' ? line.rest : null
  return { kind: 'article', label: line.label, heading, headingFirst: false, doubtful: line.small }
}

/** "Kundërshtimi i atësisë Neni 184", if 184 is the article to come. */
function lineEndTag(block: Block, after: Block | undefined, lastArticle: string | null): Tag {
  const found = block.number === null ? readArticleAtLineEnd(block.words) : null
  if (!found || lastArticle === null || !numberFollows(lastArticle, found.label)) return { kind: 'text' }
  if (!after || beginsLowercase(after.words)) return { kind: 'text' }
  return { kind: 'article', label: found.label, heading: found.heading, headingFirst: true, doubtful: true }
}

/** A sentence that begins with "Neni 5 …", or a table's cell: an official looks whether an article was meant. */
function doubtReference(block: Block, tag: Tag): Block {
  const cells = block.kind === 'table' ? block.printed.split(/[\t\n]/) : [block.words]
  const looksSo =
    (block.kind === 'table' || block.kind === 'words') &&
    tag.kind === 'text' &&
    cells.some((cell) => readArticleLine(cell.trim()) !== null || readArticleAtLineEnd(cell) !== null)
  return looksSo
    ? { ...block, remarks: [...block.remarks, { reason: 'looks-like-article', source: block.words }] }
    : block
}
