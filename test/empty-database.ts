import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { dropDatabase } from './drop-database.ts'
import { databaseUrl } from './template.ts'

/** A database in which nothing stands, dropped after the test file. Its role is no superuser. */
export async function emptyDatabase(): Promise<Database & { url: string }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const server = openDatabase(inject('databaseServer'), { max: 1 })
  await server.unsafe(`create database ${name} template template0`)
  const url = databaseUrl(inject('databaseServer'), name)
  const db = openDatabase(url, { max: 4 })
  afterAll(async () => {
    await db.end({ timeout: 5 })
    await dropDatabase(server, name)
    await server.end()
  })
  return Object.assign(db, { url })
}
