import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { findSign } from '../../signs/sign-queries.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { checkpointText, readCheckpoint } from './checkpoint-rules.ts'
import { checkpointFile } from './kept-checkpoint.ts'
import { startLedgerLoop } from './ledger-loop.ts'
import { signNote } from './note-rules.ts'
import { givenEntries } from './testing.ts'
import { findHead } from './tree-view.ts'

/** What the loop tells who runs it. */
function listening() {
  const lines: string[] = []
  const hear = (_: object, message: string) => void lines.push(message)
  return { lines, log: { info: hear, warn: hear, error: hear } }
}

/** A bucket with one thing in it. */
async function givenBucket(): Promise<{ url: string; kept: { note: string | null; broken: boolean } }> {
  const kept: { note: string | null; broken: boolean } = { note: null, broken: false }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (request.method === 'PUT' && !kept.broken) kept.note = Buffer.concat(parts).toString('utf8')
      response.statusCode = kept.broken ? 403 : request.method === 'GET' && kept.note === null ? 404 : 200
      response.end(request.method === 'GET' && response.statusCode === 200 ? kept.note : '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => server.close())
  return { url: `s3+http://key:secret@127.0.0.1:${(server.address() as AddressInfo).port}/bucket`, kept }
}

describe('The loop', () => {
  it('publishes what commits within seconds, with two workers, and ends when it is told to', async () => {
    const db = await testDatabase()
    const services = testServices(db)
    const loops = [startLedgerLoop(services, 50), startLedgerLoop(services, 50)]
    const waits: number[] = []
    for (let at = 0; at < 5; at++) {
      const before = (await findHead(db))?.size ?? 0
      await givenEntries(db, 2)
      const begun = performance.now()
      await expect
        .poll(async () => (await findHead(db))?.size ?? 0, { interval: 10, timeout: 5_000 })
        .toBeGreaterThan(before)
      waits.push(performance.now() - begun)
    }
    await Promise.all(loops.map((loop) => loop.stop()))
    expect(Math.max(...waits)).toBeLessThan(5_000)
    await givenEntries(db, 1)
    const [row] = await db`select count(*)::int as waiting from platform.ledger_entries where leaf_index is null`
    expect(row).toEqual({ waiting: 1 })
    expect((await findSign(db, 'ledger'))?.details).toEqual({ ok: true, why: null })
  })

  it('goes on after its connections were cut, and tells of it once', async () => {
    const db = await testDatabase()
    const { lines, log } = listening()
    const services = { ...testServices(db), log }
    const loop = startLedgerLoop(services, 20)
    for (let at = 0; at < 20; at++) {
      await givenEntries(db, 200)
      await cutRounds(db)
    }
    await givenEntries(db, 1)
    await expect
      .poll(() => db`select 1 from platform.ledger_entries where leaf_index is null`.then((rows) => rows.length), {
        timeout: 10_000,
      })
      .toBe(0)
    await loop.stop()
    const told = lines.filter((line) => line === 'the ledger waits').length
    expect(told).toBeLessThanOrEqual(lines.filter((line) => line === 'the ledger goes on').length + 1)
  })

  it('tells of a refusal once, and shows it to who runs the installation', async () => {
    const db = await testDatabase()
    const { lines, log } = listening()
    const services = { ...testServices(db), log }
    const first = startLedgerLoop(services, 20)
    await expect.poll(() => findHead(db), { timeout: 5_000 }).not.toBeNull()
    await first.stop()
    const other = { ...services, settings: { ...services.settings, ledgerSeed: Buffer.alloc(32, 2) } }
    const loop = startLedgerLoop(other, 20)
    await givenEntries(db, 1)
    await expect
      .poll(async () => (await findSign(db, 'ledger'))?.details, { timeout: 5_000 })
      .toEqual({ ok: false, why: 'key' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    await loop.stop()
    expect(lines.filter((line) => line.startsWith('the ledger is not signed'))).toHaveLength(1)
  })

  it('copies the checkpoint to the bucket, and holds nobody up when that fails', async () => {
    const db = await testDatabase()
    const bucket = await givenBucket()
    const { lines, log } = listening()
    const services = { ...testServices(db, { s3Url: bucket.url }), log }
    await givenEntries(db, 1)
    const loop = startLedgerLoop(services, 20)
    await expect.poll(() => bucket.kept.note, { timeout: 5_000 }).toBe(await noteOf(services))
    bucket.kept.broken = true
    const before = (await findHead(db))?.size ?? 0
    await givenEntries(db, 1)
    await expect.poll(async () => (await findHead(db))?.size, { timeout: 5_000 }).toBe(before + 1)
    await expect.poll(() => lines.includes('the ledger waits') || lines.length > 0, { timeout: 5_000 }).toBe(true)
    bucket.kept.broken = false
    await expect.poll(() => readCheckpoint(bucket.kept.note ?? '')?.size, { timeout: 10_000 }).toBe(before + 1)
    await loop.stop()
  })

  it('signs nothing when the bucket holds a larger tree, on a machine that has nothing of its own', async () => {
    const db = await testDatabase()
    const bucket = await givenBucket()
    const services = testServices(db, { s3Url: bucket.url })
    const name = 'kuvend.test/ditari'
    const seed = services.settings.ledgerSeed
    bucket.kept.note = signNote(checkpointText(name, 1_000, Buffer.alloc(32, 3)), { name, seed })
    await givenEntries(db, 1)
    const loop = startLedgerLoop(services, 20)
    await expect
      .poll(async () => (await findSign(db, 'ledger'))?.details, { timeout: 5_000 })
      .toEqual({ ok: false, why: 'shorter' })
    await loop.stop()
    expect(await findHead(db)).toBeNull()
  })
})

/** Those that are in the middle of a round: the driver itself looks things up in each new connection. */
const cutRounds = (db: TestDatabase) => db`
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and query like '%ledger%' and state <> 'idle'`

const noteOf = async (services: ReturnType<typeof testServices>): Promise<string> => {
  await expect.poll(() => findHead(services.db), { timeout: 5_000 }).not.toBeNull()
  return readFile(checkpointFile(services.settings), 'utf8')
}
