import type { Queryable } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { CivilDate } from '../time/civil-date.ts'
import type { KeyedRow, Row, RowFilters } from './dataset.ts'

/**
 * A view with one row for each row of a register: `key`, and its columns under the names they have in files. Its name and
 * those of columns are written in the program, never typed.
 */
export type OpenView = `${'platform' | 'consultations' | 'meetings' | 'council' | 'council_acts'}.open_${string}`

/** Columns as they are in the database; `among`: rows with one of these values, whatever is asked. */
export type ViewWish = { view: OpenView; filters: RowFilters; among?: { column: string; values: readonly string[] } }

export const pageOfView = (
  db: Queryable,
  wish: ViewWish & { after: string | null; limit: number },
): Promise<KeyedRow[]> =>
  db<KeyedRow[]>`
    select row.key::text as key, to_jsonb(row) as row from ${db(wish.view)} as row
    where ${fits(db, wish)} ${wish.after === null ? db`` : db`and row.key > ${wish.after}`}
    order by row.key limit ${wish.limit}`

/** As words: whatever is typed finds nothing where it is no value of the column, and words need no cast. */
const fits = (db: Queryable, { filters, among }: ViewWish) =>
  Object.entries(filters).reduce(
    (so, [name, value]) => (value === undefined ? so : db`${so} and row.${db(name)}::text = ${value}`),
    among ? db`row.${db(among.column)} = any(${[...among.values]}::text[])` : db`true`,
  )

/** Counted no further than the cap. */
export async function countInView(db: Queryable, wish: ViewWish, cap: number): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from (
        select from ${db(wish.view)} as row where ${fits(db, wish)} limit ${cap}) as counted`,
  )
  return row?.count ?? 0
}

/** The last change, and the first and last day by the column that tells it. */
export const spanOfView = async (
  db: Queryable,
  wish: ViewWish,
  day: string,
): Promise<{ changedAt: Date; from: CivilDate; to: CivilDate } | null> =>
  one(
    await db<{ changedAt: Date; from: CivilDate; to: CivilDate }[]>`
      select found.changed_at, coalesce(found.first, found.changed_at::date) as from, coalesce(found.last, found.changed_at::date) as to
      from (
        select max(row.changed_at) as changed_at, min(row.${db(day)})::date as first, max(row.${db(day)})::date as last
        from ${db(wish.view)} as row where ${fits(db, wish)}) as found
      where found.changed_at is not null`,
  )

export async function findInView(db: Queryable, view: OpenView, column: string, value: string): Promise<Row | null> {
  const rows = await db<{ row: Row }[]>`
    select to_jsonb(row) as row from ${db(view)} as row where row.${db(column)} = ${value} limit 1`
  return one(rows)?.row ?? null
}

/** The newest change first. */
export async function newestInView(db: Queryable, wish: ViewWish, limit: number): Promise<Row[]> {
  const rows = await db<{ row: Row }[]>`
    select to_jsonb(row) as row from ${db(wish.view)} as row where ${fits(db, wish)}
    order by row.changed_at desc, row.key limit ${limit}`
  return rows.map(({ row }) => row)
}
