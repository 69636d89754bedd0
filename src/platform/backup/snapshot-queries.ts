import { one, type Database, type Queryable, type Transaction } from '../db/database.ts'
import { INSTEAD, tableName } from './manifest-rules.ts'

export type TableShape = {
  schema: string
  name: string
  /** Without those the database computes itself. */
  columns: string[]
  /** Those by which rows have an order; `text`: words, which every database sorts in its own way. */
  key: { column: string; text: boolean }[]
  identities: { column: string; last: string | null }[]
}

/** One state of the whole database for as long as the work takes, whatever is written meanwhile. */
export const readSnapshot = <Found>(db: Database, work: (tx: Transaction) => Promise<Found>): Promise<Found> =>
  // The driver gives what came back inside an unwrapped list; ours is no list of queries.
  db.begin('isolation level repeatable read read only', work) as Promise<Found>

/** What is written does not hang on the settings of a server. */
export async function fixFormats(tx: Transaction): Promise<void> {
  await tx`
    select set_config('datestyle', 'ISO, YMD', true), set_config('intervalstyle', 'postgres', true),
           set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true),
           set_config('timezone', 'UTC', true), set_config('xmloption', 'content', true)`
}

/** Every table of ours, and of the job library those that hold what waits. */
export const listTables = (db: Queryable): Promise<TableShape[]> =>
  db<TableShape[]>`
    select space.nspname as schema, class.relname as name,
           (select json_agg(attribute.attname order by attribute.attnum) from pg_attribute as attribute
            where attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
              and attribute.attgenerated = '') as columns,
           coalesce((
             select json_agg(json_build_object('column', attribute.attname, 'text', type.typcategory = 'S') order by place.at)
             from pg_index as index cross join unnest(index.indkey::int2[]) with ordinality as place (number, at)
             join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum = place.number
             join pg_type as type on type.oid = attribute.atttypid
             where index.indrelid = class.oid and index.indisprimary), '[]'::json) as key,
           coalesce((
             select json_agg(json_build_object('column', attribute.attname, 'last', (
               select sequences.last_value::text from pg_depend as depend
               join pg_class as sequence on sequence.oid = depend.objid and sequence.relkind = 'S'
               join pg_namespace as of_sequence on of_sequence.oid = sequence.relnamespace
               join pg_sequences as sequences
                 on sequences.schemaname = of_sequence.nspname and sequences.sequencename = sequence.relname
               where depend.classid = 'pg_class'::regclass and depend.refobjid = class.oid
                 and depend.refobjsubid = attribute.attnum)))
             from pg_attribute as attribute where attribute.attrelid = class.oid and attribute.attidentity <> ''), '[]'::json)
             as identities
    from pg_class as class join pg_namespace as space on space.oid = class.relnamespace
    where class.relkind in ('r', 'p') and not class.relispartition
      and space.nspname not like 'pg\\_%' and space.nspname <> 'information_schema'
      and (space.nspname not in ('public', 'graphile_worker')
           or (space.nspname = 'public' and class.relname = 'kuvend_migrations')
           or (space.nspname = 'graphile_worker' and class.relname like '\\_private\\_%'))
    order by space.nspname, class.relname`

/** The rows of a table as PostgreSQL writes them in its text format, in an order that is the same everywhere. */
export function copyOut(tx: Transaction, table: TableShape) {
  const instead = INSTEAD[tableName(table)] ?? {}
  const columns = table.columns.map((column) => (instead[column] ? instead[column] : quoted(column)))
  const order = table.key.map(({ column, text }) => (text ? `${quoted(column)}::text collate "C"` : quoted(column)))
  const from = `${quoted(table.schema)}.${quoted(table.name)}`
  const rows = `select ${columns.join(', ')} from ${from} as whole order by ${order.join(', ') || 'whole::text collate "C"'}`
  return tx.unsafe(`copy (${rows}) to stdout`).readable()
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export type Facts = {
  postgres: string
  institutions: number
  treeSize: number
}

export async function findFacts(db: Queryable): Promise<Facts> {
  const row = one(
    await db<Facts[]>`
      select current_setting('server_version') as postgres,
             (select count(*)::int from platform.institutions) as institutions,
             (select coalesce(max(leaf_index) + 1, 0)::float8 from platform.ledger_entries) as tree_size`,
  )
  if (!row) throw new Error('the database does not tell what it is')
  return row
}

export async function findJobLibrary(db: Queryable): Promise<number> {
  const [row] = await db<{ number: number }[]>`
    select coalesce(max(id), 0)::int as number from graphile_worker.migrations`
  return row?.number ?? 0
}

export type NewestCheckpoint = { size: number; root: string; note: string }

export const findNewestCheckpoint = async (db: Queryable): Promise<NewestCheckpoint | null> =>
  one(
    await db<NewestCheckpoint[]>`
      select size::float8 as size, encode(root, 'hex') as root, note from platform.ledger_checkpoints
      where published_at is not null order by log_id desc, size desc limit 1`,
  )

export const listMigrations = async (db: Queryable): Promise<string[]> =>
  (await db<{ name: string }[]>`select name from public.kuvend_migrations order by name`).map(({ name }) => name)

export const listFiles = (db: Queryable): Promise<{ digest: string; size: number }[]> =>
  db<{ digest: string; size: number }[]>`
    select digest, size::float8 as size from platform.files order by digest collate "C"`
