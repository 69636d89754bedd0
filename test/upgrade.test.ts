import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { demonstrate } from '#app/demonstrate.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { migrateJobs } from '#platform/jobs/worker.ts'
import { enterStandingRecords } from '#platform/ledger/enter-standing-records.ts'
import { verifyLedger } from '#platform/ledger/verify/verify-ledger.ts'
import { everyDoor } from './doors.ts'
import { dropDatabase } from './drop-database.ts'
import { databaseUrl } from './template.ts'
import { testServices, testWeb } from './web.ts'
import { variants } from './whole.ts'

const FOLDER = join(import.meta.dirname, 'fixtures/upgrade')
const dumps = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.sql.gz'))
  .toSorted((one, other) => other.localeCompare(one, 'en', { numeric: true }))

/** From these an installation comes to this version, as a rule. */
const NEWEST = 2

/** What may be fewer afterwards: nothing of it is anybody's word. */
const MAY_SHRINK = new Set(['platform.rate_limits'])

/** Where the rows of a table stand now that has another name. */
const MOVED = {
  'meetings.registrations': 'platform.registrations',
  'meetings.event_letters': 'platform.registration_letters',
}

describe.each(variants(dumps.slice(0, NEWEST), dumps.slice(NEWEST)))('a database of an earlier version: %s', (dump) => {
  let db: Database
  let close: () => Promise<void>
  let before: Record<string, number>
  let ran: string[]
  let days: Day[]
  beforeAll(async () => {
    const name = `test_upgrade_${randomBytes(6).toString('hex')}`
    const server = openDatabase(inject('databaseServer'), { max: 1 })
    await server.unsafe(`create database ${name} template template0`)
    const url = databaseUrl(inject('databaseServer'), name)
    db = openDatabase(url, { max: 4 })
    close = async () => {
      await db.end({ timeout: 5 })
      await dropDatabase(server, name)
      await server.end()
    }
    // A connection of its own: the dump empties its search path.
    const loader = openDatabase(url, { max: 1 })
    await loader.unsafe(gunzipSync(readFileSync(join(FOLDER, dump))).toString('utf8'))
    await loader.end()
    await registerSomebody(db)
    before = await countsOf(db)
    days = await daysBefore(db)
    await migrateJobs(url)
    ran = await migrate(db, 'db/migrations')
  }, 120_000)
  afterAll(() => close?.())

  it('runs what is missing once, and then nothing', async () => {
    expect(ran.length).toBeGreaterThan(0)
    expect(ran).toEqual(ran.toSorted())
    expect(await migrate(db, 'db/migrations')).toEqual([])
  })

  it('keeps every row that was there', async () => {
    expect(before['consultations.comments']).toBeGreaterThan(0)
    const after = await countsOf(db)
    for (const [from, to] of Object.entries(MOVED)) if (from in before) after[from] = after[to] ?? 0
    const lost = Object.entries(before).filter(([name, count]) => !MAY_SHRINK.has(name) && (after[name] ?? 0) < count)
    expect(lost).toEqual([])
  })

  it('has the same tables and columns as one that was made today', async () => {
    const fresh = openDatabase(databaseUrl(inject('databaseServer'), 'kuvend_template'), { max: 1 })
    const [upgraded, made] = await Promise.all([shapeOf(db), shapeOf(fresh)])
    await fresh.end()
    // The two tables of the index change their names whenever it is built anew, as it is after an upgrade.
    const lasting = (shape: readonly string[]) => shape.filter((line) => !line.includes('search_document'))
    expect(lasting(upgraded)).toEqual(lasting(made))
  })

  it('tells in the history what had happened before there was one', async () => {
    const [row] = await db<{ events: number; changes: number; published: number }[]>`
      select (select count(*) from consultations.comment_events)::int
               + (select count(*) from consultations.consultation_events)::int as events,
             (select count(*) from platform.changes)::int as changes,
             (select count(*) from platform.changes
              where kind = 'published' and subject like 'consultations.consultation:%' and by_kind = 'official')::int as published`
    expect(row?.changes).toBeGreaterThanOrEqual(row?.events ?? Infinity)
    expect(row?.published).toBeGreaterThanOrEqual(0)
  })

  it('keeps the day of every case and every task, running while they are open', async () => {
    const kept = await db<Day[]>`
      select deadline.subject, deadline.due_on, deadline.state = 'running' as running from platform.deadlines as deadline
      where deadline.slot in ('answer', 'task') and exists (
        select from platform.deadline_events as event where event.deadline_id = deadline.id and event.kind = 'started')
      order by deadline.subject`
    expect([...kept]).toEqual(days)
    const [row] = await db<{ dated: number }[]>`select count(*)::int as dated from platform.tasks where dated`
    expect(row?.dated).toBe(days.filter(({ subject }) => subject.startsWith('tasks.')).length)
  })

  it('enters every public record that stood before there was a ledger, and each once', async () => {
    const services = testServices(db)
    expect(await enterStandingRecords(services, everyDoor)).toMatchObject({ whole: true })
    expect(await enterStandingRecords(services, everyDoor)).toEqual({ entered: 0, whole: true })
    for (const kind of everyDoor.flatMap((door) => door.records ?? [])) {
      const rows = await kind.each(db, null, 100_000)
      const [row] = await db<{ entered: number }[]>`
        select count(distinct (subject, case when ${kind.everyVersion ?? false} then version end))::int as entered
        from platform.ledger_entries where kind = ${kind.kind} and ended is null`
      expect([kind.kind, row?.entered]).toEqual([kind.kind, rows.length])
    }
  })

  it('finds every record as its entry says, those that were entered by the earlier version too', async () => {
    const kinds = everyDoor.flatMap((door) => door.records ?? [])
    const report = await verifyLedger(testServices(db), kinds, { only: kinds.map(({ kind }) => kind) })
    expect(report.named).toEqual([])
  })

  it('shows every consultation and every published comment as before', async () => {
    const web = testWeb(db)
    const comments = await db<{ code: string; body: string; slug: string }[]>`
      select comment.code, comment.body, consultation.slug from consultations.published_comments as comment
      join consultations.consultations as consultation on consultation.id = comment.consultation_id
      where comment.state = 'published'`
    expect(comments.length).toBeGreaterThan(2)
    for (const { code, body, slug } of comments) {
      const page = await web.get(`/konsultime/${slug}/komente/${code}`)
      expect([code, page.status]).toEqual([code, 200])
      expect(await page.text()).toContain(body.split('\n')[0]?.slice(0, 30).replaceAll("'", '&#39;') ?? '')
    }
    const slugs = await db<{ slug: string }[]>`select slug from consultations.consultations where slug is not null`
    for (const { slug } of slugs) {
      expect([slug, (await web.get(`/konsultime/${slug}`)).status]).toEqual([slug, 200])
      expect([slug, (await web.get(`/konsultime/${slug}.json`)).status]).toEqual([slug, 200])
    }
    for (const path of ['/', '/konsultime', '/i/bregas/', '/i/fushas/'])
      expect([path, (await web.get(path)).status]).toEqual([path, 200])
  })

  it('takes the demonstration of today besides, and doubles nothing', { timeout: 180_000 }, async () => {
    const services = testServices(db, { demo: true })
    await demonstrate(services)
    const once = await countsOf(db)
    await demonstrate(services)
    expect(await countsOf(db)).toEqual(once)
    // It may have grown since; what stood there does not come a second time.
    expect(once['consultations.consultations']).toBeGreaterThanOrEqual(before['consultations.consultations'] ?? 0)
    const doubled = await db`
      select from consultations.consultations group by institution_id, title having count(*) > 1`
    expect(doubled).toHaveLength(0)
    expect(once['platform.institutions']).toBeGreaterThanOrEqual(before['platform.institutions'] ?? 0)
  })
})

