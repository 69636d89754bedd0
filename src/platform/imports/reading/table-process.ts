import { createWriteStream } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import readXlsx from 'read-excel-file/node'
import { readZipDirectory } from '../../files/zip-directory.ts'
import { readDocxRows } from './docx-rows.ts'
import { readJson } from './json-rules.ts'
import { readSeparated } from './separated-rules.ts'
import {
  cleanWords,
  refusalOf,
  SOURCE_LIMITS,
  type ReadRefusal,
  type SourceCell,
  type SourceNote,
  type SourceSheet,
} from './source-rules.ts'
import type { FoundTable, ReadingOrder } from './run-table-reader.ts'

/**
 * A process of its own, for one file: strangers' spreadsheets unpack to far more than they weigh, and what opens them must
 * not take the web with it. It has no environment, writes into one folder, and is ended from outside.
 */
async function read({ path }: ReadingOrder): Promise<SourceSheet[] | ReadRefusal> {
  const kind = await kindOf(path)
  if (kind === 'old-excel' || kind === 'not-a-table') return kind
  if (kind === 'zip') return readSpreadsheet(path)
  const bytes = await readFile(path)
  const listed = kind === 'json' ? readJson(bytes) : null
  // A head may stand in brackets; what begins with a brace is a table of values in no case.
  const sheet =
    listed ?? (/^\s*\{/.test(Buffer.from(bytes.subarray(0, 100)).toString('utf8')) ? null : readSeparated(bytes))
  return sheet === null ? 'not-a-table' : [sheet]
}

const OLD_OFFICE = 'd0cf11e0'
const ZIP = '504b0304'
/** A web page that calls itself .xls: what opens it saves it as .xlsx. */
const WEB_PAGE = /^\s*</
const FOREIGN = /^\s*(\{\\rtf|%PDF|%!PS)/

async function kindOf(path: string): Promise<'zip' | 'old-excel' | 'not-a-table' | 'json' | 'values'> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    const head = buffer.subarray(0, bytesRead)
    const signature = head.toString('hex', 0, 4)
    if (signature === ZIP) return 'zip'
    if (signature === OLD_OFFICE || WEB_PAGE.test(head.toString('latin1'))) return 'old-excel'
    if (FOREIGN.test(head.toString('latin1'))) return 'not-a-table'
    return /^\ufeff?\s*[[{]/.test(head.toString('utf8')) ? 'json' : 'values'
  } finally {
    await file.close()
  }
}

async function readSpreadsheet(path: string): Promise<SourceSheet[] | ReadRefusal> {
  const file = await open(path, 'r')
  try {
    const entries = await readZipDirectory(file)
    if (!entries) return 'broken'
    if (entries.reduce((sum, { size }) => sum + size, 0) > SOURCE_LIMITS.unpackedBytes) return 'too-large'
    if (entries.some(({ name }) => name === 'word/document.xml')) return readDocxRows(await readFile(path))
    if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return 'not-a-table'
  } finally {
    await file.close()
  }
  const sheets = await readXlsx(path, { trim: false }).catch(() => null)
  if (!sheets) return 'broken'
  if (sheets.length > SOURCE_LIMITS.sheets) return 'too-large'
  return sheets.map(({ sheet, data }) => readSheet(sheet, data as unknown[][]))
}

function readSheet(name: string, data: readonly (readonly unknown[])[]): SourceSheet {
  const seen = { removed: 0, first: 0 }
  const rows = data.map((row, index) => {
    const cells = row.map((value) => cellOf(value, (removed) => note(seen, removed, index + 1)))
    while (cells.length > 0 && (cells.at(-1) === null || cells.at(-1) === '')) cells.pop()
    return { at: index + 1, cells }
  })
  // Made by who formats a whole sheet: nothing stands in them, and they are no lines that somebody wrote.
  while (rows.length > 0 && rows.at(-1)?.cells.length === 0) rows.pop()
  const notes: SourceNote[] =
    seen.removed > 0 ? [{ kind: 'signs-removed', count: seen.removed, first: seen.first }] : []
  return { name: cleanWords(name).words, names: null, raggedMatters: false, rows, notes }
}

function note(seen: { removed: number; first: number }, removed: number, at: number): void {
  if (removed > 0) seen.first ||= at
  seen.removed += removed
}

function cellOf(value: unknown, removedSigns: (count: number) => void): SourceCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isFinite(value) ? { n: value } : String(value)
  if (typeof value === 'boolean') return { b: value }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#?' : { d: dayOf(value) }
  const { words, removed } = cleanWords(typeof value === 'string' ? value : JSON.stringify(value))
  removedSigns(removed)
  return words
}

/** Days of a spreadsheet have no zone; an hour that is not midnight is kept. */
function dayOf(date: Date): string {
  const words = date.toISOString()
  return words.endsWith('T00:00:00.000Z') ? words.slice(0, 10) : words.slice(0, 16).replace('T', ' ')
}

/** The rows by the line, so that whoever stages them needs no more memory than for some of them. */
async function write(folder: string, sheets: readonly SourceSheet[]): Promise<FoundTable> {
  const lines = sheets.flatMap(({ rows }, sheet) =>
    rows.map(({ at, cells }, index) => `${JSON.stringify([sheet, index + 1, at, cells])}\n`),
  )
  await pipeline(Readable.from(lines), createWriteStream(join(folder, 'rows.jsonl'), { mode: 0o600 }))
  return {
    kind: 'read',
    sheets: sheets.map(({ rows, ...sheet }) => ({ ...sheet, lines: rows.length })),
  }
}

/** Nothing but our own program starts this, with one argument. */
const order = JSON.parse(process.argv[2] ?? '{}') as ReadingOrder
const sheets = await read(order)
const refusal = Array.isArray(sheets) ? refusalOf(sheets) : sheets
const found: FoundTable =
  refusal !== null || !Array.isArray(sheets)
    ? { kind: 'unreadable', why: refusal ?? 'broken' }
    : await write(order.folder, sheets)
await writeFile(join(order.folder, 'found.json'), JSON.stringify(found))
process.exit(0)
