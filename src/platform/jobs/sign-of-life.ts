import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from '../logs/logger.ts'
import { holdWorkerLock } from './job-queries.ts'

const PAUSE_MS = 1000

/**
 * Holds an advisory lock named after a worker for as long as this process lives. The database lets go of it the moment
 * the process is gone, however it went, so that others know and take over its jobs. (By itself the library waits four
 * hours.) A lock that is lost with its connection is taken again; a job that another worker begins in between runs
 * twice, which every job must bear anyway.
 */
export async function showLife(
  databaseUrl: string,
  workerId: string,
  log: Logger,
): Promise<{ end: () => Promise<void> }> {
  const stopping = new AbortController()
  const held = Promise.withResolvers<void>()
  const living = live(databaseUrl, workerId, log, stopping.signal, held.resolve)
  await held.promise
  return {
    end: async () => {
      stopping.abort()
      await living
    },
  }
}

async function live(url: string, workerId: string, log: Logger, stopped: AbortSignal, held: () => void): Promise<void> {
  while (!stopped.aborted) {
    const client = new pg.Client({ connectionString: url, application_name: 'kuvend-sign-of-life' })
    // A connection that breaks ends too, and the end is what is waited for.
    client.on('error', () => {})
    try {
      await client.connect()
      await holdWorkerLock(client, workerId)
      held()
      await once(client, 'end', { signal: stopped }).catch(() => {})
    } catch (error) {
      log.warn({ error: String(error) }, 'the worker cannot show that it lives')
    }
    await client.end().catch(() => {})
    await pause(PAUSE_MS, undefined, { signal: stopped }).catch(() => {})
  }
}
