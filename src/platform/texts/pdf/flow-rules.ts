import { readItems } from '../structure/item-rules.ts'
import type { Piece } from './row-rules.ts'
import { median } from './row-rules.ts'

/** In which order the pieces of a page are read: lines, columns, tables. */

export type Line = {
  words: string
  x0: number
  x1: number
  y: number
  size: number
  bold: boolean
  page: number
  /** Which column of the page: lines of one column are compared with each other. */
  column: string
  /** Where the words begin after a number or bullet. */
  textX: number
}

export type Flow = { kind: 'line'; line: Line } | { kind: 'table'; rows: string[][]; y: number; words: string }

/** Signers stand side by side, and are read one after the other. */
const SIGNER =
  /^(?:KRYETAR|KRYEMIN|PRESIDENT|MINIST[ËE]R|MINISTRI\b|MINISTRJA|SEKRETAR|PREFEKT|DREJTOR|KRYESUES|Z[ËE]VEND|P[ËE]R BASHKIN)/iu

export function flowOf(pieces: readonly Piece[], page: number, width: number): Flow[] {
  return read(withMarks(pieces), page, `${Math.round(width)}`, 0)
}

/** "1." and "a)" belong to the words at their right, however far these stand. */
function withMarks(pieces: readonly Piece[]): Row[][] {
  const rows = byRow(pieces)
  return rows.map((row) => {
    const made: Row[] = []
    for (const piece of row) {
      const before = made.at(-1)
      const marks = before !== undefined && isMark(before.words) && piece.x0 - before.x1 < 6 * piece.size
      if (before && marks) {
        before.words += ` ${piece.words}`
        before.textX = piece.x0
        before.x1 = piece.x1
        before.glyphs += piece.glyphs.length
      } else made.push({ ...piece, textX: piece.x0, glyphs: piece.glyphs.length })
    }
    return made
  })
}

type Row = Omit<Piece, 'glyphs'> & { textX: number; glyphs: number }

const isMark = (words: string): boolean => readItems(words).some((item) => item.rest === '') && words.length <= 8

function byRow(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1)
    if (row && piece.y - (row[0]?.y ?? 0) <= 0.3 * piece.size) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => row.toSorted((a, b) => a.x0 - b.x0))
}

/** Zones of two columns are read column by column, everything else row by row. */
function read(rows: Row[][], page: number, column: string, depth: number): Flow[] {
  const zone = depth < 4 ? widestZone(rows) : null
  if (!zone) return rows.map((row) => ({ kind: 'line', line: lineOf(row, page, column) }))
  const before = rows.slice(0, zone.from)
  const inside = rows.slice(zone.from, zone.to)
  const after = rows.slice(zone.to)
  return [
    ...read(before, page, column, depth),
    ...readZone(inside, zone.at, page, column, depth),
    ...read(after, page, column, depth),
  ]
}

type Zone = { from: number; to: number; at: number; score: number }

const LEAST_ROWS = 2

/** The longest run of rows through which a white strip goes, with words at both sides. */
function widestZone(rows: Row[][]): Zone | null {
  const starts = new Set(rows.flatMap((row) => row.slice(1).map((piece) => Math.round(piece.x0 - 2))))
  for (const row of rows) if (row.length === 1 && row[0] && starts.size < 60) starts.add(Math.round(row[0].x0 - 2))
  let best: Zone | null = null
  for (const at of [...starts].slice(0, 200)) {
    const zone = zoneAt(rows, at)
    if (zone && (!best || zone.score > best.score)) best = zone
  }
  return best
}

function zoneAt(rows: Row[][], at: number): Zone | null {
  let best: Zone | null = null
  let from = 0
  for (let to = 0; to <= rows.length; to += 1) {
    const row = rows[to]
    if (row && !row.some((piece) => piece.x0 < at && piece.x1 > at)) continue
    const found = trimmed(rows, from, to, at)
    if (found && (!best || found.score > best.score)) best = found
    from = to + 1
  }
  return best
}

/** From the first row with words at both sides (or a column's first) to the last. */
function trimmed(rows: Row[][], from: number, to: number, at: number): Zone | null {
  const left = (row: Row[]) => row.some((piece) => piece.x1 <= at)
  const right = (row: Row[]) => row.some((piece) => piece.x0 >= at)
  const inside = rows.slice(from, to)
  const both = inside.filter((row) => left(row) && right(row)).length
  const lefts = inside.filter(left).length
  const rights = inside.filter(right).length
  if (both < 1 || Math.min(lefts, rights) < LEAST_ROWS) return null
  const whole = inside.map((row) => left(row) && right(row))
  // What stands at one side alone, above or below, may be of a column of prose: that goes on there.
  const prose = isProse(inside, at)
  const start = prose ? 0 : whole.indexOf(true)
  const end = prose ? inside.length - 1 : lastOfTable(inside, whole.lastIndexOf(true))
  return { from: from + start, to: from + end + 1, at, score: Math.min(lefts, rights) + both }
}

