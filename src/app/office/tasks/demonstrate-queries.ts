import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

export async function hasTasks(db: Queryable, institutionId: string): Promise<boolean> {
  return (await db`select from platform.tasks where institution_id = ${institutionId} limit 1`).length > 0
}

/** An invented person, by address. */
export async function findDemoAccount(db: Queryable, email: string): Promise<{ id: string; name: string } | null> {
  return one(
    await db<{ id: string; name: string }[]>`
      select id, name from platform.accounts where email = ${email} and demonstration and ended_at is null`,
  )
}

/** Any record of the institution that the demonstration has made: its newest published consultation. */
export async function findDemoSubject(db: Queryable, institutionId: string): Promise<string | null> {
  const row = one(
    await db<{ subject: string }[]>`
      select subject from platform.changes
      where institution_id = ${institutionId} and subject like 'consultations.consultation:%'
      order by id desc limit 1`,
  )
  return row?.subject ?? null
}
