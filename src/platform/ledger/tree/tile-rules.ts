import { nodeHash, type NodeAt } from './merkle-rules.ts'

/** Hashes of a full tile. */
export const TILE_WIDTH = 256
export const HASH_BYTES = 32
/** Levels of the tree that one tile spans. */
const TILE_HEIGHT = 8

export type TileAt = { level: number; n: number }

/** A tile, or a bundle of entries, as its address names it. `width` below 256: as it was while it grew. */
export type TileName = { level: number | 'entries'; n: number; width: number }

/** How many hashes the tile has in a tree of this size; 0: it is not there yet. */
export function widthOf({ level, n }: TileAt, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level)
  return Math.max(0, Math.min(TILE_WIDTH, hashes - n * TILE_WIDTH))
}

/** The tile from which a node's hash is computed. */
export function tileOf({ level, index }: NodeAt): TileAt {
  const tileLevel = Math.floor(level / TILE_HEIGHT)
  return { level: tileLevel, n: Math.floor((index * 2 ** (level % TILE_HEIGHT)) / TILE_WIDTH) }
}

/** The hash of a node out of the hashes of its tile. Throws when the tile does not reach so far. */
export function hashInTile(node: NodeAt, hashes: Uint8Array): Buffer {
  const leaves = 2 ** (node.level % TILE_HEIGHT)
  const first = (node.index * leaves) % TILE_WIDTH
  if ((first + leaves) * HASH_BYTES > hashes.length)
    throw new Error(`The tile of node ${node.index} of level ${node.level} ends before it`)
  let row = hashesIn(hashes.subarray(first * HASH_BYTES, (first + leaves) * HASH_BYTES))
  while (row.length > 1) row = row.flatMap((left, at) => (at % 2 === 0 ? [nodeHash(left, row[at + 1] ?? left)] : []))
  return row[0] ?? Buffer.alloc(0)
}

/** The hashes of a tile, one by one. */
export const hashesIn = (tile: Uint8Array): Buffer[] =>
  Array.from({ length: tile.length / HASH_BYTES }, (_, at) =>
    Buffer.from(tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
  )

/** `tile/0/x001/x234/067`, `tile/entries/000.p/17`: C2SP tlog-tiles. Without width, or with 256: the full tile. */
export function tilePath(level: number | 'entries', n: number, width: number = TILE_WIDTH): string {
  const digits = String(n)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${name}${width < TILE_WIDTH ? `.p/${width}` : ''}`
}

const PATH = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/

/** Reads what `tilePath` writes; null for anything else, other ways to write the same included. */
export function parseTilePath(path: string): TileName | null {
  const [, level, groups, partial] = PATH.exec(path) ?? []
  if (level === undefined || groups === undefined) return null
  const name: TileName = {
    level: level === 'entries' ? level : Number(level),
    n: Number(groups.replaceAll(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  }
  const legal = (name.level === 'entries' || name.level <= 63) && Number.isSafeInteger(name.n) && name.width > 0
  return legal && tilePath(name.level, name.n, name.width) === path ? name : null
}
