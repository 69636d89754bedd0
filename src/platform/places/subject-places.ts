import type { Transaction } from '../db/database.ts'
import { deleteSubjectPlaces, insertSubjectPlaces } from './place-queries.ts'

/** The places of a record from now on, in the transaction of the deed that writes it. Unknown ones are left aside. */
export async function setPlaces(
  tx: Transaction,
  subject: string,
  institutionId: string,
  placeIds: readonly string[],
): Promise<void> {
  await deleteSubjectPlaces(tx, subject)
  if (placeIds.length > 0) await insertSubjectPlaces(tx, subject, institutionId, placeIds)
}
