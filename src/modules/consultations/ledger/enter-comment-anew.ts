import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger, eraseFromLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Ended } from '#platform/ledger/entry-rules.ts'
import type { Services } from '#platform/services.ts'
import { renumberWordings } from '../comments/version-queries.ts'
import { publishedComments, receivedComments } from './comment-records.ts'

type Needed = Pick<Services, 'clock'>
/** Words of the program: what happened, and who asked for it. */
type Ground = Omit<Ended, 'why'>

/**
 * Something in what its author sent was put right, or is gone for good: the entries so far have ended, none keeps its
 * salt, and what stands now is entered as it stands.
 */
export async function enterAsSentAnew(tx: Transaction, services: Needed, id: string, ended: Ground): Promise<void> {
  await eraseFromLedger(tx, services, receivedComments, id, ended)
  if (await renumberWordings(tx, id)) await appendToLedger(tx, services, { kind: receivedComments, ids: [id] })
}

/** The same of what everybody reads of it. */
export async function enterCommentAnew(tx: Transaction, services: Needed, id: string, ended: Ground): Promise<void> {
  await eraseFromLedger(tx, services, publishedComments, id, ended)
  await enterAsSentAnew(tx, services, id, ended)
  await appendToLedger(tx, services, { kind: publishedComments, ids: [id] })
}

/** No word of it is left, and no salt; of one that had been public its place. */
export async function enterErasure(tx: Transaction, services: Needed, id: string, ended: Ground): Promise<void> {
  await eraseFromLedger(tx, services, receivedComments, id, ended)
  await eraseFromLedger(tx, services, publishedComments, id, ended)
  await appendToLedger(tx, services, { kind: publishedComments, ids: [id] })
}
