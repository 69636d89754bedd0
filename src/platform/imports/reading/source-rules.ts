/** A cell as it came: words, or what the file itself knows as a day, a number, a yes or no. */
export type SourceCell = string | { d: string } | { n: number } | { b: boolean } | null

/** `at`: its line in the file, from 1. An empty line has no cells. */
export type SourceRow = { at: number; cells: readonly SourceCell[] }

/** What was noticed while reading. Nothing was changed without a note. */
export type SourceNote =
  | { kind: 'encoding'; encoding: string; lines: number; first: number; uncertain: boolean }
  | { kind: 'signs-removed'; count: number; first: number }
  | { kind: 'open-quotation'; at: number }
  | { kind: 'nested'; count: number }
  | { kind: 'faulty-cells'; count: number }

export type SourceSheet = {
  name: string
  /** The names of its columns, where the format has them beside the rows (JSON). */
  names: readonly string[] | null
  /** In formats of values a missing cell is a doubt; a spreadsheet knows no missing ones. */
  raggedMatters: boolean
  rows: readonly SourceRow[]
  notes: readonly SourceNote[]
}

/** A sheet without its rows, and how many lines it has. */
export type FoundSheet = Omit<SourceSheet, 'rows'> & { lines: number }

/** A line of a sheet on its way into the staging table. */
export type StagedLine = { sheet: number; position: number; at: number; cells: readonly SourceCell[] }

const READ_REFUSALS = [
  'old-excel',
  'not-a-table',
  'too-large',
  'too-many-columns',
  'too-many-rows',
  'broken',
  'encrypted',
  'empty',
  'busy',
] as const
export type ReadRefusal = (typeof READ_REFUSALS)[number]

export const SOURCE_LIMITS = {
  bytes: 20_000_000,
  unpackedBytes: 300_000_000,
  columns: 1000,
  rows: 200_000,
  sheets: 50,
} as const

/** What nobody sees and what turns the direction of writing: no cell keeps it. Ends of line and tabs inside a cell stay. */
// oxlint-disable-next-line no-control-regex -- that is what it looks for
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2060\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g
/** Half of a pair: no database takes it. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The words of a cell, and how many unseen signs went. */
export function cleanWords(words: string): { words: string; removed: number } {
  const plain = words.replace(UNSEEN, '').replace(LONE, '\ufffd')
  return { words: plain.normalize('NFC').trim(), removed: words.length - plain.length }
}

export const isBlank = (cell: SourceCell | undefined): boolean => cell === undefined || cell === null || cell === ''

/** A cell as people read it. */
export function wordsOf(cell: SourceCell | undefined): string {
  if (cell === undefined || cell === null) return ''
  if (typeof cell === 'string') return cell
  if ('d' in cell) return cell.d
  if ('n' in cell) return String(cell.n)
  return cell.b ? 'po' : 'jo'
}

/** Why a table is none, or null. Looked at before anything is made of it. */
export function refusalOf(sheets: readonly SourceSheet[]): ReadRefusal | null {
  if (sheets.every(({ rows }) => rows.every(({ cells }) => cells.length === 0))) return 'empty'
  if (sheets.some(({ rows }) => rows.some(({ cells }) => cells.length > SOURCE_LIMITS.columns)))
    return 'too-many-columns'
  if (sheets.reduce((sum, { rows }) => sum + rows.length, 0) > SOURCE_LIMITS.rows) return 'too-many-rows'
  return null
}
