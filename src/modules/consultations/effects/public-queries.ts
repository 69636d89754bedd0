import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

/** The text of a consultation that everybody reads; null: none. */
export async function findTextOf(db: Queryable, consultationId: string): Promise<string | null> {
  const row = one(
    await db<{ textId: string | null }[]>`
      select text_id from consultations.consultations where id = ${consultationId} and state in ('published', 'cancelled')`,
  )
  return row?.textId ?? null
}
