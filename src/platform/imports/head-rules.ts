import { createHash } from 'node:crypto'
import { isBlank, wordsOf, type SourceCell, type SourceRow } from './reading/source-rules.ts'
import type { TargetColumn } from './table-target.ts'

const LOOKED_AT = 25

/** The line of the names of the columns, as a position among the rows, from 1; 0: the table has none. */
export function guessHead(rows: readonly SourceRow[]): number {
  const first = rows.slice(0, LOOKED_AT)
  const width = Math.max(0, ...first.map(({ cells }) => filled(cells).length))
  const index = first.findIndex(({ cells }) => {
    const words = filled(cells)
    return words.length >= Math.max(1, width * 0.6) && words.every(isName)
  })
  // Of a table of words alone its first full line is taken for the names.
  return index < 0 || index === rows.length - 1 ? 0 : index + 1
}

const filled = (cells: readonly SourceCell[]): SourceCell[] => cells.filter((cell) => !isBlank(cell))

const isName = (cell: SourceCell): boolean =>
  typeof cell === 'string' && !/^[-–(€]?[\d.,\s/]*\d[\d.,\s/]*[€)%]?$/.test(cell)

/** Names for every column: those of the head, of the format itself, or its letter as in a spreadsheet. */
export function columnNames(
  rows: readonly SourceRow[],
  head: number,
  given: readonly string[] | null,
): { name: string; named: boolean }[] {
  const row = head > 0 ? rows[head - 1]?.cells : given
  const width = Math.max(row?.length ?? 0, ...widthsOf(rows.slice(head)))
  return Array.from({ length: width }, (_, index) => {
    const words = wordsOf(row?.[index]).replace(/\s+/g, ' ').slice(0, 300)
    return words === '' ? { name: letterOf(index), named: false } : { name: words, named: true }
  })
}

/** How wide most rows are, in steps of thousands: the spread of all of them would not fit on a call. */
function widthsOf(rows: readonly SourceRow[]): number[] {
  let width = 0
  for (const { cells } of rows) {
    let last = cells.length
    while (last > 0 && isBlank(cells[last - 1])) last -= 1
    if (last > width) width = last
  }
  return [width]
}

/** `A`, `B` … `Z`, `AA`: as the official sees it in the spreadsheet. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}

export const foldHead = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What tables with the same head have in common, whatever their rows. */
export const headSignature = (names: readonly { name: string }[]): string =>
  createHash('sha256')
    .update(JSON.stringify(names.map(({ name }) => foldHead(name))))
    .digest('hex')

/** The column of the register for each column of the table, or null; each is given once. */
export function guessColumns(
  names: readonly { name: string; named: boolean }[],
  columns: readonly TargetColumn[],
): (string | null)[] {
  const known = columns.map((column) => ({
    name: column.name,
    words: [column.name, column.title.sq, column.title.en, ...column.known].map(foldHead),
  }))
  const given = new Set<string>()
  return names.map(({ name, named }) => {
    const folded = foldHead(name)
    const found = named ? known.find((one) => !given.has(one.name) && one.words.includes(folded)) : undefined
    if (found) given.add(found.name)
    return found?.name ?? null
  })
}

const TOTAL = /^(gjithsej(t)?|total(i)?|shuma( e përgjithshme| totale)?|sum(a)?|ukupno|grand total|gjithësej)\b/iu
const FOOTNOTE = /^(burimi|shënim|vërejtje|source|note|izvor|\*)/iu
const LAST = 10

/** Lines at the end that look like no rows: totals and notes. Positions from 1; asked, never left out unseen. */
export function guessFooters(rows: readonly SourceRow[], head: number): number[] {
  const found: number[] = []
  for (let index = rows.length - 1; index >= Math.max(head, rows.length - LAST); index -= 1) {
    const cells = filled(rows[index]?.cells ?? [])
    if (cells.length === 0) continue
    const [first] = cells
    const words = wordsOf(first)
    const alone = cells.length === 1 && FOOTNOTE.test(words)
    if (!alone && !cells.some((cell) => typeof cell === 'string' && TOTAL.test(cell) && cells.length <= 6)) break
    found.push(index + 1)
  }
  return found.toReversed()
}
