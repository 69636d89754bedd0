import type { Queryable } from '../db/database.ts'
import { one } from '../db/database.ts'

export type RecordEntries = {
  /** How many entries speak of the record, and the index of the newest. */
  count: number
  newest: number
}

/** Of what everybody is shown: the newest checkpoint that is published. */
export async function countEntriesOf(db: Queryable, subject: string): Promise<RecordEntries | null> {
  const row = one(
    await db<{ count: number; newest: number | null }[]>`
      select count(*)::int as count, max(leaf_index)::float8 as newest from platform.ledger_entries
      where subject = ${subject} and leaf_index < (
        select size from platform.ledger_checkpoints
        where log_id = (select max(id) from platform.ledger_logs) and published_at is not null
        order by size desc limit 1)`,
  )
  return row && row.newest !== null ? { count: row.count, newest: row.newest } : null
}
