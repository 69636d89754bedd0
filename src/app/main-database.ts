import { join } from 'node:path'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { findRunningPostgres, startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { hasUnfinishedRestore, migrate, RestoreNotFinished, waitingMigrations } from '#platform/db/migrate.ts'
import { migrateJobs } from '#platform/jobs/worker.ts'
import type { Logger } from '#platform/logs/logger.ts'
import { loadMunicipalities } from '#platform/places/load-municipalities.ts'
import type { Config } from './config.ts'
import { MIGRATIONS } from './health-view.ts'

export type MainDatabase = { url: string; stop(): Promise<void> }

const folderOf = (config: Config): string => join(config.settings.dataFolder, 'postgres')

/** The database that DATABASE_URL names, else the embedded one, which ends with this process. */
export async function openMainDatabase(config: Config, log: Logger, onExit: () => void): Promise<MainDatabase> {
  if (config.databaseUrl !== null) return outside(config.databaseUrl)
  return startEmbeddedPostgres({
    folder: folderOf(config),
    log: (line) => log.info({ line }, 'postgres'),
    onExit: (code) => {
      log.error({ code }, 'the embedded database ended by itself')
      onExit()
    },
  })
}

/** For a command: beside a running Kuvend its database is used, else one is started for as long as the command takes. */
export async function borrowMainDatabase(config: Config, log: Logger): Promise<MainDatabase> {
  const running = config.databaseUrl ?? (await findRunningPostgres({ folder: folderOf(config) }))
  return running === null ? openMainDatabase(config, log, () => {}) : outside(running)
}

const outside = (url: string): MainDatabase => ({ url, stop: async () => {} })

/** Brings tables and functions to this version. Safe for several processes that start together. Gives what it ran. */
export async function prepareDatabase(url: string, db: Database): Promise<string[]> {
  if (await hasUnfinishedRestore(db)) throw new RestoreNotFinished()
  await migrateJobs(url)
  const ran = await migrate(db, MIGRATIONS)
  await loadMunicipalities(db)
  return ran
}

/** A restore into it was cut short. */
export async function isHalfRestored(url: string): Promise<boolean> {
  const db = openDatabase(url, { max: 1 })
  try {
    return await hasUnfinishedRestore(db)
  } finally {
    await db.end()
  }
}

/** The migrations that a database has not seen; all of them when it was never migrated. */
export async function missingMigrations(url: string): Promise<string[]> {
  const db = openDatabase(url, { max: 1 })
  try {
    return await waitingMigrations(db, MIGRATIONS)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE) return ['all']
    throw error
  } finally {
    await db.end()
  }
}

const UNDEFINED_TABLE = '42P01'
