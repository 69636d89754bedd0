import { one, type Database, type Queryable, type Transaction } from '../db/database.ts'
import type { TableInBackup } from './manifest-rules.ts'

/** Held by a restore for as long as it takes. The number means nothing. */
const RESTORE_LOCK = 5_880_630

/** Null: another restore is at work in this database. */
export const alone = <Found>(db: Database, work: () => Promise<Found>): Promise<Found | null> =>
  db.begin(async (tx) => {
    const [row] = await tx<{ free: boolean }[]>`select pg_try_advisory_xact_lock(${RESTORE_LOCK}) as free`
    return row?.free ? work() : null
  }) as Promise<Found | null>

/** How many tables and views stand in it, whosever they are. */
export async function countRelations(db: Queryable): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from pg_class as class join pg_namespace as space on space.oid = class.relnamespace
    where class.relkind in ('r', 'p', 'v', 'm') and space.nspname not like 'pg\\_%'
      and space.nspname <> 'information_schema'`
  return row?.count ?? 0
}

/** From here on the database says of itself that it is half a copy; every start looks for it. */
export async function beginMark(db: Database, backup: { digest: string; at: Date }): Promise<void> {
  await db.begin(async (tx) => {
    const schemas = await tx<{ name: string }[]>`
      select nspname as name from pg_namespace
      where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`
    // A restore that was cut short is begun anew from nothing.
    for (const { name } of schemas) await tx.unsafe(`drop schema ${quoted(name)} cascade`)
    await tx`drop table if exists public.kuvend_migrations, public.kuvend_restore`
    await tx`
      create table public.kuvend_restore (
        backup_digest text not null,
        begun_at timestamptz not null
      )`
    await tx`insert into public.kuvend_restore (backup_digest, begun_at) values (${backup.digest}, ${backup.at})`
  })
}

export type ForeignKey = { table: string; name: string; definition: string }

/** Takes every foreign key away, and gives what they were. The role only has to own its tables. */
export async function dropForeignKeys(tx: Transaction): Promise<ForeignKey[]> {
  const keys = await tx<ForeignKey[]>`
    select format('%I.%I', space.nspname, class.relname) as table, format('%I', held.conname) as name,
           pg_get_constraintdef(held.oid) as definition
    from pg_constraint as held join pg_class as class on class.oid = held.conrelid
    join pg_namespace as space on space.oid = class.relnamespace
    where held.contype = 'f' and held.conparentid = 0 and space.nspname not like 'pg\\_%'
    order by space.nspname, class.relname, held.conname`
  for (const key of keys) await tx.unsafe(`alter table ${key.table} drop constraint ${key.name}`)
  return [...keys]
}

/** With the same words, so that they are the same, and each row is checked. */
export async function addForeignKeys(tx: Transaction, keys: readonly ForeignKey[]): Promise<void> {
  for (const key of keys) await tx.unsafe(`alter table ${key.table} add constraint ${key.name} ${key.definition}`)
}

/** What the migrations have put into the tables goes: it comes back with the copy. */
export async function emptyTables(tx: Transaction, tables: readonly Named[]): Promise<void> {
  await tx.unsafe(`truncate ${tables.map(nameOf).join(', ')} restart identity`)
}

export async function switchTriggers(
  tx: Transaction,
  tables: readonly Named[],
  to: 'enable' | 'disable',
): Promise<void> {
  for (const table of tables) await tx.unsafe(`alter table ${nameOf(table)} ${to} trigger user`)
}

/** Rows are written to the stream in PostgreSQL's text format. */
export const copyIn = (tx: Transaction, table: TableInBackup) =>
  tx.unsafe(`copy ${nameOf(table)} (${table.columns.map(quoted).join(', ')}) from stdin`).writable()

/**
 * After the end of the rows. The driver never tells when the server refuses them then, and the wait for the stream would
 * not end; the next question is answered in any case, and fails when they were refused.
 */
export async function afterCopy(tx: Transaction): Promise<void> {
  await tx`select 1 as done`
}

export async function setSequences(tx: Transaction, table: TableInBackup): Promise<void> {
  for (const { column, last } of table.sequences) {
    if (last === null) continue
    await tx`select setval(pg_get_serial_sequence(${nameOf(table)}, ${column}), ${last}::text::bigint, true)`
  }
}

/** Whole again: the mark goes, and in its place stands that the log waits for somebody's word. */
export async function endMark(
  db: Database,
  restore: { restoredAt: Date; backupAt: Date; digest: string; treeSize: number },
): Promise<void> {
  await db.begin(async (tx) => {
    await tx`
      update platform.restores set settled_at = ${restore.restoredAt}, settled_by = 'restored-again'
      where settled_at is null`
    await tx`
      insert into platform.restores (restored_at, backup_at, backup_digest, tree_size)
      values (${restore.restoredAt}, ${restore.backupAt}, ${restore.digest}, ${restore.treeSize})`
    await tx`drop table public.kuvend_restore`
  })
}

export type WaitingRestore = { restoredAt: Date; backupAt: Date; treeSize: number }

/** The restore after which nobody has said yet how the log goes on. */
export const findWaitingRestore = async (db: Queryable): Promise<WaitingRestore | null> =>
  one(
    await db<WaitingRestore[]>`
      select restored_at, backup_at, tree_size::float8 as tree_size from platform.restores where settled_at is null`,
  )

/** False: there is none that waits. */
export async function settleRestore(
  tx: Transaction,
  settled: { at: Date; by: 'resume' | 'open-origin'; reason: string | null },
): Promise<boolean> {
  const result = await tx`
    update platform.restores set settled_at = ${settled.at}, settled_by = ${settled.by}, reason = ${settled.reason}
    where settled_at is null`
  return result.count > 0
}

/** Leaf hashes in the order of the tree, some thousand at once. */
export async function* readLeaves(tx: Transaction): AsyncIterable<{ leafIndex: number; leafHash: Buffer }[]> {
  yield* tx<{ leafIndex: number; leafHash: Buffer }[]>`
    select leaf_index::float8 as leaf_index, leaf_hash from platform.ledger_entries
    where leaf_index is not null order by leaf_index`.cursor(5000)
}

type Named = { schema: string; name: string }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const nameOf = ({ schema, name }: Named): string => `${quoted(schema)}.${quoted(name)}`
