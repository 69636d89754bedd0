import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { countBoard, listBoard, type BoardWish } from '#app/office/deadlines/board/board-queries.ts'
import { listMissed } from '#app/public/deadlines/public-board-queries.ts'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { migrate } from '#platform/db/migrate.ts'
import { readRecomputeOrder, recomputeDeadlines } from '#platform/deadlines/recomputing/recompute-deadlines.ts'
import { openFileStore } from '#platform/files/open-file-store.ts'
import { migrateJobs } from '#platform/jobs/worker.ts'
import { silentLog } from '#platform/logs/logger.ts'
import type { Services } from '#platform/services.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { addManyDeadlines } from '../../tools/bench/many-deadlines.ts'
import { entered } from '../ledger.ts'
import { calendarChangeRecords } from '#platform/deadlines/announcements/calendar-records.ts'

const COUNT = 100_000
const INSTITUTIONS = 20
const NOW = new Date('2026-11-24T11:00:00Z')
const CAUSE = JSON.stringify({ sq: 'U shpall ditë pushimi', en: 'A day off was announced' })
/** What the board may take. */
const BOARD_MS = 20

/**
 * 100,000 open deadlines of two countries and 20 institutions, recomputed after days off; killed with signal 9 on the way
 * and begun again; and what the boards take at that size.
 */
