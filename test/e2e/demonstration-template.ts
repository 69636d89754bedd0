import type { Database } from '#platform/db/database.ts'
import { dropDatabase } from '../drop-database.ts'
import { databaseUrl, DEMONSTRATION } from '../template.ts'
import { freePort, startedProgram } from './run-program.ts'

const HALF_MADE = `${DEMONSTRATION}_half_made`

/** Any number, the same for all who wait for the template. */
const LOCK = 20_261_122

/**
 * The database that every program with demonstration content clones, with the data folder that belongs to it: made once
 * in a run, by whoever needs it first, while the others wait. The program is started on an empty database as whoever looks
 * at Kuvend for the first time starts it, but without its worker: jobs, letters and the ledger's first signature are still
 * to be done by each program that goes on from here.
 */
export async function ensureDemonstration(server: Database, serverUrl: string, folder: string): Promise<void> {
  await server`select pg_advisory_lock(${LOCK})`
  try {
    const there = await server`select from pg_database where datname = ${DEMONSTRATION}`
    if (there.length > 0) return
    await dropDatabase(server, HALF_MADE)
    await server.unsafe(`create database ${HALF_MADE} template template0`)
    const program = await startedProgram({
      DATABASE_URL: databaseUrl(serverUrl, HALF_MADE),
      KUVEND_DATA: folder,
      KUVEND_DEMO: 'on',
      KUVEND_LOG: 'warn',
      KUVEND_ROLE: 'web',
      PORT: String(await freePort()),
    })
    program.child.kill('SIGTERM')
    await program.ended
    await server.unsafe(`alter database ${HALF_MADE} rename to ${DEMONSTRATION}`)
  } finally {
    await server`select pg_advisory_unlock(${LOCK})`
  }
}
