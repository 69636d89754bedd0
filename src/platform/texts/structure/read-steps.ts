import type { Block } from './block-rules.ts'
import {
  divisionHeadingLines,
  headingBelow,
  headingLinesAbove,
  headingStyle,
  NO_HEADING,
  tells,
  type HeadingStyle,
} from './heading-rules.ts'
import type { DivisionWord } from './line-rules.ts'
import { signatureAt } from './signature-rules.ts'
import { tagBlocks } from './tag-blocks.ts'
import { opens, type Tag, type Tagged } from './tag-rules.ts'
import type { DoubtReason } from '../text-rules.ts'
import { isCapitals } from '../words-rules.ts'

/** One step of reading: something opens, or words follow. */
export type Step =
  | {
      kind: 'opening'
      opens: 'division' | 'subheading' | 'article' | 'annex' | 'signature'
      word: DivisionWord | null
      label: string | null
      heading: string | null
      body: string
      blocks: Block[]
      doubts: DoubtReason[]
    }
  | { kind: 'words'; block: Block; enacting: boolean }

type Opening = Extract<Step, { kind: 'opening' }>

/** Gathers blocks into steps: each opening with the lines of its heading, everything else as words. */
export function readSteps(blocks: Block[]): Step[] {
  const tagged = tagBlocks(blocks)
  const style = headingStyle(tagged)
  const openings = new Map<number, Opening>()
  const taken = new Set<number>()
  tagged.forEach((one, at) => {
    if (!opens(one.tag)) return
    const { step, lines } = openingBelow(tagged, at, style)
    for (let line = at; line <= at + lines; line += 1) taken.add(line)
    openings.set(at, step)
  })
  takeLinesAbove(tagged, openings, taken, style)
  const signature = signatureAt(tagged, taken)
  return tagged.flatMap(({ block, tag }, at): Step[] => {
    const opening = openings.get(at)
    if (opening) return [opening]
    if (taken.has(at)) return []
    const words: Step = { kind: 'words', block, enacting: tag.kind === 'enacting' }
    return at === signature
      ? [openingOf('signature', block.kind === 'table' ? [] : [block]), ...(block.kind === 'table' ? [words] : [])]
      : [words]
  })
}

function openingOf(kind: Opening['opens'], blocks: Block[]): Opening {
  const body = kind === 'signature' ? blocks.map((block) => block.words).join('\n') : ''
  return { kind: 'opening', opens: kind, word: null, label: null, heading: null, body, blocks, doubts: [] }
}

/** The opening at `at` with what belongs to it on its own line and below. */
function openingBelow(tagged: Tagged[], at: number, style: HeadingStyle): { step: Opening; lines: number } {
  const tag = tagged[at]?.tag
  switch (tag?.kind) {
    case 'article':
      return articleBelow(tagged, at, tag, style)
    case 'annex':
      return divisionBelow(tagged, at, tag.line, openingOf('annex', []), style)
    case 'division':
      return divisionBelow(tagged, at, tag.line, { ...openingOf('division', []), word: tag.line.word }, style)
    default:
      throw new Error('this block opens nothing')
  }
}

const blocksFrom = (tagged: Tagged[], at: number, lines: number): Block[] =>
  tagged.slice(at, at + lines + 1).map((one) => one.block)

function divisionBelow(
  tagged: Tagged[],
  at: number,
  { label, rest }: { label: string | null; rest: string },
  step: Opening,
  style: HeadingStyle,
): { step: Opening; lines: number } {
  const lines = divisionHeadingLines(tagged, at, rest, style)
  const blocks = blocksFrom(tagged, at, lines)
  const heading = [rest, ...blocks.slice(1).map((block) => block.words)].filter(Boolean).join(' ')
  return { lines, step: { ...step, blocks, label, heading: heading || null } }
}

function articleBelow(
  tagged: Tagged[],
  at: number,
  tag: Extract<Tag, { kind: 'article' }>,
  style: HeadingStyle,
): { step: Opening; lines: number } {
  const found = tag.heading ? NO_HEADING : headingBelow(tagged, at, style)
  const lines = found.lines > 0 ? found.notes + found.lines : 0
  const blocks = blocksFrom(tagged, at, lines)
  const below = blocks.slice(1).map((block) => block.words)
  const doubts: DoubtReason[] = [
    ...(tag.doubtful ? ['looks-like-article' as const] : []),
    ...(found.doubtful ? ['heading-guessed' as const] : []),
  ]
  const heading = tag.heading ?? (below.slice(found.notes).join(' ') || null)
  const body = lines > 0 ? below.slice(0, found.notes).join('\n') : ''
  return { lines, step: { ...openingOf('article', blocks), label: tag.label, heading, body, doubts } }
}

/** Lines above an opening: the heading of an article in texts that print it there, or a heading of several articles. */
function takeLinesAbove(
  tagged: Tagged[],
  openings: Map<number, Opening>,
  taken: Set<number>,
  style: HeadingStyle,
): void {
  const first = openings.keys().next().value ?? 0
  // Subheadings are added to the map meanwhile: only what stood in it before is gone through.
  const found = Array.from(openings)
  for (const [at, opening] of found) {
    if (at <= first || opening.opens === 'annex') continue
    const count = headingLinesAbove(tagged, at, taken)
    const lines = tagged.slice(at - count, at).map((one, index) => ({ one, at: at - count + index }))
    const ownInCapitals = style.side === 'above' && style.capitalsAbove && opening.opens === 'article'
    const headings = lines.filter(
      ({ one }, index) => isSubheading(one, style) && !(ownInCapitals && index === count - 1),
    )
    for (const line of headings) takeSubheading(line, openings, taken)
    if (style.side !== 'above' || opening.opens !== 'article' || opening.heading !== null) continue
    const own = lines.filter((line) => !headings.includes(line)).slice(-2)
    const last = own.length > 0 && own.at(-1)?.at === at - 1 ? own.filter((line) => line.at >= at - own.length) : []
    if (last.length === 0) continue
    for (const line of last) taken.add(line.at)
    openings.delete(at)
    const blocks = [...last.map((line) => line.one.block), ...opening.blocks]
    const heading = last.map((line) => line.one.block.words).join(' ')
    openings.set(at, { ...opening, heading, blocks })
  }
}

/** "B. E drejta e emrit", "DISPOZITA TË FUNDIT": a heading that stands over several articles without a division word. */
function isSubheading(one: Tagged, style: HeadingStyle): boolean {
  const lettered = /^(?:[A-ZÇ]|[IVX]+)\.\s+\p{Lu}/u.test(one.block.words)
  if (lettered) return style.side === 'above' || tells(one.block.look, style)
  return isCapitals(one.block.words) || (style.side !== 'above' && tells(one.block.look, style))
}

function takeSubheading(line: { one: Tagged; at: number }, openings: Map<number, Opening>, taken: Set<number>): void {
  const { block } = line.one
  const [, label = null, heading = block.words] = /^([A-ZÇ]|[IVX]+)\.\s+(.+)$/u.exec(block.words) ?? []
  taken.add(line.at)
  openings.set(line.at, { ...openingOf('subheading', [block]), label, heading, doubts: ['heading-guessed'] })
}
