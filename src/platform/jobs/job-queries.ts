import type pg from 'pg'
import type { Database, Queryable, Transaction } from '../db/database.ts'

/** The cast: the driver sends objects as jsonb, and there is no `add_job` that takes that. */
export async function addJob(
  tx: Transaction,
  name: string,
  payload: Record<string, string | number>,
  options: { key?: string; runAt?: Date; maxAttempts?: number; queue?: string },
): Promise<void> {
  await tx`
    select graphile_worker.add_job(
      ${name}::text, ${tx.json(payload)}::json, ${options.queue ?? null}::text, ${options.runAt ?? null}::timestamptz,
      ${options.maxAttempts ?? 12}::int, ${options.key ?? null}::text
    )`
}

/** Jobs that wait or have failed, for the health figures and for tests. */
export const countJobs = async (db: Queryable): Promise<{ waiting: number; failed: number }> => {
  const [row] = await db<{ waiting: number; failed: number }[]>`
    select count(*) filter (where attempts < max_attempts)::int as waiting,
           count(*) filter (where attempts >= max_attempts)::int as failed
    from graphile_worker.jobs`
  return row ?? { waiting: 0, failed: 0 }
}

/** Sets apart the numbers of our advisory locks for workers. The number itself means nothing. */
const WORKER_LOCKS = 5_880_627

/** For the life of the connection. Through the worker's driver: the other one renews its connections every hour. */
export async function holdWorkerLock(client: pg.Client, workerId: string): Promise<void> {
  await client.query('select pg_advisory_lock($1::int, hashtext($2::text))', [WORKER_LOCKS, workerId])
}

/**
 * Gives back the jobs of workers that hold no lock any more, and are therefore dead. A worker takes its lock a moment
 * after its start, hence the minute. `pool-…` are the workers that run on; those that run once live in tests.
 */
export async function releaseJobsOfDeadWorkers(db: Database): Promise<string[]> {
  return db.begin(async (tx) => {
    const dead = await tx<{ lockedBy: string }[]>`
      select distinct locked_by from graphile_worker.jobs
      where locked_by like 'pool-%' and locked_at < now() - interval '1 minute'`
    const released: string[] = []
    for (const { lockedBy } of dead) {
      const [lock] = await tx<{ free: boolean }[]>`
        select pg_try_advisory_xact_lock(${WORKER_LOCKS}::int, hashtext(${lockedBy}::text)) as free`
      if (!lock?.free) continue
      await tx`select graphile_worker.force_unlock_workers(array[${lockedBy}]::text[])`
      released.push(lockedBy)
    }
    return released
  })
}
