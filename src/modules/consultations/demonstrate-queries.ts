import type { Queryable } from '#platform/db/database.ts'

/** Whether the demonstration's consultation stands already, whatever was changed in it since. */
export async function findDemonstration(db: Queryable, institutionId: string, title: string): Promise<boolean> {
  const rows = await db`
    select from consultations.consultations where institution_id = ${institutionId} and title = ${title} limit 1`
  return rows.length > 0
}
