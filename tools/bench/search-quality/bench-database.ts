import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { migrate } from '#platform/db/migrate.ts'
import { migrateJobs } from '#platform/jobs/worker.ts'

/** A PostgreSQL with the tables of the program, alone for one measure, with the settings that users have. */
export async function withBenchDatabase(
  measure: (db: Database, url: string) => Promise<void>,
  { folder: kept, connections = 4 }: { folder?: string; connections?: number } = {},
): Promise<void> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'kuvend-search-')))
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  const db = openDatabase(server.url, { max: connections })
  try {
    await migrateJobs(server.url)
    await migrate(db, 'db/migrations')
    await measure(db, server.url)
  } finally {
    await db.end({ timeout: 5 })
    await server.stop()
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
}
