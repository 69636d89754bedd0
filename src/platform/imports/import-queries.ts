import { one, type Queryable, type Transaction } from '../db/database.ts'
import type { ListKey } from '../lists/list-key.ts'
import type { FoundSheet, SourceRow, StagedLine } from './reading/source-rules.ts'
import type { Outcome, StoredChoices, StoredReckoning } from './import-rules.ts'

export type ImportState = 'open' | 'taking' | 'taken' | 'undone' | 'dropped'

export type TableImport = {
  id: string
  institutionId: string
  institution: string
  zone: string
  target: string
  fileName: string
  fileDigest: string
  fileSize: number
  sheets: FoundSheet[]
  choices: StoredChoices
  reckoning: StoredReckoning | null
  version: number
  state: ImportState
  outcome: Outcome | null
  fault: string | null
  createdAt: Date
  createdBy: string | null
  takenAt: Date | null
  takenBy: string | null
  undoneAt: Date | null
  undoneBy: string | null
  undoReason: string | null
  forgottenAt: Date | null
}

const columns = (db: Queryable) => db`
  import.id, import.institution_id, institution.slug as institution, institution.zone, import.target, import.file_name,
  import.file_digest, import.file_size::float8 as file_size, import.sheets, import.choices, import.reckoning,
  import.version, import.state, import.outcome, import.fault, import.created_at, creator.name as created_by,
  import.taken_at, taker.name as taken_by, import.undone_at, undoer.name as undone_by, import.undo_reason,
  import.forgotten_at
  from platform.table_imports as import
  join platform.institutions as institution on institution.id = import.institution_id
  left join platform.accounts as creator on creator.id = import.created_by
  left join platform.accounts as taker on taker.id = import.taken_by
  left join platform.accounts as undoer on undoer.id = import.undone_by`

export async function findImport(db: Queryable, id: string): Promise<TableImport | null> {
  return one(await db<TableImport[]>`select ${columns(db)} where import.id = ${id}`)
}

/** Locked until the transaction ends. */
export async function holdImport(tx: Transaction, id: string): Promise<TableImport | null> {
  await tx`select from platform.table_imports where id = ${id} for update`
  return findImport(tx, id)
}

export type ImportFilter = { institutions: readonly string[] | null; state: ImportState | null; target: string | null }

/** Newest first, after the key. */
export function listImports(
  db: Queryable,
  filter: ImportFilter,
  before: ListKey | null,
  limit: number,
): Promise<TableImport[]> {
  return db<TableImport[]>`
    select ${columns(db)}
    where true
      ${filter.institutions ? db`and import.institution_id = any(${filter.institutions as string[]}::uuid[])` : db``}
      ${filter.state ? db`and import.state = ${filter.state}` : db``}
      ${filter.target ? db`and import.target = ${filter.target}` : db``}
      ${before ? db`and (import.created_at, import.id) < (${before.at}, ${before.id})` : db``}
    order by import.created_at desc, import.id desc limit ${limit}`
}

export type NewImport = {
  institutionId: string
  target: string
  submissionId: string
  fileName: string
  fileDigest: string
  fileSize: number
  sheets: readonly FoundSheet[]
  choices: StoredChoices
  createdBy: string | null
  at: Date
}

/** Null: this form has arrived before. */
export async function insertImport(tx: Transaction, row: NewImport): Promise<string | null> {
  const found = one(
    await tx<{ id: string }[]>`
      insert into platform.table_imports
        (institution_id, target, submission_id, file_name, file_digest, file_size, sheets, choices, created_by, created_at)
      values (${row.institutionId}, ${row.target}, ${row.submissionId}, ${row.fileName}, ${row.fileDigest}, ${row.fileSize},
              ${tx.json(row.sheets as never)}, ${tx.json(row.choices as never)}, ${row.createdBy}, ${row.at})
      on conflict (submission_id) do nothing
      returning id`,
  )
  return found?.id ?? null
}

export async function findSubmitted(db: Queryable, submissionId: string): Promise<string | null> {
  const row = one(
    await db<{ id: string }[]>`select id from platform.table_imports where submission_id = ${submissionId}`,
  )
  return row?.id ?? null
}

export async function insertLines(tx: Transaction, importId: string, lines: readonly StagedLine[]): Promise<void> {
  await tx`
    insert into platform.table_import_rows (import_id, sheet, position, at, cells)
    select ${importId}, line.sheet, line.position, line.at, line.cells
    from jsonb_to_recordset(${tx.json(lines)}) as line(sheet smallint, position int, at int, cells jsonb)`
}

