import { readArticleLine, readDivisionLine } from '../structure/line-rules.ts'
import type { Rule } from './ink-rules.ts'
import { MARK_ENDS, MARK_OPENS, type Piece } from './row-rules.ts'

/** Headers, footers, page numbers and notes: what stands at the edges of pages. */

export type PageRow = { y: number; size: number; words: string; pieces: Piece[] }

export function pageRows(pieces: readonly Piece[]): PageRow[] {
  const rows: PageRow[] = []
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1)
    if (row && piece.y - row.y <= 0.3 * piece.size) row.pieces.push(piece)
    else rows.push({ y: piece.y, size: piece.size, words: '', pieces: [piece] })
  }
  for (const row of rows) {
    row.pieces.sort((a, b) => a.x0 - b.x0)
    row.words = row.pieces.map((piece) => piece.words).join(' ')
    row.size = row.pieces.reduce((a, b) => (a.glyphs.length >= b.glyphs.length ? a : b)).size
  }
  return rows
}

/** How many rows at the top and at the foot of a page may be furniture. */
const MOST_ROWS = 4
const EDGE = 0.14

type Side = 'top' | 'foot'
export type EdgePage = { rows: PageRow[]; height: number }

/** Of each page the rows that are repeated at the same height, and page numbers. */
export function pageFurniture(pages: readonly EdgePage[], bodySize: number): Set<PageRow>[] {
  const found = pages.map(() => new Set<PageRow>())
  for (const side of ['top', 'foot'] as const) {
    const edges = pages.map((page) => edgeRows(page, side))
    const repeated = repeatedKeys(edges, pages, side)
    const lonely = lonelyHeights(edges, pages, side, bodySize)
    edges.forEach((rows, at) => {
      for (const row of rows) {
        const height = pages[at]?.height ?? 0
        const known = repeated.has(keyOf(row, height, side)) || lonely.has(heightOf(row, height, side))
        if (!(known && mayRepeat(row)) && !isPageNumber(row.words, at, edges)) break
        found[at]?.add(row)
      }
    })
  }
  return found
}

/** From the edge inwards. */
function edgeRows({ rows, height }: EdgePage, side: Side): PageRow[] {
  const near = rows.filter((row) => (side === 'top' ? row.y < height * EDGE : row.y > height * (1 - EDGE)))
  return (side === 'top' ? near : near.toReversed()).slice(0, MOST_ROWS)
}

const folded = (words: string): string => words.replace(/\d+/g, '#').replace(/[\ue000\ue001\s]/gu, '')

const heightOf = (row: PageRow, height: number, side: Side): number =>
  Math.round((side === 'top' ? row.y : height - row.y) / 4)

/** Heights at which several pages have small words far from all others: headers that differ from page to page. */
function lonelyHeights(
  edges: readonly PageRow[][],
  pages: readonly EdgePage[],
  side: Side,
  bodySize: number,
): Set<number> {
  const counts = new Map<number, number>()
  edges.forEach(([row, next], at) => {
    if (!row || row.size > bodySize * 0.87 || !mayRepeat(row)) return
    if (next && Math.abs(next.y - row.y) < row.size * 2.2) return
    const height = heightOf(row, pages[at]?.height ?? 0, side)
    counts.set(height, (counts.get(height) ?? 0) + 1)
  })
  return new Set([...counts].filter(([, count]) => count > 1).map(([height]) => height))
}

/** Words and height; the height from the nearer edge, as pages may differ in size. */
const keyOf = (row: PageRow, height: number, side: Side): string =>
  `${heightOf(row, height, side)} ${folded(row.words)}`

function repeatedKeys(edges: readonly PageRow[][], pages: readonly EdgePage[], side: Side): Set<string> {
  const counts = new Map<string, number>()
  edges.forEach((rows, at) => {
    for (const key of new Set(rows.filter(mayRepeat).map((row) => keyOf(row, pages[at]?.height ?? 0, side))))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  const least = Math.max(2, Math.ceil(pages.length * 0.2))
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key))
}

