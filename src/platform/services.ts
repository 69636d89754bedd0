import type { Database } from './db/database.ts'
import type { FileStore } from './files/file-store.ts'
import type { Logger } from './logs/logger.ts'
import type { Settings } from './settings/settings.ts'
import type { Clock } from './time/clock.ts'

/** What every deed and route may use. Built once in `app/` and handed down; never a global. */
export type Services = {
  db: Database
  clock: Clock
  settings: Settings
  files: FileStore
  log: Logger
}
