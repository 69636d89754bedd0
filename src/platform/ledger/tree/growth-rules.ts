import { rootOf, spanHash, type HashSource } from './merkle-rules.ts'
import { HASH_BYTES, hashesIn, hashInTile, tileOf, TILE_WIDTH, widthOf, type TileAt } from './tile-rules.ts'

export type Tile = TileAt & { hashes: Buffer }

const FULL = TILE_WIDTH * HASH_BYTES

/** The last tile of each level, which still grows. Out of these alone the root is computed, and the next leaves are added. */
export function edgeOf(size: number): TileAt[] {
  const edge: TileAt[] = []
  for (let level = 0; TILE_WIDTH ** level <= size; level++) {
    const n = Math.floor(size / TILE_WIDTH ** (level + 1))
    if (widthOf({ level, n }, size) > 0) edge.push({ level, n })
  }
  return edge
}

/** The root of the tree whose edge this is. Throws when a tile is missing or too short. */
export const rootOfEdge = (edge: readonly Tile[], size: number): Buffer =>
  spanHash({ start: 0, end: size }, sourceIn(edge))

/** Adds leaf hashes, one after the other in `leaves`. Gives every tile that has changed, whole. */
export function grow(edge: readonly Tile[], size: number, leaves: Buffer): Tile[] {
  const touched: Tile[] = []
  let arriving = leaves
  for (let level = 0; arriving.length > 0; level++) {
    const n = Math.floor(size / TILE_WIDTH ** (level + 1))
    const width = widthOf({ level, n }, size)
    const before = edge.find((tile) => tile.level === level && tile.n === n)?.hashes ?? Buffer.alloc(0)
    // A tile may be ahead of the tree only in a database that somebody has changed.
    if (before.length !== width * HASH_BYTES) throw new Error(`Tile ${level}/${n} has not ${width} hashes`)
    const tiles = cut(Buffer.concat([before, arriving]), level, n)
    touched.push(...tiles)
    arriving = Buffer.concat(tiles.filter(isFull).map(({ hashes }) => rootOf(hashesIn(hashes))))
  }
  return touched
}

/** The edge after the tiles have grown. */
export function edgeAfter(edge: readonly Tile[], touched: readonly Tile[], size: number): Tile[] {
  const tiles = new Map([...edge, ...touched].map((tile) => [nameOf(tile), tile]))
  return edgeOf(size).flatMap((at) => tiles.get(nameOf(at)) ?? [])
}

const cut = (hashes: Buffer, level: number, first: number): Tile[] =>
  Array.from({ length: Math.ceil(hashes.length / FULL) }, (_, at) => ({
    level,
    n: first + at,
    hashes: hashes.subarray(at * FULL, (at + 1) * FULL),
  }))

const isFull = ({ hashes }: Tile): boolean => hashes.length === FULL

/** Hashes of nodes out of these tiles. */
export function sourceIn(tiles: readonly Tile[]): HashSource {
  const known = new Map(tiles.map((tile) => [nameOf(tile), tile.hashes]))
  return (node) => {
    const hashes = known.get(nameOf(tileOf(node)))
    if (!hashes) throw new Error(`No tile ${nameOf(tileOf(node))} of the ledger`)
    return hashInTile(node, hashes)
  }
}

const nameOf = ({ level, n }: TileAt): string => `${level}/${n}`
