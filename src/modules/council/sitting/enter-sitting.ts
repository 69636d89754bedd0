import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { publishedSittingEvents, publishedVotes } from './sitting-records.ts'
import { listSittingRecordIds } from './sitting-record-queries.ts'

type Entered = { events: readonly string[]; votes: readonly string[] }

export async function enterInLedger(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { events, votes }: Entered,
): Promise<void> {
  const orders = [
    { kind: publishedSittingEvents, ids: [...new Set(events)] },
    { kind: publishedVotes, ids: [...new Set(votes)] },
  ].filter(({ ids }) => ids.length > 0)
  if (orders.length > 0) await appendToLedger(tx, services, ...orders)
}

/** The whole record of a meeting: for the deed by which it leaves the public, or comes back. */
export async function enterSitting(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  meetingId: string,
): Promise<void> {
  await enterInLedger(tx, services, await listSittingRecordIds(tx, meetingId))
}
