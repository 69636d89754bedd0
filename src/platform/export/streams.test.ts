import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import type { Dataset, Row } from './dataset.ts'
import { csvOf, jsonOf, streamOf } from './file-formats.ts'
import { csvCell } from './row-words-rules.ts'
import { rowPages } from './read-rows.ts'
import { workbookOf } from './workbook.ts'

const db = await testDatabase()
const ROWS = 100_000
let asked = 0

const row = (at: number): Row => ({ n: at, words: `${at} ${'fjalë '.repeat(40)}` })
const both = (words: string) => ({ sq: words, en: words })
const said = { title: both('n'), description: both('n'), required: true }
const large: Dataset = {
  name: 'i-madh',
  title: both('I madh'),
  description: both('I madh'),
  themes: [],
  keywords: { sq: [], en: [] },
  licence: 'CC0-1.0',
  institutionId: null,
  columns: [
    { name: 'n', type: 'integer', ...said },
    { name: 'words', type: 'string', ...said },
  ],
  primaryKey: ['n'],
  filters: [],
  frequency: 'CONT',
  page: async (_db, { after, limit }) => {
    asked += 1
    const from = after === null ? 0 : Number(after) + 1
    return Array.from({ length: Math.max(0, Math.min(limit, ROWS - from)) }, (_, n) => ({
      key: String(from + n),
      row: row(from + n),
    }))
  },
  count: async () => ROWS,
  span: async () => null,
}
const pages = () => rowPages(db, { dataset: large, filters: {}, url: 'https://kuvend.test' })

describe('a whole file', () => {
  it.each([
    ['csv', () => csvOf(large, pages())],
    ['json', () => jsonOf(pages())],
    ['xlsx', () => workbookOf(large.columns, 'I madh', pages())],
  ] as const)('of 100,000 rows is never in memory whole: %s', { timeout: 60_000 }, async (_name, pieces) => {
    const reader = streamOf(pieces()).getReader()
    const before = process.memoryUsage().heapUsed
    let [most, bytes] = [0, 0]
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      bytes += next.value.length
      most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
    expect(bytes).toBeGreaterThan(500_000)
    // The rows themselves are 30 MB; what is thrown away is collected when the engine likes.
    expect(most).toBeLessThan(150_000_000)
  })

  it('asks for nothing before it is wanted, and for no more when the reader has gone', async () => {
    asked = 0
    const stream = streamOf(csvOf(large, pages()))
    expect(asked).toBe(0)
    const reader = stream.getReader()
    for (let n = 0; n < 3; n++) await reader.read()
    await reader.cancel()
    expect(asked).toBeLessThanOrEqual(3)
  })
})

describe('a cell', () => {
  it('that a spreadsheet would take for a formula is words, a number is a number', () => {
    expect(['=1+1', '+355', '-5', '@a'].map(csvCell)).toEqual(["'=1+1", "'+355", "'-5", "'@a"])
    expect([-5, 1.5, true, null, ['a', 'b']].map(csvCell)).toEqual(['-5', '1.5', 'true', '', 'a | b'])
    expect(csvCell('a,"b"\nc')).toBe('"a,""b""\nc"')
  })
})
