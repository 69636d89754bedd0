import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { sealed } from '../../db/sealed-transaction.ts'
import { testDatabase } from '#test/database.ts'
import { TEST_NOW, testServices } from '#test/web.ts'
import { checkpointText, readCheckpoint } from './checkpoint-rules.ts'
import { checkpointFile } from './kept-checkpoint.ts'
import { rootOf, verifyConsistency, verifyInclusion } from './merkle-rules.ts'
import { publicKeyOf, signNote, verifyNote, vkeyOf } from './note-rules.ts'
import { sequenceLedger } from './sequence-ledger.ts'
import { givenEntries, leavesOf, sequenced } from './testing.ts'
import { checkpointNote, findConsistencyProof, findHead, findInclusionProof, rootAt } from './tree-view.ts'

const db = await testDatabase()
const services = testServices(db)
const kept = () => readFile(checkpointFile(services.settings), 'utf8')
const headOf = async () => {
  const head = await findHead(db)
  if (!head) throw new Error('No head')
  return head
}

describe('The ledger', () => {
  it('opens with the first round, under the address of the installation', async () => {
    expect(await findHead(db)).toBeNull()
    await givenEntries(db, 3)
    const { size } = await sequenced(services)
    const head = await headOf()
    expect(head).toMatchObject({ origin: 'kuvend.test/ditari', size, signedAt: TEST_NOW, publishedAt: TEST_NOW })
    const vkey = vkeyOf(head.origin, publicKeyOf(services.settings.ledgerSeed))
    expect(await db`select vkey, since, until from platform.ledger_keys`).toEqual([
      { vkey, since: TEST_NOW, until: null },
    ])
    expect(verifyNote(head.note, [vkey])?.text).toBe(checkpointText(head.origin, size, head.root))
    expect(head.root).toEqual(rootOf(await leavesOf(db)))
    expect(await kept()).toBe(head.note)
    expect(checkpointNote(head)).toBe(head.note)
    expect(await sequenceLedger(services)).toEqual({ kind: 'idle' })
  })

  it('keeps its name when the address of the installation changes', async () => {
    await givenEntries(db, 1)
    await sequenced({ ...services, settings: { ...services.settings, url: 'https://new.example' } })
    expect((await headOf()).origin).toBe('kuvend.test/ditari')
  })

  it('has one place for each entry whatever order transactions end in, also of one that began first and ended last', async () => {
    const late = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const slow = db.begin(async (tx) => {
      await insertLeaf(tx, 'slow')
      begun.resolve()
      await late.promise
    })
    await begun.promise
    const others = Promise.all(Array.from({ length: 40 }, (_, at) => db.begin((tx) => insertLeaf(tx, `other ${at}`))))
    const rounds = Promise.all([sequenceLedger(services), sequenceLedger(services), others])
    await rounds
    await sequenceLedger(services)
    const before = await headOf()
    late.resolve()
    await slow
    await sequenced(services)
    const after = await headOf()
    expect(after.size).toBe(before.size + 1)
    await wholeTree()
    const [slowest] = await db<{ last: boolean }[]>`
      select leaf_index = (select max(leaf_index) from platform.ledger_entries) as last
      from platform.ledger_entries where entry = '{"leaf":"slow"}'`
    expect(slowest?.last).toBe(true)
    const proof = await findConsistencyProof(db, before.size, after.size)
    expect(
      verifyConsistency({ from: before.size, to: after.size, rootFrom: before.root, rootTo: after.root, proof }),
    ).toBe(true)
  })

  it('is ordered by one worker at a time', async () => {
    await givenEntries(db, 300)
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => sequenceLedger(services)))
    const kinds = outcomes.map(({ kind }) => kind)
    expect(kinds).toContain('sequenced')
    expect(kinds.filter((kind) => !['sequenced', 'busy', 'idle'].includes(kind))).toEqual([])
    await sequenceLedger(services)
    await wholeTree()
  })

  it('leaves an entry that another transaction holds for the next round, and waits for nobody', async () => {
    await givenEntries(db, 3, 'test.held')
    const free = Promise.withResolvers<void>()
    const holding = Promise.withResolvers<void>()
    const holder = db.begin(async (tx) => {
      await tx`select id from platform.ledger_entries where kind = 'test.held' order by id limit 1 for update`
      holding.resolve()
      await free.promise
    })
    await holding.promise
    expect((await sequenced(services)).entries).toBe(2)
    free.resolve()
    await holder
    expect((await sequenced(services)).entries).toBe(1)
    await wholeTree()
  })

  it('has nothing half when the connection is cut in the middle of a round', async () => {
    await givenEntries(db, 2_000)
    const before = await headOf()
    const round = sequenceLedger(services).then(
      (outcome) => outcome.kind,
      () => 'cut',
    )
    for (let tries = 0; tries < 200; tries++) {
      const cut = await db`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query like '%ordered as%' and state = 'active'`
      if (cut.length > 0) break
    }
    expect(['cut', 'sequenced']).toContain(await round)
    if ((await headOf()).size === before.size) {
      const [half] = await db<{ placed: number; signed: number }[]>`
        select count(*)::int as placed,
               (select count(*)::int from platform.ledger_checkpoints where size > ${before.size}) as signed
        from platform.ledger_entries where leaf_index >= ${before.size}`
      expect(half?.placed === 0 ? half.signed : 1).toBe(half?.placed === 0 ? 0 : 1)
    }
    await sequenceLedger(services)
    await wholeTree()
  })

  it('first publishes what somebody signed and could not publish', async () => {
    const before = await headOf()
    await givenEntries(db, 2)
    await sequenced(services)
    const signed = await headOf()
    await db`update platform.ledger_checkpoints set published_at = null where size = ${signed.size}`
    await keepOlder(before.note)
    expect((await headOf()).size).toBe(before.size)
    expect(await sequenced(services)).toMatchObject({ entries: 0, size: signed.size })
    expect((await headOf()).note).toBe(signed.note)
    expect(await kept()).toBe(signed.note)
  })

  it('frees the lock of a worker that stopped in the middle of a round', async () => {
    await givenEntries(db, 1)
    const held = Promise.withResolvers<void>()
    const end = Promise.withResolvers<void>()
    const stopped = sealed(db, async (tx) => {
      await tx`select set_config('idle_in_transaction_session_timeout', '300ms', true), pg_try_advisory_xact_lock(7311605001)`
      held.resolve()
      await end.promise
      await tx`select 1`
    }).then(
      () => 'went on',
      () => 'cut off',
    )
    await held.promise
    expect(await sequenceLedger(services)).toEqual({ kind: 'busy' })
    await expect.poll(() => sequenceLedger(services).then(({ kind }) => kind), { timeout: 5_000 }).toBe('sequenced')
    end.resolve()
    expect(await stopped).toBe('cut off')
  })
})

