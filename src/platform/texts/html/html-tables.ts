import type { Blocks } from '../structure/block-rules.ts'
import { readArticleLine } from '../structure/line-rules.ts'
import { cellWords, type TableReading } from '../story/story.ts'
import { foldWords } from '../words-rules.ts'
import { attributeOf, childElements, elementsWithin, wordsWithin, type HtmlElement } from './html-tree.ts'

/** Tables of words, and tables that only lay the page out. */

const GROUPS = new Set(['thead', 'tbody', 'tfoot'])

const rowsOf = (table: HtmlElement): HtmlElement[] =>
  childElements(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child]
    return GROUPS.has(child.tagName) ? rowsOf(child) : []
  })

const cellsOf = (row: HtmlElement): HtmlElement[] =>
  childElements(row).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th')

/** One cell a row, tables in its cells, articles in its cells: it holds the page, not rows of a table. */
export function laysOut(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/.test(attributeOf(table, 'role') ?? '')) return true
  const cells = rowsOf(table).map(cellsOf)
  if (cells.every((row) => row.length <= 1)) return true
  return cells
    .flat()
    .some((cell) => elementsWithin(cell).some((inside) => inside.tagName === 'table' || opensArticle(inside)))
}

const opensArticle = (element: HtmlElement): boolean =>
  /^(?:p|h\d|div)$/.test(element.tagName) &&
  readArticleLine(foldWords(wordsWithin(element)).slice(0, 40))?.shape === 'bare'

const MOST_COLUMNS = 63
const MOST_ROWS = 1000

/** A cell over several columns or rows has empty ones for the others. */
export function readHtmlTable(table: HtmlElement, readCell: (cell: HtmlElement) => Blocks): TableReading {
  const reading: TableReading = { printed: '', remarks: [], asides: [] }
  /** For each column how many more rows a cell from above covers it. */
  let covered: number[] = []
  const rows = rowsOf(table).map((row) => {
    const line: string[] = []
    const below = covered.map((left) => Math.max(0, left - 1))
    const skip = () => {
      while ((covered[line.length] ?? 0) > 0) line.push('')
    }
    for (const cell of cellsOf(row)) {
      skip()
      const columns = spanOf(cell, 'colspan', MOST_COLUMNS)
      const down = spanOf(cell, 'rowspan', MOST_ROWS) - 1
      for (let at = line.length; at < line.length + columns; at += 1) below[at] = down
      line.push(cellWords(readCell(cell), reading), ...Array<string>(columns - 1).fill(''))
    }
    skip()
    covered = Array.from(below, (left) => left ?? 0)
    return line.join('\t')
  })
  reading.printed = rows.join('\n')
  return reading
}

const spanOf = (cell: HtmlElement, name: string, most: number): number =>
  Math.min(Math.max(Number.parseInt(attributeOf(cell, name) ?? '1', 10) || 1, 1), most)

export const captionsOf = (table: HtmlElement): HtmlElement[] =>
  childElements(table).filter((child) => child.tagName === 'caption')
