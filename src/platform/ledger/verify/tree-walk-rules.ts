import { createHash } from 'node:crypto'
import { nodeHash } from '../tree/merkle-rules.ts'

/** C2SP tlog-tiles: 256 hashes in a tile, eight levels of the tree. */
export const TILE_WIDTH = 256
const TILE_HEIGHT = 8

export type Tile = { level: number; n: number; hashes: Buffer }

/**
 * Grows a tree leaf by leaf in a memory that grows only with its height: the complete subtrees on its right edge, and the
 * last tile of each level. `onTile` hears of every tile that has become full.
 */
export class TreeWalk {
  #size = 0
  /** Complete subtrees from left to right, each lower than the one before. */
  readonly #edge: { height: number; hash: Buffer }[] = []
  readonly #open: { n: number; hashes: Buffer[] }[] = []
  readonly #onTile: (tile: Tile) => void

  constructor(onTile: (tile: Tile) => void = () => undefined) {
    this.#onTile = onTile
  }

  get size(): number {
    return this.#size
  }

  add(leaf: Buffer): void {
    this.#size += 1
    this.#keep(0, leaf)
    let [height, hash] = [0, leaf]
    for (let left = this.#edge.at(-1); left?.height === height; left = this.#edge.at(-1)) {
      this.#edge.pop()
      hash = nodeHash(left.hash, hash)
      height += 1
      if (height % TILE_HEIGHT === 0) this.#keep(height / TILE_HEIGHT, hash)
    }
    this.#edge.push({ height, hash })
  }

  /** RFC 6962 2.1 of all leaves until now. */
  root(): Buffer {
    const [last, ...others] = this.#edge.map(({ hash }) => hash).toReversed()
    return others.reduce((right, left) => nodeHash(left, right), last ?? createHash('sha256').digest())
  }

  /** The tiles that are not full, one for each level that has hashes over. */
  openTiles(): Tile[] {
    return this.#open.flatMap(({ n, hashes }, level) =>
      hashes.length === 0 ? [] : [{ level, n, hashes: Buffer.concat(hashes) }],
    )
  }

  #keep(level: number, hash: Buffer): void {
    const tile = (this.#open[level] ??= { n: 0, hashes: [] })
    tile.hashes.push(hash)
    if (tile.hashes.length < TILE_WIDTH) return
    this.#onTile({ level, n: tile.n, hashes: Buffer.concat(tile.hashes) })
    tile.n += 1
    tile.hashes = []
  }
}

/** How many tiles a tree of this size has on each level, the open ones included. */
export function tilesOf(size: number): { level: number; count: number }[] {
  const levels: { level: number; count: number }[] = []
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH))
    levels.push({ level, count: Math.ceil(hashes / TILE_WIDTH) })
  return levels
}
