import { describe, expect, it } from 'vitest'
import { mended } from './decode-rules.ts'
import { readSeparated } from './separated-rules.ts'

const cellsOf = (bytes: Uint8Array | string) =>
  readSeparated(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)?.rows.map(({ cells }) => cells)

describe('a table of values', () => {
  it('is read in any encoding, line by line', () => {
    const mixed = Buffer.concat([
      Buffer.from('Emri,Vendi\nNënë,Krujë\n'),
      Buffer.from('N\xebn\xeb,Kor\xe7a\n', 'latin1'),
    ])
    expect(cellsOf(mixed)).toEqual([
      ['Emri', 'Vendi'],
      ['Nënë', 'Krujë'],
      ['Nënë', 'Korça'],
    ])
    expect(readSeparated(mixed)?.notes).toEqual([
      { kind: 'encoding', encoding: 'windows-1252', lines: 1, first: 3, uncertain: false },
    ])
    expect(cellsOf(Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x91, 0x2c, 0x8d]))?.[1]).toEqual(['ë', 'ç'])
    expect(cellsOf(Buffer.from('\ufeffa;b\në;ç\n', 'utf16le'))?.[1]).toEqual(['ë', 'ç'])
  })

  it('keeps every line: ragged ones, empty ones, and what follows a quotation that never ends', () => {
    expect(cellsOf('a,b\n1\n\n1,2,3\n"x,y\n4,5\n')).toEqual([
      ['a', 'b'],
      ['1'],
      [],
      ['1', '2', '3'],
      ['"x', 'y'],
      ['4', '5'],
    ])
    const lines = readSeparated(Buffer.from('a,b\n"1\n2",x\n3,4'))?.rows.map(({ at }) => at)
    expect(lines).toEqual([1, 2, 4])
  })

  it('keeps formulas as words and takes out what nobody sees', () => {
    expect(cellsOf('a,b\n=cmd|x,\u202eabc\u0000\n')?.[1]).toEqual(['=cmd|x', 'abc'])
  })

  it('knows letters that were read in the wrong encoding', () => {
    expect(mended('NÃ«nÃ«')).toBe('Nënë')
    expect(mended('Nënë')).toBeNull()
  })
})
