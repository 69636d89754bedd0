import type { Queryable } from '../../db/database.ts'
import { one } from '../../db/database.ts'
import type { EndedWhy } from '../entry-rules.ts'

export type ReceiptEntry = {
  id: string
  entry: string
  at: Date
  digest: Buffer | null
  salt: Buffer | null
  /** Of the kind, so that old ones keep their fields. */
  v: number
  leafIndex: number | null
  newest: boolean
}

export async function findReceiptEntry(
  db: Queryable,
  kind: string,
  subject: string,
  version: number,
): Promise<ReceiptEntry | null> {
  return one(
    await db<ReceiptEntry[]>`
      select entry.id::text, entry.entry, entry.at, entry.digest, entry.salt, (entry.entry::jsonb ->> 'v')::int as v,
             entry.leaf_index::float8 as leaf_index,
             not exists (select from platform.ledger_entries as later
                         where later.kind = entry.kind and later.subject = entry.subject
                           and later.version > entry.version) as newest
      from platform.ledger_entries as entry
      where entry.kind = ${kind} and entry.subject = ${subject} and entry.version = ${version}`,
  )
}

export type LaterEntry = { kind: string; version: number; ended: EndedWhy | null; at: Date }

/** What the log says of the same subject since, the oldest first. */
export const listLaterEntries = (db: Queryable, subject: string, entryId: string): Promise<LaterEntry[]> =>
  db<LaterEntry[]>`
    select kind, version, ended, at from platform.ledger_entries
    where subject = ${subject} and id > ${entryId}::bigint order by id limit 200`

/** Verifier keys of a log, those of former times among them. */
export const listReceiptKeys = (db: Queryable, logId: number): Promise<{ vkey: string }[]> =>
  db<{ vkey: string }[]>`select vkey from platform.ledger_keys where log_id = ${logId} order by since, id`

/** All keys of this installation, of every log that it has had: what its own page of checking knows. */
export const listOwnKeys = (db: Queryable): Promise<{ vkey: string }[]> =>
  db<{ vkey: string }[]>`select vkey from platform.ledger_keys order by since, id`

export type ReceiptVersion = { version: number; at: Date; digest: Buffer; leafIndex: number | null }

/** Those entries of a record that were not its end, the newest first. */
export const listReceiptVersions = (db: Queryable, kind: string, subject: string): Promise<ReceiptVersion[]> =>
  db<ReceiptVersion[]>`
    select version, at, digest, leaf_index::float8 as leaf_index from platform.ledger_entries
    where kind = ${kind} and subject = ${subject} and digest is not null order by version desc limit 200`