/** The words of a last cell may run on below their row. */
function lastOfTable(rows: Row[][], last: number): number {
  let end = last
  for (let at = last + 1; at < rows.length; at += 1) {
    const [piece] = rows[at] ?? []
    const above = rows[at - 1]?.[0]
    if (!piece || !above || piece.y - above.y > 1.3 * piece.size || piece.x0 <= (rows[last]?.[0]?.x1 ?? 0)) break
    end = at
  }
  return end
}

const PROSE = 22

function isProse(rows: Row[][], at: number): boolean {
  const sides = [
    rows.flatMap((row) => row.filter((piece) => piece.x1 <= at)),
    rows.flatMap((row) => row.filter((piece) => piece.x0 >= at)),
  ]
  return sides.every((side) => side.length >= 3 && median(side.map((piece) => piece.words.length)) >= PROSE)
}

function readZone(rows: Row[][], at: number, page: number, column: string, depth: number): Flow[] {
  const left = rows.map((row) => row.filter((piece) => piece.x1 <= at)).filter((row) => row.length > 0)
  const right = rows.map((row) => row.filter((piece) => piece.x0 >= at)).filter((row) => row.length > 0)
  const signed = rows.length <= 8 && rows.flat().some((piece) => SIGNER.test(piece.words) && piece.words.length < 60)
  if (isProse(rows, at) || signed) {
    return [
      ...read(left, page, `${column} ${Math.round(at)}l`, depth + 1),
      ...read(right, page, `${column} ${Math.round(at)}r`, depth + 1),
    ]
  }
  const both = rows.filter((row) => row.length > 1).length
  const numbers = right.flat().every((piece) => /^[\d.\s]+$/.test(piece.words) || /\.{4,}/.test(piece.words))
  if (both < LEAST_ROWS || numbers || rows.some((row) => row.some((piece) => /(?:\. ?){6,}/.test(piece.words))))
    return rows.map((row) => ({ kind: 'line', line: lineOf(row, page, column, '\t') }))
  return [tableOf(rows)]
}

/** Cells by the columns where pieces begin; a row with nothing in its first cell goes on with the one above. */
function tableOf(rows: Row[][]): Flow {
  const edges = columnEdges(rows.flat())
  const cells: string[][] = []
  for (const row of rows) {
    const made = edges.map((edge, at) =>
      row
        .filter((piece) => piece.x0 >= edge - 1 && piece.x0 < (edges[at + 1] ?? Infinity) - 1)
        .map((piece) => piece.words)
        .join(' '),
    )
    const above = cells.at(-1)
    const goesOn = made[0] === '' && above !== undefined
    if (goesOn) made.forEach((words, at) => (above[at] = [above[at], words].filter(Boolean).join(' ')))
    else cells.push(made)
  }
  return tableFlow(cells, rows[0]?.[0]?.y ?? 0)
}

export const tableFlow = (rows: string[][], y: number): Flow => ({
  kind: 'table',
  rows,
  y,
  words: rows.map((row) => row.join('\t').trimEnd()).join('\n'),
})

/** White strips between the pieces: each column begins after one. */
function columnEdges(pieces: Row[]): number[] {
  const edges: number[] = []
  let reach = -Infinity
  for (const piece of pieces.toSorted((a, b) => a.x0 - b.x0)) {
    if (piece.x0 > reach + 2) edges.push(piece.x0)
    reach = Math.max(reach, piece.x1)
  }
  return edges
}

export function lineOf(row: Row[], page: number, column: string, joint = ' '): Line {
  const glyphs = row.reduce((sum, piece) => sum + piece.glyphs, 0)
  const largest = row.reduce<Row | undefined>((a, b) => (a && a.glyphs >= b.glyphs ? a : b), undefined)
  return {
    words: row.map((piece) => piece.words).join(joint),
    x0: row[0]?.x0 ?? 0,
    x1: Math.max(...row.map((piece) => piece.x1)),
    y: row[0]?.y ?? 0,
    size: largest?.size ?? 0,
    bold: row.filter((piece) => piece.bold).reduce((sum, piece) => sum + piece.glyphs, 0) > glyphs * 0.6,
    page,
    column,
    textX: row[0]?.textX ?? 0,
  }
}
