import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leafHashOf } from '../entry-rules.ts'
import { rootOf } from './merkle-rules.ts'
import { hashInTile, parseTilePath, tileOf, tilePath, widthOf } from './tile-rules.ts'

describe('A tile', () => {
  it('is as wide as the specification says of a tree of 70,000 leaves, and of one of 256', () => {
    const widths = (level: number, size: number, count: number) =>
      Array.from({ length: count }, (_, n) => widthOf({ level, n }, size))
    expect(widths(0, 70_000, 275).slice(272)).toEqual([256, 112, 0])
    expect(widths(1, 70_000, 3)).toEqual([256, 17, 0])
    expect(widths(2, 70_000, 2)).toEqual([1, 0])
    expect([widthOf({ level: 0, n: 0 }, 256), widthOf({ level: 1, n: 0 }, 256)]).toEqual([256, 1])
  })

  it('has the address of the specification, which is read in this spelling alone', () => {
    expect(tilePath(0, 1_234_067)).toBe('tile/0/x001/x234/067')
    expect(tilePath('entries', 0, 17)).toBe('tile/entries/000.p/17')
    expect(tilePath(1, 1000, 256)).toBe('tile/1/x001/000')
    expect(parseTilePath('tile/2/x001/234.p/255')).toEqual({ level: 2, n: 1234, width: 255 })
    const wrong = ['0/1', '0/001.p/0', '0/001.p/256', '0/001.p/07', '00/001', '64/001', '0/x000/001', '0/x001', 'x/001']
    for (const path of wrong.map((one) => `tile/${one}`)) expect([path, parseTilePath(path)]).toEqual([path, null])
    fc.assert(
      fc.property(fc.nat(63), fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (level, n, width) => {
        expect(parseTilePath(tilePath(level, n, width))).toEqual({ level, n, width })
      }),
    )
  })

  it('gives the hash of every node within it, and throws for one that it does not reach', () => {
    const leaves = Array.from({ length: 200 }, (_, at) => leafHashOf(String(at)))
    const tile = Buffer.concat(leaves)
    expect(hashInTile({ level: 0, index: 256 + 7 }, tile)).toEqual(leaves[7])
    expect(hashInTile({ level: 3, index: 32 + 2 }, tile)).toEqual(rootOf(leaves.slice(16, 24)))
    expect(hashInTile({ level: 7, index: 0 }, tile)).toEqual(rootOf(leaves.slice(0, 128)))
    expect(() => hashInTile({ level: 7, index: 1 }, tile)).toThrow(/ends before it/)
    expect([tileOf({ level: 3, index: 34 }), tileOf({ level: 8, index: 300 })]).toEqual([
      { level: 0, n: 1 },
      { level: 1, n: 1 },
    ])
  })
})
