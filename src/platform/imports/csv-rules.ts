import { splitRows } from './reading/separated-rules.ts'
import { wordsOf, type SourceCell } from './reading/source-rules.ts'

/** A table as it came: the columns by the names in its first line, and where each row stands in the file. */
export type Csv = { columns: readonly string[]; rows: readonly CsvRow[] }
export type CsvRow = { line: number; cells: Readonly<Record<string, string>> }

/** What cannot be taken, where it stands, and why: read by whoever has to mend the file. */
export type CellRefusal = { line: number; column: string; why: string }

/**
 * Reads a table of values parted by commas, semicolons or tabs (RFC 4180: quotation marks around what holds one of them).
 * UTF-8, with or without a mark at its beginning. Null when it is no such table: no header, not UTF-8, a quotation that
 * never ends.
 */
export function readCsv(content: Uint8Array): Csv | null {
  const text = decode(content)
  const split = text === null ? null : splitRows(text, separatorOf(text))
  const [head, ...rest] = split?.rows ?? []
  if (!head || head.cells.length === 0 || split?.notes.some(({ kind }) => kind === 'open-quotation')) return null
  const columns = head.cells.map((cell) => wordsOf(cell).toLowerCase())
  const rows = rest
    .filter(({ cells }) => cells.length > 0)
    .map(({ at, cells }) => ({ line: at, cells: byName(columns, cells) }))
  return { columns, rows }
}

/** One line for each refused cell, at most a hundred: nobody mends more at once. */
export function refusalWords(refusals: readonly CellRefusal[]): string {
  const shown = refusals.slice(0, 100).map(({ line, column, why }) => `line ${line}, column ${column}: ${why}`)
  const more = refusals.length > 100 ? [`and ${refusals.length - 100} more`] : []
  return [`${refusals.length} cells were refused, nothing was taken in`, ...shown, ...more].join('\n')
}

function decode(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return null
  }
}

function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  const count = (sign: string) => first.split(sign).length
  return [';', '\t'].find((sign) => count(sign) > count(',')) ?? ','
}

const byName = (columns: readonly string[], cells: readonly SourceCell[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, index) => [column, wordsOf(cells[index])]))
