import type { Transaction } from '#platform/db/database.ts'
import { setCommentPlaces } from './place-queries.ts'

/**
 * The places of these in a later version are known now: from here on each is listed and counted under the article where it
 * stands there. Nothing of the comment itself changes, so nothing is entered in the ledger.
 */
export const placeComments = (
  tx: Transaction,
  order: { versionId: string; subjects: readonly string[] },
): Promise<void> => setCommentPlaces(tx, order)
