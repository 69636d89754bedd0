import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'
import type { DatasetColumn } from './dataset-rules.ts'
import type { StoredRow } from './row-queries.ts'

export type PublishedDataset = {
  id: string
  subject: string
  institutionId: string
  institution: string
  zone: string
  slug: string
  titleSq: string
  titleEn: string
  descriptionSq: string
  descriptionEn: string
  licence: string
  sourceSq: string | null
  sourceEn: string | null
  themes: string[]
  columns: DatasetColumn[]
  rowCount: number
  publishedAt: Date
  changedAt: Date
}

const selected = (db: Queryable) => db`
  id, subject, institution_id, institution, zone, slug, title_sq, title_en, description_sq, description_en, licence,
  source_sq, source_en, themes, columns, row_count, published_at, changed_at
  from open_data.published_datasets`

export const listPublishedDatasets = (db: Queryable): Promise<PublishedDataset[]> =>
  db<PublishedDataset[]>`select ${selected(db)} order by id limit 5000`

export const findPublishedDatasets = (db: Queryable, ids: readonly string[]): Promise<PublishedDataset[]> =>
  db<PublishedDataset[]>`select ${selected(db)} where ${amongIds(db, 'id', ids)}`

export async function listPublishedIds(db: Queryable, after: string | null, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from open_data.published_datasets ${after === null ? db`` : db`where id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

/** Rows of a dataset as long as it is public. */
export function listPublishedRows(db: Queryable, id: string, after: number, limit: number): Promise<StoredRow[]> {
  return db<StoredRow[]>`
    select one.position, one.cells from open_data.dataset_rows as one
    where one.dataset_id = ${id} and one.position > ${after}
      and exists (select from open_data.published_datasets as dataset where dataset.id = ${id})
    order by one.position limit ${limit}`
}

export async function countPublishedRows(db: Queryable, id: string, cap: number): Promise<number> {
  const row = one(
    await db<{ rows: number }[]>`
      select least(row_count, ${cap})::int as rows from open_data.published_datasets where id = ${id}`,
  )
  return row?.rows ?? 0
}

/** A digest over its rows is made of the rows themselves, so that a changed one shows. */
const records = (db: Queryable) => db`
  select dataset.id, dataset.institution_id, dataset.institution, to_jsonb(public) as record
  from open_data.published_datasets as dataset
  cross join lateral (
    select dataset.institution_id, dataset.kind, dataset.slug, dataset.title_sq, dataset.title_en, dataset.description_sq,
           dataset.description_en, dataset.licence, dataset.source_sq, dataset.source_en, dataset.themes, dataset.columns,
           dataset.state, dataset.version, dataset.row_count, dataset.published_at, dataset.changed_at,
           open_data.rows_digest(dataset.id) as rows) as public`

export const findDatasetRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${records(db)} where ${amongIds(db, 'dataset.id', ids)}`

export const listDatasetRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${records(db)} ${after === null ? db`` : db`where dataset.id > ${after}`} order by dataset.id limit ${limit}`
