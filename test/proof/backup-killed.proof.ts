import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { checkBackup } from '#platform/backup/check-backup.ts'
import { openDatabase } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { hasUnfinishedRestore } from '#platform/db/migrate.ts'
import { build } from '../../bin/build.ts'

const ROUNDS = Number(process.env.PROOF_ROUNDS ?? 50)

/**
 * Kills `kuvend backup` and `kuvend restore` with signal 9 at random moments, fifty times each. Under the name asked for
 * there is never a file that does not verify; a database into which a restore was cut short is never taken for a whole
 * one, and the next restore into it makes it whole.
 */
export async function prove(): Promise<string[]> {
  await build()
  const root = await mkdtemp(join(tmpdir(), 'kuvend-backup-killed-'))
  // Served from one cluster: what is killed is the program, as often and as quickly as can be.
  const server = await startEmbeddedPostgres({ folder: join(root, 'postgres') })
  try {
    const source = await freshDatabase(server.url, 'source')
    const whole = join(root, 'whole.tar.zst')
    await done(['migrate'], envOf(source, join(root, 'data')))
    await done(['demo'], envOf(source, join(root, 'data')))
    const took = await timed(() => done(['backup', whole], envOf(source, join(root, 'data'))))
    return [await killBackups(source, root, took), await killRestores(server.url, whole, root)]
  } finally {
    await server.stop()
    await rm(root, { recursive: true, force: true })
  }
}

async function killBackups(source: string, root: string, took: number): Promise<string> {
  let named = 0
  for (let round = 0; round < ROUNDS; round++) {
    const path = join(root, `killed-${round}.tar.zst`)
    const ended = await run(['backup', path], envOf(source, join(root, 'data')), Math.random() * took * 1.1)
    if (!existsSync(path)) {
      if (ended === 0) throw new Error('The command said that it was done, and there is no file')
      continue
    }
    named += 1
    const check = await checkBackup(path)
    if (check.kind !== 'sound') throw new Error(`A file under its name does not verify: ${check.why}`)
  }
  return `backup killed ${ROUNDS} times: ${named} files had got their name, each verifies`
}

async function killRestores(server: string, whole: string, root: string): Promise<string> {
  const rehearsal = await freshDatabase(server, 'rehearsal')
  const took = await timed(() => done(['restore', whole], envOf(rehearsal, join(root, 'rehearsal'))))
  const expected = await rowsIn(rehearsal)
  const seen = { untouched: 0, half: 0, whole: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const url = await freshDatabase(server, `target_${round}`)
    const env = envOf(url, join(root, `target-${round}`))
    await run(['restore', whole], env, Math.random() * took * 1.1)
    const state = await stateOf(url, expected)
    seen[state] += 1
    // What a start would do to it: a half one must be refused.
    if (state === 'half' && (await run(['migrate'], env)) === 0)
      throw new Error('A half database was taken for a whole one')
    if (state !== 'whole') await done(['restore', whole], env)
    if ((await stateOf(url, expected)) !== 'whole') throw new Error('The restore after a killed one is not whole')
    await rm(join(root, `target-${round}`), { recursive: true, force: true })
    await dropDatabase(server, `target_${round}`)
  }
  return `restore killed ${ROUNDS} times: ${seen.untouched} before anything was written, ${seen.half} half (each refused to start), ${seen.whole} done; all whole after the next restore`
}

async function stateOf(url: string, expected: number): Promise<'untouched' | 'half' | 'whole'> {
  await backendsGone(url)
  const db = openDatabase(url, { max: 1 })
  try {
    if (await hasUnfinishedRestore(db)) return 'half'
    const [row] = await db<{ count: number }[]>`
      select count(*)::int as count from pg_tables where schemaname in ('platform', 'consultations', 'graphile_worker')`
    if (row?.count === 0) return 'untouched'
  } finally {
    await db.end()
  }
  if ((await rowsIn(url)) !== expected) throw new Error('A database without the mark of a restore is not whole')
  return 'whole'
}

/** The database goes on for a moment with what a killed program had asked for last. */
async function backendsGone(url: string): Promise<void> {
  const db = openDatabase(url, { max: 1 })
  try {
    for (let tries = 0; tries < 200; tries++) {
      const [row] = await db<{ others: number }[]>`
        select count(*)::int as others from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`
      if (row?.others === 0) return
      await pause(25)
    }
  } finally {
    await db.end()
  }
}

async function rowsIn(url: string): Promise<number> {
  const db = openDatabase(url, { max: 1 })
  try {
    const tables = await db<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('platform', 'consultations') and tablename <> 'restores' order by 1`
    let sum = 0
    for (const { name } of tables)
      sum += (await db.unsafe<{ count: number }[]>(`select count(*)::int as count from ${name}`))[0]?.count ?? 0
    return sum
  } finally {
    await db.end()
  }
}

async function freshDatabase(server: string, name: string): Promise<string> {
  const db = openDatabase(server, { max: 1 })
  await db.unsafe(`create database ${name} template template0`)
  await db.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** The database's own cleaning may be at work in it for a moment, which nobody but a superuser sends away. */
async function dropDatabase(server: string, name: string): Promise<void> {
  const db = openDatabase(server, { max: 1 })
  try {
    let failure = ''
    for (let tries = 0; tries < 100; tries++) {
      const dropped = await db.unsafe(`drop database ${name}`).then(
        () => true,
        (error: unknown) => {
          failure = String(error)
          return false
        },
      )
      if (dropped) return
      await pause(100)
    }
    throw new Error(failure)
  } finally {
    await db.end()
  }
}

const envOf = (url: string, data: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  DATABASE_URL: url,
  KUVEND_DATA: data,
  KUVEND_LOG: 'silent',
})

/** Gives the exit code; null: killed. */
async function run(words: string[], env: Record<string, string>, killAfterMs?: number): Promise<number | null> {
  const child = spawn(process.execPath, ['bin/kuvend.ts', ...words], { env, stdio: 'ignore' })
  const timer = killAfterMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  const { promise, resolve } = Promise.withResolvers<number | null>()
  child.once('exit', (code) => resolve(code))
  return promise.finally(() => timer && clearTimeout(timer))
}

async function done(words: string[], env: Record<string, string>): Promise<void> {
  if ((await run(words, env)) !== 0) throw new Error(`kuvend ${words[0]} was refused`)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
