import type { Queryable } from '#platform/db/database.ts'
import { hashesIn, HASH_BYTES, parseTilePath, TILE_WIDTH, widthOf } from '#platform/ledger/tree/tile-rules.ts'
import { checkpointNote, findHead } from '#platform/ledger/tree/tree-view.ts'
import { findTile, listKeys, listLeaves } from './ledger-queries.ts'

export type TileView = {
  bytes: Uint8Array
  kind: 'hashes' | 'entries'
  /** It will never be longer. */
  full: boolean
}

/**
 * A tile or a bundle of entries (C2SP tlog-tiles), by its address below the log's. Null: there is none of that name, or it
 * reaches beyond the newest checkpoint that was shown to everybody.
 */
export async function viewTile(db: Queryable, path: string): Promise<TileView | null> {
  const name = parseTilePath(path)
  const head = name && (await findHead(db))
  if (!name || !head) return null
  const { n, width } = name
  const level = name.level === 'entries' ? 0 : name.level
  if (widthOf({ level, n }, head.size) < width) return null
  const full = width === TILE_WIDTH
  return name.level === 'entries'
    ? { kind: 'entries', full, bytes: await bundleOf(db, n, width) }
    : { kind: 'hashes', full, bytes: await hashesOf(db, level, n, width) }
}

async function hashesOf(db: Queryable, level: number, n: number, width: number): Promise<Uint8Array> {
  const tile = await findTile(db, level, n)
  const hashes = tile ? hashesIn(tile).slice(0, width) : []
  if (hashes.length !== width) throw new Error(`tile ${level}/${n} has ${hashes.length} hashes and not ${width}`)
  return Buffer.concat(hashes, width * HASH_BYTES)
}

async function bundleOf(db: Queryable, n: number, width: number): Promise<Uint8Array> {
  const leaves = await listLeaves(db, n * TILE_WIDTH, width)
  if (leaves.length !== width) throw new Error(`bundle ${n} has ${leaves.length} entries and not ${width}`)
  return Buffer.concat(
    leaves.flatMap(({ entry }) => {
      const bytes = Buffer.from(entry, 'utf8')
      const length = Buffer.alloc(2)
      length.writeUInt16BE(bytes.length)
      return [length, bytes]
    }),
  )
}

/** The newest published checkpoint with the signatures of witnesses; null: nothing is published yet. */
export async function viewCheckpoint(db: Queryable): Promise<string | null> {
  const head = await findHead(db)
  return head && checkpointNote(head)
}

/** Every key that signed or signs here, as C2SP signed-note writes them, one a line; what is said of it before it. */
export async function viewKeys(db: Queryable): Promise<string> {
  const keys = await listKeys(db)
  return keys
    .map(({ origin, vkey, since, until }) => {
      const end = until ? ` until ${until.toISOString()}` : ''
      return `# ${origin} since ${since.toISOString()}${end}\n${vkey}\n`
    })
    .join('')
}
