import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { readTable } from '#platform/imports/reading/run-table-reader.ts'
import { wordsOf, type ReadRefusal } from '#platform/imports/reading/source-rules.ts'
import type { Services } from '#platform/services.ts'
import { findMatterOfWork } from '../answers/work-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findFileByCode, findFileByLines } from './file-queries.ts'
import { findSameReturn, insertReturn, insertReturnRows } from './return-queries.ts'
import { MOST_LINES, readDraftersTable, type ReadFile } from './table-rules.ts'

export type ReceiveOrder = {
  consultationId: string
  file: { path: string; name: string; digest: string }
}

export type ReceiveOutcome =
  | { kind: 'received' | 'known'; id: string }
  | { kind: 'unreadable'; why: ReadRefusal }
  | { kind: 'no-table' | 'too-many' | 'nothing-filled' | 'unknown-file' | 'other-consultation' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/** Reads what came back and keeps it word for word. Nothing is proposed yet, and the same file twice is one. */
export async function receiveReturn(
  services: Services,
  official: Official,
  { consultationId, file }: ReceiveOrder,
): Promise<ReceiveOutcome> {
  const { db, clock } = services
  const matter = await findMatterOfWork(db, consultationId)
  if (!matter || matter.state === 'draft') return { kind: 'no-such-consultation' }
  const { institutionId } = matter
  if (!mayIn(official, may['answers.write'], institutionId)) return { kind: 'not-permitted' }
  const read = await readFile(services, file.path)
  if (typeof read === 'string') return { kind: 'unreadable', why: read }
  if (read.table === null) return { kind: 'no-table' }
  const { lines, fileCode } = read.table
  if (lines.length === 0) return { kind: 'nothing-filled' }
  if (lines.length > MOST_LINES) return { kind: 'too-many' }
  const printed = fileCode === null ? null : await findFileByCode(db, fileCode)
  if (printed && printed.consultationId !== consultationId) return { kind: 'other-consultation' }
  const codes = lines.map(({ code }) => code)
  const fileId = printed?.id ?? (fileCode === null ? await findFileByLines(db, consultationId, codes) : null)
  if (fileId === null) return { kind: 'unknown-file' }
  return db.begin(async (tx): Promise<ReceiveOutcome> => {
    const made = { institutionId, consultationId, fileId, fileName: file.name.slice(0, 255) || 'tabela' }
    const id = await insertReturn(tx, { ...made, digest: file.digest, at: clock.now(), by: official.accountId })
    if (id === null) return { kind: 'known', id: (await findSameReturn(tx, fileId, file.digest)) ?? '' }
    await insertReturnRows(tx, { id, institutionId }, lines)
    return { kind: 'received', id }
  })
}

/** In a process of its own, with the limits of the tables that are imported. */
const readFile = (
  { settings }: Pick<Services, 'settings'>,
  path: string,
): Promise<{ table: ReadFile | null } | ReadRefusal> =>
  readTable(settings, path, async (read) => {
    const sheets: { at: number; cells: string[] }[][] = []
    for await (const { sheet, at, cells } of read.lines())
      (sheets[sheet] ??= []).push({ at, cells: cells.map(wordsOf) })
    return { table: readDraftersTable(sheets.filter(Boolean)) }
  })
