import { setTimeout as pause } from 'node:timers/promises'
import { run, type ParsedCronItem, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from '../logs/logger.ts'
import { jobEvents, workerLog } from './job-log.ts'
import { showLife } from './sign-of-life.ts'

export type RunnerPlan = {
  pool: pg.Pool
  databaseUrl: string
  tasks: () => TaskList
  cron: ParsedCronItem[]
  concurrency: number
  log: Logger
}

export type Runner = {
  /** Resolves, with the reason, when it can do nothing more. */
  broken: Promise<string>
  /** Lets running jobs come to their end. */
  stop(): Promise<void>
}

/** So many times in a row no job could be asked for, two seconds apart: no mere moment. */
const VAIN_ASKINGS = 3
const PAUSE_MS = 1000

/**
 * Without a batch the library lets go of the promise that a job is marked as done: if the database is away just then, an
 * unhandled rejection ends the whole process (seen in 0.18.0). With one it ends its own run, which we begin anew.
 */
const SETTLED_IN_BATCHES = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

/** One run of the library's worker, with its sign of life. */
export async function beginRunning({ pool, databaseUrl, tasks, cron, concurrency, log }: RunnerPlan): Promise<Runner> {
  const events = jobEvents(log)
  const broken = Promise.withResolvers<string>()
  const name = Promise.withResolvers<string>()
  events.once('pool:create', ({ workerPool }) => name.resolve(workerPool.id))
  watch(events, broken.resolve)
  const runner = await run({
    pgPool: pool,
    taskList: tasks(),
    parsedCronItems: cron,
    concurrency,
    noHandleSignals: true,
    preset: SETTLED_IN_BATCHES,
    logger: workerLog(log),
    events,
  })
  let over = false
  const ended = (why: string) => {
    over = true
    broken.resolve(why)
  }
  runner.promise.then(
    () => ended('it ended'),
    (error: unknown) => ended(String(error)),
  )
  const life = await showLife(databaseUrl, await name.promise, log)
  const stop = async () => {
    try {
      if (!over) await runner.stop()
    } finally {
      await life.end()
    }
  }
  return { broken: broken.promise, stop }
}

function watch(events: WorkerEvents, broken: (why: string) => void): void {
  let vain = 0
  events.on('worker:getJob:empty', () => (vain = 0))
  events.on('job:start', () => (vain = 0))
  events.on('worker:getJob:error', ({ error }) => {
    if (++vain >= VAIN_ASKINGS) broken(`no job can be asked for: ${String(error)}`)
  })
  events.on('worker:fatalError', ({ error }) => broken(`a job could not be given back: ${String(error)}`))
}

/**
 * Begins anew whenever a run broke. Needed because the library does not come back by itself from an error in its very
 * first query: it remembers the failed answer (seen in 0.18.0: connections cut within milliseconds of the start, and
 * no job was ever taken again).
 */
export async function keepRunning(first: Runner, plan: RunnerPlan, stopped: AbortSignal): Promise<void> {
  const stopping = new Promise<null>((resolve) => stopped.addEventListener('abort', () => resolve(null)))
  let runner: Runner | null = first
  while (runner) {
    const why: string | null = await Promise.race([runner.broken, stopping])
    await runner
      .stop()
      .catch((error: unknown) => plan.log.warn({ error: String(error) }, 'the worker did not stop well'))
    if (why !== null) plan.log.error({ why }, 'the worker begins anew')
    runner = await beginAgain(plan, stopped)
  }
}

async function beginAgain(plan: RunnerPlan, stopped: AbortSignal): Promise<Runner | null> {
  while (!stopped.aborted) {
    await pause(PAUSE_MS, undefined, { signal: stopped }).catch(() => {})
    if (stopped.aborted) return null
    try {
      return await beginRunning(plan)
    } catch (error) {
      plan.log.warn({ error: String(error) }, 'the worker cannot begin')
    }
  }
  return null
}
