import { copyFile, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { demonstrate } from '#app/demonstrate.ts'
import { jobHandlers } from '#app/worker.ts'
import { enrolled, staffAtLevel1, totpAt } from '#platform/auth/testing.ts'
import { verifySecondFactor } from '#platform/auth/second-factor.ts'
import { checkBackup } from '#platform/backup/check-backup.ts'
import { compareWithPublished } from '#platform/backup/compare-published.ts'
import { placeKeys, readKeys, writeKeys } from '#platform/backup/keys.ts'
import { restoreBackup } from '#platform/backup/restore-backup.ts'
import { resumeLedger } from '#platform/backup/resume-ledger.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { hasUnfinishedRestore, migrate } from '#platform/db/migrate.ts'
import { digestOf } from '#platform/files/incoming-file.ts'
import { PDF } from '#platform/files/testing.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { migrateJobs, runJobsUntilIdle } from '#platform/jobs/worker.ts'
import { sequenceLedger } from '#platform/ledger/tree/sequence-ledger.ts'
import { findHead, rootAt } from '#platform/ledger/tree/tree-view.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { whileContentStays } from '#platform/documents/content-queries.ts'
import { sweepFiles } from '#platform/documents/sweep-files.ts'
import type { Services } from '#platform/services.ts'
import { givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import { ownCommentUrls } from '#modules/consultations/urls.ts'
import { check, readVkey } from '../tools/verify-receipt.mjs'
import { testDatabase, type TestDatabase } from './database.ts'
import { emptyDatabase } from './empty-database.ts'
import { testServices, testWeb, type TestWeb } from './web.ts'
import { givenPerson, people } from './people.ts'

const folder = await mkdtemp(join(tmpdir(), 'kuvend-backup-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const MIGRATIONS = 'db/migrations'
const PASSPHRASE = 'katër fjalë që mbahen mend'
const db = await testDatabase()
const web: TestWeb = testWeb(db)
const { services } = web
const path = join(folder, 'one.tar.zst')

let totpSecret: Uint8Array
let content: string
/** Of the receipt that a citizen took home before the copy was made. */
let receipt: { address: string; bytes: Uint8Array }

const restoreInto = async (target: TestDatabase, from: string, there: Services = testServices(target)) =>
  restoreBackup({ services: there, databaseUrl: target.url, migrations: MIGRATIONS }, from)

const bytesAt = async (of: TestWeb, address: string) => new Uint8Array(await (await of.get(address)).arrayBuffer())

async function keptFile(): Promise<string> {
  const incoming = join(folder, 'incoming.pdf')
  await writeFile(incoming, PDF)
  const digest = await digestOf(incoming)
  await services.files.put(digest, incoming)
  await db`
    insert into platform.files (digest, size, media_type, created_at)
    values (${digest}, ${PDF.length}, 'application/pdf', ${services.clock.now()}) on conflict do nothing`
  return digest
}

const definitions = (of: TestDatabase) => of<{ definition: string }[]>`
  select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as definition from pg_constraint
  where connamespace::regnamespace::text in ('platform', 'consultations') order by 1`

const triggers = (of: TestDatabase) => of<{ state: string }[]>`
  select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text as state from pg_trigger
  where not tgisinternal order by 1`

// Each writes or reads a whole copy of the demonstration.
vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  await demonstrate(services)
  const { token } = await givenComment(services, await givenConsultation(services))
  await sequenceLedger(services)
  const address = ownCommentUrls.receipt(token, 1, 'json')
  receipt = { address, bytes: await bytesAt(web, address) }
  content = await keptFile()
  await givenPerson(services, people.operator)
  totpSecret = (await enrolled(services, people.operator.email)).secret
  await db.begin((tx) => enqueue(tx, 'tasks.send-duty-letters', {}, { runAt: new Date('2030-01-01T00:00:00Z') }))
  await db`
    update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-gone'
    where id = (select max(id) from graphile_worker._private_jobs)`
  const letter = { kind: 'service', lang: 'sq', subject: 'Letër që pret', body: 'Fjalë' } as const
  await db.begin((tx) =>
    queueLetter(tx, services, { ...letter, institutionId: null, recipient: 'ana@shembull.example' }),
  )
  const made = await writeBackup(services, path)
  if (made.kind !== 'made') throw new Error(made.why)
}, 400_000)

describe('a copy', () => {
  it('is whole, is readable by its owner alone, and leaves nothing beside it', async () => {
    expect(await checkBackup(path)).toMatchObject({
      kind: 'sound',
      manifest: { format: 'kuvend-backup/1', missing: [] },
    })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('is not written over, and needs a folder', async () => {
    const before = await digestOf(path)
    expect(await writeBackup(services, path)).toMatchObject({ kind: 'refused' })
    expect(await digestOf(path)).toBe(before)
    expect(await writeBackup(services, join(folder, 'none', 'a'))).toMatchObject({ kind: 'refused' })
  })

  it('holds neither KUVEND_SECRET nor the key of the ledger, nor sign-ins', async () => {
    const check = await checkBackup(path)
    if (check.kind !== 'sound') throw new Error(check.why)
    const text = JSON.stringify(check.manifest)
    expect(text).not.toContain(Buffer.from(services.settings.secret).toString())
    expect(check.manifest.tables.map(({ name }) => name)).not.toContain('sessions')
    expect(check.manifest.leftOut).toContain('platform.sessions')
  })

  it('tells of a file that the store has lost, and is made all the same', async () => {
    const lost = 'e'.repeat(64)
    await db`
      insert into platform.files (digest, size, media_type, created_at) values (${lost}, 3, 'text/plain', now())`
    const made = await writeBackup(services, join(folder, 'lost.tar.zst'))
    await db`delete from platform.files where digest = ${lost}`
    expect(made).toMatchObject({ kind: 'made', manifest: { missing: [lost] } })
  })

  it('keeps the sweep from taking away what it names', async () => {
    const incoming = join(folder, 'unnamed')
    await writeFile(incoming, 'Askush nuk e përmend')
    const digest = await digestOf(incoming)
    await services.files.put(digest, incoming)
    const later = { ...services, clock: { now: () => new Date(Date.now() + 7 * 86_400_000) } }
    await whileContentStays(db, () => sweepFiles(later))
    const kept = await services.files.open(digest)
    expect(kept).not.toBeNull()
    kept?.destroy()
    await db.begin(async () => sweepFiles(later))
    expect(await services.files.open(digest)).toBeNull()
    // The sweep of that later day takes the test's own file too, which no document names.
    await keptFile()
  })
})

describe('a restored copy', () => {
  let target: TestDatabase
  let there: ReturnType<typeof testServices>
  let outcome: Awaited<ReturnType<typeof restoreInto>>
  beforeAll(async () => {
    target = await emptyDatabase()
    there = testServices(target)
    there.clock.passMinutes(5)
    outcome = await restoreInto(target, path, there)
  }, 120_000)

  it('is made by a role that is no superuser', async () => {
    expect(await target`select rolsuper from pg_roles where rolname = current_user`).toEqual([{ rolsuper: false }])
    expect(outcome).toMatchObject({ kind: 'restored', migrated: [] })
    expect(await hasUnfinishedRestore(target)).toBe(false)
  })

  it('has every row of every table, except those left out', async () => {
    const again = await writeBackup(there, join(folder, 'again.tar.zst'))
    const first = await checkBackup(path)
    if (again.kind !== 'made' || first.kind !== 'sound') throw new Error('no copy')
    const digests = (tables: readonly { schema: string; name: string; digest: string; rows: number }[]) =>
      Object.fromEntries(
        tables
          .filter(({ name }) => name !== 'restores')
          .map((table) => [`${table.schema}.${table.name}`, `${table.rows} ${table.digest}`]),
      )
    expect(digests(again.manifest.tables)).toEqual(digests(first.manifest.tables))
    expect(again.manifest.files).toEqual(first.manifest.files)
  })

  it('has the same constraints and triggers, all switched on', async () => {
    expect(await definitions(target)).toEqual(await definitions(db))
    expect(await triggers(target)).toEqual(await triggers(db))
    await expect(target`delete from platform.ledger_entries`).rejects.toThrow('stands as it is')
  })

  it('numbers on where the numbering stood', async () => {
    const last = (of: TestDatabase) => of`select max(id)::int as id from platform.ledger_entries`
    expect(await last(target)).toEqual(await last(db))
    await expect(
      target.begin(async (tx) => {
        await tx`
          insert into platform.ledger_entries (kind, subject, version, at, entry, leaf_hash, ended)
          select kind, 'a.b:00000000-0000-4000-8000-000000000000', 1, at, entry, leaf_hash, 'erased'
          from platform.ledger_entries limit 1`
        throw new Error('enough')
      }),
    ).rejects.toThrow('enough')
  })

  it('has the content of the files', async () => {
    const kept = await there.files.open(content)
    expect(kept).not.toBeNull()
    kept?.destroy()
  })

  it('has the same tree', async () => {
    const head = await findHead(db)
    if (!head) throw new Error('nothing was signed')
    expect(outcome).toMatchObject({ tree: { sameRoot: true, size: head.size, root: head.root.toString('hex') } })
    expect((await rootAt(target, head.size)).equals(head.root)).toBe(true)
    expect(await target`select from platform.ledger_entries where xact is not null`).toEqual([])
  })

  it('verifies old receipts, by the keys that it publishes, and gives the same ones', async () => {
    const keys = await target<{ vkey: string }[]>`select vkey from platform.ledger_keys`
    const known = { keys: keys.flatMap(({ vkey }) => readVkey(vkey) ?? []) }
    expect(check(receipt.bytes, known)).toMatchObject({ answer: 'proved', why: null, pinned: true })
    const again = await bytesAt(testWeb(target), receipt.address)
    expect(Buffer.from(again).toString()).toBe(Buffer.from(receipt.bytes).toString())
  })

  it('lets an official in with the second factor they had', async () => {
    const { staff } = await staffAtLevel1(there, people.operator.email)
    const code = totpAt(totpSecret, there.clock.now())
    expect(await verifySecondFactor(there, staff, code)).toMatchObject({ kind: 'accepted' })
  })

  it('runs the jobs that waited, those of a dead worker too', async () => {
    const jobs = await target<{ task: string; lockedBy: string | null }[]>`
      select task_identifier as task, locked_by from graphile_worker.jobs`
    expect(jobs.map(({ task }) => task)).toContain('tasks.send-duty-letters')
    expect(jobs.filter(({ lockedBy }) => lockedBy !== null)).toEqual([])
    await runJobsUntilIdle(there, target.url, jobHandlers({ ...there, settings: { ...there.settings, demo: true } }))
    expect(await target`select state from platform.mail_messages where subject = 'Letër që pret'`).toEqual([
      { state: 'sent' },
    ])
  })

  it('signs nothing until somebody has said how the log goes on', async () => {
    await target`update platform.ledger_entries set salt = salt`
    const refusedRound = await sequenceLedger(there, { always: true })
    expect(refusedRound).toMatchObject({ kind: 'refused', why: 'restored' })
    const size = (await findHead(db))?.size ?? 0
    expect(await resumeLedger(there, size + 1, [])).toMatchObject({ kind: 'refused' })
    const more = { where: 'a witness', size: size + 1, newer: true, failure: null }
    expect(await resumeLedger(there, size, [more])).toMatchObject({ kind: 'refused' })
    const held = await compareWithPublished(there, size)
    expect(held.map(({ newer }) => newer)).toEqual([false])
    expect(await resumeLedger(there, size, held)).toEqual({ kind: 'resumed' })
    expect((await sequenceLedger(there, { always: true })).kind).not.toBe('refused')
    expect(await resumeLedger(there, size, held)).toMatchObject({ kind: 'refused' })
  })

  it('is told that somebody outside holds more', async () => {
    const size = (await findHead(db))?.size ?? 0
    expect(await compareWithPublished(there, size - 1)).toMatchObject([{ newer: true }])
  })

  it('is not restored into', async () => {
    const second = await restoreInto(target, path, there)
    expect(second).toMatchObject({ kind: 'refused', why: expect.stringContaining('not empty') })
  })
})

describe('a copy made while four people write', () => {
  it('holds of every comment its version and its entry, or nothing', async () => {
    const consultation = await givenConsultation(services)
    let writing = true
    const writers = Array.from({ length: 4 }, async () => {
      let written = 0
      for (; writing; written++) await givenComment(services, consultation)
      return written
    })
    const made = await writeBackup(services, join(folder, 'busy.tar.zst'))
    writing = false
    const written = (await Promise.all(writers)).reduce((sum, one) => sum + one, 0)
    expect(made).toMatchObject({ kind: 'made' })
    expect(written).toBeGreaterThan(0)
    const target = await emptyDatabase()
    expect(await restoreInto(target, join(folder, 'busy.tar.zst'))).toMatchObject({ kind: 'restored' })
    const torn = await target`
      select comment.id from consultations.comments as comment
      where comment.confirmed_at is not null and (
        not exists (select from consultations.comment_versions as version where version.comment_id = comment.id)
        or not exists (select from platform.ledger_entries as entry
                       where entry.subject = 'consultations.comment:' || comment.id))`
    expect(torn).toEqual([])
  }, 120_000)
})

describe('a damaged file', () => {
  it.each([0, 5, 100, 0.3, 0.6, 0.9, -45, -39, -20, -1])('is refused, with another byte at %s', async (where) => {
    const damaged = join(folder, `damaged${where}.tar.zst`)
    await copyFile(path, damaged)
    const { size } = await stat(damaged)
    const at = where < 0 ? size + where : where < 1 && where > 0 ? Math.floor(size * where) : where
    const file = await open(damaged, 'r+')
    const byte = Buffer.alloc(1)
    await file.read(byte, 0, 1, at)
    byte[0] = (byte[0] ?? 0) ^ 0x10
    await file.write(byte, 0, 1, at)
    await file.close()
    const target = await emptyDatabase()
    expect(await restoreInto(target, damaged)).toMatchObject({ kind: 'refused' })
    expect(await target`select 1 from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`).toEqual(
      [],
    )
  })

  it.each([0.99, 0.5, 0.01])('is refused when it was cut at %s', async (part) => {
    const cut = join(folder, `cut${part}.tar.zst`)
    await copyFile(path, cut)
    await truncate(cut, Math.floor((await stat(cut)).size * part))
    expect(['damaged', 'foreign']).toContain((await checkBackup(cut)).kind)
  })

  it('is refused when it is none of ours, or not there', async () => {
    const foreign = join(folder, 'foreign')
    await writeFile(foreign, 'something else altogether, and long enough to have an end of forty bytes')
    expect(await checkBackup(foreign)).toMatchObject({ kind: 'foreign' })
    expect(await checkBackup(join(folder, 'nowhere'))).toMatchObject({ kind: 'missing' })
  })
})

describe('an older copy', () => {
  it('is brought to this version after it was loaded', async () => {
    const old = await emptyDatabase()
    const [until] = ['20261122220600_backups_create.sql']
    const all = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).toSorted()
    await migrateJobs(old.url)
    await migrate(old, MIGRATIONS, { only: all.filter((name) => name <= (until ?? '')) })
    const oldPath = join(folder, 'old.tar.zst')
    expect(await writeBackup(testServices(old), oldPath)).toMatchObject({ kind: 'made' })
    const target = await emptyDatabase()
    const restored = await restoreInto(target, oldPath)
    expect(restored).toMatchObject({ kind: 'restored', migrated: all.filter((name) => name > (until ?? '')) })
  })

  it('of a newer program is refused', async () => {
    const target = await emptyDatabase()
    const older = await mkdtemp(join(folder, 'migrations-'))
    const place = { services: testServices(target), databaseUrl: target.url, migrations: older }
    expect(await restoreBackup(place, path)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('newer Kuvend'),
    })
  })
})

describe('a restore that was cut short', () => {
  it('leaves a database that no start accepts, until it is run again', async () => {
    const target = await emptyDatabase()
    await target`create table public.kuvend_restore (backup_digest text not null, begun_at timestamptz not null)`
    await target`create schema platform`
    await target`create table platform.half (id int)`
    await expect(migrate(target, MIGRATIONS)).rejects.toThrow('was not finished')
    expect(await restoreInto(target, path)).toMatchObject({ kind: 'restored' })
    expect(await migrate(target, MIGRATIONS)).toEqual([])
  })
})

describe('the keys', () => {
  const sealed = join(folder, 'keys')
  beforeAll(async () => void (await writeKeys(services, sealed, PASSPHRASE)))

  it('are sealed, and open with the passphrase alone', async () => {
    const text = await readFile(sealed, 'utf8')
    expect(text).not.toContain(Buffer.from(services.settings.secret).toString())
    expect(await readKeys(sealed, 'një fjalëkalim tjetër')).toMatchObject({ kind: 'refused' })
    expect(await readKeys(sealed, PASSPHRASE)).toMatchObject({
      kind: 'opened',
      keys: { secret: Buffer.from(services.settings.secret).toString(), url: services.settings.url },
    })
  })

  it('do not open when anything in the file was changed', async () => {
    const changed = join(folder, 'keys-changed')
    await writeFile(changed, (await readFile(sealed, 'utf8')).replace('kuvend.test', 'kuvend.best'))
    expect(await readKeys(changed, PASSPHRASE)).toMatchObject({ kind: 'refused' })
  })

  it('are not written over, and need a passphrase that is not short', async () => {
    expect(await writeKeys(services, sealed, PASSPHRASE)).toMatchObject({ kind: 'refused' })
    expect(await writeKeys(services, join(folder, 'other'), 'shkurt')).toMatchObject({ kind: 'refused' })
  })

  it('are put where a start finds them, and those that were there stay beside them', async () => {
    const data = await mkdtemp(join(folder, 'data-'))
    const read = await readKeys(sealed, PASSPHRASE)
    if (read.kind !== 'opened') throw new Error(read.why)
    await placeKeys(data, { ...read.keys, secret: 'x'.repeat(40) }, services.clock.now())
    await placeKeys(data, read.keys, services.clock.now())
    expect(await readFile(join(data, 'keys', 'secret'), 'utf8')).toBe(read.keys.secret)
    expect((await readdir(join(data, 'keys'))).length).toBe(3)
  })
})
