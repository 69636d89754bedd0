import type { Queryable } from '../db/database.ts'
import { countEntriesOf, type RecordEntries } from './record-entries-queries.ts'

/** What the page of a record says of its entries in the log; null as long as it has none there. */
export type RecordEntriesView = RecordEntries & { subject: string }

export async function findEntriesOfRecord(db: Queryable, subject: string): Promise<RecordEntriesView | null> {
  const found = await countEntriesOf(db, subject)
  return found && { subject, ...found }
}
