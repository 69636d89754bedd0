import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { ListKey } from '#platform/lists/list-key.ts'
import type { DatasetColumn, DatasetState } from './dataset-rules.ts'

export type Dataset = {
  id: string
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
  state: DatasetState
  version: number
  rowCount: number
  createdAt: Date
  changedAt: Date
  publishedAt: Date | null
  withdrawnAt: Date | null
  withdrawReason: string | null
}

const selected = (db: Queryable) => db`
  dataset.id, dataset.institution_id, institution.slug as institution, institution.zone, dataset.slug, dataset.title_sq,
  dataset.title_en, dataset.description_sq, dataset.description_en, dataset.licence, dataset.source_sq, dataset.source_en,
  dataset.themes, dataset.columns, dataset.state, dataset.version, dataset.row_count, dataset.created_at,
  dataset.changed_at, dataset.published_at, dataset.withdrawn_at, dataset.withdraw_reason
  from open_data.datasets as dataset
  join platform.institutions as institution on institution.id = dataset.institution_id`

export async function findDataset(db: Queryable, id: string): Promise<Dataset | null> {
  return one(await db<Dataset[]>`select ${selected(db)} where dataset.id = ${id}`)
}

/** Locked until the transaction ends. */
export async function holdDataset(tx: Transaction, id: string): Promise<Dataset | null> {
  await tx`select from open_data.datasets where id = ${id} for update`
  return findDataset(tx, id)
}

/** Newest first, after the key. */
export function listDatasets(
  db: Queryable,
  filter: { institutions: readonly string[] | null; state: DatasetState | null },
  before: ListKey | null,
  limit: number,
): Promise<Dataset[]> {
  return db<Dataset[]>`
    select ${selected(db)}
    where true
      ${filter.institutions ? db`and dataset.institution_id = any(${filter.institutions as string[]}::uuid[])` : db``}
      ${filter.state ? db`and dataset.state = ${filter.state}` : db``}
      ${before ? db`and (dataset.created_at, dataset.id) < (${before.at}, ${before.id})` : db``}
    order by dataset.created_at desc, dataset.id desc limit ${limit}`
}

/** Those that take rows, of these institutions or of all; at most so many. */
export function listOpenDatasets(db: Queryable, institutions: readonly string[] | null): Promise<Dataset[]> {
  return db<Dataset[]>`
    select ${selected(db)}
    where dataset.state in ('draft', 'published')
      ${institutions ? db`and dataset.institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by dataset.created_at desc, dataset.id desc limit 2000`
}

export type DatasetWords = {
  titleSq: string
  titleEn: string
  descriptionSq: string
  descriptionEn: string
  licence: string
  sourceSq: string | null
  sourceEn: string | null
  themes: readonly string[]
  columns: readonly DatasetColumn[]
}

/** Null: the word in addresses is taken, or this form has arrived before. */
export async function insertDataset(
  tx: Transaction,
  row: DatasetWords & { institutionId: string; submissionId: string; slug: string; createdBy: string | null; at: Date },
): Promise<string | null> {
  const found = one(
    await tx<{ id: string }[]>`
      insert into open_data.datasets
        (institution_id, submission_id, slug, title_sq, title_en, description_sq, description_en, licence, source_sq,
         source_en, themes, columns, created_by, created_at, changed_at)
      values (${row.institutionId}, ${row.submissionId}, ${row.slug}, ${row.titleSq}, ${row.titleEn}, ${row.descriptionSq},
              ${row.descriptionEn}, ${row.licence}, ${row.sourceSq}, ${row.sourceEn}, ${row.themes as string[]},
              ${tx.json(row.columns as never)}, ${row.createdBy}, ${row.at}, ${row.at})
      on conflict do nothing returning id`,
  )
  return found?.id ?? null
}

export async function findSubmittedDataset(db: Queryable, submissionId: string): Promise<string | null> {
  const row = one(await db<{ id: string }[]>`select id from open_data.datasets where submission_id = ${submissionId}`)
  return row?.id ?? null
}

/** A published one gets a new version. */
export async function updateDataset(tx: Transaction, id: string, row: DatasetWords, at: Date): Promise<void> {
  await tx`
    update open_data.datasets
    set title_sq = ${row.titleSq}, title_en = ${row.titleEn}, description_sq = ${row.descriptionSq},
        description_en = ${row.descriptionEn}, licence = ${row.licence}, source_sq = ${row.sourceSq},
        source_en = ${row.sourceEn}, themes = ${row.themes as string[]}, columns = ${tx.json(row.columns)},
        changed_at = ${at}, version = version + (state = 'published')::int
    where id = ${id}`
}

export async function moveToPublished(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update open_data.datasets set state = 'published', published_at = ${at}, changed_at = ${at}
    where id = ${id} and state = 'draft'`
}

export async function moveToWithdrawn(tx: Transaction, id: string, reason: string, at: Date): Promise<void> {
  await tx`
    update open_data.datasets
    set state = 'withdrawn', withdrawn_at = ${at}, withdraw_reason = ${reason}, changed_at = ${at}
    where id = ${id} and state = 'published'`
}

export async function takeDataset(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update open_data.datasets set state_before = state, state = 'taken-down', changed_at = ${at}
    where id = ${id} and state = 'published'`
}

export async function restoreDataset(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update open_data.datasets set state = state_before, state_before = null, changed_at = ${at}
    where id = ${id} and state = 'taken-down'`
}

export async function findDatasetAt(db: Queryable, slug: string): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`select id from open_data.datasets where slug = ${slug} and state <> 'draft'`,
  )
  return row?.id ?? null
}

/** What stood there until it was withdrawn. */
export async function findWithdrawnAt(
  db: Queryable,
  slug: string,
): Promise<{ institutionId: string; at: Date } | null> {
  return one(
    await db<{ institutionId: string; at: Date }[]>`
      select institution_id, withdrawn_at as at from open_data.datasets where slug = ${slug} and state = 'withdrawn'`,
  )
}

export type DatasetSubject = {
  id: string
  institutionId: string
  titleSq: string
  titleEn: string
  slug: string | null
}

export function listDatasetSubjects(db: Queryable, ids: readonly string[]): Promise<DatasetSubject[]> {
  return db<DatasetSubject[]>`
    select id, institution_id, title_sq, title_en, case when state = 'published' then slug end as slug
    from open_data.datasets where id = any(${ids as string[]}::uuid[])`
}