describe('A worker signs nothing', () => {
  it('when the checkpoint outside is of a larger tree, until that is put right', async () => {
    const head = await headOf()
    const note = await kept()
    const seed = services.settings.ledgerSeed
    const text = checkpointText(head.origin, head.size + 10, Buffer.alloc(32, 1))
    await keepOlder(signNote(text, { name: head.origin, seed }))
    await givenEntries(db, 20)
    expect(await sequenceLedger(services)).toMatchObject({ kind: 'refused', why: 'shorter' })
    expect((await headOf()).size).toBe(head.size)
    await keepOlder(note)
    expect((await sequenced(services)).size).toBe(head.size + 20)
  })

  it('when the checkpoint outside has another root, is torn, or is of a log that nobody knows', async () => {
    const head = await headOf()
    const note = await kept()
    const seed = services.settings.ledgerSeed
    const notes = {
      different: signNote(checkpointText(head.origin, head.size - 1, Buffer.alloc(32, 1)), { name: head.origin, seed }),
      unreadable: note.slice(0, 40),
      'unknown-log': signNote(checkpointText('other.example/ditari', 1, head.root), { name: head.origin, seed }),
    }
    await givenEntries(db, 1)
    for (const [why, words] of Object.entries(notes)) {
      await keepOlder(words)
      expect(await sequenceLedger(services)).toMatchObject({ kind: 'refused', why })
    }
    await keepOlder(note)
    for (const words of Object.values(notes))
      expect(await sequenceLedger(services, { elsewhere: [{ source: 'S3', note: words }] })).toMatchObject({
        kind: 'refused',
      })
    expect((await headOf()).size).toBe(head.size)
    expect((await sequenced(services)).size).toBe(head.size + 1)
  })

  it('with another key than the one in use', async () => {
    await givenEntries(db, 1)
    const other = { ...services, settings: { ...services.settings, ledgerSeed: Buffer.alloc(32, 8) } }
    const outcome = await sequenceLedger(other)
    expect(outcome).toMatchObject({ kind: 'refused', why: 'key' })
    expect(JSON.stringify(outcome)).toContain('kuvend.test/ditari+')
    await sequenced(services)
  })

  it('when a tile is not the one of the last checkpoint', async () => {
    await givenEntries(db, 1)
    const [tile] = await db<{ n: string; hashes: Buffer }[]>`
      select n, hashes from platform.ledger_tiles where level = 0 order by n desc limit 1`
    const wrong = Buffer.from(tile?.hashes ?? '')
    wrong[0] = (wrong[0] ?? 0) ^ 1
    await db`update platform.ledger_tiles set hashes = ${wrong} where level = 0 and n = ${tile?.n ?? 0}`
    expect(await sequenceLedger(services)).toMatchObject({ kind: 'refused', why: 'different' })
    await db`update platform.ledger_tiles set hashes = ${tile?.hashes ?? wrong} where level = 0 and n = ${tile?.n ?? 0}`
    await sequenced(services)
  })
})

