import { withdrawContent } from '../documents/withdraw-content.ts'
import { deleteUnnamedFiles, holdContentAlone, mayRemoveContent } from '../documents/content-queries.ts'
import type { Transaction } from '../db/database.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { forgetTitles, listDigestsOf } from './takedown-queries.ts'

/**
 * Takes documents away with their titles, their words and their bytes. No address gives them out from the commit on; the
 * bytes leave the store by a job of the same moment, without waiting for the nightly sweep.
 */
export async function removeContent(
  tx: Transaction,
  services: Pick<Services, 'files' | 'clock'>,
  documentIds: readonly string[],
  at: Date,
): Promise<void> {
  const digests = await listDigestsOf(tx, documentIds)
  await withdrawContent(tx, services, documentIds, at)
  await forgetTitles(tx, documentIds)
  for (const digest of digests)
    await enqueue(tx, 'takedowns.remove-bytes', { digest }, { key: `remove-bytes:${digest}` })
}

/** So long a copy of everything is waited for, before it is tried again. */
const LATER_MS = 5 * 60_000

/** Unless another document holds the very same: then it is needed there. */
export async function removeBytes(
  { db, files, clock }: Pick<Services, 'db' | 'files' | 'clock'>,
  digest: string,
): Promise<void> {
  await db.begin(async (tx) => {
    if (!(await mayRemoveContent(tx))) {
      const runAt = new Date(clock.now().getTime() + LATER_MS)
      return enqueue(tx, 'takedowns.remove-bytes', { digest }, { key: `remove-bytes:${digest}`, runAt })
    }
    // Nobody who is about to name this content has committed yet while we hold the lock, or they have and it is named.
    await holdContentAlone(tx)
    if ((await deleteUnnamedFiles(tx, [digest])) > 0) await files.remove(digest)
  })
}
