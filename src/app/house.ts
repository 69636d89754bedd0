import { openDatabase } from '#platform/db/database.ts'
import { checkLaw } from '#platform/deadlines/recomputing/check-law.ts'
import { openFileStore } from '#platform/files/open-file-store.ts'
import { enterStandingRecords } from '#platform/ledger/enter-standing-records.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import { startLedgerLoop } from '#platform/ledger/tree/ledger-loop.ts'
import type { Logger } from '#platform/logs/logger.ts'
import { startSearchLoop } from '#platform/search/index/search-loop.ts'
import type { Services } from '#platform/services.ts'
import { systemClock } from '#platform/time/clock.ts'
import type { Config } from './config.ts'
import { demonstrateWhenEmpty } from './demonstrate.ts'
import { doors } from './doors.ts'
import { openMainDatabase, prepareDatabase, type MainDatabase } from './main-database.ts'
import { healthWeb } from './health-routes.ts'
import { buildWeb } from './web.ts'
import { startWorkers } from './worker.ts'

/** Everything that stands behind the listener and goes with one database. */
export type House = {
  /** Of a process that is a worker alone only its health. */
  web: WebApp
  close(): Promise<void>
}

/** A worker is given this long to end its jobs; what it leaves is taken over by the next one. */
const WORKER_LIMIT_MS = 10_000

/** `onDatabaseExit`: the embedded database ended by itself after everything had been opened. */
export async function openHouse(config: Config, log: Logger, onDatabaseExit: () => void): Promise<House> {
  let opened = false
  const database = await openMainDatabase(config, log, () => opened && onDatabaseExit())
  try {
    const house = await furnish(config, log, database)
    opened = true
    return house
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function furnish(config: Config, log: Logger, database: MainDatabase): Promise<House> {
  const services = openServices(config, log, database.url)
  try {
    const ran = await prepareDatabase(database.url, services.db)
    if (ran.length > 0) log.info({ migrations: ran }, 'database migrated')
    await demonstrateWhenEmpty(services)
    await checkLaw(services)
    await enterStanding(services)
    const worker = config.role === 'web' ? null : await startWorkers(services, database.url)
    const ledger = config.role === 'web' ? null : startLedgerLoop(services)
    const search = config.role === 'web' ? null : startSearchLoop(services, doors)
    const closeAll = async () => {
      await atMost(WORKER_LIMIT_MS, Promise.all([worker?.stop(), ledger?.stop(), search?.stop()]))
      await services.db.end({ timeout: 5 })
      await database.stop()
    }
    let closing: Promise<void> | null = null
    const close = () => (closing ??= closeAll())
    return { web: config.role === 'worker' ? healthWeb(services) : buildWeb(services), close }
  } catch (error) {
    await services.db.end({ timeout: 1 })
    throw error
  }
}

export function openServices(config: Config, log: Logger, databaseUrl: string): Services {
  const { settings } = config
  return { db: openDatabase(databaseUrl), clock: systemClock, settings, files: openFileStore(settings), log }
}

/** Of a large record that was never entered the house opens meanwhile; a job enters the rest. */
const STANDING_LIMIT_MS = 20_000

async function enterStanding(services: Services): Promise<void> {
  const { entered, whole } = await enterStandingRecords(services, doors, { withinMs: STANDING_LIMIT_MS })
  if (entered > 0 || !whole) services.log.info({ entered, whole }, 'standing records entered in the ledger')
}

/** Waits for the work to end, but not for ever. */
async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  await Promise.race([work, promise]).finally(() => clearTimeout(timer))
}
