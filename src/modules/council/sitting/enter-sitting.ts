import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { publishedPresence, publishedSittingEvents, publishedVotes } from './sitting-records.ts'
import { listSittingRecordIds } from './sitting-record-queries.ts'

type Entered = {
  events: readonly string[]
  votes: readonly string[]
  /** The meetings in which somebody's presence is another now. */
  presence: readonly string[]
}

export async function enterInLedger(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { events, votes, presence }: Entered,
): Promise<void> {
  const orders = [
    { kind: publishedSittingEvents, ids: [...new Set(events)] },
    { kind: publishedVotes, ids: [...new Set(votes)] },
    { kind: publishedPresence, ids: presence },
  ].filter(({ ids }) => ids.length > 0)
  if (orders.length > 0) await appendToLedger(tx, services, ...orders)
}

/** The whole record of a meeting: for the deed by which it leaves the public, or comes back. */
export async function enterSitting(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  meetingId: string,
): Promise<void> {
  const ids = await listSittingRecordIds(tx, meetingId)
  await enterInLedger(tx, services, { ...ids, presence: [meetingId] })
}