/** Articles that happen to stand at the same height on two pages are none. */
function mayRepeat({ words }: PageRow): boolean {
  const article = readArticleLine(words)
  return (
    (article === null || article.shape === 'reference') &&
    readDivisionLine(words) === null &&
    !/^\(?\w{1,3}[.)]/u.test(words)
  )
}

const NUMBER =
  /^(?:[-–—]\s*)?(?:(?:Faqe|Faqja|Fq\.?|Page|Strana)\s*)?(\d{1,4})(?:\s*(?:nga|prej|of|\/|ose)\s*\d{1,4})?(?:\s*[-–—])?$/iu

/** A figure alone; of several pages it must count along. */
function isPageNumber(words: string, page: number, edges: readonly PageRow[][]): boolean {
  const value = Number(NUMBER.exec(words.trim())?.[1] ?? Number.NaN)
  if (Number.isNaN(value)) return false
  const others = edges.filter((_, at) => at !== page)
  const counting = edges.some(
    (rows, at) =>
      at !== page && rows.some((row) => Number(NUMBER.exec(row.words.trim())?.[1] ?? Number.NaN) === value + at - page),
  )
  return counting || value === page + 1 || others.length === 0
}

const NOTE_BEGINS = new RegExp(
  `^(?:${MARK_OPENS}([\\d*]+)${MARK_ENDS}|(\\d{1,3})[.)]?(?=\\s)|(\\*+)(?=\\s?\\p{L}))\\s*`,
  'u',
)

export type Note = { mark: string; words: string; rows: PageRow[] }

/** Small words below all others, that begin with a mark or stand below a short line. */
export function notesOf(
  rows: readonly PageRow[],
  rules: readonly Rule[],
  bodySize: number,
  page: { width: number; height: number },
): Note[] {
  const line = separatorOf(rows, rules, page)
  const small = rows.findLastIndex((row) => row.size > bodySize * 0.94 && row.y < line)
  const below = rows.slice(small + 1)
  if (small < 0 || below.length === 0) return []
  const first = below.findIndex((row) => NOTE_BEGINS.test(row.words) || underRule(row, rules, page))
  const notes: Note[] = []
  for (const row of first < 0 ? [] : below.slice(first)) {
    const found = NOTE_BEGINS.exec(row.words)
    const mark = found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
    const last = notes.at(-1)
    if (found || !last) notes.push({ mark, words: row.words, rows: [row] })
    else {
      last.words += ` ${row.words}`
      last.rows.push(row)
    }
  }
  return notes
}

/** The height of a short line right above words that begin with a mark: what stands below it are notes, of whatever size. */
function separatorOf(
  rows: readonly PageRow[],
  rules: readonly Rule[],
  page: { width: number; height: number },
): number {
  const short = rules.filter(
    (rule) => !rule.upright && rule.x1 - rule.x0 < page.width * 0.4 && rule.y0 > page.height * 0.3,
  )
  const above = short.filter((rule) => {
    // A line at the words' own feet underlines them.
    if (rows.some((row) => Math.abs(rule.y0 - row.y) < row.size * 0.5)) return false
    const next = rows.find((row) => row.y > rule.y0)
    return next !== undefined && next.y - rule.y0 < next.size * 2.2 && NOTE_BEGINS.test(next.words)
  })
  return above.reduce((least, rule) => Math.max(least, rule.y0), 0) || Infinity
}

const underRule = (row: PageRow, rules: readonly Rule[], page: { width: number; height: number }): boolean =>
  row.y > page.height * 0.5 &&
  rules.some(
    (rule) =>
      !rule.upright && rule.y0 < row.y && row.y - rule.y0 < row.size * 2.2 && rule.x1 - rule.x0 < page.width * 0.6,
  )
