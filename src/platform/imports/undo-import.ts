import { recordChange, type ChangedBy } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { forgetLines, holdImport, moveToDropped, moveToUndone } from './import-queries.ts'
import { IMPORT_KIND, mayChange, STAGED_DAYS } from './import-rules.ts'
import { accountOf } from './stage-import.ts'
import type { TableTarget } from './table-target.ts'

export type UndoOutcome =
  { kind: 'undone'; removed: number; kept: number } | { kind: 'not-taken' } | { kind: 'no-such-import' }

/** Takes a whole import back. What somebody has changed since stays, and is counted. */
export async function undoImport(
  services: Services,
  target: TableTarget,
  order: { id: string; by: ChangedBy; reason: string },
): Promise<UndoOutcome> {
  const { id, by, reason } = order
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<UndoOutcome> => {
    const found = await holdImport(tx, id)
    if (!found) return { kind: 'no-such-import' }
    if (found.state === 'undone' && found.outcome?.undone) return { kind: 'undone', ...found.outcome.undone }
    if (found.state !== 'taken' || !found.outcome) return { kind: 'not-taken' }
    const undone = await target.undo(tx, services, { importId: id, by, at })
    await moveToUndone(tx, { id, by: accountOf(by), at, reason, outcome: { ...found.outcome, undone } })
    await recordChange(tx, {
      institutionId: found.institutionId,
      subject: refOf(IMPORT_KIND, id),
      kind: 'undone',
      by,
      at,
      reason,
      fields: [
        { field: 'removed', from: null, to: String(undone.removed) },
        { field: 'kept', from: null, to: String(undone.kept) },
      ],
    })
    return { kind: 'undone', ...undone }
  })
}

/** Throws away what was not taken in. */
export async function dropImport({ db, clock }: Services, id: string, by: ChangedBy): Promise<'dropped' | 'closed'> {
  const at = clock.now()
  return db.begin(async (tx) => {
    const found = await holdImport(tx, id)
    if (found?.state === 'dropped') return 'dropped'
    if (!found || !mayChange(found.state)) return 'closed'
    await moveToDropped(tx, id, at)
    const { institutionId } = found
    await recordChange(tx, { institutionId, subject: refOf(IMPORT_KIND, id), kind: 'dropped', by, at })
    return 'dropped'
  })
}

const DAY_MS = 86_400_000

/** Every night: staged lines may hold people's data, and nobody needs them any more. */
export async function forgetStaged({ db, clock, log }: Services): Promise<void> {
  const at = clock.now()
  const forgotten = await db.begin((tx) => forgetLines(tx, new Date(at.getTime() - STAGED_DAYS * DAY_MS), at))
  if (forgotten > 0) log.info({ imports: forgotten }, 'staged rows of table imports removed')
}
