import type { Glyph } from './ink-rules.ts'

/** Letters become rows, and rows become pieces of words that stand close together. */

/** Words in a row without a wide gap between them. */
export type Piece = {
  words: string
  x0: number
  x1: number
  y: number
  size: number
  bold: boolean
  glyphs: Glyph[]
}

/** A gap this many times the letters' size parts columns, cells and marks from words. */
const WIDE_GAP = 1.4
const WORD_GAP = 0.17

export function piecesOf(glyphs: readonly Glyph[]): Piece[] {
  return rowsOf(withoutDoubles(glyphs)).flatMap(piecesOfRow)
}

/** Glyphs of one base line, raised ones included, from the left. */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: { y: number; size: number; glyphs: Glyph[] }[] = []
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1)
    if (row && glyph.y - row.y <= 0.18 * Math.max(1, Math.min(glyph.size, row.size))) {
      row.glyphs.push(glyph)
      row.size = Math.max(row.size, glyph.size)
    } else rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] })
  }
  const kept: typeof rows = []
  const raised: typeof rows = []
  for (const row of rows) (isRaised(row, rows) ? raised : kept).push(row)
  for (const row of raised) for (const glyph of row.glyphs) hostOf(glyph, kept)?.glyphs.push(glyph)
  return kept.map((row) => row.glyphs.toSorted((a, b) => a.x0 - b.x0))
}

type Row = { y: number; size: number; glyphs: Glyph[] }

/** Small letters that touch larger ones of another base line, each of them. */
function isRaised(row: Row, rows: Row[]): boolean {
  if (row.glyphs.length > 24) return false
  const larger = rows.filter((other) => other !== row && other.size > row.size * 1.2)
  return larger.length > 0 && row.glyphs.every((glyph) => hostOf(glyph, larger, row.glyphs) !== undefined)
}

function hostOf(glyph: Glyph, rows: Row[], neighbours: Glyph[] = []): Row | undefined {
  return rows.find((row) => {
    const down = row.y - glyph.y
    if (down < -0.3 * row.size || down > 0.62 * row.size || glyph.size > row.size / 1.2) return false
    const reach = 0.35 * row.size
    const touches = (x0: number, x1: number) =>
      row.glyphs.some((one) => one.size > glyph.size && one.x0 <= x1 + reach && one.x1 >= x0 - reach)
    if (touches(glyph.x0, glyph.x1)) return true
    const group = neighbours.filter((one) => Math.abs(one.x0 - glyph.x0) < glyph.size * 2)
    return group.some((one) => touches(one.x0, one.x1))
  })
}

/** Bold made by printing twice is one letter. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>()
  return glyphs.filter((glyph) => {
    const key = `${glyph.sign} ${Math.round(glyph.y / 2)}`
    const same = seen.get(key) ?? []
    const reach = glyph.size * 0.12
    const double = same.some((one) => Math.abs(one.x0 - glyph.x0) < reach && Math.abs(one.y - glyph.y) < reach)
    if (!double) seen.set(key, [...same.slice(-40), glyph])
    return !double
  })
}

function piecesOfRow(row: Glyph[]): Piece[] {
  const pieces: Glyph[][] = []
  let open: Glyph[] = []
  const size = Math.max(...row.map((glyph) => glyph.size))
  for (const glyph of row) {
    const before = open.at(-1)
    const gap = before ? glyph.x0 - Math.max(...open.slice(-3).map((one) => one.x1)) : 0
    if (before && gap > WIDE_GAP * size + spacingOf(open)) {
      pieces.push(open)
      open = []
    }
    open.push(glyph)
  }
  if (open.length > 0) pieces.push(open)
  return pieces.map((glyphs) => pieceOf(glyphs, size, row))
}

function pieceOf(glyphs: Glyph[], rowSize: number, row: Glyph[]): Piece {
  const large = row.find((glyph) => glyph.size === rowSize)
  return {
    words: wordsOf(glyphs, rowSize),
    x0: glyphs[0]?.x0 ?? 0,
    x1: Math.max(...glyphs.map((glyph) => glyph.x1)),
    y: large?.y ?? glyphs[0]?.y ?? 0,
    size: median(glyphs.map((glyph) => glyph.size)),
    bold: glyphs.filter((glyph) => glyph.bold).length > glyphs.length * 0.6,
    glyphs,
  }
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** The gap that stands between all letters of words printed wide. */
function spacingOf(glyphs: readonly Glyph[]): number {
  if (glyphs.length < 4) return 0
  const gaps = glyphs.slice(1).flatMap((glyph, at) => (glyph.spaced ? [] : [glyph.x0 - (glyphs[at]?.x1 ?? 0)]))
  if (gaps.length < 3) return 0
  const usual = median(gaps)
  const size = glyphs[0]?.size ?? 0
  return usual > 0.12 * size ? usual : 0
}

/** Raised figures stand between these until it is known whether a note bears the same figure. */
export const MARK_OPENS = '\ue000'
export const MARK_ENDS = '\ue001'

export function wordsOf(glyphs: readonly Glyph[], rowSize = 0): string {
  const spacing = spacingOf(glyphs)
  const base = glyphs.find((glyph) => glyph.size >= rowSize * 0.95)?.y ?? 0
  const isMark = (glyph: Glyph) =>
    glyph.size < rowSize * 0.8 && base - glyph.y > 0.12 * rowSize && /^[\d*]$/.test(glyph.sign)
  let words = ''
  let inMark = false
  glyphs.forEach((glyph, at) => {
    const before = glyphs[at - 1]
    const gap = before ? glyph.x0 - before.x1 - spacing : 0
    const least = WORD_GAP * Math.min(glyph.size, before?.size ?? glyph.size)
    const mark = isMark(glyph)
    if (inMark && !mark) words += MARK_ENDS
    const bySpace = glyph.spaced && gap > 0.03 * glyph.size - spacing
    if ((bySpace || gap > least + spacing * 0.35) && at > 0 && !/^\p{M}/u.test(glyph.sign)) words += ' '
    if (mark && !inMark) words += MARK_OPENS
    words += glyph.sign
    inMark = mark
  })
  return (inMark ? words + MARK_ENDS : words).normalize('NFC')
}
