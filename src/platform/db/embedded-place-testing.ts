import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, afterEach } from 'vitest'
import {
  dataFolder,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.ts'
import { endOtherProcess, startInOtherProcess, type OtherProcess } from './embedded-testing.ts'

export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))

/** For one test file: a folder for embedded databases. Whatever a test starts through it is ended after that test. */
export async function embeddedPlace() {
  const root = await mkdtemp(join(tmpdir(), 'kuvend-embedded-'))
  const folder = join(root, 'postgres')
  const servers: EmbeddedPostgres[] = []
  const others: OtherProcess[] = []
  const pools: postgres.Sql[] = []
  const children: ChildProcess[] = []

  afterEach(async () => {
    await Promise.all(pools.splice(0).map((sql) => sql.end({ timeout: 1 })))
    for (const child of children.splice(0)) child.kill('SIGKILL')
    for (const other of others.splice(0)) await endOtherProcess(other, 'SIGTERM')
    for (const server of servers.splice(0)) await server.stop()
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  return {
    root,
    folder,
    start: (options: Partial<EmbeddedPostgresOptions> = {}) =>
      remember(servers, startEmbeddedPostgres({ folder, ...options })),
    startElsewhere: (how: { detached?: boolean } = {}) =>
      remember(others, startInOtherProcess(folder, { root: PROJECT, ...how })),
    connect(url: string): postgres.Sql {
      const sql = postgres(url, { max: 1, onnotice: () => {} })
      pools.push(sql)
      return sql
    },
    async standInDataFolder(): Promise<number> {
      const child = await standIn(dataFolder(folder))
      children.push(child)
      // oxlint-disable-next-line typescript/no-non-null-assertion -- it stands there, so it was started and has a number
      return child.pid!
    },
  }
}

async function remember<Started>(list: Started[], starting: Promise<Started>): Promise<Started> {
  const started = await starting
  list.push(started)
  return started
}

/** A program of the user who owns the database's files, or it could not be mistaken for PostgreSQL. */
async function standIn(data: string): Promise<ChildProcess> {
  const { uid, gid } = await stat(data)
  const child = spawn('/bin/sleep', ['60'], { uid, gid, cwd: data, stdio: 'ignore' })
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject))
  return child
}
