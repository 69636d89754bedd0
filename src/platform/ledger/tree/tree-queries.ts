import { one, type Queryable } from '../../db/database.ts'
import type { TileAt } from './tile-rules.ts'

export type HeadRow = {
  logId: number
  origin: string
  size: number
  root: Buffer
  note: string
  signedAt: Date
  publishedAt: Date
  cosignatures: string[]
}

/** The newest checkpoint that is kept outside the database too, with the lines of witnesses. */
export const findNewestPublished = async (db: Queryable): Promise<HeadRow | null> =>
  one(
    await db<HeadRow[]>`
      select log.id as log_id, log.origin, head.size::float8 as size, head.root, head.note, head.signed_at,
             head.published_at,
             array(select line from platform.ledger_cosignatures as cosigned
                   where cosigned.log_id = head.log_id and cosigned.size = head.size
                   order by cosigned.witness_id) as cosignatures
      from platform.ledger_logs as log
      cross join lateral (
        select log_id, size, root, note, signed_at, published_at from platform.ledger_checkpoints
        where log_id = log.id and published_at is not null order by size desc limit 1
      ) as head
      order by log.id desc limit 1`,
  )

export type TileRow = TileAt & { hashes: Buffer }

/** Those of the tiles that are there. */
export const findTiles = (db: Queryable, tiles: readonly TileAt[]): Promise<TileRow[]> =>
  db<TileRow[]>`
    select tile.level, tile.n::float8 as n, tile.hashes
    from unnest(${tiles.map(({ level }) => level)}::int[], ${tiles.map(({ n }) => n)}::bigint[]) as asked (level, n)
    join platform.ledger_tiles as tile on tile.level = asked.level and tile.n = asked.n`
