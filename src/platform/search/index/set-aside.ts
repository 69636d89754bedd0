import { randomUUID } from 'node:crypto'
import { sealed } from '../../db/sealed-transaction.ts'
import { isUnreachable } from '../../db/unreachable.ts'
import type { Services } from '../../services.ts'
import { holdIndex, insertFaulty, postponeChanged, type Changed } from './changed-queries.ts'
import { writeDocuments } from './document-queries.ts'

/** A record that cannot be read is tried again after so long, then after twice as long, at most once an hour. */
const FIRST_RETRY_MS = 5_000
const LAST_RETRY_MS = 3_600_000

/** serialization_failure, deadlock_detected, lock_not_available, query_canceled */
const PASSING = new Set(['40001', '40P01', '55P03', '57014'])

/** The fault is not the record's: the same again may succeed. */
export const isPassing = (error: unknown): boolean =>
  isUnreachable(error) ||
  (error instanceof Error && 'code' in error && typeof error.code === 'string' && PASSING.has(error.code))

type Needed = Pick<Services, 'db' | 'clock' | 'log'>
type Failed = Pick<Changed, 'subject'> & Partial<Changed>

/**
 * Lets the others go on. The record leaves the index: nobody can say whether what stands of it is still public. The log
 * tells why under a reference, the health page that there is one.
 */
export async function setAside({ db, clock, log }: Needed, failed: Failed, error: unknown): Promise<void> {
  const { subject, id, attempts = 0 } = failed
  const reference = randomUUID()
  log.error({ reference, subject, error: String(error) }, 'a record could not be indexed')
  const at = clock.now()
  const retryAt = new Date(at.getTime() + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 12)))
  await sealed(db, async (tx) => {
    await holdIndex(tx)
    await writeDocuments(tx, 'search_documents', [subject], [])
    await writeDocuments(tx, 'search_documents_next', [subject], [])
    if (id === undefined) await insertFaulty(tx, { subject, at, retryAt, fault: reference })
    else await postponeChanged(tx, id, retryAt, reference)
  })
}
