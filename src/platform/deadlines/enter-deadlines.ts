import type { Transaction } from '../db/database.ts'
import { appendToLedger } from '../ledger/append-to-ledger.ts'
import type { Ended } from '../ledger/entry-rules.ts'
import type { Services } from '../services.ts'
import { findDeadlines, lockDeadline } from './deadline-queries.ts'
import { deadlineRecords } from './deadline-records.ts'

/**
 * Enters the public deadlines of a record that was taken down, or stands again: they leave the public board with it and
 * come back with it.
 */
export async function enterDeadlinesOf(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  subject: string,
  ended?: Ended,
): Promise<void> {
  const shown = (await findDeadlines(tx, [subject])).filter((one) => one.public && one.state !== 'planned')
  if (shown.length === 0) return
  for (const { slot } of shown) await lockDeadline(tx, subject, slot)
  const ids = shown.map(({ id }) => id)
  await appendToLedger(tx, services, { kind: deadlineRecords, ids, ...(ended && { ended }) })
}
