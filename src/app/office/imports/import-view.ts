import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { columnNames } from '#platform/imports/head-rules.ts'
import {
  findImport,
  listImports,
  listLines,
  listSameFile,
  type ImportState,
  type TableImport,
} from '#platform/imports/import-queries.ts'
import type { SourceRow } from '#platform/imports/reading/source-rules.ts'
import type { TableTarget } from '#platform/imports/table-target.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { importPermissions as may } from './permissions.ts'

const PAGE = 50
const STATES: readonly ImportState[] = ['open', 'taking', 'taken', 'undone', 'dropped']

export type ImportListView = {
  items: TableImport[]
  titles: ReadonlyMap<string, string>
  state: ImportState | null
  older: string | null
  paged: boolean
  mayWrite: boolean
}

/** `targets`: of the institutions that this official may read. */
export async function viewImportList(
  { db }: Services,
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
  targets: readonly TableTarget[],
): Promise<ImportListView> {
  const institutions = institutionsWhere(official, may['imports.read'])
  const state = STATES.find((one) => one === query.gjendja) ?? null
  const before = readListKey(query.para)
  const listed = await listImports(db, { institutions, state, target: null }, before, PAGE + 1)
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items,
    titles: new Map(targets.map(({ name, title }) => [name, title[lang]])),
    state,
    older: listed.length > PAGE && last ? writeListKey({ at: last.createdAt, id: last.id }) : null,
    paged: before !== null,
    mayWrite: institutionsWhere(official, may['imports.write'])?.length !== 0,
  }
}

/** A register in an institution, as one choice: `<institution> <name>`. */
export type Place = { value: string; institutionId: string; target: TableTarget; label: string }

export async function listPlaces(
  { db }: Services,
  lang: Lang,
  official: Official,
  targets: readonly TableTarget[],
): Promise<Place[]> {
  const institutions = await listInstitutions(db, lang, institutionsWhere(official, may['imports.write']))
  return institutions.flatMap(({ id, name }) =>
    targets
      .filter((target) => (target.institutionId ?? id) === id && mayIn(official, target.roles, id))
      .map((target) => ({
        value: `${id} ${target.name}`,
        institutionId: id,
        target,
        label: institutions.length === 1 ? target.title[lang] : `${target.title[lang]} (${name})`,
      })),
  )
}

export type ImportView = {
  import: TableImport
  /** Null: it is gone, or takes no tables any more. */
  target: TableTarget | null
  mayWrite: boolean
  sameFile: boolean
}

/** Null: there is none that this official may read. */
export async function viewImport(
  services: Services,
  official: Official,
  id: string,
  find: (name: string, institutionId: string) => Promise<TableTarget | null>,
): Promise<ImportView | null> {
  const found = isUuid(id) ? await findImport(services.db, id) : null
  if (!found || !mayIn(official, may['imports.read'], found.institutionId)) return null
  const { institutionId, target: name, fileDigest: digest } = found
  const target = await find(name, institutionId)
  const same = await listSameFile(services.db, { institutionId, target: name, digest, except: id })
  return {
    import: found,
    target,
    mayWrite:
      mayIn(official, may['imports.write'], institutionId) && (!target || mayIn(official, target.roles, institutionId)),
    sameFile: same.length > 0,
  }
}

/** The first lines of a sheet as they came. */
export const viewFirstLines = ({ db }: Services, id: string, sheet: number): Promise<SourceRow[]> =>
  listLines(db, id, sheet, 12)

export type NamedColumn = { name: string; named: boolean; example: string }

/** The columns of the sheet that was chosen, with words that stand in them. */
export async function viewColumns({ db }: Services, { id, sheets, choices }: TableImport): Promise<NamedColumn[]> {
  const { sheet, head } = choices
  if (sheet === null || head === null) return []
  const rows = await listLines(db, id, sheet)
  const body = rows.slice(head)
  return columnNames(rows, head, sheets[sheet]?.names ?? null).map((one, index) => {
    const cells = body.flatMap(({ cells: all }) =>
      all[index] === undefined || all[index] === null || all[index] === '' ? [] : [all[index]],
    )
    return { ...one, example: cells.slice(0, 3).map(wordsOfCell).join(' · ').slice(0, 120) }
  })
}

const wordsOfCell = (cell: SourceRow['cells'][number]): string =>
  typeof cell === 'string' || cell === null ? (cell ?? '') : String(Object.values(cell)[0])
