import type { Transaction } from '#platform/db/database.ts'
import { removeDocument } from '#platform/documents/documents.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { publishedActs } from '../act-records.ts'
import { findArchive, holdArchive } from './archive-queries.ts'
import { ARCHIVE_KIND, BATCH_ROWS } from './archive-rules.ts'
import { changedBy } from './take-archive.ts'
import {
  deleteArchiveActs,
  holdActsToLeave,
  listActsInUse,
  listActsNaming,
  listDocumentsOfActs,
  moveToUndoing,
  moveToUndone,
  raiseVersions,
  unbindRelations,
} from './undo-queries.ts'

export type UndoOutcome =
  { kind: 'undone'; removed: number; kept: number } | { kind: 'no-such-archive' | 'undone-before' }

/** Why they ended, for whoever reads the ledger. */
const ENDED = { why: 'withdrawn', ground: 'import-undone' } as const

/**
 * Every act that an archive brought leaves the register, with an entry of the ledger that says why; those on which people
 * have built something since stay, and are counted. Broken off and begun again it goes on.
 */
export async function undoArchive(
  services: Services,
  order: { archiveId: string; by: string | null; progress: (line: string) => void },
): Promise<UndoOutcome> {
  const { archiveId, by, progress } = order
  const begun = await services.db.begin((tx) => beginUndo(tx, archiveId))
  if (begun !== 'begun') return { kind: begun }
  let [removed, kept] = [0, 0]
  for (let after: string | null = null; ;) {
    const step: Step = await services.db.begin((tx) => leave(tx, services, archiveId, after))
    removed += step.removed
    kept += step.kept
    if (step.last === null) break
    after = step.last
    progress(`${removed} acts have left`)
  }
  await services.db.begin((tx) => endUndo(tx, services, { archiveId, by, kept }))
  return { kind: 'undone', removed, kept }
}

/** The same for one whose acts are few: within the transaction of somebody else's deed. */
export async function undoArchiveIn(
  tx: Transaction,
  services: Services,
  order: { archiveId: string; by: string | null },
): Promise<{ removed: number; kept: number }> {
  if ((await beginUndo(tx, order.archiveId)) !== 'begun') return { removed: 0, kept: 0 }
  let [removed, kept] = [0, 0]
  for (let after: string | null = null; ;) {
    const step: Step = await leave(tx, services, order.archiveId, after)
    removed += step.removed
    kept += step.kept
    if (step.last === null) break
    after = step.last
  }
  await endUndo(tx, services, { ...order, kept })
  return { removed, kept }
}

type Step = { removed: number; kept: number; last: string | null }

async function beginUndo(tx: Transaction, id: string): Promise<'begun' | 'no-such-archive' | 'undone-before'> {
  const archive = await holdArchive(tx, id)
  if (!archive) return 'no-such-archive'
  if (archive.state === 'undone') return 'undone-before'
  await moveToUndoing(tx, id)
  return 'begun'
}

async function endUndo(
  tx: Transaction,
  services: Services,
  { archiveId, by, kept }: { archiveId: string; by: string | null; kept: number },
): Promise<void> {
  const archive = await findArchive(tx, archiveId)
  if (!archive) return
  const at = services.clock.now()
  await moveToUndone(tx, archiveId, { kept, at, by })
  const subject = refOf(ARCHIVE_KIND, archiveId)
  await recordChange(tx, {
    institutionId: archive.institutionId,
    subject,
    kind: 'archive-undone',
    by: changedBy(by),
    at,
  })
}

async function leave(tx: Transaction, services: Services, archiveId: string, after: string | null): Promise<Step> {
  const ids = await holdActsToLeave(tx, archiveId, after, BATCH_ROWS)
  if (ids.length === 0) return { removed: 0, kept: 0, last: null }
  const used = new Set(await listActsInUse(tx, ids))
  const leaving = ids.filter((id) => !used.has(id))
  const last = ids.length < BATCH_ROWS ? null : (ids.at(-1) ?? null)
  if (leaving.length === 0) return { removed: 0, kept: used.size, last }
  const naming = await listActsNaming(tx, leaving)
  await unbindRelations(tx, leaving)
  for (const document of await listDocumentsOfActs(tx, leaving)) await removeDocument(tx, services, document)
  await deleteArchiveActs(tx, leaving)
  await raiseVersions(tx, naming, services.clock.now())
  await appendToLedger(
    tx,
    services,
    { kind: publishedActs, ids: leaving, ended: ENDED },
    { kind: publishedActs, ids: naming },
  )
  return { removed: leaving.length, kept: used.size, last }
}
