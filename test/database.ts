import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { dropDatabase } from './drop-database.ts'
import { databaseUrl, TEMPLATE } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server's maintenance database. */
    databaseServer: string
    /** The data folder of the database of the demonstration; empty until somebody needs that. */
    demonstrationFolder: string
  }
}

export type TestDatabase = Database & { url: string }

/**
 * A real database of its own for one test file, cloned from the migrated template and dropped afterwards. Two
 * institutions stand in each (one of each country), so that nothing can be written for one tenant alone.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const server = openDatabase(inject('databaseServer'), { max: 1 })
  await server.unsafe(`create database ${name} template ${TEMPLATE}`)
  const url = databaseUrl(inject('databaseServer'), name)
  const db = openDatabase(url, { max: 6 })
  afterAll(async () => {
    await db.end({ timeout: 5 })
    await dropDatabase(server, name)
    await server.end()
  })
  return Object.assign(db, { url })
}
