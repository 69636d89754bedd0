import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'

/** An entry that stands in the tree, as everybody reads it. */
export type LogEntry = {
  index: number
  kind: string
  subject: string
  version: number
  /** Null: the whole installation. */
  institution: string | null
  at: Date
  /** In hex; null: the record has ended. */
  digest: string | null
  ended: string | null
}

const columns = (db: Queryable, lang: Lang) => db`
  entry.leaf_index::float8 as index, entry.kind, entry.subject, entry.version, entry.at,
  encode(entry.digest, 'hex') as digest, entry.ended,
  (select name.name from platform.institution_names as name
   where name.institution_id = entry.institution_id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
   order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution`

export type EntryWish = {
  institutionId: string | null
  /** Those that are asked for; of an institution they are looked up one after the other, each by its index. */
  kinds: readonly string[] | null
  subject: string | null
  from: Date | null
  to: Date | null
  /** A further page: those after this one. */
  after: { at: Date; index: number } | null
  /** Of a tree that has so many. */
  size: number
  limit: number
}

/** The newest first, by the moment of the deed. */
export const listEntries = (db: Queryable, lang: Lang, wish: EntryWish): Promise<LogEntry[]> =>
  db<LogEntry[]>`
    select ${columns(db, lang)} from (${chosen(db, wish)}) as entry order by entry.at desc, entry.leaf_index desc`

function chosen(db: Queryable, wish: EntryWish) {
  const { kinds, subject, institutionId, limit } = wish
  const newest = db`order by found.at desc, found.leaf_index desc limit ${limit}`
  const ofInstitution = institutionId === null ? db`` : db`and found.institution_id = ${institutionId}`
  // Few: those of one record. Not left to the planner, which may hope to find them soon among the newest.
  if (subject !== null) {
    return db`
      with own as materialized (
        select entry.* from platform.ledger_entries as entry where entry.subject = ${subject})
      select found.* from own as found
      where ${fits(db, wish)} ${kinds ? db`and found.kind = any(${kinds as string[]}::text[])` : db``} ${ofInstitution}
      ${newest}`
  }
  if (kinds === null) return db`select found.* from platform.ledger_entries as found where ${fits(db, wish)} ${newest}`
  return db`
    select found.* from unnest(${kinds as string[]}::text[]) as asked (kind)
    cross join lateral (
      select found.* from platform.ledger_entries as found
      where found.kind = asked.kind and ${fits(db, wish)} ${ofInstitution} ${newest}
    ) as found
    ${newest}`
}

const fits = (db: Queryable, { from, to, after, size }: EntryWish) => db`
  found.leaf_index is not null and found.leaf_index < ${size}
  ${from ? db`and found.at >= ${from}` : db``} ${to ? db`and found.at < ${to}` : db``}
  ${after ? db`and (found.at, found.leaf_index) < (${after.at}, ${after.index}::bigint)` : db``}`

export type WholeEntry = LogEntry & { entry: string; leafHash: string }

export const findEntry = async (db: Queryable, lang: Lang, index: number): Promise<WholeEntry | null> =>
  one(
    await db<WholeEntry[]>`
      select ${columns(db, lang)}, entry.entry, encode(entry.leaf_hash, 'hex') as leaf_hash
      from platform.ledger_entries as entry where entry.leaf_index = ${index}`,
  )

export type Neighbours = { previous: number | null; next: number | null }

/** The entries of the same kind and record before and after one, in a tree of that size. */
export async function findNeighbours(
  db: Queryable,
  { kind, subject, index }: Pick<LogEntry, 'kind' | 'subject' | 'index'>,
  size: number,
): Promise<Neighbours> {
  const row = one(
    await db<Neighbours[]>`
      select max(leaf_index) filter (where leaf_index < ${index})::float8 as previous,
             min(leaf_index) filter (where leaf_index > ${index} and leaf_index < ${size})::float8 as next
      from platform.ledger_entries where subject = ${subject} and kind = ${kind}`,
  )
  return row ?? { previous: null, next: null }
}

/** The leaves themselves, in their order. */
export const listLeaves = (db: Queryable, first: number, count: number): Promise<{ entry: string }[]> =>
  db<{ entry: string }[]>`
    select entry from platform.ledger_entries
    where leaf_index >= ${first} and leaf_index < ${first + count} order by leaf_index`

export const findTile = async (db: Queryable, level: number, n: number): Promise<Buffer | null> =>
  one(await db<{ hashes: Buffer }[]>`select hashes from platform.ledger_tiles where level = ${level} and n = ${n}`)
    ?.hashes ?? null

export type LogKey = { origin: string; vkey: string; since: Date; until: Date | null }

/** Of all logs, the newest first. */
export const listKeys = (db: Queryable): Promise<LogKey[]> =>
  db<LogKey[]>`
    select log.origin, key.vkey, key.since, key.until from platform.ledger_keys as key
    join platform.ledger_logs as log on log.id = key.log_id
    order by key.log_id desc, key.since desc, key.id desc limit 1000`

export type Log = {
  origin: string
  openedAt: Date
  openedSize: number
  predecessor: string | null
  reason: string | null
}

/** The newest first. */
export const listLogs = (db: Queryable): Promise<Log[]> =>
  db<Log[]>`
    select log.origin, log.opened_at, log.opened_size::float8 as opened_size, before.origin as predecessor, log.reason
    from platform.ledger_logs as log left join platform.ledger_logs as before on before.id = log.predecessor_id
    order by log.id desc limit 1000`

export type Witness = {
  vkey: string
  url: string
  /** The last checkpoint that it signed; null: none yet. */
  size: number | null
  at: Date | null
  failing: boolean
}

/** Those that are asked now, and what each signed last. */
export const listWitnesses = (db: Queryable, logId: number): Promise<Witness[]> =>
  db<Witness[]>`
    select witness.vkey, witness.url, signed.size::float8 as size, signed.at, witness.failing_since is not null as failing
    from platform.ledger_witnesses as witness
    left join lateral (
      select size, at from platform.ledger_cosignatures
      where witness_id = witness.id and log_id = ${logId} order by size desc limit 1
    ) as signed on true
    where witness.until is null order by witness.id limit 1000`

/** The notes of these sizes, as far as checkpoints of them were shown to anybody. */
export const listPublishedNotes = (
  db: Queryable,
  logId: number,
  sizes: readonly number[],
): Promise<{ size: number; note: string }[]> =>
  db<{ size: number; note: string }[]>`
    select size::float8 as size, note from platform.ledger_checkpoints
    where log_id = ${logId} and size = any(${sizes as number[]}::bigint[]) and published_at is not null`
