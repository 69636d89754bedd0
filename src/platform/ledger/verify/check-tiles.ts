import type { Queryable } from '../../db/database.ts'
import { countTiles, findTiles, type StoredTile } from './log-queries.ts'
import { TILE_WIDTH, tilesOf, type Tile } from './tree-walk-rules.ts'

const HASH = 32

/** A leaf that is not the one that the tile holds at this place. */
export type Mismatch = { index: number; entry: string; tile: string }

/** So many are remembered, to tell which leaf has moved where. */
const REMEMBERED = 20_000

/** Compares tiles that were computed with those that are kept. */
export class TileCheck {
  readonly mismatches: Mismatch[] = []
  /** How many leaves differ, also those that are not remembered. */
  differing = 0
  /** Tiles above the leaves that differ by themselves, and tiles that are not whole. */
  readonly faults: { level: number; n: number; detail: string }[] = []
  readonly #db: Queryable
  readonly #wrong = new Set<string>()
  #waiting: Tile[] = []

  constructor(db: Queryable) {
    this.#db = db
  }

  expect = (tile: Tile): void => void this.#waiting.push(tile)

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return
    // Lower ones first: what differs there explains what differs above.
    const tiles = this.#waiting.toSorted((one, other) => one.level - other.level || one.n - other.n)
    this.#waiting = []
    const stored = new Map((await findTiles(this.#db, tiles)).map((tile) => [keyOf(tile), tile]))
    for (const tile of tiles) this.#compare(tile, stored.get(keyOf(tile)))
  }

  /** After the last leaf: no tile stands that the tree does not have. */
  async finish(open: readonly Tile[], size: number): Promise<void> {
    for (const tile of open) this.expect(tile)
    await this.flush()
    const expected = new Map(tilesOf(size).map(({ level, count }) => [level, count]))
    for (const { level, last } of await countTiles(this.#db))
      if (last >= (expected.get(level) ?? 0))
        this.faults.push({ level, n: last, detail: 'the tree does not reach so far' })
  }

  #compare(tile: Tile, stored: StoredTile | undefined): void {
    if (stored?.hashes.equals(tile.hashes)) return
    this.#wrong.add(keyOf(tile))
    if (!stored) return this.#fault(tile, 'it is missing')
    if (stored.hashes.length !== tile.hashes.length) this.#fault(tile, 'it has another length')
    const common = Math.min(stored.hashes.length, tile.hashes.length) / HASH
    for (let place = 0; place < common; place += 1) {
      const [computed, kept] = [hashAt(tile, place), hashAt(stored, place)]
      if (computed !== kept) this.#differ(tile, place, computed, kept)
    }
  }

  #differ(tile: Tile, place: number, computed: string, kept: string): void {
    const { level, n } = tile
    const index = n * TILE_WIDTH + place
    if (level === 0) {
      this.differing += 1
      if (this.mismatches.length < REMEMBERED) this.mismatches.push({ index, entry: computed, tile: kept })
    } else if (!this.#wrong.has(keyOf({ level: level - 1, n: index })))
      this.#fault(tile, `the hash at place ${place} is not that of the tile below`)
  }

  #fault({ level, n }: Tile, detail: string): void {
    this.faults.push({ level, n, detail })
  }
}

const keyOf = ({ level, n }: { level: number; n: number }): string => `${level}/${n}`
const hashAt = ({ hashes }: { hashes: Buffer }, place: number): string =>
  hashes.toString('hex', place * HASH, (place + 1) * HASH)
