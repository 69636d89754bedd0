import type { Column, Dataset as OpenDataset, KeyedRow, Row } from '#platform/export/dataset.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { KIND, type DatasetColumn } from './dataset-rules.ts'
import {
  countPublishedRows,
  findPublishedDatasets,
  listPublishedDatasets,
  listPublishedIds,
  listPublishedRows,
  type PublishedDataset,
} from './published-queries.ts'
import { inEvery, textsIn } from './texts.ts'
import { publicUrl } from './urls.ts'

/** Each published dataset as every format can say it. */
export const openDatasets = async ({ db }: Services): Promise<readonly OpenDataset[]> =>
  (await listPublishedDatasets(db)).map(openDatasetOf)

function openDatasetOf(dataset: PublishedDataset): OpenDataset {
  const { id, slug, columns, sourceSq, sourceEn } = dataset
  return {
    name: slug,
    title: { sq: dataset.titleSq, en: dataset.titleEn },
    description: { sq: dataset.descriptionSq, en: dataset.descriptionEn },
    themes: dataset.themes,
    keywords: { sq: [], en: [] },
    licence: dataset.licence,
    ...(sourceSq !== null && sourceEn !== null && { source: { sq: sourceSq, en: sourceEn } }),
    institutionId: dataset.institutionId,
    columns: [PLACE, ...columns.map(columnOf)],
    primaryKey: ['row'],
    filters: [],
    frequency: 'IRREG',
    page: (db, { after, limit }) => pageOf(db, dataset, readKey(after), limit),
    count: (db, _filters, cap) => countPublishedRows(db, id, cap),
    // When it was published says nothing of the years that its rows speak of.
    span: () => Promise.resolve({ changedAt: dataset.changedAt, from: null, to: null }),
  }
}

/** The same row in two formats is known by it; it never changes. */
const PLACE: Column = {
  name: 'row',
  title: inEvery((t) => t.place.title),
  description: inEvery((t) => t.place.description),
  type: 'integer',
  required: true,
}

const columnOf = ({ name, sq, en, type, unit, required }: DatasetColumn): Column => ({
  name,
  title: { sq, en },
  description: { sq, en },
  type: type === 'money' ? 'number' : type,
  required,
  ...(unit !== null && { unit }),
})

const readKey = (after: string | null): number => (/^\d{1,9}$/.test(after ?? '') ? Number(after) : 0)

async function pageOf(
  db: Queryable,
  { id, columns }: PublishedDataset,
  after: number,
  limit: number,
): Promise<KeyedRow[]> {
  const rows = await listPublishedRows(db, id, after, limit)
  return rows.map(({ position, cells }) => {
    const values = columns.map(({ name }): [string, Row[string]] => [name, cells[name] ?? null])
    return { key: String(position), row: { row: position, ...Object.fromEntries(values) } }
  })
}

/** Found by title and description, and by the names of its columns; its rows are not words. */
export const datasetSearch: SearchSource = {
  subjectKind: KIND,
  kinds: {
    dataset: { sq: textsIn('sq').found, en: textsIn('en').found },
  },
  states: { published: inEvery((t) => t.states.published) },
  find: async (db, ids) => (await findPublishedDatasets(db, ids)).map(documentOf),
  idsAfter: listPublishedIds,
}

function documentOf(dataset: PublishedDataset): SearchDocument {
  const { subject, titleSq, titleEn, descriptionSq, descriptionEn, columns } = dataset
  const heads = columns.map(({ sq }) => sq).join(' · ')
  return {
    subject,
    part: '',
    matter: subject,
    kind: 'dataset',
    institutionId: dataset.institutionId,
    lang: 'sq',
    title: titleSq,
    heading: null,
    body: [descriptionSq, titleEn, descriptionEn, heads].join('\n'),
    numbers: [],
    href: publicUrl(dataset.slug),
    publishedAt: dataset.publishedAt,
    changedAt: dataset.changedAt,
    day: civilDateIn(dataset.zone, dataset.publishedAt),
    state: 'published',
    topics: [],
    places: [],
    dueOn: null,
  }
}
