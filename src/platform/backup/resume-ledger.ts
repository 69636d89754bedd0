import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import type { HeldOutside } from './compare-published.ts'
import { findWaitingRestore, settleRestore } from './restore-queries.ts'

export type Resumed = { kind: 'resumed' } | { kind: 'refused'; why: string }

/**
 * The operator says that nobody was shown more than these entries, so that signing on contradicts nothing. Refused where
 * somebody is known to hold more, whatever the operator says.
 */
export async function resumeLedger(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  size: number,
  held: readonly HeldOutside[],
): Promise<Resumed> {
  const waiting = await findWaitingRestore(db)
  if (!waiting) return { kind: 'refused', why: 'No restore waits for this: the log is being signed.' }
  if (waiting.treeSize !== size)
    return { kind: 'refused', why: `The restored log has ${waiting.treeSize} entries, not ${size}.` }
  const more = held.find(({ newer }) => newer)
  if (more)
    return {
      kind: 'refused',
      why: `${more.where} holds ${more.size} entries. Open a new origin: kuvend ledger open-origin --reason "…"`,
    }
  const at = clock.now()
  await db.begin(async (tx) => {
    await settleRestore(tx, { at, by: 'resume', reason: null })
    const fields = [{ field: 'size', from: null, to: String(size) }]
    await recordChange(tx, { institutionId: null, by: 'command-line', subject: LOG, kind: 'log-resumed', at, fields })
  })
  return { kind: 'resumed' }
}

/** The log of the installation, for the history: there is one. */
const LOG = 'backups.log:00000000-0000-0000-0000-000000000000'
