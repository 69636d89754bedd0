import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { dropDatabase } from '../drop-database.ts'
import { databaseUrl, DEMONSTRATION } from '../template.ts'
import { ensureDemonstration } from './demonstration-template.ts'
import { freePort, runProgram, startedProgram } from './run-program.ts'

export type Program = {
  /** As a browser on this machine reaches it, without a slash at the end. */
  url: string
  db: Database
  databaseUrl: string
  /** Runs a command of the same installation, as an operator types it. */
  command(...words: string[]): Promise<string>
  /** The process dies in the middle of whatever it does; another takes its place, with the same port, database and folder. */
  crash(): Promise<void>
  stop(): Promise<void>
}

type Options = {
  /** In place of the database's own address: a way to it that the test can cut. */
  reachDatabaseAt?: (url: string) => Promise<string>
  env?: Record<string, string>
}

/**
 * The real program in a process of its own, on a database of its own: one that was empty before it started, or for a
 * demonstration one into which the program has loaded its content before (`demonstration-template.ts`).
 */
export async function startProgram({ env = {}, reachDatabaseAt }: Options = {}): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'kuvend-e2e-'))
  const own = await (env.KUVEND_DEMO === 'on' ? demonstrationDatabase(folder) : ownDatabase('template0'))
  const at = await freePort()
  const settings = {
    DATABASE_URL: (await reachDatabaseAt?.(own.url)) ?? own.url,
    KUVEND_DATA: folder,
    KUVEND_LOG: 'warn',
    PORT: String(at),
    ...env,
  }
  let started = await startedProgram(settings)
  return {
    url: `http://127.0.0.1:${at}`,
    db: own.db,
    databaseUrl: own.url,
    command: async (...words) => {
      const command = runProgram('kuvend', words, settings)
      if ((await command.ended) !== 0) throw new Error(`kuvend ${words.join(' ')}: ${command.err()}`)
      return command.out()
    },
    crash: async () => {
      started.child.kill('SIGKILL')
      await started.ended
      started = await startedProgram(settings)
    },
    stop: async () => {
      started.child.kill('SIGTERM')
      await started.ended
      await own.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Loaded already; the documents and the secret that go with it are put into `folder`. */
async function demonstrationDatabase(folder: string) {
  const made = inject('demonstrationFolder')
  const own = await ownDatabase(DEMONSTRATION, (server) => ensureDemonstration(server, inject('databaseServer'), made))
  cpSync(made, folder, { recursive: true })
  return own
}

async function ownDatabase(template: string, ready?: (server: Database) => Promise<void>) {
  const name = `e2e_${randomBytes(6).toString('hex')}`
  const server = openDatabase(inject('databaseServer'), { max: 1 })
  await ready?.(server)
  await server.unsafe(`create database ${name} template ${template}`)
  const url = databaseUrl(inject('databaseServer'), name)
  const db = openDatabase(url, { max: 2 })
  const drop = async () => {
    await db.end({ timeout: 5 })
    await dropDatabase(server, name)
    await server.end()
  }
  return { url, db, drop }
}
