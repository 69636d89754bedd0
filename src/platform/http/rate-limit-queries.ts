import type { Database } from '../db/database.ts'

export async function countAttempt(db: Database, digest: Buffer, windowStart: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    insert into platform.rate_limits (digest, window_start, count) values (${digest}, ${windowStart}, 1)
    on conflict (digest, window_start) do update set count = rate_limits.count + 1
    returning count`
  return row?.count ?? 1
}

export async function deleteRateLimitsBefore(db: Database, moment: Date): Promise<number> {
  return (await db`delete from platform.rate_limits where window_start < ${moment}`).count
}
