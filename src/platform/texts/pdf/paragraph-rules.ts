import {
  isEnactingLine,
  isContentsLine,
  readAnnexLine,
  readArticleLine,
  readDivisionLine,
} from '../structure/line-rules.ts'
import { readItems } from '../structure/item-rules.ts'
import { wordsBlock, type Aside, type Block, type Blocks } from '../structure/block-rules.ts'
import { beginsLowercase, endsSentence } from '../words-rules.ts'
import type { Line } from './flow-rules.ts'
import { isBroken, joinedLines, Vocabulary } from './hyphen-rules.ts'
import type { Entry } from './page-flow-rules.ts'
import { median } from './row-rules.ts'

/** Lines become paragraphs: by the margin they reach, by indents and by the white between them. */

type Column = { left: number; right: number }

type Measures = {
  columns: Map<string, Column>
  /** From one base line to the next, by the size of the letters. */
  leading: Map<number, number>
  /** Paragraphs are parted by white or by an indent: where neither is, a full line goes on. */
  marked: boolean
  vocabulary: Vocabulary
}

type Open = { first: Line; last: Line; words: string; lines: number; remarks: Aside[] }

export type PdfBlocks = Blocks & { source: string[] }

export function blocksOf(entries: readonly Entry[]): PdfBlocks {
  const lines = entries.flatMap((entry) => (entry.kind === 'line' ? [entry.line] : []))
  const building = new Building(measure(lines))
  for (const entry of entries) building.take(entry)
  return building.whole()
}

/** Gathers lines into the paragraph that is open, and what was left out until that one ends. */
class Building {
  #measures: Measures
  #made: Blocks = { asides: [], blocks: [] }
  #source: string[] = []
  #open: Open | null = null
  #parted: Block['parted'] = 'paragraph'
  #waiting: Aside[] = []
  /** The page was read by a machine; said once, at the first block of such pages. */
  #scanned = false
  #tellsScan = false

  constructor(measures: Measures) {
    this.#measures = measures
  }

  take(entry: Entry): void {
    if (entry.kind === 'page') {
      this.#tellsScan ||= entry.scanned && !this.#scanned
      this.#scanned = entry.scanned
    } else if (entry.kind === 'aside') this.#waiting.push(entry.aside)
    else if (entry.kind === 'table') {
      this.#close()
      this.#add(wordsBlock(entry.words, { kind: 'table' }))
    } else this.#takeLine(entry.line)
  }

  whole(): PdfBlocks {
    this.#close()
    return { ...this.#made, source: this.#source }
  }

  #takeLine(line: Line): void {
    const verdict = this.#open ? verdictOn(this.#open, line, this.#measures) : 'paragraph'
    if (this.#open && (verdict === 'joined' || verdict === 'perhaps-joined')) {
      this.#open = goneOn(this.#open, line, verdict, this.#measures)
      return
    }
    this.#close()
    this.#open = { first: line, last: line, words: line.words, lines: 1, remarks: [] }
    this.#parted = verdict === 'line' ? 'line' : 'paragraph'
  }

  #close(): void {
    if (this.#open) {
      this.#add(blockOf(this.#open, this.#parted, this.#measures, this.#tellsScan))
      this.#tellsScan = false
    }
    this.#open = null
    for (const aside of this.#waiting) this.#addAside(aside)
    this.#waiting = []
  }

  #add(block: Block): void {
    this.#made.blocks.push(block)
    this.#source.push(block.printed)
  }

  #addAside(aside: Aside): void {
    ;(this.#made.blocks.at(-1)?.asides ?? this.#made.asides).push(aside)
    if (aside.source.trim() !== '') this.#source.push(aside.source)
  }
}

const goneOn = (open: Open, line: Line, verdict: Verdict, { vocabulary }: Measures): Open => ({
  first: open.first,
  last: line,
  words: joinedLines(open.words, line.words, vocabulary),
  lines: open.lines + 1,
  remarks:
    verdict === 'joined'
      ? open.remarks
      : [...open.remarks, { reason: 'broken-line-joined', source: `${open.last.words}\n${line.words}` }],
})

function blockOf(
  { first, words, lines, remarks: joints }: Open,
  parted: Block['parted'],
  measures: Measures,
  scanned: boolean,
): Block {
  const column = measures.columns.get(first.column)
  const remarks: Aside[] = scanned || words.includes('\ufffd') ? [{ reason: 'unreadable', source: words }] : []
  const centred = lines === 1 && column !== undefined && isCentred(first, column)
  return wordsBlock(words, {
    parted,
    remarks: [...joints, ...remarks],
    look: { bold: first.bold, centred, capitals: false, level: null },
  })
}

function isCentred(line: Line, { left, right }: Column): boolean {
  const before = line.x0 - left
  const after = right - line.x1
  return before > (right - left) * 0.06 && Math.abs(before - after) < Math.max(6, (right - left) * 0.04)
}

