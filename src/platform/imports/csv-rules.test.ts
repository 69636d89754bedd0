import { describe, expect, it } from 'vitest'
import { readCsv, refusalWords } from './csv-rules.ts'

const read = (text: string) => readCsv(new TextEncoder().encode(text))

describe('a table of values', () => {
  it('is read by the names of its columns, whatever parts them', () => {
    const expected = [{ line: 2, cells: { name: 'Shoqata «Çajupi»', kind: 'ngo' } }]
    for (const sign of [',', ';', '\t']) {
      expect(read(`\ufeffName${sign}kind\r\nShoqata «Çajupi»${sign}ngo\r\n`)?.rows).toEqual(expected)
    }
  })

  it('keeps separators, quotation marks and ends of line inside quotation marks, and counts the lines', () => {
    const table = read('name,source\n"Shoqata ""Vera"", Bregas","rreshti 1\nrreshti 2"\nTjetra,\n')
    expect(table?.rows).toEqual([
      { line: 2, cells: { name: 'Shoqata "Vera", Bregas', source: 'rreshti 1\nrreshti 2' } },
      { line: 4, cells: { name: 'Tjetra', source: '' } },
    ])
  })

  it('does not take a quotation of the next line, or the next column, for its own', () => {
    const rows = read('a\tb\n1\t\n"2"\t"3"\n')?.rows.map(({ cells }) => [cells.a, cells.b])
    expect(rows).toEqual([
      ['1', ''],
      ['2', '3'],
    ])
  })

  it('leaves out empty lines, and gives missing cells as empty', () => {
    expect(read('a,b\n\n1\n,\n2,3')?.rows.map(({ line, cells }) => [line, cells.a, cells.b])).toEqual([
      [3, '1', ''],
      [5, '2', '3'],
    ])
  })

  it('is none without a header, with a quotation that never ends, or in another encoding', () => {
    expect([read(''), read('a,b\n"never, ended'), readCsv(Buffer.from([0x61, 0x0a, 0xe7]))]).toEqual([null, null, null])
  })

  it('tells each refused cell with its line and column, and how many more there are', () => {
    const many = Array.from({ length: 102 }, (_, line) => ({ line: line + 2, column: 'kind', why: 'unknown' }))
    expect(refusalWords(many)).toContain('102 cells were refused')
    expect(refusalWords(many)).toContain('line 2, column kind: unknown')
    expect(refusalWords(many)).toContain('and 2 more')
  })
})
