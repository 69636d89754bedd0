import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database, type Transaction } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { migrate } from '#platform/db/migrate.ts'
import { migrateJobs } from '#platform/jobs/worker.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { shapeOf } from '#platform/ledger/entry-rules.ts'
import { subjectKindOf, type RecordKind } from '#platform/ledger/record-kind.ts'
import { verifyLedger } from '#platform/ledger/verify/verify-ledger.ts'
import type { Services } from '#platform/services.ts'
import { addManyComments } from '../many-comments.ts'
import { baseTables, columnsOf, otherValues, publishedViews, shownRows, tried, type Column } from '../mutations.ts'
import { randomOf, type Random } from '../random.ts'
import { proofServices } from './proof-services.ts'
import { behindItsBack, givenDemonstration, recordKinds, sequenced, verified } from '../tampering.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 1000)
/** In so many rounds of a hundred everything is verified, the log too; otherwise the kinds that the change can reach. */
const WHOLE = 10
const COMMENTS = 150

type Tampering = { what: 'update' | 'delete' | 'insert' | 'swap'; on: string; statements: readonly string[] }
type Round = { what: string; on: string; ms: number; named: number; seen: string[] }

/** 1,000 tamperings at random with what everybody reads: each record that they touch is named, and no other. */
async function prove(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-tampering-'))
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  const db = openDatabase(server.url)
  try {
    await migrateJobs(server.url)
    await migrate(db, 'db/migrations')
    const services = proofServices(db, folder)
    await givenDemonstration(services)
    await addManyComments(services, COMMENTS)
    await sequenced(services)
    return await tamperAll(services)
  } finally {
    await db.end({ timeout: 5 })
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function tamperAll(services: Services): Promise<string[]> {
  const { db } = services
  const seed = process.env.SEED ?? String(Date.now() % 1_000_000)
  const random = randomOf(Number(seed))
  const untouched = await verified(services)
  if (untouched.namedCount > 0) throw new Error(`named before anything was touched: ${JSON.stringify(untouched.named)}`)
  const known: Known = {
    views: await publishedViews(db),
    columns: await columnsOf(db, await baseTables(db)),
    shown: new Map(),
    records: await recordsNow(db),
  }
  known.shown = await shownRows(db, known.views)
  const rounds: Round[] = []
  let unseen = 0
  while (rounds.length < ROUNDS) {
    const whole = random.below(100) < WHOLE
    const round = await tamperOnce(services, known, await choose(db, known.columns, random), whole)
    if (round) {
      rounds.push(round)
      if (rounds.length % 50 === 0) console.error(`${rounds.length} of ${ROUNDS}`)
    } else unseen += 1
    if (unseen > ROUNDS * 100) throw new Error(`seed ${seed}: nothing that everybody reads is reached any more`)
  }
  const lines = told(seed, rounds, unseen, known)
  console.error(lines.join('\n'))
  const directed = process.env.COLUMNS_TOO === 'no' ? [] : await everyColumn(services, known, random)
  return [...lines, coverage(known, [...rounds, ...directed])]
}

type Known = {
  views: string[]
  columns: Column[]
  /** What everybody reads, before. */
  shown: Map<string, string>
  /** Every record, before. */
  records: Map<string, string>
}

/** Null: nobody would have seen it. */
async function tamperOnce(
  services: Services,
  known: Known,
  tampering: Tampering | null,
  whole: boolean,
): Promise<Round | null> {
  if (!tampering) return null
  let round: Round | null = null
  const undone = new Error('undone')
  await services.db
    .begin(async (tx) => {
      await behindItsBack(tx)
      for (const statement of tampering.statements) if (!(await tried(tx, statement))) throw undone
      const shown = await shownOrBroken(tx, known.views)
      // Texts and documents stand in no view of their own: the record that they belong to shows them.
      if (isSame(known.shown, shown) && isSame(known.records, await recordsNow(tx))) throw undone
      round = { ...(await judge(services, tx, known, tampering, whole)), seen: seenIn(known.shown, shown) }
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw new Error(`${tampering.statements.join('; ')}: ${String(error)}`, { cause: error })
    })
  return round
}

/** A word that the view itself stumbles over is seen by everybody: the page is broken. */
async function shownOrBroken(tx: Transaction, views: readonly string[]): Promise<Map<string, string>> {
  try {
    return await tx.savepoint((inner) => shownRows(inner, views))
  } catch {
    return new Map()
  }
}

/** What is named is exactly what differs. */
async function judge(
  services: Services,
  tx: Transaction,
  known: Known,
  { what, on, statements }: Tampering,
  whole: boolean,
): Promise<Omit<Round, 'seen'>> {
  const expected = differing(known.records, await recordsNow(tx))
  const kinds = [...new Set(expected.map((one) => one.split(' ')[1] ?? ''))]
  const began = performance.now()
  const report = await verifyLedger(services, recordKinds, {
    within: tx,
    listed: 10_000,
    ...(!whole && { only: kinds }),
  })
  const ms = performance.now() - began
  const named = report.named.map(({ way, kind, subject }) => `${way} ${kind} ${subject}`).toSorted()
  if (expected.length === 0) throw new Error(`everybody sees a change that is no record's: ${statements.join('; ')}`)
  if (JSON.stringify([...new Set(named)]) !== JSON.stringify([...new Set(expected)]))
    throw new Error(
      `${whole ? 'all' : kinds.join()}: missing ${without(expected, named)}; too many ${without(named, expected)}`,
    )
  return { what, on, ms, named: report.namedCount }
}

const ROWS_EACH = 8

/** Once more, column after column: as long as some row of it can be found that everybody reads. */
async function everyColumn(services: Services, known: Known, random: Random): Promise<Round[]> {
  const rounds: Round[] = []
  for (const column of known.columns) {
    const all = await rowsOf(services.db, column.table)
    const some = Array.from({ length: Math.min(ROWS_EACH, all.length) }, () => random.of(all))
    const ways = some.flatMap((at) => otherValues(column).map((value) => updateOf(column, at, value)))
    for (const way of ways) {
      const round = await tamperOnce(services, known, way, false)
      if (round) rounds.push(round)
      if (round) break
    }
  }
  return rounds
}

/** Columns of views that differ, where the row itself stays. */
function seenIn(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const seen = new Set<string>()
  for (const [key, row] of before) {
    const now = after.get(key)
    if (now === undefined || now === row) continue
    const [one, other] = [JSON.parse(row), JSON.parse(now)] as [Record<string, unknown>, Record<string, unknown>]
    for (const name of Object.keys(one))
      if (JSON.stringify(one[name]) !== JSON.stringify(other[name])) seen.add(`${key.split(' ')[0]}.${name}`)
  }
  return [...seen]
}

function coverage({ shown }: Known, rounds: readonly Round[]): string {
  const seen = new Set(rounds.flatMap((round) => round.seen))
  const all = new Set(
    [...shown].flatMap(([key, row]) =>
      Object.keys(JSON.parse(row) as object).map((name) => `${key.split(' ')[0]}.${name}`),
    ),
  )
  const unseen = [...all].filter((one) => !seen.has(one))
  return `columns of published views changed and named: ${all.size - unseen.length} of ${all.size}${unseen.length > 0 ? `; not reached: ${unseen.join(', ')}` : ''}`
}

const without = (these: readonly string[], those: readonly string[]): string =>
  these.filter((one) => !those.includes(one)).join(', ') || 'none'

async function recordsNow(db: Database | Transaction): Promise<Map<string, string>> {
  const all = await Promise.all(recordKinds.map((kind) => recordsOf(db, kind)))
  return new Map(all.flat())
}

async function recordsOf(db: Database | Transaction, kind: RecordKind): Promise<[string, string][]> {
  const found: [string, string][] = []
  for (let after: { id: string; version: number } | null = null; ;) {
    const rows = await kind.each(db, after, 500)
    for (const { id, version, record } of rows)
      found.push([
        `${kind.kind} ${refOf(subjectKindOf(kind), id)} ${version ?? ''}`,
        JSON.stringify(shapeOf(record, kind.shapes.at(-1) ?? [])),
      ])
    const last = rows.at(-1)
    if (!last || rows.length < 500) return found
    after = { id: last.id, version: last.version ?? 0 }
  }
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [kind, subject] = key.split(' ')
    if (!after.has(key)) return [`deleted ${kind} ${subject}`]
    if (!before.has(key)) return [`inserted ${kind} ${subject}`]
    return before.get(key) === after.get(key) ? [] : [`altered ${kind} ${subject}`]
  })
  return names.toSorted()
}

