import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { findDataset, listDatasets, type Dataset } from './dataset-queries.ts'
import type { DatasetState } from './dataset-rules.ts'
import { openDataPermissions as may } from './permissions.ts'
import { listRows, type StoredRow } from './row-queries.ts'

const PAGE = 50
const SHOWN_ROWS = 20

export type DatasetListView = {
  items: Dataset[]
  institutions: ReadonlyMap<string, string>
  state: DatasetState | null
  older: string | null
  paged: boolean
  mayCreate: boolean
}

const STATES: readonly DatasetState[] = ['draft', 'published', 'withdrawn', 'taken-down']

export async function viewDatasetList(
  { db }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<DatasetListView> {
  const institutions = institutionsWhere(official, may['open-data.read'])
  const state = STATES.find((one) => one === query.gjendja) ?? null
  const before = readListKey(query.para)
  const [listed, names] = await Promise.all([
    listDatasets(db, { institutions, state }, before, PAGE + 1),
    listInstitutions(db, lang, institutions),
  ])
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items,
    institutions: new Map(names.map(({ id, name }) => [id, name])),
    state,
    older: listed.length > PAGE && last ? writeListKey({ at: last.createdAt, id: last.id }) : null,
    paged: before !== null,
    mayCreate: institutionsWhere(official, may['open-data.write'])?.length !== 0,
  }
}

export const listCreatePlaces = ({ db }: Services, lang: Lang, official: Official): Promise<InstitutionSummary[]> =>
  listInstitutions(db, lang, institutionsWhere(official, may['open-data.write']))

export type DatasetView = {
  dataset: Dataset
  rows: StoredRow[]
  mayWrite: boolean
  mayPublish: boolean
}

/** Null: there is none that this official may read. */
export async function viewDataset({ db }: Services, official: Official, id: string): Promise<DatasetView | null> {
  const dataset = isUuid(id) ? await findDataset(db, id) : null
  if (!dataset || !mayIn(official, may['open-data.read'], dataset.institutionId)) return null
  const { institutionId } = dataset
  return {
    dataset,
    rows: await listRows(db, id, 0, SHOWN_ROWS),
    mayWrite: mayIn(official, may['open-data.write'], institutionId),
    mayPublish: mayIn(official, may['open-data.publish'], institutionId),
  }
}
