import { parseCronItems, runMigrations, runTaskListOnce, type ParsedCronItem, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import { silentLog } from '../logs/logger.ts'
import type { Services } from '../services.ts'
import { jobEvents, workerLog, type JobFailure } from './job-log.ts'
import { openJobPool } from './job-pool.ts'
import { releaseJobsOfDeadWorkers } from './job-queries.ts'
import { beginRunning, keepRunning } from './job-runner.ts'
import type { JobHandler, JobHandlers, JobPayload, Scheduled } from './jobs.ts'

type Needed = Pick<Services, 'db' | 'log'>
export type RunningWorker = { stop(): Promise<void> }

/** How often a worker looks for jobs that a dead one left. */
const TAKE_OVER_MS = 30_000

/** How long after it should have run a daily job is still made up for: the machine may be off at night. */
const MADE_UP_FOR_MS = 24 * 3_600_000

/** Runs jobs until it is stopped; stopping lets those that run come to their end. */
export async function startWorker(
  services: Needed,
  databaseUrl: string,
  handlers: JobHandlers,
  schedule: readonly Scheduled[],
  options: { concurrency: number },
): Promise<RunningWorker> {
  const { log } = services
  const cron = cronItems(handlers, schedule)
  const plan = {
    // One connection more for listening and one for what the library does beside.
    pool: openJobPool(databaseUrl, options.concurrency + 2, log),
    databaseUrl,
    tasks: () => taskList(handlers),
    cron,
    concurrency: options.concurrency,
    log,
  }
  const first = await beginRunning(plan).catch(async (error: unknown) => {
    await plan.pool.end()
    throw error
  })
  const stopping = new AbortController()
  const running = keepRunning(first, plan, stopping.signal)
  const takingOver = everySoOften(TAKE_OVER_MS, () => takeOver(services))
  return {
    stop: async () => {
      clearInterval(takingOver)
      stopping.abort()
      await running
      await plan.pool.end()
    },
  }
}

/** The tables and functions of the job library, in its own schema. Run before our own migrations, as often as wanted. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  const pool = openJobPool(databaseUrl, 1, silentLog)
  try {
    await runMigrations({ pgPool: pool, logger: workerLog(silentLog) })
  } finally {
    await pool.end()
  }
}

/**
 * For tests: runs what is due, and what that adds, until nothing is due any more. Gives the failures; a job that failed
 * waits for its next attempt.
 */
export async function runJobsUntilIdle(
  services: Pick<Services, 'log'>,
  database: string | pg.Pool,
  handlers: JobHandlers,
): Promise<JobFailure[]> {
  const pool = typeof database === 'string' ? openJobPool(database, 1, services.log) : database
  const client = await pool.connect()
  const failures: JobFailure[] = []
  try {
    const events = jobEvents(services.log, (failure) => failures.push(failure))
    const options = { logger: workerLog(services.log), events, noHandleSignals: true }
    await runTaskListOnce(options, taskList(handlers), client).promise
    return failures
  } finally {
    client.release()
    if (typeof database === 'string') await pool.end()
  }
}

const taskList = (handlers: JobHandlers): TaskList =>
  Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, taskOf(handler)]))

const taskOf = (handler: JobHandler) => (payload: unknown) => handler(payloadOf(payload))

/** What we enqueued; the library adds the time to what it enqueues by the clock. */
function payloadOf(payload: unknown): JobPayload {
  if (typeof payload !== 'object' || payload === null) return {}
  return Object.fromEntries(
    Object.entries(payload).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  )
}

function cronItems(handlers: JobHandlers, schedule: readonly Scheduled[]): ParsedCronItem[] {
  for (const { job } of schedule)
    if (!Object.hasOwn(handlers, job)) throw new Error(`No handler for the scheduled job ${job}`)
  return parseCronItems(
    schedule.map(({ job, at }) => ({
      task: job,
      match: at,
      identifier: `${job} ${at}`,
      options: {
        backfillPeriod: /^\S+ \*/.test(at) ? 0 : MADE_UP_FOR_MS,
        // One waiting run is enough, however many times were missed.
        jobKey: `scheduled:${job}`,
      },
    })),
  )
}

async function takeOver({ db, log }: Needed): Promise<void> {
  try {
    const dead = await releaseJobsOfDeadWorkers(db)
    if (dead.length > 0) log.warn({ workers: dead }, 'jobs of dead workers are taken over')
  } catch (error) {
    log.warn({ error: String(error) }, 'cannot look for dead workers')
  }
}

function everySoOften(ms: number, work: () => Promise<void>): NodeJS.Timeout {
  void work()
  const timer = setInterval(() => void work(), ms)
  timer.unref()
  return timer
}
