import type { Cell, Column, Row } from './dataset.ts'
import { LIST_GLUE } from './row-words-rules.ts'
import { cellOf, sheetEnd, sheetStart, workbookParts } from './workbook-rules.ts'
import { zipStream } from './zip-stream.ts'

/**
 * A workbook (Office Open XML) written as it is read: one sheet, row by row, so that its size does not matter and nobody
 * else waits while it is made. Cells have types: words stay words, whatever sign they begin with.
 */
export const workbookOf = (
  columns: readonly Column[],
  sheetName: string,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> =>
  zipStream([
    ...workbookParts(sheetName).map(([name, content]) => ({ name, content })),
    { name: 'xl/worksheets/sheet1.xml', content: sheetOf(columns, pages) },
  ])

async function* sheetOf(columns: readonly Column[], pages: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  yield sheetStart(columns)
  let last = 1
  for await (const page of pages) {
    yield page.map((row, n) => rowOf(columns, row, last + 1 + n)).join('')
    last += page.length
  }
  yield sheetEnd(columns, last)
}

const rowOf = (columns: readonly Column[], row: Row, at: number): string =>
  `<row r="${at}">${columns.map((column, n) => cellOf(column.type, plain(row[column.name] ?? null), n, at)).join('')}</row>`

const plain = (value: Cell): string | number | boolean | null =>
  value === null || typeof value !== 'object' ? value : value.join(LIST_GLUE)
