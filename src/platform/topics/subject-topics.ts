import type { Transaction } from '../db/database.ts'
import { deleteSubjectTopics, insertSubjectTopics } from './topic-queries.ts'

/** The topics of a record from now on, in the transaction of the deed that writes it. Foreign ones are left aside. */
export async function setTopics(
  tx: Transaction,
  subject: string,
  institutionId: string,
  topicIds: readonly string[],
): Promise<void> {
  await deleteSubjectTopics(tx, subject)
  if (topicIds.length > 0) await insertSubjectTopics(tx, subject, institutionId, topicIds)
}