const isSame = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([key, row]) => other.get(key) === row)

async function choose(db: Database, columns: readonly Column[], random: Random): Promise<Tampering | null> {
  const column = random.of(columns)
  const { table } = column
  const rows = await rowsOf(db, table)
  if (rows.length === 0) return null
  const at = random.of(rows)
  const dice = random.below(100)
  if (dice < 10) return { what: 'delete', on: table, statements: [`delete from ${table} where ctid = ${at}`] }
  if (dice < 15) return { what: 'insert', on: table, statements: insertionInto(table, columns, at) }
  if (dice >= 25) return updateOf(column, at, random.of(otherValues(column)))
  const other = random.of(rows)
  const swap = `
    update ${table} as t set "${column.column}" = (select o."${column.column}" from ${table} as o
      where o.ctid = case when t.ctid = ${at} then ${other} else ${at} end)
    where t.ctid in (${at}, ${other})`
  return { what: 'swap', on: `${table}.${column.column}`, statements: [swap] }
}

const rowsOf = async (db: Database, table: string): Promise<string[]> =>
  (await db.unsafe<{ at: string }[]>(`select ctid::text as at from ${table} order by ctid`)).map(
    ({ at }) => `'${at}'::tid`,
  )

const updateOf = ({ table, column }: Column, at: string, value: string): Tampering => ({
  what: 'update',
  on: `${table}.${column}`,
  statements: [`update ${table} as t set "${column}" = ${value} where t.ctid = ${at}`],
})

