import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { dropDatabase } from '../drop-database.ts'
import { databaseUrl } from '../template.ts'

const ROOT = join(import.meta.dirname, '../..')

export type Program = {
  /** As a browser on this machine reaches it, without a slash at the end. */
  url: string
  db: Database
  databaseUrl: string
  /** Runs a command of the same installation, as an operator types it. */
  command(...words: string[]): Promise<string>
  stop(): Promise<void>
}

type Options = {
  /** In place of the database's own address: a way to it that the test can cut. */
  reachDatabaseAt?: (url: string) => Promise<string>
  env?: Record<string, string>
  port?: number
}

/** The real program in a process of its own, on a database that was empty before it started. */
export async function startProgram({ env = {}, port, reachDatabaseAt }: Options = {}): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'kuvend-e2e-'))
  const own = await emptyDatabase()
  const at = port ?? (await freePort())
  const settings = {
    PATH: process.env.PATH ?? '',
    TZ: process.env.TZ ?? '',
    DATABASE_URL: (await reachDatabaseAt?.(own.url)) ?? own.url,
    KUVEND_DATA: folder,
    KUVEND_LOG: 'warn',
    PORT: String(at),
    ...env,
  }
  const started = run('start', [], settings)
  await Promise.race([started.says('Ctrl-C'), started.ended])
  if (started.child.exitCode !== null) throw new Error(`Kuvend did not start: ${started.err()}`)
  return {
    url: `http://127.0.0.1:${at}`,
    db: own.db,
    databaseUrl: own.url,
    command: async (...words) => {
      const command = run('kuvend', words, settings)
      if ((await command.ended) !== 0) throw new Error(`kuvend ${words.join(' ')}: ${command.err()}`)
      return command.out()
    },
    stop: async () => {
      started.child.kill('SIGTERM')
      await started.ended
      await own.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function run(program: 'start' | 'kuvend', args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(ROOT, 'bin', `${program}.ts`), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test run that is broken off leaves nothing behind.
  process.once('exit', () => child.kill('SIGKILL'))
  const heard = { out: '', err: '' }
  const waiting: { words: string; resolve: () => void }[] = []
  child.stdout.on('data', (chunk) => {
    heard.out += String(chunk)
    for (const one of waiting) if (heard.out.includes(one.words)) one.resolve()
  })
  child.stderr.on('data', (chunk) => (heard.err += String(chunk)))
  const ended = once(child, 'close').then(() => child.exitCode)
  const says = (words: string) => new Promise<void>((resolve) => waiting.push({ words, resolve }))
  return { child, ended, says, out: () => heard.out, err: () => heard.err }
}

async function emptyDatabase() {
  const name = `e2e_${randomBytes(6).toString('hex')}`
  const server = openDatabase(inject('databaseServer'), { max: 1 })
  await server.unsafe(`create database ${name} template template0`)
  const url = databaseUrl(inject('databaseServer'), name)
  const db = openDatabase(url, { max: 2 })
  const drop = async () => {
    await db.end({ timeout: 5 })
    await dropDatabase(server, name)
    await server.end()
  }
  return { url, db, drop }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
