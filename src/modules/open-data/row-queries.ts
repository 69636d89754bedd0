import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { ImportedCell } from '#platform/imports/table-target.ts'

export type StoredRow = { position: number; cells: Record<string, ImportedCell> }
export type NewRow = StoredRow & { key: string }

/** What stands under these keys. */
export function listKnownRows(
  db: Queryable,
  datasetId: string,
  keys: readonly string[],
): Promise<{ key: string; cells: Record<string, ImportedCell> }[]> {
  return db<{ key: string; cells: Record<string, ImportedCell> }[]>`
    select key, cells from open_data.dataset_rows where dataset_id = ${datasetId} and key = any(${keys as string[]}::text[])`
}

export async function lastPosition(tx: Transaction, datasetId: string): Promise<number> {
  const row = one(
    await tx<{ position: number }[]>`
      select position from open_data.dataset_rows where dataset_id = ${datasetId} order by position desc limit 1`,
  )
  return row?.position ?? 0
}

export async function insertRows(
  tx: Transaction,
  into: { datasetId: string; institutionId: string; importId: string; at: Date },
  rows: readonly NewRow[],
): Promise<void> {
  await tx`
    insert into open_data.dataset_rows (dataset_id, institution_id, position, key, cells, import_id, added_at)
    select ${into.datasetId}, ${into.institutionId}, one.position, one.key, one.cells, ${into.importId}, ${into.at}
    from jsonb_to_recordset(${tx.json(rows)}) as one(position int, key text, cells jsonb)`
}

/** Gives how many went. */
export async function deleteRowsOf(tx: Transaction, datasetId: string, importId: string): Promise<number> {
  const gone = await tx`
    delete from open_data.dataset_rows where dataset_id = ${datasetId} and import_id = ${importId}`
  return gone.count
}

export async function countRowsOf(tx: Transaction, datasetId: string, importId: string): Promise<number> {
  const row = one(
    await tx<{ rows: number }[]>`
      select count(*)::int as rows from open_data.dataset_rows where dataset_id = ${datasetId} and import_id = ${importId}`,
  )
  return row?.rows ?? 0
}

/** `by`: how many more rows there are, or fewer. A published dataset gets a new version. */
export async function noteRows(tx: Transaction, datasetId: string, by: number, at: Date): Promise<void> {
  await tx`
    update open_data.datasets
    set row_count = row_count + ${by}, changed_at = ${at}, version = version + (state = 'published')::int
    where id = ${datasetId}`
}

/** In their order; what everybody may read of them is asked through the published view. */
export function listRows(db: Queryable, datasetId: string, after: number, limit: number): Promise<StoredRow[]> {
  return db<StoredRow[]>`
    select position, cells from open_data.dataset_rows
    where dataset_id = ${datasetId} and position > ${after} order by position limit ${limit}`
}
