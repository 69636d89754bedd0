import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { migrate } from '#platform/db/migrate.ts'
import { migrateJobs } from '#platform/jobs/worker.ts'
import { loadMunicipalities } from '#platform/places/load-municipalities.ts'
import { addTestInstitutions, databaseUrl, DEMONSTRATION, TEMPLATE } from './template.ts'

/**
 * What is written here need not outlive a power cut. What does is tried on servers of their own. Three programs at once, each
 * with web, worker and listeners, were seen to take all sixty connections of one installation.
 */
const HURRIED = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** One PostgreSQL for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_SERVER
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-test-'))
  const server = !outside
    ? await startEmbeddedPostgres({ folder: join(folder, 'postgres'), settings: { ...HURRIED } })
    : null
  const url = outside ?? server?.url ?? ''
  await prepareTemplate(url)
  project.provide('databaseServer', url)
  project.provide('demonstrationFolder', join(folder, 'demonstration'))
  return async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function prepareTemplate(url: string): Promise<void> {
  const maintenance = openDatabase(url, { max: 1 })
  for (const left of [TEMPLATE, DEMONSTRATION]) await maintenance.unsafe(`drop database if exists ${left} with (force)`)
  await maintenance.unsafe(`create database ${TEMPLATE} template template0`)
  await maintenance.end()
  const template = databaseUrl(url, TEMPLATE)
  await migrateJobs(template)
  const db = openDatabase(template, { max: 2 })
  await migrate(db, 'db/migrations')
  await loadMunicipalities(db)
  await addTestInstitutions(db)
  await db.end()
}
