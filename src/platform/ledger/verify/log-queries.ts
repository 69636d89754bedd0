import { one, type Queryable } from '../../db/database.ts'
import type { EntryRow } from './entry-check-rules.ts'

const entryColumns = (db: Queryable) => db`
  entry.id::text as id, entry.kind, entry.subject, entry.version, entry.institution_id, institution.slug,
  to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, entry.entry, entry.leaf_hash,
  entry.digest, entry.salt is not null as salted, entry.ended, entry.leaf_index::text as leaf_index`

/** Entries by their place in the tree. */
export const listSequenced = (db: Queryable, after: number, limit: number): Promise<EntryRow[]> =>
  db<EntryRow[]>`
    select ${entryColumns(db)} from platform.ledger_entries as entry
    left join platform.institutions as institution on institution.id = entry.institution_id
    where entry.leaf_index > ${after} order by entry.leaf_index limit ${limit}`

/** Entries that have no place yet. */
export const listUnsequenced = (db: Queryable, after: string, limit: number): Promise<EntryRow[]> =>
  db<EntryRow[]>`
    select ${entryColumns(db)} from platform.ledger_entries as entry
    left join platform.institutions as institution on institution.id = entry.institution_id
    where entry.leaf_index is null and entry.id > ${after} order by entry.id limit ${limit}`

export type LogFigures = { entries: number; sequenced: number; newestId: number }

export async function countLog(db: Queryable): Promise<LogFigures> {
  const row = one(
    await db<LogFigures[]>`
      select count(*)::float8 as entries, count(leaf_index)::float8 as sequenced,
             coalesce(max(id), 0)::float8 as newest_id
      from platform.ledger_entries`,
  )
  return row ?? { entries: 0, sequenced: 0, newestId: 0 }
}

export type Waiting = { count: number; oldest: Date | null }

export async function countWaiting(db: Queryable, before: Date): Promise<Waiting> {
  const row = one(
    await db<Waiting[]>`
      select count(*)::float8 as count, min(at) as oldest from platform.ledger_entries
      where leaf_index is null and at < ${before}`,
  )
  return row ?? { count: 0, oldest: null }
}

export type VersionGap = { kind: string; subject: string; entries: number; newest: number }

/** Subjects whose versions do not run from 1 on without a gap, or not in the order of the tree. */
export const listVersionGaps = (db: Queryable, limit: number): Promise<VersionGap[]> =>
  db<VersionGap[]>`
    select kind, subject, count(*)::float8 as entries, max(version) as newest from platform.ledger_entries
    group by kind, subject having max(version) <> count(*) or min(version) <> 1
    order by kind, subject limit ${limit}`

export type StoredTile = { level: number; n: number; hashes: Buffer }

export const findTiles = (db: Queryable, wanted: readonly { level: number; n: number }[]): Promise<StoredTile[]> =>
  db<StoredTile[]>`
    select tile.level, tile.n::float8 as n, tile.hashes
    from unnest(${wanted.map(({ level }) => level)}::smallint[], ${wanted.map(({ n }) => n)}::bigint[]) as wanted (level, n)
    join platform.ledger_tiles as tile on tile.level = wanted.level and tile.n = wanted.n`

export const countTiles = (db: Queryable): Promise<{ level: number; count: number; last: number }[]> =>
  db<{ level: number; count: number; last: number }[]>`
    select level, count(*)::float8 as count, max(n)::float8 as last from platform.ledger_tiles group by level order by level`

/** Entries that have lost their salt although their record was never erased. */
export const listLostSalts = (
  db: Queryable,
  limit: number,
): Promise<{ kind: string; subject: string; version: number; index: number | null }[]> =>
  db<{ kind: string; subject: string; version: number; index: number | null }[]>`
    select entry.kind, entry.subject, entry.version, entry.leaf_index::float8 as index
    from platform.ledger_entries as entry
    where entry.salt is null and entry.digest is not null and not exists (
      select from platform.ledger_entries as erased
      where erased.subject = entry.subject and erased.ended = 'erased' and erased.id > entry.id)
    order by entry.id limit ${limit}`

export type PlacedEntry = { index: number; kind: string; subject: string; version: number }

export const findPlaced = (db: Queryable, indexes: readonly number[]): Promise<PlacedEntry[]> =>
  db<PlacedEntry[]>`
    select leaf_index::float8 as index, kind, subject, version from platform.ledger_entries
    where leaf_index = any(${indexes as number[]}::bigint[]) order by leaf_index`
