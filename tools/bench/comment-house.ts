import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#app/config.ts'
import { demonstrateWhenEmpty } from '#app/demonstrate.ts'
import { openServices } from '#app/house.ts'
import { prepareDatabase } from '#app/main-database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { startLedgerLoop } from '#platform/ledger/tree/ledger-loop.ts'
import { silentLog } from '#platform/logs/logger.ts'
import type { Services } from '#platform/services.ts'

/**
 * Kuvend without its listener and its jobs, on an embedded PostgreSQL as `npm start` runs it, in a folder of its own. The
 * entries of the ledger are ordered and signed beside, as in any Kuvend.
 */
export type BenchHouse = {
  services: Services
  /** Of PostgreSQL. */
  pid: number
  close(): Promise<void>
}

export async function openBenchHouse(): Promise<BenchHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-bench-'))
  const config = readConfig({ KUVEND_DATA: folder, KUVEND_DEMO: 'on' })
  if ('refused' in config) throw new Error(config.refused.join('; '))
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  const services = openServices(config, silentLog, postgres.url)
  const endAll = async () => {
    await services.db.end({ timeout: 5 })
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await prepareDatabase(postgres.url, services.db)
    await demonstrateWhenEmpty(services)
  } catch (error) {
    await endAll()
    throw error
  }
  const ordering = startLedgerLoop(services)
  const close = async () => {
    await ordering.stop()
    await endAll()
  }
  return { services, pid: postgres.pid, close }
}