describe('A tree of more than 65,536 leaves', () => {
  it('has full and partial tiles of three levels, and proofs by a handful of rows', async () => {
    const sizes: number[] = []
    for (const upTo of [255, 256, 257, 65_535, 65_537, 70_000]) {
      const [row] = await db<{ count: number }[]>`select count(*)::int as count from platform.ledger_entries`
      if (upTo > (row?.count ?? 0)) await givenEntries(db, upTo - (row?.count ?? 0))
      await sequenceLedger(services)
      sizes.push((await headOf()).size)
    }
    expect(sizes.at(-1)).toBe(70_000)
    const leaves = await leavesOf(db)
    const head = await headOf()
    expect(head.root).toEqual(rootOf(leaves))
    const widths = await db`
      select level, count(*)::int as tiles, min(length(hashes)) / 32 as least from platform.ledger_tiles
      group by level order by level`
    expect(widths).toEqual([
      { level: 0, tiles: 274, least: 112 },
      { level: 1, tiles: 2, least: 17 },
      { level: 2, tiles: 1, least: 1 },
    ])
    for (const size of [256, 257, 65_536, 65_537, 70_000]) {
      const root = await rootAt(db, size)
      expect(root).toEqual(rootOf(leaves.slice(0, size)))
      for (const index of [0, 255, 256, 65_535, 65_536, size - 1].filter((one) => one < size)) {
        const proof = await findInclusionProof(db, index, size)
        const leafHash = leaves[index] ?? Buffer.alloc(0)
        expect(verifyInclusion({ leafHash, index, size, proof, root })).toBe(true)
      }
      const proof = await findConsistencyProof(db, size, head.size)
      expect(verifyConsistency({ from: size, to: head.size, rootFrom: root, rootTo: head.root, proof })).toBe(true)
    }
  }, 120_000)
})

const insertLeaf = (tx: Parameters<Parameters<typeof db.begin>[1]>[0], name: string) =>
  tx`insert into platform.ledger_entries (kind, subject, version, at, entry, leaf_hash, ended)
     select 'test.leaf', 'test.leaf:' || gen_random_uuid(), 1, now(), leaf.entry,
            sha256('\\x00'::bytea || convert_to(leaf.entry, 'UTF8')), 'removed'
     from (select format('{"leaf":%s}', to_json(${name}::text)) as entry) as leaf`

/** No entry waits, no place is empty or doubled, and the root over all words is the one that was signed. */
async function wholeTree(): Promise<void> {
  const [facts] = await db`
    select count(*) filter (where leaf_index is null)::int as waiting,
           (count(*) - count(distinct leaf_index))::int as doubled,
           (coalesce(max(leaf_index) + 1, 0) - count(leaf_index))::int as gaps
    from platform.ledger_entries`
  expect(facts).toEqual({ waiting: 0, doubled: 0, gaps: 0 })
  const head = await headOf()
  expect(head.root).toEqual(rootOf(await leavesOf(db)))
  expect(readCheckpoint(await kept())?.size).toBe(head.size)
}

/** As if somebody had copied it there. */
async function keepOlder(note: string): Promise<void> {
  await writeFile(checkpointFile(services.settings), note)
}
