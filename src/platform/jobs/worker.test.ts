import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Logger } from '../logs/logger.ts'
import { silentLog } from '../logs/logger.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { countJobs, releaseJobsOfDeadWorkers } from './job-queries.ts'
import { enqueue, type JobPayload } from './jobs.ts'
import { openJobPool } from './job-pool.ts'
import { showLife } from './sign-of-life.ts'
import { migrateJobs, runJobsUntilIdle, startWorker } from './worker.ts'

let db: TestDatabase
const services = () => ({ db, log: silentLog })

beforeAll(async () => {
  db = await testDatabase()
})
beforeEach(async () => {
  await db`delete from graphile_worker._private_jobs`
})

const add = (name: string, payload: JobPayload, options?: Parameters<typeof enqueue>[3]) =>
  db.begin((tx) => enqueue(tx, name, payload, options))

/** A log that remembers what it was told. */
function rememberingLog() {
  const told: { level: string; facts: object; message: string }[] = []
  const at = (level: string) => (facts: object, message: string) => void told.push({ level, facts, message })
  const log: Logger = { info: at('info'), warn: at('warn'), error: at('error') }
  return { log, told }
}

describe('enqueued jobs', () => {
  it('get their payload back as it was given, keys with underscores and capitals included', async () => {
    const payload = { a_b: 1, camelCase: 'ë "quoted" \\ ç', n: 2.5 }
    const seen: JobPayload[] = []
    await add('test.see', payload)
    await runJobsUntilIdle(services(), db.url, { 'test.see': async (given) => void seen.push(given) })
    expect(seen).toEqual([payload])
    expect(await countJobs(db)).toEqual({ waiting: 0, failed: 0 })
  })

  it('exist exactly when the change that caused them does', async () => {
    const change = db.begin(async (tx) => {
      await enqueue(tx, 'test.see', { n: 1 })
      throw new Error('rolled back')
    })
    await expect(change).rejects.toThrow('rolled back')
    expect(await countJobs(db)).toEqual({ waiting: 0, failed: 0 })
  })

  it('with the same key wait once, with the last payload', async () => {
    const seen: JobPayload[] = []
    await add('test.see', { n: 1 }, { key: 'same' })
    await add('test.see', { n: 2 }, { key: 'same' })
    await runJobsUntilIdle(services(), db.url, { 'test.see': async (given) => void seen.push(given) })
    expect(seen).toEqual([{ n: 2 }])
  })

  it('do not run before their time', async () => {
    const seen: JobPayload[] = []
    await add('test.see', { n: 1 }, { runAt: new Date(Date.now() + 3_600_000) })
    await runJobsUntilIdle(services(), db.url, { 'test.see': async (given) => void seen.push(given) })
    expect(seen).toEqual([])
    expect(await countJobs(db)).toEqual({ waiting: 1, failed: 0 })
  })

  it('may add others, which run too', async () => {
    const pool = openJobPool(db.url, 1, silentLog)
    const seen: string[] = []
    await add('test.first', {})
    await runJobsUntilIdle(services(), pool, {
      'test.first': async () => {
        seen.push('first')
        await add('test.second', {})
      },
      'test.second': async () => void seen.push('second'),
    })
    await pool.end()
    expect(seen).toEqual(['first', 'second'])
  })
})

describe('a job that fails', () => {
  const failing = { 'test.fail': () => Promise.reject(new Error('no such luck')) }

  it('waits for its next attempt, and is a warning', async () => {
    const { log, told } = rememberingLog()
    await add('test.fail', {})
    const failures = await runJobsUntilIdle({ log }, db.url, failing)
    expect(failures).toMatchObject([{ job: 'test.fail', attempt: 1, error: 'no such luck' }])
    expect(await countJobs(db)).toEqual({ waiting: 1, failed: 0 })
    const [row] = await db<{ later: boolean }[]>`select run_at > now() as later from graphile_worker.jobs`
    expect(row?.later).toBe(true)
    expect(told.filter((line) => line.level !== 'info')).toMatchObject([
      { level: 'warn', facts: { job: 'test.fail', error: 'no such luck' } },
    ])
  })

  it('is an error with its id after its last attempt, and stays to be seen', async () => {
    const { log, told } = rememberingLog()
    await add('test.fail', {}, { maxAttempts: 1 })
    const [failure] = await runJobsUntilIdle({ log }, db.url, failing)
    expect(told.filter((line) => line.level === 'error')).toMatchObject([
      { facts: { job: 'test.fail', id: failure?.id, attempt: 1 } },
    ])
    expect(await countJobs(db)).toEqual({ waiting: 0, failed: 1 })
  })
})

