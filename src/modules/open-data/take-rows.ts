import type { Transaction } from '#platform/db/database.ts'
import type { InEveryLanguage } from '#platform/i18n/language.ts'
import type { ImportedCell, Taken, TableTarget, TakeOrder, UndoOrder } from '#platform/imports/table-target.ts'
import type { Services } from '#platform/services.ts'
import { holdDataset, listOpenDatasets, type Dataset } from './dataset-queries.ts'
import { enterDataset } from './dataset-records.ts'
import { rowDigest, targetColumn, targetOfDataset, wholeRow, type DatasetColumn } from './dataset-rules.ts'
import { openDataPermissions } from './permissions.ts'
import {
  countRowsOf,
  deleteRowsOf,
  insertRows,
  lastPosition,
  listKnownRows,
  noteRows,
  type NewRow,
} from './row-queries.ts'
import { inEvery } from './texts.ts'
import { officeUrls } from './urls.ts'

/** Rows that go to the database at once. */
const BATCH = 2000

/** Every dataset that stands or is being made takes tables. */
export async function datasetTables(
  { db }: Services,
  institutions: readonly string[] | null,
): Promise<readonly TableTarget[]> {
  return (await listOpenDatasets(db, institutions)).map(targetOf)
}

const targetOf = (dataset: Dataset): TableTarget => ({
  name: targetOfDataset(dataset.id),
  title: { sq: dataset.titleSq, en: dataset.titleEn },
  institutionId: dataset.institutionId,
  officeHref: officeUrls.one(dataset.id),
  roles: openDataPermissions['open-data.write'],
  columns: dataset.columns.map(targetColumn),
  sameBy: dataset.columns.filter(({ key }) => key).map(({ name }) => name),
  take: (tx, services, order) => takeRows(tx, services, dataset.id, order),
  undo: (tx, services, order) => undoRows(tx, services, dataset.id, order),
})

const CLOSED = inEvery((t) => t.refusals.closed)
const OTHER_VALUES = inEvery((t) => t.refusals.otherValues)

async function takeRows(tx: Transaction, services: Services, id: string, order: TakeOrder): Promise<Taken> {
  const dataset = await holdDataset(tx, id)
  if (!dataset || (dataset.state !== 'draft' && dataset.state !== 'published'))
    return { added: 0, known: 0, refused: order.rows.map(({ at }) => ({ at, column: '', why: CLOSED })) }
  const sorted = await sortRows(tx, dataset, order)
  const into = { datasetId: id, institutionId: dataset.institutionId, importId: order.importId, at: order.at }
  for (let from = 0; from < sorted.added.length; from += BATCH)
    await insertRows(tx, into, sorted.added.slice(from, from + BATCH))
  if (sorted.added.length > 0) {
    await noteRows(tx, id, sorted.added.length, order.at)
    await enterDataset(tx, services, id)
  }
  return { added: sorted.added.length, known: sorted.known, refused: sorted.refused }
}

type Sorted = {
  added: NewRow[]
  known: number
  refused: { at: number; column: string; why: InEveryLanguage<string> }[]
}
type Keyed = { at: number; key: string; cells: Record<string, ImportedCell> }

/** Which rows are new. Without key columns a row that stands twice in the table stands twice; with them it is one. */
async function sortRows(tx: Transaction, { id, columns }: Dataset, { rows }: TakeOrder): Promise<Sorted> {
  const keyed = columns.some(({ key }) => key)
  const seen = new Map<string, number>()
  const given = rows.map(({ at, cells }): Keyed => {
    const digest = rowDigest(columns, cells)
    const nth = keyed ? 1 : (seen.get(digest) ?? 0) + 1
    seen.set(digest, nth)
    return { at, key: `${digest}:${nth}`, cells: wholeRow(columns, cells) }
  })
  const standing = await standingRows(tx, id, columns, given)
  const sorted: Sorted = { added: [], known: 0, refused: [] }
  let position = await lastPosition(tx, id)
  for (const { at, key, cells } of given) {
    const words = wordsOf(columns, cells)
    const before = standing.get(key)
    if (before === undefined) {
      position += 1
      sorted.added.push({ position, key, cells })
      standing.set(key, words)
    } else if (before === words) sorted.known += 1
    else sorted.refused.push({ at, column: keyColumns(columns), why: OTHER_VALUES })
  }
  return sorted
}

async function standingRows(
  tx: Transaction,
  id: string,
  columns: readonly DatasetColumn[],
  given: readonly Keyed[],
): Promise<Map<string, string>> {
  const standing = new Map<string, string>()
  for (let from = 0; from < given.length; from += BATCH) {
    const keys = given.slice(from, from + BATCH).map(({ key }) => key)
    for (const { key, cells } of await listKnownRows(tx, id, keys)) standing.set(key, wordsOf(columns, cells))
  }
  return standing
}

const wordsOf = (columns: readonly DatasetColumn[], cells: Readonly<Record<string, ImportedCell>>): string =>
  JSON.stringify(columns.map(({ name }) => cells[name] ?? null))

const keyColumns = (columns: readonly DatasetColumn[]): string =>
  columns
    .filter(({ key }) => key)
    .map(({ name }) => name)
    .join(', ')

/** Rows of a dataset are written by imports alone, so what an import added goes whole, unless the dataset is closed. */
async function undoRows(
  tx: Transaction,
  services: Services,
  id: string,
  { importId, at }: UndoOrder,
): Promise<{ removed: number; kept: number }> {
  const dataset = await holdDataset(tx, id)
  if (!dataset || (dataset.state !== 'draft' && dataset.state !== 'published'))
    return { removed: 0, kept: dataset ? await countRowsOf(tx, id, importId) : 0 }
  const removed = await deleteRowsOf(tx, id, importId)
  if (removed > 0) {
    await noteRows(tx, id, -removed, at)
    await enterDataset(tx, services, id)
  }
  return { removed, kept: 0 }
}
