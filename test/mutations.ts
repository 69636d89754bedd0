import type { Queryable, Transaction } from '#platform/db/database.ts'

/** Ways to change any column of any table behind the program's back, and what everybody then reads. */

export type Column = { table: string; column: string; type: string; words: string[] }

/** What published views are made of besides the tables that they name: read by functions, and by the records. */
const BEHIND_FUNCTIONS = [
  'platform.documents',
  'platform.document_files',
  'platform.document_words',
  'platform.text_versions',
  'platform.text_nodes',
  'platform.takedowns',
  'platform.subject_topics',
  'platform.subject_places',
  'consultations.consultation_events',
  'consultations.activities',
]

/** Every view that everybody reads from, and every one that records are made of. */
export async function publishedViews(db: Queryable): Promise<string[]> {
  const rows = await db<{ view: string }[]>`
    select table_schema || '.' || table_name as view from information_schema.views
    where table_schema in ('platform', 'consultations') and (table_name like 'published\_%' or table_name like 'recorded\_%')
    order by 1`
  return rows.map(({ view }) => view)
}

export async function baseTables(db: Queryable): Promise<string[]> {
  const rows = await db<{ table: string }[]>`
    select distinct namespace.nspname || '.' || base.relname as table
    from pg_rewrite as rule join pg_class as shown on shown.oid = rule.ev_class and shown.relkind = 'v'
    join pg_namespace as place on place.oid = shown.relnamespace and place.nspname in ('platform', 'consultations')
    join pg_depend as link on link.objid = rule.oid and link.refclassid = 'pg_class'::regclass
    join pg_class as base on base.oid = link.refobjid and base.relkind = 'r'
    join pg_namespace as namespace on namespace.oid = base.relnamespace
    where shown.relname like 'published\_%' or shown.relname like 'recorded\_%'`
  const known = await db<{ table: string }[]>`
    select schemaname || '.' || tablename as table from pg_tables
    where schemaname || '.' || tablename = any(${BEHIND_FUNCTIONS}::text[])`
  return [...new Set([...rows, ...known].map(({ table }) => table))].toSorted()
}

/** `words`: what a check of the column lets pass, as far as it names words. */
export const columnsOf = (db: Queryable, tables: readonly string[]): Promise<Column[]> =>
  db<Column[]>`
    select attribute.attrelid::regclass::text as table, attribute.attname as column, type.typname as type,
           coalesce((
             select array_agg(distinct found[1]) from pg_constraint as rule
             cross join regexp_matches(pg_get_constraintdef(rule.oid), '''([a-z-]+)''::text', 'g') as found
             where rule.conrelid = attribute.attrelid and attribute.attnum = any(rule.conkey)), '{}') as words
    from pg_attribute as attribute join pg_type as type on type.oid = attribute.atttypid
    where attribute.attrelid = any(${tables as string[]}::regclass[]) and attribute.attnum > 0
      and not attribute.attisdropped and attribute.attgenerated = ''
    order by 1, attribute.attnum`

/** SQL expressions, each of which makes another value of the column. */
export function otherValues({ table, column, type, words }: Column): string[] {
  const c = `t."${column}"`
  const elsewhere = `(select other."${column}" from ${table} as other where other."${column}" is distinct from ${c} limit 1)`
  const own: Record<string, string[]> = {
    text: [...words.map((word) => `'${word}'`), `${c} || 'x'`, `coalesce(${c}, '') || 'shtesë'`, `left(${c}, -1)`],
    uuid: ['gen_random_uuid()'],
    timestamptz: [`${c} + interval '1 microsecond'`, `timestamptz '2026-01-01 00:00:00Z'`],
    date: [`${c} + 1`, `${c} - 1`, `date '2026-01-01'`],
    bool: [`not coalesce(${c}, false)`],
    jsonb: [`case jsonb_typeof(${c}) when 'array' then ${c} || '["x"]' else ${c} || '{"x": "x"}' end`],
    bytea: [`set_byte(${c}, 0, (get_byte(${c}, 0) + 1) % 256)`],
    int2: [`${c} + 1`, '1'],
    int4: [`${c} + 1`, `${c} - 1`, '1'],
    int8: [`${c} + 1`, '1'],
    numeric: [`${c} + 1`],
    _text: [`array_append(${c}, 'x')`],
    _uuid: [`array_append(${c}, gen_random_uuid())`],
  }
  return [...(own[type] ?? []), elsewhere, 'null']
}

/** Every row that everybody reads, by view and id, in one question. */
export async function shownRows(db: Queryable, views: readonly string[]): Promise<Map<string, string>> {
  const all = views.map(
    (view) => `select '${view} ' || shown.id as key, to_jsonb(shown)::text as row from ${view} as shown`,
  )
  const rows = await db.unsafe<{ key: string; row: string }[]>(all.join(' union all '))
  return new Map(rows.map(({ key, row }) => [key, row]))
}

/** Whether the change was taken: checks still stand in the way of some. */
export async function tried(tx: Transaction, change: string, ...values: string[]): Promise<boolean> {
  try {
    return await tx.savepoint(async (inner) => (await inner.unsafe(change, values)).count > 0)
  } catch {
    return false
  }
}