describe('a running worker', () => {
  it('runs jobs as they come, several at once, and lets running ones end when it is stopped', async () => {
    const seen: string[] = []
    const worker = await startWorker(
      services(),
      db.url,
      {
        'test.quick': async ({ n }) => void seen.push(`quick ${n}`),
        'test.slow': async () => {
          await pause(1500)
          seen.push('slow')
        },
      },
      [],
      { concurrency: 2 },
    )
    await add('test.slow', {})
    for (let n = 0; n < 3; n++) await add('test.quick', { n })
    await pause(700)
    expect(seen.toSorted()).toEqual(['quick 0', 'quick 1', 'quick 2'])
    await worker.stop()
    expect(seen.at(-1)).toBe('slow')
    expect(await countJobs(db)).toEqual({ waiting: 0, failed: 0 })
  })

  it('does not start with a schedule for a job that nobody knows, or at a time that is none', async () => {
    const known = { 'test.known': async () => {} }
    const start = (job: string, at: string) => startWorker(services(), db.url, known, [{ job, at }], { concurrency: 1 })
    await expect(start('test.unknown', '* * * * *')).rejects.toThrow('test.unknown')
    await expect(start('test.known', 'at noon')).rejects.toThrow()
  })

  it('makes up once for a daily job that was missed, and gives it no foreign payload', async () => {
    const seen: JobPayload[] = []
    const at = '0 3 * * *'
    await db`
      insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
      values (${`test.daily ${at}`}, now() - interval '9 days', now() - interval '9 days')`
    const daily = { 'test.daily': async (payload: JobPayload) => void seen.push(payload) }
    const worker = await startWorker(services(), db.url, daily, [{ job: 'test.daily', at }], { concurrency: 1 })
    await pause(500)
    await worker.stop()
    expect(seen).toEqual([{}])
  })

  it('takes up a broken connection again', async () => {
    const seen: JobPayload[] = []
    const worker = await startWorker(services(), db.url, { 'test.see': async (p) => void seen.push(p) }, [], {
      concurrency: 1,
    })
    await db`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name in ('kuvend-worker', 'kuvend-sign-of-life')`
    await pause(300)
    await add('test.see', { n: 1 })
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([{ n: 1 }])
    await worker.stop()
  })
})

/** A way to the database that can be closed and opened again. */
async function closableWay(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const way = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}))
  })
  const open = (port: number) => new Promise<void>((ready) => way.listen(port, '127.0.0.1', ready))
  await open(0)
  const { port } = way.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  const close = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    way.close()
  }
  return { url: url.href, close, open: () => open(port) }
}

describe('a worker whose database goes away while a job ends', () => {
  it('keeps its process alive, begins anew, and leaves the job to be taken over', async () => {
    const way = await closableWay(db.url)
    const seen: JobPayload[] = []
    let began = false
    const handlers = {
      'test.see': async (p: JobPayload) => void seen.push(p),
      'test.slow': async () => {
        began = true
        await pause(500)
      },
    }
    const worker = await startWorker(services(), way.url, handlers, [], { concurrency: 1 })
    await add('test.slow', {})
    await expect.poll(() => began).toBe(true)
    way.close()
    await pause(1500)
    await way.open()
    await add('test.see', { n: 1 })
    await expect.poll(() => seen, { timeout: 15_000 }).toEqual([{ n: 1 }])
    await db`update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes'`
    expect(await releaseJobsOfDeadWorkers(db)).toHaveLength(1)
    await worker.stop()
    way.close()
  })
})

describe('a worker that died', () => {
  const lockedBy = (id: string) => db`
    update graphile_worker._private_jobs set locked_by = ${id}, locked_at = now() - interval '2 minutes'`

  it('leaves its jobs to the others', async () => {
    await add('test.see', { n: 1 })
    await lockedBy('pool-dead')
    const seen: JobPayload[] = []
    const worker = await startWorker(services(), db.url, { 'test.see': async (p) => void seen.push(p) }, [], {
      concurrency: 1,
    })
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([{ n: 1 }])
    await worker.stop()
  })

  it('is not mistaken for one that lives', async () => {
    await add('test.see', { n: 1 })
    await lockedBy('pool-living')
    const life = await showLife(db.url, 'pool-living', silentLog)
    expect(await releaseJobsOfDeadWorkers(db)).toEqual([])
    await life.end()
    expect(await releaseJobsOfDeadWorkers(db)).toEqual(['pool-living'])
    expect(await releaseJobsOfDeadWorkers(db)).toEqual([])
  })

  it('shows that it lives again after its connection broke', async () => {
    const life = await showLife(db.url, 'pool-broken', silentLog)
    await db`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'kuvend-sign-of-life'`
    const watcher = new pg.Client({ connectionString: db.url })
    await watcher.connect()
    const held = async () =>
      (
        await watcher.query(`
          select count(*)::int as n from pg_locks
          where locktype = 'advisory' and classid = 5880627
            and database = (select oid from pg_database where datname = current_database())`)
      ).rows[0].n
    await expect.poll(held, { timeout: 10_000 }).toBe(1)
    await life.end()
    await expect.poll(held, { timeout: 10_000 }).toBe(0)
    await watcher.end()
  })
})

describe('the tables of the job library', () => {
  it('may be migrated as often as wanted', async () => {
    await migrateJobs(db.url)
    await migrateJobs(db.url)
    expect(await countJobs(db)).toEqual({ waiting: 0, failed: 0 })
  })
})
