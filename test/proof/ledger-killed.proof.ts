import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { rootOf, verifyConsistency } from '#platform/ledger/tree/merkle-rules.ts'
import { isWorkWaiting } from '#platform/ledger/tree/sequence-queries.ts'
import { leavesOf } from '#platform/ledger/tree/testing.ts'
import { findConsistencyProof, findHead, rootAt } from '#platform/ledger/tree/tree-view.ts'
import { build } from '../../bin/build.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 100)
/** The lock of whoever orders: `sequence-queries.ts`. */
const ORDERING = 7_311_605_001

/**
 * Two workers of the program order what a third process commits, on one PostgreSQL that syncs to the disk. Each round
 * waits until a checkpoint is published, then one of the three ends by signal 9 at a random moment, or both workers within
 * the next milliseconds of ordering, and is started anew. What anybody was ever shown as a checkpoint is the beginning of
 * the tree as it stands at the end, in which every entry that was committed has one place.
 */
export async function prove(): Promise<string[]> {
  await build()
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-ledger-'))
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  const db = openDatabase(server.url, { max: 3 })
  const running = new Map<string, ChildProcess>()
  const begin = (name: string) => running.set(name, name === 'deeds' ? deeds(server.url) : worker(folder, server.url))
  try {
    begin('first')
    await entriesAreWanted(db)
    for (const name of ['second', 'deeds']) begin(name)
    const seen = watch(db)
    let inside = 0
    for (let round = 0; round < ROUNDS; round++) {
      await somethingPublished(db)
      const victims = await chooseVictims(db, round)
      inside += victims.length > 1 ? 1 : 0
      for (const victim of victims) running.get(victim)?.kill('SIGKILL')
      for (const victim of victims) begin(victim)
    }
    running.get('deeds')?.kill('SIGKILL')
    const heads = await seen.stop()
    return [`${inside} times while a worker was ordering`, await judge(db, folder, heads)]
  } finally {
    for (const child of running.values()) child.kill('SIGKILL')
    await db.end({ timeout: 5 })
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every other time: both workers, the moment one of them has the lock and a little later. */
async function chooseVictims(db: Database, round: number): Promise<string[]> {
  if (round % 2 === 0) {
    await pause(Math.random() * 1_000)
    return [['first', 'second', 'deeds'][Math.floor(Math.random() * 3)] ?? 'first']
  }
  for (let tries = 0; tries < 10_000; tries++) {
    const held = await db`
      select from pg_locks where locktype = 'advisory' and (classid::bigint << 32) + objid::bigint = ${ORDERING}`
    if (held.length === 0) continue
    await pause(Math.random() * 30)
    return ['first', 'second']
  }
  throw new Error('Nobody orders')
}

/** Somebody is alive, and gets through; or nothing waits any more. */
async function somethingPublished(db: Database): Promise<void> {
  const before = (await findHead(db))?.size ?? 0
  for (let tries = 0; tries < 1_200; tries++) {
    if (((await findHead(db))?.size ?? 0) > before || !(await isWorkWaiting(db))) return
    await pause(50)
  }
  throw new Error('For a minute nothing was published')
}

const worker = (folder: string, url: string): ChildProcess =>
  spawn(process.execPath, ['bin/start.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      KUVEND_DATA: join(folder, 'data'),
      KUVEND_ROLE: 'worker',
      KUVEND_DEMO: 'off',
      KUVEND_LOG: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const deeds = (url: string): ChildProcess =>
  spawn(process.execPath, ['test/fixtures/ledger-deeds.ts'], {
    env: { ...process.env, DEEDS_DATABASE: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

/** The first worker brings the tables. */
async function entriesAreWanted(db: Database): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const [row] = await db<{ there: boolean }[]>`
      select to_regclass('platform.ledger_witnesses') is not null as there`
    if (row?.there) return
    await pause(200)
  }
  throw new Error('The worker did not start')
}

type Seen = Map<number, { root: Buffer; note: string }>

/** A reader who keeps every checkpoint that is shown. */
function watch(db: Database): { stop(): Promise<Seen> } {
  const seen: Seen = new Map()
  let stopped = false
  const run = async () => {
    while (!stopped) {
      const head = await findHead(db)
      const before = head && seen.get(head.size)
      if (head && before && before.note !== head.note) throw new Error(`Two checkpoints of ${head.size} leaves`)
      if (head) seen.set(head.size, { root: head.root, note: head.note })
      await pause(15)
    }
    return seen
  }
  const running = run()
  running.catch(() => {})
  return {
    stop: async () => {
      stopped = true
      return running
    },
  }
}

async function judge(db: Database, folder: string, seen: Seen): Promise<string> {
  // What piled up while most of the time nobody was alive may take a while; that it goes on is what counts.
  while (await isWorkWaiting(db)) await somethingPublished(db)
  const [facts] = await db<{ entries: number; places: number; last: number }[]>`
    select count(*)::int as entries, count(distinct leaf_index)::int as places, max(leaf_index)::int as last
    from platform.ledger_entries`
  if (!facts || facts.entries !== facts.places || facts.last + 1 !== facts.entries)
    throw new Error(`Gaps or doubles: ${JSON.stringify(facts)}`)
  const head = await findHead(db)
  const leaves = await leavesOf(db)
  if (!head || head.size !== facts.entries || !head.root.equals(rootOf(leaves)))
    throw new Error('The tree is not that of the entries')
  if ((await readFile(join(folder, 'data', 'ledger', 'checkpoint'), 'utf8')) !== head.note)
    throw new Error('The last checkpoint is not the one outside the database')
  for (const [size, { root }] of seen) {
    const proof = await findConsistencyProof(db, size, head.size)
    const follows = verifyConsistency({ from: size, to: head.size, rootFrom: root, rootTo: head.root, proof })
    if (!follows || !(await rootAt(db, size)).equals(root))
      throw new Error(`A reader was shown another tree of ${size}`)
  }
  return (
    `${ROUNDS} times a worker or the deeds were killed: ${facts.entries} entries have one place each, none is empty; ` +
    `each of ${seen.size} checkpoints that a reader saw is the beginning of the tree of the end`
  )
}