/** In their order; `limit`: the first of them alone. */
export function listLines(
  db: Queryable,
  importId: string,
  sheet: number,
  limit: number | null = null,
): Promise<SourceRow[]> {
  return db<SourceRow[]>`
    select at, cells from platform.table_import_rows
    where import_id = ${importId} and sheet = ${sheet}
    order by position ${limit === null ? db`` : db`limit ${limit}`}`
}

/** Whatever was reckoned of other choices goes. */
export async function updateChoices(tx: Transaction, id: string, choices: StoredChoices): Promise<void> {
  await tx`
    update platform.table_imports
    set choices = ${tx.json(choices)}, reckoning = null, version = version + 1, fault = null where id = ${id}`
}

/** Nothing is written when the choices have changed meanwhile. */
export async function updateReckoning(
  db: Queryable,
  id: string,
  version: number,
  reckoning: StoredReckoning,
): Promise<void> {
  await db`
    update platform.table_imports set reckoning = ${db.json(reckoning)}
    where id = ${id} and version = ${version} and state = 'open'`
}

export async function moveToTaking(tx: Transaction, id: string): Promise<void> {
  await tx`update platform.table_imports set state = 'taking', fault = null where id = ${id} and state = 'open'`
}

/** Back to where it can be tried again. */
export async function keepFault(tx: Transaction, id: string, fault: string): Promise<void> {
  await tx`
    update platform.table_imports set state = 'open', fault = ${fault} where id = ${id} and state in ('open', 'taking')`
}

export async function moveToTaken(
  tx: Transaction,
  done: { id: string; by: string | null; at: Date; outcome: Outcome },
): Promise<void> {
  await tx`
    update platform.table_imports
    set state = 'taken', taken_at = ${done.at}, taken_by = ${done.by}, outcome = ${tx.json(done.outcome)}, fault = null
    where id = ${done.id}`
}

export async function moveToUndone(
  tx: Transaction,
  done: { id: string; by: string | null; at: Date; reason: string; outcome: Outcome },
): Promise<void> {
  await tx`
    update platform.table_imports
    set state = 'undone', undone_at = ${done.at}, undone_by = ${done.by}, undo_reason = ${done.reason},
        outcome = ${tx.json(done.outcome)}
    where id = ${done.id}`
}

/** Its lines go at once: nobody wants them. */
export async function moveToDropped(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update platform.table_imports set state = 'dropped', forgotten_at = ${at}, reckoning = null where id = ${id}`
  await tx`delete from platform.table_import_rows where import_id = ${id}`
}

/** The staged lines of imports that came before, and what was reckoned of them; gives how many imports. */
export async function forgetLines(tx: Transaction, before: Date, at: Date): Promise<number> {
  const rows = await tx<{ id: string }[]>`
    update platform.table_imports
    set forgotten_at = ${at}, reckoning = null, state = case state when 'open' then 'dropped' else state end
    where forgotten_at is null and created_at < ${before} and state <> 'taking' returning id`
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await tx`delete from platform.table_import_rows where import_id = any(${ids}::uuid[])`
  return ids.length
}

/** Imports of the same file into the same register that stand. */
export function listSameFile(
  db: Queryable,
  file: { institutionId: string; target: string; digest: string; except: string },
): Promise<{ id: string; takenAt: Date }[]> {
  return db<{ id: string; takenAt: Date }[]>`
    select id, taken_at from platform.table_imports
    where target = ${file.target} and institution_id = ${file.institutionId} and file_digest = ${file.digest}
      and state = 'taken' and id <> ${file.except}
    order by created_at desc limit 5`
}

export async function findMapping(
  db: Queryable,
  key: { institutionId: string; target: string; head: string },
): Promise<(string | null)[] | null> {
  const row = one(
    await db<{ columns: (string | null)[] }[]>`
      select columns from platform.table_mappings
      where institution_id = ${key.institutionId} and target = ${key.target} and head = ${key.head}`,
  )
  return row?.columns ?? null
}

export async function keepMapping(
  tx: Transaction,
  key: { institutionId: string; target: string; head: string },
  columnsChosen: readonly (string | null)[],
  at: Date,
): Promise<void> {
  await tx`
    insert into platform.table_mappings (institution_id, target, head, columns, changed_at)
    values (${key.institutionId}, ${key.target}, ${key.head}, ${tx.json(columnsChosen)}, ${at})
    on conflict (institution_id, target, head) do update set columns = excluded.columns, changed_at = excluded.changed_at`
}

export type ImportSubject = { id: string; institutionId: string; fileName: string }

export function listImportSubjects(db: Queryable, ids: readonly string[]): Promise<ImportSubject[]> {
  return db<ImportSubject[]>`
    select id, institution_id, file_name from platform.table_imports where id = any(${ids as string[]}::uuid[])`
}