function measure(lines: readonly Line[]): Measures {
  const columns = new Map<string, Column>()
  for (const [key, own] of Map.groupBy(lines, (line) => line.column)) {
    columns.set(key, { left: Math.min(...own.map((line) => line.x0)), right: Math.max(...own.map((line) => line.x1)) })
  }
  const steps = new Map<number, number[]>()
  const vocabulary = new Vocabulary()
  lines.forEach((line, at) => {
    vocabulary.add(line.words)
    const next = lines[at + 1]
    if (!next || next.page !== line.page || next.column !== line.column || next.y <= line.y) return
    const key = Math.round(line.size)
    steps.set(key, [...(steps.get(key) ?? []).slice(-400), next.y - line.y])
  })
  const leading = new Map([...steps].map(([size, all]) => [size, usualStep(all)]))
  const measures = { columns, leading, marked: true, vocabulary }
  return { ...measures, marked: areMarked(lines, measures) }
}

/** The least step that is common: lines of one paragraph stand closest. */
function usualStep(steps: number[]): number {
  const sorted = steps.toSorted((a, b) => a - b)
  const quarter = sorted[Math.floor(sorted.length * 0.3)] ?? 0
  return median(sorted.filter((step) => Math.abs(step - quarter) < quarter * 0.12))
}

/** Of the lines that end early, how many are followed by white or by an indent. */
function areMarked(lines: readonly Line[], measures: Measures): boolean {
  let ends = 0
  let marked = 0
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    if (!next || next.page !== line.page || next.column !== line.column || isFull(line, next, measures)) return
    if (opens(next) || opens(line)) return
    ends += 1
    if (isApart(line, next, measures) || next.x0 > (measures.columns.get(next.column)?.left ?? 0) + 4) marked += 1
  })
  return ends > 0 && marked > ends * 0.5
}

/** The next line's first word would not have fitted. */
function isFull(line: Line, next: Line, { columns }: Measures): boolean {
  const right = columns.get(line.column)?.right ?? line.x1
  const perSign = (next.x1 - next.x0) / Math.max(1, next.words.length)
  const first = next.words.split(' ')[0]?.length ?? 0
  return isBroken(line.words) || line.x1 + (first + 1) * perSign > right - line.size * 0.3
}

function isApart(line: Line, next: Line, { leading }: Measures): boolean {
  const usual = leading.get(Math.round(line.size)) ?? leading.get(Math.round(next.size)) ?? Infinity
  return next.y - line.y > usual * 1.22
}

/** Lines that open something by their own words: the structure is told of them, one by one. */
function opens({ words }: Line): boolean {
  if (isEnactingLine(words) || readDivisionLine(words) || readAnnexLine(words) || isContentsLine(words)) return true
  const article = readArticleLine(words)
  return article !== null && article.shape !== 'reference' && !article.small
}

/** `perhaps-joined`: nothing tells whether a sentence that ends with its line ends its paragraph, too. */
type Verdict = 'joined' | 'perhaps-joined' | 'line' | 'paragraph'

function verdictOn(open: Open, next: Line, measures: Measures): Verdict {
  const before = open.last
  const together = before.page === next.page && before.column === next.column && next.y > before.y
  const apart = together && isApart(before, next, measures)
  const parted = apart || !together ? 'paragraph' : 'line'
  const small = beginsLowercase(next.words)
  if (
    opens(before) ||
    opens(next) ||
    before.bold !== next.bold ||
    Math.abs(before.size - next.size) > 0.09 * before.size
  )
    return parted
  const column = measures.columns.get(before.column)
  if (column && open.lines === 1 && isCentred(before, column) && !small) return parted
  if (isBroken(before.words) && small) return 'joined'
  if (apart || !isFull(before, next, measures)) return parted
  const item = readItems(next.words).some((one) => !one.strict)
  if (
    item &&
    (endsSentence(before.words) || next.x0 > open.first.x0 + 2 || Math.abs(next.x0 - open.first.x0) < 2) &&
    !small
  )
    return parted
  if (item && endsSentence(before.words)) return parted
  if (!together) return !endsSentence(before.words) || (small && !item) ? 'joined' : continuesOver(open, next, measures)
  if (isIndented(open, next)) return 'paragraph'
  if (!endsSentence(before.words) || small) return 'joined'
  return measures.marked ? 'joined' : 'perhaps-joined'
}

/** A paragraph of several full lines goes on at the head of the next page or column, if that is not indented. */
function continuesOver(open: Open, next: Line, measures: Measures): 'joined' | 'paragraph' {
  const left = measures.columns.get(next.column)?.left ?? next.x0
  const usual = open.lines > 1 ? open.last.x0 - (measures.columns.get(open.last.column)?.left ?? 0) : 0
  const indented = next.x0 - left > usual + 4
  return measures.marked && !indented && open.lines > 1 && open.first.x0 > open.last.x0 + 4 ? 'joined' : 'paragraph'
}

/** Further to the right than the lines of the open paragraph: another one begins. */
function isIndented({ first, last, lines }: Open, next: Line): boolean {
  const reach = 0.45 * next.size
  if (lines > 1) return Math.abs(next.x0 - last.x0) > reach
  const atWords = Math.abs(next.x0 - first.textX) <= reach * 2
  return next.x0 > first.x0 + reach && !atWords
}
