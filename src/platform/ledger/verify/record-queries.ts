import type { Queryable } from '../../db/database.ts'

/** What the log says last of a subject. */
export type Vouching = {
  subject: string
  id: number
  version: number
  index: number | null
  entry: string
  digest: Buffer | null
  salt: Buffer | null
  ended: string | null
}

const vouchingColumns = (db: Queryable) => db`
  entry.id::float8 as id, entry.version, entry.leaf_index::float8 as index, entry.entry, entry.digest, entry.salt,
  entry.ended`

export const findVouching = (db: Queryable, kind: string, subjects: readonly string[]): Promise<Vouching[]> =>
  db<Vouching[]>`
    select asked.subject, newest.id, newest.version, newest.index, newest.entry, newest.digest, newest.salt, newest.ended
    from unnest(${subjects as string[]}::text[]) as asked (subject)
    cross join lateral (
      select ${vouchingColumns(db)} from platform.ledger_entries as entry
      where entry.kind = ${kind} and entry.subject = asked.subject order by entry.version desc limit 1
    ) as newest`

/** Of kinds whose every version stands for itself: the entry of just this one, or of the end that came after it. */
export const findVouchingVersions = (
  db: Queryable,
  kind: string,
  wanted: readonly { subject: string; version: number }[],
): Promise<(Vouching & { of: number })[]> =>
  db<(Vouching & { of: number })[]>`
    select asked.subject, asked.version as of, found.id, found.version, found.index, found.entry, found.digest, found.salt,
           found.ended
    from unnest(${wanted.map(({ subject }) => subject)}::text[], ${wanted.map(({ version }) => version)}::int[])
      as asked (subject, version)
    cross join lateral (
      select ${vouchingColumns(db)} from platform.ledger_entries as entry
      where entry.kind = ${kind} and entry.subject = asked.subject
        and (entry.version = asked.version or (entry.version > asked.version and entry.ended is not null))
      order by entry.version desc limit 1
    ) as found`

export type Standing = { id: number; kind: string; subject: string; version: number; index: number | null }

/** Entries that have not ended and were not followed by another: each of them has a row. */
export const listStanding = (
  db: Queryable,
  { kinds, everyVersion }: { kinds: readonly string[]; everyVersion: readonly string[] },
  after: number,
  limit: number,
): Promise<Standing[]> =>
  db<Standing[]>`
    select entry.id::float8 as id, entry.kind, entry.subject, entry.version, entry.leaf_index::float8 as index
    from platform.ledger_entries as entry
    where entry.id > ${after} and entry.ended is null and entry.kind = any(${kinds as string[]}::text[]) and not exists (
      select from platform.ledger_entries as later
      where later.kind = entry.kind and later.subject = entry.subject and later.version > entry.version
        and (later.ended is not null or entry.kind <> all(${everyVersion as string[]}::text[])))
    order by entry.id limit ${limit}`

/** Kinds that stand in the log, with how many entries of each. */
export const countKinds = (db: Queryable): Promise<{ kind: string; entries: number; erased: number }[]> =>
  db<{ kind: string; entries: number; erased: number }[]>`
    select kind, count(*)::float8 as entries, count(*) filter (where ended = 'erased')::float8 as erased
    from platform.ledger_entries group by kind order by kind`

export const listErased = (
  db: Queryable,
  limit: number,
): Promise<{ kind: string; subject: string; at: Date; index: number | null }[]> =>
  db<{ kind: string; subject: string; at: Date; index: number | null }[]>`
    select kind, subject, at, leaf_index::float8 as index from platform.ledger_entries
    where ended = 'erased' order by id desc limit ${limit}`
