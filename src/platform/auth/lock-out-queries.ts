import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'

export async function findLock(db: Queryable, digest: Buffer, now: Date): Promise<Date | null> {
  const row = one(
    await db<{ lockedUntil: Date }[]>`
      select locked_until from platform.lock_outs where digest = ${digest} and locked_until > ${now}`,
  )
  return row?.lockedUntil ?? null
}

/** One more; gives how many there are in a row. A pause longer than since `newSince` begins at one again. */
export async function countRefusal(tx: Transaction, digest: Buffer, now: Date, newSince: Date): Promise<number> {
  const [row] = await tx<{ refusals: number }[]>`
    insert into platform.lock_outs (digest, refusals, last_refused_at) values (${digest}, 1, ${now})
    on conflict (digest) do update
    set refusals = case when lock_outs.last_refused_at < ${newSince} then 1 else lock_outs.refusals + 1 end,
        last_refused_at = excluded.last_refused_at
    returning refusals`
  return row?.refusals ?? 1
}

export async function setLock(tx: Transaction, digest: Buffer, until: Date): Promise<void> {
  await tx`update platform.lock_outs set locked_until = ${until} where digest = ${digest}`
}

export async function deleteLock(tx: Transaction, digest: Buffer): Promise<void> {
  await tx`delete from platform.lock_outs where digest = ${digest}`
}

export async function deleteLocksBefore(db: Queryable, moment: Date): Promise<number> {
  return (await db`delete from platform.lock_outs where last_refused_at < ${moment}`).count
}
