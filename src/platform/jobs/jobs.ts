import type { Transaction } from '../db/database.ts'
import { addJob } from './job-queries.ts'

/** Ids only: a job reads what it needs when it runs, for it may run late or twice. */
export type JobPayload = Record<string, string | number>
export type JobHandler = (payload: JobPayload) => Promise<void>
export type JobHandlers = Record<string, JobHandler>

/** A job that the clock starts: five fields of cron, in UTC. */
export type Scheduled = { job: string; at: string }

/**
 * Takes a transaction on purpose: the job exists exactly when the change that caused it does.
 * `key` makes a waiting job with the same key be replaced instead of doubled. Of the jobs of one `queue` never two run at
 * the same time.
 */
export async function enqueue(
  tx: Transaction,
  name: string,
  payload: JobPayload,
  options: { key?: string; runAt?: Date; maxAttempts?: number; queue?: string } = {},
): Promise<void> {
  await addJob(tx, name, payload, options)
}
