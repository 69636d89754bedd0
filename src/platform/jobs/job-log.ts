import { EventEmitter } from 'node:events'
import { Logger as WorkerLogger, type WorkerEvents } from 'graphile-worker'
import type { Logger } from '../logs/logger.ts'

/** What the library says of itself, in our log. What it says of each job is left to `jobEvents`, which says it better. */
export const workerLog = (log: Logger): WorkerLogger =>
  new WorkerLogger(() => (level, message, facts) => {
    if (level === 'debug' || facts.failure === true || facts.success === true) return
    if (level === 'info') log.info({}, message)
    else if (level === 'warning') log.warn({}, message)
    else log.error({}, message)
  })

export type JobFailure = { job: string; id: string; attempt: number; error: string }

/**
 * A job that fails is a warning while it will be tried again, and an error after its last attempt. Only the words of
 * the failure are written: what a database or mail server adds to them may name a person.
 */
export function jobEvents(log: Logger, onFailure: (failure: JobFailure) => void = () => {}): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('job:error', ({ job, error }) => {
    const failed = error instanceof Error ? error : new Error(String(error))
    const failure = { job: job.task_identifier, id: job.id, attempt: job.attempts, error: failed.message }
    onFailure(failure)
    if (job.attempts < job.max_attempts) log.warn(failure, 'a job failed and will be tried again')
    else log.error({ ...failure, stack: failed.stack }, 'a job failed for the last time')
  })
  return events
}
