import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'

/** For what follows in this transaction. */
export async function limitTime(tx: Transaction, milliseconds: number): Promise<void> {
  await tx`select set_config('statement_timeout', ${String(milliseconds)}, true)`
}

/** What this transaction sees, as PostgreSQL writes it. */
export async function readWholeSnapshot(tx: Transaction): Promise<string> {
  return one(await tx<{ seen: string }[]>`select pg_current_snapshot()::text as seen`)?.seen ?? ''
}

export type Dump = {
  id: string
  dataset: string
  sha256: string
  bytes: number
  rowCount: number
  madeAt: Date
  /** Its file can be had: kept, and nothing that stands in it has left the public since. */
  good: boolean
}

/**
 * Void from the moment on in which something was taken down, in which a record of its kinds left the public, or, where
 * private persons stand in it, in which one changed. Asked by what the copy saw: no deed that ran beside it is overlooked.
 */
const isGood = (db: Queryable) => db`
  dump.digest is not null and not exists (
    select from platform.dump_breaks as break
    where (break.kind = 'platform.takedown' or (break.kind = any(dump.kinds) and (break.gone or dump.personal)))
      and not pg_visible_in_snapshot(break.xact, dump.seen))`

const columns = (db: Queryable) => db`
  dump.id, dump.dataset, dump.sha256, dump.bytes::float8 as bytes, dump.row_count::float8 as row_count, dump.made_at,
  ${isGood(db)} as good`

/** The newest first. */
export const listDumps = (db: Queryable, dataset: string, limit: number): Promise<Dump[]> =>
  db<Dump[]>`
    select ${columns(db)} from platform.dumps as dump
    where dump.dataset = ${dataset} order by dump.made_at desc, dump.id desc limit ${limit}`

/** The newest of each register whose file can be had. */
export const listNewestDumps = (db: Queryable): Promise<Dump[]> =>
  db<Dump[]>`
    select distinct on (dump.dataset) ${columns(db)} from platform.dumps as dump
    where ${isGood(db)} order by dump.dataset, dump.made_at desc, dump.id desc limit 5000`

export const findGoodDump = async (db: Queryable, dataset: string, sha256: string | null): Promise<Dump | null> =>
  one(
    await db<Dump[]>`
      select ${columns(db)} from platform.dumps as dump
      where dump.dataset = ${dataset} and ${isGood(db)} ${sha256 === null ? db`` : db`and dump.sha256 = ${sha256}`}
      order by dump.made_at desc, dump.id desc limit 1`,
  )

export type NewDump = {
  dataset: string
  sha256: string
  bytes: number
  rowCount: number
  madeAt: Date
  seen: string
  kinds: readonly string[]
  personal: boolean
}

export async function insertDump(tx: Transaction, dump: NewDump): Promise<void> {
  await tx`
    insert into platform.dumps (dataset, digest, sha256, bytes, row_count, made_at, seen, kinds, personal)
    values (${dump.dataset}, ${dump.sha256}, ${dump.sha256}, ${dump.bytes}, ${dump.rowCount}, ${dump.madeAt},
            ${dump.seen}::text::pg_snapshot, ${[...dump.kinds]}::text[], ${dump.personal})`
}

/** Void ones, and of each register all but the newest so many: their figures stay, the sweep takes their content. */
export async function forgetOldFiles(tx: Transaction, kept: number): Promise<string[]> {
  const rows = await tx<{ digest: string }[]>`
    with old as (
      select dump.id, dump.digest from (
        select dump.id, dump.digest, ${isGood(tx)} as good,
               row_number() over (partition by dump.dataset order by dump.made_at desc, dump.id desc) as place
        from platform.dumps as dump where dump.digest is not null) as dump
      where not dump.good or dump.place > ${kept}),
    forgotten as (update platform.dumps as dump set digest = null from old where dump.id = old.id)
    select distinct old.digest from old
    where not exists (
      select from platform.dumps as other where other.digest = old.digest and other.id not in (select id from old))`
  return rows.map(({ digest }) => digest)
}

/** No copy that is still kept saw less than this. */
export async function deleteOldBreaks(tx: Transaction, before: Date): Promise<void> {
  await tx`
    delete from platform.dump_breaks as break where break.at < ${before} and not exists (
      select from platform.dumps as dump where dump.digest is not null and not pg_visible_in_snapshot(break.xact, dump.seen))`
}

/** Figures of copies that were made long ago. */
export async function deleteOldDumps(tx: Transaction, before: Date): Promise<void> {
  await tx`delete from platform.dumps where digest is null and made_at < ${before}`
}

/** Its content, before the copy that names it. */
export async function insertDumpFile(
  tx: Transaction,
  file: { sha256: string; bytes: number; madeAt: Date },
): Promise<void> {
  await tx`
    insert into platform.files (digest, size, media_type, created_at)
    values (${file.sha256}, ${file.bytes}, 'application/zip', ${file.madeAt}) on conflict (digest) do nothing`
}

export async function deleteDumpFiles(tx: Transaction, digests: readonly string[]): Promise<void> {
  await tx`
    delete from platform.files as file
    where file.digest = any(${[...digests]}::text[]) and file.media_type = 'application/zip'
      and not exists (select from platform.dumps as dump where dump.digest = file.digest)`
}
