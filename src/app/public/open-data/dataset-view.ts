import type { Door } from '#platform/door.ts'
import { allDatasets } from '#platform/export/all-datasets.ts'
import { tidyRow } from '#platform/export/column-rules.ts'
import type { Dataset, Row, RowFilters } from '#platform/export/dataset.ts'
import { listDumps, listNewestDumps, type Dump } from '#platform/export/export-queries.ts'
import { hasInstitutions } from '#platform/export/filter-rules.ts'
import { readInTime } from '#platform/export/read-rows.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitution, findInstitutionById, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'

/** Further is not counted for a page. */
const COUNT_CAP = 100_001
/** By so many it is told how far columns are filled. */
const SAMPLE = 500
const PREVIEW = 20
const SHOWN_DUMPS = 30

export type DatasetView = {
  dataset: Dataset
  institution: InstitutionSummary | null
  publisher: InstitutionSummary | null
  institutions: readonly InstitutionSummary[]
  count: number
  /** Counted no further: there may be more. */
  cap: number
  span: Awaited<ReturnType<Dataset['span']>>
  preview: readonly Row[]
  sample: number
  /** By column: of the sample the share that is filled, 0 to 1. */
  filled: ReadonlyMap<string, number>
  dumps: readonly Dump[]
}

export async function viewDataset(
  { db, settings }: Services,
  lang: Lang,
  dataset: Dataset,
  institution: InstitutionSummary | null,
): Promise<DatasetView> {
  const filters: RowFilters = institution ? { institution: institution.slug } : {}
  const read = await readInTime(db, async (tx) => ({
    count: await dataset.count(tx, filters, COUNT_CAP),
    span: await dataset.span(tx),
    rows: await dataset.page(tx, { after: null, limit: SAMPLE, filters }),
    dumps: await listDumps(tx, dataset.name, SHOWN_DUMPS),
  }))
  const rows = read.rows.map(({ row }) => tidyRow(dataset.columns, row, settings.url))
  const [institutions, publisher] = await Promise.all([
    hasInstitutions(dataset) ? listInstitutions(db, lang) : [],
    dataset.institutionId === null ? null : findInstitutionById(db, lang, dataset.institutionId),
  ])
  return {
    ...read,
    cap: COUNT_CAP,
    dataset,
    institution,
    publisher,
    institutions,
    preview: rows.slice(0, PREVIEW),
    sample: rows.length,
    filled: new Map(
      dataset.columns.map(({ name }) => [
        name,
        rows.length === 0 ? 0 : rows.filter((row) => isFilled(row[name])).length / rows.length,
      ]),
    ),
  }
}

const isFilled = (value: Row[string] | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

export type ListView = {
  words: string
  /** What was typed into the address; `institution` is null where nobody has that word. */
  slug: string
  institution: InstitutionSummary | null
  institutions: readonly InstitutionSummary[]
  datasets: readonly Dataset[]
}

export async function viewList(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  asked: { words: string; slug: string },
): Promise<ListView> {
  const { db } = services
  const [all, institutions, institution] = await Promise.all([
    allDatasets(services, doors),
    listInstitutions(db, lang),
    asked.slug === '' ? null : findInstitution(db, lang, asked.slug),
  ])
  const wanted = plain(asked.words).split(/\s+/).filter(Boolean)
  const datasets = all.filter(
    (one) =>
      (institution === null || one.institutionId === institution.id || hasInstitutions(one)) &&
      wanted.every((word) => plain(saidOf(one)).includes(word)),
  )
  return { ...asked, institution, institutions, datasets }
}

const saidOf = ({ name, title, description, keywords, columns }: Dataset): string =>
  [
    name,
    ...(['sq', 'en'] as const).flatMap((lang) => [title[lang], description[lang], ...keywords[lang]]),
    ...columns.flatMap((column) => [column.title.sq, column.title.en]),
  ].join(' ')

const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export type DumpsView = readonly { dump: Dump; dataset: Dataset }[]

export async function viewDumps(services: Services, doors: readonly Door[]): Promise<DumpsView> {
  const [all, dumps] = await Promise.all([allDatasets(services, doors), listNewestDumps(services.db)])
  return dumps.flatMap((dump) => {
    const dataset = all.find(({ name }) => name === dump.dataset)
    return dataset ? [{ dump, dataset }] : []
  })
}
