import type { Transaction } from '../db/database.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { columnNames, headSignature } from './head-rules.ts'
import {
  holdImport,
  keepFault,
  keepMapping,
  listLines,
  moveToTaken,
  moveToTaking,
  type TableImport,
} from './import-queries.ts'
import { IMPORT_KIND, LARGE_IMPORT, SHOWN, type Outcome } from './import-rules.ts'
import { openQuestions, type Reckoned } from './reckon-rules.ts'
import { reckonRows, refusedRows } from './reckon-import.ts'
import { accountOf } from './stage-import.ts'
import type { TableTarget, Taken } from './table-target.ts'

export type TakeOutcome =
  | { kind: 'taken'; outcome: Outcome }
  /** A job does it. */
  | { kind: 'taking' }
  /** Somebody has chosen otherwise since the page was shown. */
  | { kind: 'changed-meanwhile' }
  | { kind: 'asked'; questions: number }
  | { kind: 'not-chosen' }
  | { kind: 'closed' }
  | { kind: 'no-such-import' }

export type TakeImport = { id: string; by: ChangedBy; version: number | null }

/** Takes the rows into their register: all in one transaction, and once however often it is asked for. */
export async function takeImport(services: Services, target: TableTarget, order: TakeImport): Promise<TakeOutcome> {
  return services.db.begin(async (tx): Promise<TakeOutcome> => {
    const found = await holdImport(tx, order.id)
    const known = standing(found, order)
    if (known || !found) return known ?? { kind: 'no-such-import' }
    const lines = found.choices.sheet === null ? 0 : (found.sheets[found.choices.sheet]?.lines ?? 0)
    if (lines <= LARGE_IMPORT || order.by === 'command-line') return write(tx, services, target, found, order.by)
    if (!found.reckoning || openQuestions(found.reckoning.questions).length > 0) return { kind: 'not-chosen' }
    await moveToTaking(tx, order.id)
    // What goes wrong ends the job by itself; more attempts are for workers that are killed meanwhile.
    await enqueue(tx, 'imports.take', { id: order.id, account: accountOf(order.by) ?? '' }, { maxAttempts: 25 })
    return { kind: 'taking' }
  })
}

function standing(found: TableImport | null, { version }: TakeImport): TakeOutcome | null {
  if (!found) return { kind: 'no-such-import' }
  if (found.state === 'taken' && found.outcome) return { kind: 'taken', outcome: found.outcome }
  if (found.state === 'taking') return { kind: 'taking' }
  if (found.state !== 'open') return { kind: 'closed' }
  return version !== null && version !== found.version ? { kind: 'changed-meanwhile' } : null
}

/** The job of a large one. What goes wrong is told on its page, and it can be tried again. */
export async function takeInJob(services: Services, target: TableTarget, id: string, accountId: string): Promise<void> {
  try {
    const outcome = await services.db.begin(async (tx): Promise<TakeOutcome | null> => {
      const found = await holdImport(tx, id)
      return found?.state === 'taking' ? write(tx, services, target, found, { accountId }) : null
    })
    if (outcome && outcome.kind !== 'taken') await services.db.begin((tx) => keepFault(tx, id, outcome.kind))
  } catch (error) {
    services.log.error({ err: error, import: id }, 'table import failed')
    await services.db.begin((tx) => keepFault(tx, id, 'failed'))
  }
}

async function write(
  tx: Transaction,
  services: Services,
  target: TableTarget,
  found: TableImport,
  by: ChangedBy,
): Promise<TakeOutcome> {
  const reckoned = await reckonRows(tx, target, found)
  if (!reckoned) return { kind: 'not-chosen' }
  const asked = openQuestions(reckoned.questions)
  if (asked.length > 0) return { kind: 'asked', questions: asked.length }
  const at = services.clock.now()
  const { id, institutionId } = found
  const taken = await target.take(tx, services, { institutionId, importId: id, by, at, rows: reckoned.rows })
  const outcome = outcomeOf(reckoned, taken)
  await moveToTaken(tx, { id, by: accountOf(by), at, outcome })
  await remember(tx, found, at)
  await recordChange(tx, {
    institutionId,
    subject: refOf(IMPORT_KIND, id),
    kind: 'taken',
    by,
    at,
    fields: [
      { field: 'added', from: null, to: String(outcome.added) },
      { field: 'known', from: null, to: String(outcome.known) },
      { field: 'refused', from: null, to: String(outcome.refused) },
    ],
  })
  return { kind: 'taken', outcome }
}

function outcomeOf(reckoned: Reckoned, taken: Taken): Outcome {
  const { counts, questions } = reckoned
  const refused = refusedRows(taken)
  if (taken.added + taken.known + refused !== counts.ready)
    throw new Error(
      `A register has lost rows: ${counts.ready} given, ${taken.added} + ${taken.known} + ${refused} told`,
    )
  return {
    counts,
    added: taken.added,
    known: taken.known,
    refused: counts.refused + refused,
    refusedCells: [...reckoned.refused, ...taken.refused.map((one) => ({ ...one, words: '' }))].slice(0, SHOWN.refused),
    left: reckoned.left.slice(0, SHOWN.left),
    answers: questions.map(({ kind, column, pattern, answer, count }) => ({
      question: kind,
      column,
      pattern,
      answer: answer?.is ?? '',
      count,
    })),
  }
}

async function remember(tx: Transaction, { id, institutionId, target, sheets, choices }: TableImport, at: Date) {
  const { sheet, head, columns } = choices
  if (sheet === null || head === null || columns === null) return
  const names = columnNames(await listLines(tx, id, sheet), head, sheets[sheet]?.names ?? null)
  await keepMapping(tx, { institutionId, target, head: headSignature(names) }, columns, at)
}