type Day = { subject: string; dueOn: string; running: boolean }

/** Where a version kept the days of cases and tasks with them. */
async function daysBefore(db: Database): Promise<Day[]> {
  const known = await db<{ tableName: string }[]>`
    select table_name from information_schema.columns
    where table_schema = 'platform' and (table_name, column_name) in (('tasks', 'due_on'), ('deadlines', 'due_on'))`
  const tables = known.map(({ tableName }) => tableName)
  if (tables.includes('deadlines'))
    return db<Day[]>`
      select subject, due_on, state = 'running' as running from platform.deadlines
      where subject like 'intake.case:%' or subject like 'tasks.task:%' order by subject`
  if (!tables.includes('tasks')) return []
  const rows = await db<Day[]>`
    select 'intake.case:' || id as subject, due_on, state in ('new', 'assigned', 'in-work') as running
    from platform.cases where due_on is not null and state <> 'sent'
    union all
    select 'tasks.task:' || id, due_on, state in ('open', 'taken') from platform.tasks where due_on is not null
    order by 1`
  return [...rows]
}

/** Somebody who asked to come to each meeting, where the version knew that: the dump has nobody. */
async function registerSomebody(db: Database): Promise<void> {
  const [known] = await db<{ there: boolean }[]>`select to_regclass('meetings.registrations') is not null as there`
  if (known?.there !== true) return
  await db`
    insert into meetings.registrations (institution_id, meeting_id, form_id, name, state, confirmed_at, created_at, changed_at)
    select institution_id, id, gen_random_uuid(), 'Arta Prove', 'confirmed', now(), now(), now() from meetings.meetings`
  await db`
    insert into meetings.event_letters (event_id, registration_id, at)
    select event.id, one.id, now() from meetings.meeting_events as event
    join meetings.registrations as one on one.meeting_id = event.meeting_id`
}

async function countsOf(db: Database): Promise<Record<string, number>> {
  const tables = await db<{ name: string }[]>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname in ('platform', 'consultations', 'meetings') order by 1`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await db.unsafe<{ count: number }[]>(`select count(*)::int as count from ${name}`)
    counts[name] = row?.count ?? 0
  }
  return counts
}

/** Every column with its type, every constraint and every index by its definition. */
async function shapeOf(db: Database): Promise<string[]> {
  const rows = await db<{ line: string }[]>`
    select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
             || coalesce(column_default, '') as line
    from information_schema.columns where table_schema in ('platform', 'consultations')
    union all
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace in ('platform'::regnamespace, 'consultations'::regnamespace)
    union all
    select indexdef from pg_indexes where schemaname in ('platform', 'consultations')`
  return rows.map(({ line }) => line).toSorted()
}