export async function prove(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-deadlines-'))
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  const db = openDatabase(server.url)
  try {
    await migrateJobs(server.url)
    await migrate(db, 'db/migrations')
    await addManyDeadlines(db, INSTITUTIONS, COUNT)
    const services = servicesOf(db, folder)
    return [
      await nothingMoves(services),
      ...(await dayOff(services, 'AL', '2026-12-14')),
      ...(await dayOff(services, 'XK', '2026-12-15')),
      await killed(services, server.url),
      ...(await boards(db, server.url)),
    ]
  } finally {
    await db.end({ timeout: 5 })
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function servicesOf(db: Database, dataFolder: string): Services {
  const settings: Settings = {
    url: 'http://kuvend.test',
    origins: ['http://kuvend.test'],
    demo: false,
    trustedProxies: 0,
    dataFolder,
    secret: Buffer.alloc(48),
    ledgerSeed: Buffer.alloc(32, 7),
    mailFrom: 'Kuvend <kuvend@kuvend.test>',
    smtpUrl: null,
    s3Url: null,
  }
  return { db, clock: { now: () => NOW }, settings, files: openFileStore(settings), log: silentLog }
}

const recompute = (services: Services, jurisdiction: string, run: string) =>
  recomputeDeadlines(services, [], readRecomputeOrder({ jurisdiction, cause: CAUSE, run }))

async function nothingMoves(services: Services): Promise<string> {
  const begun = performance.now()
  const both = [await recompute(services, 'AL', 'none'), await recompute(services, 'XK', 'none')]
  const moved = both.reduce((sum, one) => sum + one.moved, 0)
  const looked = both.reduce((sum, one) => sum + one.looked, 0)
  if (moved !== 0 || looked !== COUNT) throw new Error(`Of ${looked} moved ${moved} though nothing had changed`)
  return `${looked} computed, nothing has changed: ${seconds(begun)}`
}

const addDayOff = (db: Database, jurisdiction: string, day: string) =>
  entered(
    db,
    calendarChangeRecords,
    (tx) => tx`
      insert into platform.calendar_changes (jurisdiction, kind, day, names, basis, entered_at)
      values (${jurisdiction}, 'added', ${day}, ${db.json({ sq: 'Ditë pushimi', en: 'Day off' })}, 'Vendim', ${NOW})
      returning id`,
  )

async function dayOff(services: Services, jurisdiction: string, day: string): Promise<string[]> {
  await addDayOff(services.db, jurisdiction, day)
  const begun = performance.now()
  const { looked, moved } = await recompute(services, jurisdiction, day)
  const took = seconds(begun)
  await isWhole(services.db, day, moved)
  return [`a day off in ${jurisdiction}: ${looked} computed, ${moved} moved, each with its event: ${took}`]
}

/** Each that moved has one event of the run, and each official one letter. */
async function isWhole(db: Database, run: string, moved: number): Promise<void> {
  const [found] = await db<{ events: number; deadlines: number; wrong: number; letters: number; people: number }[]>`
    select count(*)::int as events, count(distinct event.deadline_id)::int as deadlines,
           count(*) filter (where event.to_due <> deadline.due_on)::int as wrong,
           (select count(*)::int from platform.deadline_move_letters where run = ${run}) as letters,
           count(distinct event.institution_id)::int as people
    from platform.deadline_events as event join platform.deadlines as deadline on deadline.id = event.deadline_id
    where event.run = ${run}`
  if (!found) throw new Error('Nothing was counted')
  const { events, deadlines, wrong, letters, people } = found
  if (events !== moved || deadlines !== moved || wrong !== 0)
    throw new Error(`${moved} moved: ${JSON.stringify(found)}`)
  if (letters !== people) throw new Error(`${letters} letters to ${people} officials`)
}

async function killed(services: Services, url: string): Promise<string> {
  const { db } = services
  const [day, run] = ['2026-12-16', 'killed']
  await addDayOff(db, 'AL', day)
  let partly = 0
  for (let wait = 300; partly === 0 && wait < 20_000; wait += 150) {
    const child = spawn(process.execPath, [import.meta.filename, url, run], { stdio: 'inherit' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await Promise.race([ended, untilSome(db, run)])
    child.kill('SIGKILL')
    await ended
    partly = await eventsOf(db, run)
  }
  const [differing] = await db<{ n: number }[]>`
    select count(*)::int as n from platform.deadlines as deadline
    where deadline.version = 3 and not exists (
      select from platform.deadline_events as event where event.deadline_id = deadline.id and event.run = ${run})
      and exists (select from platform.deadline_events as event where event.deadline_id = deadline.id and event.run = '2026-12-14')`
  if (differing?.n !== 0) throw new Error('A deadline moved without its event')
  const { moved } = await recompute(services, 'AL', run)
  await isWhole(db, run, partly + moved)
  if ((await recompute(services, 'AL', run)).moved !== 0) throw new Error('Something was left to move')
  return `killed with signal 9 after ${partly} had moved, and begun again: the other ${moved} moved, none twice, one letter for each official`
}

async function untilSome(db: Database, run: string): Promise<void> {
  while ((await eventsOf(db, run)) === 0) await sleep(5)
}

async function eventsOf(db: Database, run: string): Promise<number> {
  const [row] = await db<{ n: number }[]>`select count(*)::int as n from platform.deadline_events where run = ${run}`
  return row?.n ?? 0
}

async function boards(db: Database, url: string): Promise<string[]> {
  const [house] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bashkia-2'`
  const [person] = await db<{ id: string }[]>`
    select account_id as id from platform.roles where institution_id = ${house?.id ?? ''} and role = 'clerk'`
  const slots = ['answer', 'comments']
  const one = [{ institutions: [house?.id ?? ''], slots }]
  const wish: BoardWish = {
    reach: one,
    when: 'any',
    state: 'open',
    bodyId: null,
    ruleId: null,
    whose: { kind: 'all' },
    now: NOW,
  }
  const all = { ...wish, reach: [{ institutions: null, slots }] }
  const roles = [{ role: 'clerk', institutionId: house?.id ?? '' }]
  const mine: BoardWish = { ...wish, whose: { kind: 'mine', accountId: person?.id ?? '', roles } }
  const page = { after: null, limit: 50 }
  const missed = { institutionId: house?.id ?? '', slots, before: NOW, after: null, limit: 50 }
  const asked: Record<string, (on: Database) => Promise<unknown>> = {
    'board of one institution': (on) => listBoard(on, 'sq', { ...wish, ...page }),
    'board of one institution, late': (on) => listBoard(on, 'sq', { ...wish, when: 'late', ...page }),
    'board of one institution, this week': (on) => listBoard(on, 'sq', { ...wish, when: 'week', ...page }),
    'board of everything': (on) => listBoard(on, 'sq', { ...all, ...page }),
    'board of everything, this week': (on) => listBoard(on, 'sq', { ...all, when: 'week', ...page }),
    'what waits for one official': (on) => listBoard(on, 'sq', { ...mine, ...page }),
    'counts of one institution': (on) => countBoard(on, wish),
    'public board of one institution': (on) => listMissed(on, missed),
  }
  const lines: string[] = []
  for (const [name, ask] of Object.entries(asked)) lines.push(await measured(db, url, name, ask))
  return lines
}

async function measured(db: Database, url: string, name: string, ask: (on: Database) => Promise<unknown>) {
  const times: number[] = []
  for (let n = 0; n < 20; n++) {
    const begun = performance.now()
    await ask(db)
    times.push(performance.now() - begun)
  }
  const median = times.toSorted((one, other) => one - other)[10] ?? 0
  const scans = await scansOf(url, ask)
  if (scans.some((scan) => scan.startsWith('Seq Scan')))
    throw new Error(`${name} reads all deadlines: ${scans.join(', ')}`)
  const slow = median > BOARD_MS ? ` (more than ${BOARD_MS})` : ''
  return `${name}: ${median.toFixed(1)} ms${slow}, by ${[...new Set(scans)].join(', ')}`
}

/** How PostgreSQL reads the table of deadlines for these queries, as they really run. */
async function scansOf(url: string, ask: (on: Database) => Promise<unknown>): Promise<string[]> {
  const queries: { text: string; values: unknown[] }[] = []
  const listening = postgres(url, {
    max: 1,
    debug: (_connection, text, values) => void queries.push({ text, values }),
    transform: { undefined: null, column: { from: postgres.toCamel, to: postgres.fromCamel } },
  })
  try {
    await ask(listening)
    const plans: string[] = []
    for (const { text, values } of queries.filter((query) => query.text.includes('platform.deadlines'))) {
      const rows = await listening.unsafe(`explain ${text}`, values as never[])
      plans.push(...rows.map((row) => String(Object.values(row)[0])))
    }
    return plans.flatMap((line) => {
      const [, scan = '', name = ''] =
        /((?:Seq|Index|Index Only|Bitmap Heap|Bitmap Index) Scan)(?: using (\S+))?.* on (?:deadlines|deadlines_\w+)/.exec(
          line,
        ) ?? []
      return scan === '' ? [] : [`${scan} ${name || (/on (deadlines\w*)/.exec(line)?.[1] ?? '')}`]
    })
  } finally {
    await listening.end()
  }
}

const seconds = (begun: number): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`

// Beside it, to be killed.
if (import.meta.main) {
  const [, , url = '', run = ''] = process.argv
  const db = openDatabase(url)
  await recompute(servicesOf(db, tmpdir()), 'AL', run)
  await db.end()
}
