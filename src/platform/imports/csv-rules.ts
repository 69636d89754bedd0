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
  const records = text === null ? null : split(text, separatorOf(text))
  const [head, ...rest] = records ?? []
  if (!head || head.cells.every((cell) => cell.trim() === '')) return null
  const columns = head.cells.map((cell) => cell.trim().toLowerCase())
  const rows = rest
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line, cells: byName(columns, cells) }))
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

const byName = (columns: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column, index) => [column, clean(cells[index] ?? '')]))

const clean = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()

type Line = { line: number; cells: string[] }

/** Piece by piece: a quoted cell, a plain one, a separator, the end of a line. A line may end inside a quotation. */
function split(text: string, separator: string): Line[] | null {
  const lines: Line[] = []
  let cells: string[] = []
  let [line, begun] = [1, 1]
  const piece = new RegExp(` *"((?:[^"]|"")*)" *|([^${separator}\\r\\n]*)`, 'y')
  for (let at = 0; at < text.length;) {
    piece.lastIndex = at
    const [whole = '', quoted, plain = ''] = piece.exec(text) ?? []
    if (quoted === undefined && plain.trimStart().startsWith('"')) return null
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    line += whole.split('\n').length - 1
    at += whole.length
    if (text[at] === separator) {
      at += 1
      // Nothing stands after the last separator: still a cell.
      if (at < text.length) continue
      cells.push('')
    }
    if (at < text.length && text[at] !== '\r' && text[at] !== '\n') return null
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
    lines.push({ line: begun, cells })
    cells = []
    begun = line
  }
  return lines
}
