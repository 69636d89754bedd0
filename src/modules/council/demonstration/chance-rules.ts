import { createHash } from 'node:crypto'

/** Chance that is the same each time: for invented content alone. Mulberry32 from the first bytes of a digest of the words. */
export type Chance = {
  /** From 0, below 1. */
  next(): number
  /** A whole number, both ends possible. */
  between(from: number, to: number): number
  /** So many of them, in their order. */
  some<T>(of: readonly T[], count: number): T[]
}

export function chanceOf(words: string): Chance {
  let state = createHash('sha256').update(words).digest().readUInt32LE(0)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const some = <T>(of: readonly T[], count: number): T[] => {
    const drawn = new Set<number>()
    while (drawn.size < Math.min(count, of.length)) drawn.add(between(0, of.length - 1))
    return of.filter((_, index) => drawn.has(index))
  }
  return { next, between, some }
}

/** A number that belongs to these words, in the shape of a UUID: what is loaded again meets what stands. */
export function numberOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