/** A copy of a row with keys of its own. */
function insertionInto(table: string, columns: readonly Column[], at: string): string[] {
  const own = columns.filter((one) => one.table === table)
  const valueOf = ({ column, type }: Column): string => {
    if (column === 'id' && type === 'uuid') return 'gen_random_uuid()'
    if (column === 'id' || column === 'n' || column === 'version') return `t."${column}" + 100000`
    if (['code', 'slug', 'register_number', 'token_digest', 'submission_id'].includes(column))
      return type === 'uuid' ? 'gen_random_uuid()' : type === 'int4' ? `t."${column}" + 1000` : `t."${column}" || '9'`
    return `t."${column}"`
  }
  const names = own.map(({ column }) => `"${column}"`).join(', ')
  return [
    `insert into ${table} (${names}) overriding system value select ${own.map(valueOf).join(', ')} from ${table} as t where t.ctid = ${at}`,
  ]
}

function told(seed: string, rounds: readonly Round[], unseen: number, known: Known): string[] {
  const count = (key: (round: Round) => string) => {
    const sums = new Map<string, number>()
    for (const round of rounds) sums.set(key(round), (sums.get(key(round)) ?? 0) + 1)
    return [...sums].toSorted((one, other) => other[1] - one[1]).map(([name, n]) => `${name} ${n}`)
  }
  const slowest = Math.max(...rounds.map(({ ms }) => ms))
  const columns = new Set(rounds.filter(({ on }) => on.split('.').length === 3).map(({ on }) => on))
  return [
    `seed ${seed}: ${rounds.length} tamperings, each named exactly (${known.records.size} records, ${known.columns.length} columns; ${unseen} drawn that nobody could see, or that a check refused)`,
    `ways: ${count(({ what }) => what).join(', ')}`,
    `tables: ${count(({ on }) => on.split('.').slice(0, 2).join('.')).join(', ')}; ${columns.size} columns`,
    `the slowest verification took ${slowest.toFixed(0)} ms`,
  ]
}

for (const line of await prove()) console.log(line)
