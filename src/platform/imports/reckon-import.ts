import type { Queryable } from '../db/database.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { findImport, listLines, updateReckoning, type TableImport } from './import-queries.ts'
import { LARGE_IMPORT, SHOWN, type RefusedLine } from './import-rules.ts'
import { openQuestions, reckon, type Reckoned } from './reckon-rules.ts'
import type { Taken, TableTarget } from './table-target.ts'

/** What the choices make of the rows now; null as long as something is not chosen. */
export async function reckonRows(
  db: Queryable,
  target: TableTarget,
  { id, sheets, choices }: TableImport,
): Promise<Reckoned | null> {
  const { sheet, head, columns, answers } = choices
  const found = sheet === null ? undefined : sheets[sheet]
  if (!found || sheet === null || head === null || columns === null) return null
  const rows = await listLines(db, id, sheet)
  const width = head > 0 ? (rows[head - 1]?.cells.length ?? 0) : columns.length
  return reckon({ rows, raggedMatters: found.raggedMatters, width }, target.columns, { head, columns, answers })
}

/** Reckons at once, or hands it to a job where it takes long. Called after the choices were kept. */
export async function reckonSoon(services: Services, target: TableTarget, id: string): Promise<void> {
  const found = await findImport(services.db, id)
  if (!found || found.choices.sheet === null || found.choices.columns === null) return
  const lines = found.sheets[found.choices.sheet]?.lines ?? 0
  if (lines <= LARGE_IMPORT) return reckonImport(services, target, id)
  await services.db.begin((tx) => enqueue(tx, 'imports.reckon', { id }, { key: `imports.reckon:${id}` }))
}

/** What taking it in would do is found by doing it, in a transaction that is rolled back. */
export async function reckonImport(services: Services, target: TableTarget, id: string): Promise<void> {
  const found = await findImport(services.db, id)
  if (found?.state !== 'open') return
  const reckoned = await reckonRows(services.db, target, found)
  if (!reckoned) return
  const asked = openQuestions(reckoned.questions).length > 0
  const taken = asked ? null : await tryTaking(services, target, found, reckoned)
  const refused = [...reckoned.refused, ...(taken?.refused ?? []).map((one) => ({ ...one, words: '' }))]
  await updateReckoning(services.db, id, found.version, {
    counts: reckoned.counts,
    questions: reckoned.questions,
    refused: refused.slice(0, SHOWN.refused),
    left: reckoned.left.slice(0, SHOWN.left),
    preview: reckoned.rows.slice(0, SHOWN.preview),
    would: taken && { added: taken.added, known: taken.known, refused: refusedRows(taken) },
  })
}

/** Every refused cell, as long as the staged lines are there; afterwards those that the receipt kept. */
export async function listRefused(
  services: Services,
  target: TableTarget,
  found: TableImport,
): Promise<readonly RefusedLine[]> {
  const reckoned = found.forgottenAt === null ? await reckonRows(services.db, target, found) : null
  const kept = found.outcome?.refusedCells ?? found.reckoning?.refused ?? []
  const ofRegister = kept.filter(({ why }) => typeof why !== 'string')
  return reckoned ? [...reckoned.refused, ...ofRegister] : kept
}

export const refusedRows = ({ refused }: Taken): number => new Set(refused.map(({ at }) => at)).size

class RolledBack extends Error {
  readonly taken: Taken

  constructor(taken: Taken) {
    super('only tried')
    this.taken = taken
  }
}

async function tryTaking(
  services: Services,
  target: TableTarget,
  { id, institutionId }: TableImport,
  { rows }: Reckoned,
): Promise<Taken> {
  try {
    return await services.db.begin(async (tx): Promise<Taken> => {
      const order = { institutionId, importId: id, by: 'program' as const, at: services.clock.now(), rows }
      throw new RolledBack(await target.take(tx, services, order))
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.taken
    throw error
  }
}
