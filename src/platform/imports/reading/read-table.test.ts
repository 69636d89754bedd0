import { strToU8, zipSync } from 'fflate'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { spreadsheetWith } from '#test/spreadsheets.ts'
import { readTable } from './run-table-reader.ts'
import type { FoundSheet, SourceCell } from './source-rules.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'kuvend-tabela-'))
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

type Found = { sheets: FoundSheet[]; cells: (readonly SourceCell[])[] }

async function read(content: string | Uint8Array): Promise<Found | string> {
  const path = join(dataFolder, 'tabela')
  writeFileSync(path, content)
  return readTable({ dataFolder }, path, async (table) => {
    const cells: (readonly SourceCell[])[] = []
    for await (const line of table.lines()) cells.push(line.cells)
    return { sheets: table.sheets, cells }
  })
}

describe('a spreadsheet', () => {
  it('gives days as days, numbers as numbers, the result of a formula, and every line that stands there', async () => {
    const found = await read(
      spreadsheetWith({
        Kontratat: [
          ['Emri', null, 'Data', 'Vlera'],
          ['Ura', 'x', { day: '2017-03-07' }, 1234.5],
          [],
          ['=1+1', null, '03/04/17', { formula: 'D2*2', result: 2469 }],
        ],
        'Fletë e dytë': [['Vetëm fjalë']],
      }),
    )
    if (typeof found === 'string') throw new Error(found)
    expect(found.sheets.map(({ name, lines }) => [name, lines])).toEqual([
      ['Kontratat', 4],
      ['Fletë e dytë', 1],
    ])
    expect(found.cells).toEqual([
      ['Emri', null, 'Data', 'Vlera'],
      ['Ura', 'x', { d: '2017-03-07' }, { n: 1234.5 }],
      [],
      ['=1+1', null, '03/04/17', { n: 2469 }],
      ['Vetëm fjalë'],
    ])
  })
})

/** As its directory says of the last of its parts: 400 million bytes. */
function bomb(): Buffer {
  const bytes = Buffer.from(spreadsheetWith({ A: [['a']] }, { 'xl/media/a': new Uint8Array(1000) }))
  bytes.writeUInt32LE(400_000_000, bytes.lastIndexOf(Buffer.from('PK\u0001\u0002')) + 24)
  return bytes
}

describe('what is no table, or would cost too much, is told and not read', () => {
  const wide = `${Array.from({ length: 10_000 }, (_, n) => `k${n}`).join(',')}\n`
  it.each([
    ['the old format of Excel', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel'],
    ['a web page that calls itself one', () => '<html><table><tr><td>1</td></tr></table></html>', 'old-excel'],
    ['another kind of package', () => zipSync({ 'word/document.xml': strToU8('<a/>') }), 'not-a-table'],
    ['half of a package', () => spreadsheetWith({ A: [['a']] }).subarray(0, 400), 'broken'],
    ['ten thousand columns', () => wide, 'too-many-columns'],
    ['an empty file', () => '', 'empty'],
    ['lines with nothing in them', () => ',,\n,,\n', 'empty'],
    ['a package that unpacks to far more than it weighs', () => bomb(), 'too-large'],
  ])('%s', async (_, content, why) => {
    expect(await read(content())).toBe(why)
  })

  it('signs that nobody sees are taken out, and told', async () => {
    const found = await read('Emri,Vlera\nU\u0000ra,1\n')
    // With a sign that no text has it may be refused as a whole; it is never kept.
    if (typeof found === 'string') expect(found).toBe('not-a-table')
    else expect(found.cells[1]).toEqual(['Ura', '1'])
  })
})
