import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { appendToLedger, eraseFromLedger } from './append-to-ledger.ts'
import { canonicalJson, type Json } from './canonical-json-rules.ts'
import { leafHashOf } from './entry-rules.ts'
import type { RecordKind, RecordRow } from './record-kind.ts'

const db = await testDatabase()
const services = testServices(db)

/** Records that stand in memory: what `find` gives is public. */
const standing = new Map<string, RecordRow>()
const signs: RecordKind = {
  kind: 'signs.sign',
  words: { sq: 'Shenjë', en: 'Sign' },
  shapes: [['title'], ['title', 'place']],
  find: (_db, ids) => Promise.resolve(ids.flatMap((id) => standing.get(id) ?? [])),
  each: () => Promise.resolve([...standing.values()]),
}

const put = (id: string, title: string): void =>
  void standing.set(id, {
    id,
    institutionId: null,
    institution: null,
    record: { title, place: 'Bregas', color: 'red' },
  })

const enter = (...ids: string[]) => db.begin((tx) => appendToLedger(tx, services, { kind: signs, ids }))

type Row = {
  version: number
  entry: string
  digest: Buffer | null
  salt: Buffer | null
  ended: string | null
  leafHash: Buffer
}
const entriesOf = (id: string) => db<Row[]>`
  select version, entry, digest, salt, ended, leaf_hash from platform.ledger_entries
  where subject = ${`signs.sign:${id}`} order by version`

describe('an entry', () => {
  it('says which record, which version and when, and nothing of what it holds', async () => {
    const id = randomUUID()
    put(id, 'Ndalohet parkimi')
    await enter(id)
    const [row] = await entriesOf(id)
    const leaf = JSON.parse(row?.entry ?? '') as Record<string, Json>
    expect(leaf).toEqual({
      at: services.clock.now().toISOString(),
      digest: row?.digest?.toString('hex'),
      institution: null,
      kind: 'signs.sign',
      subject: `signs.sign:${id}`,
      v: 2,
      version: 1,
    })
    expect(row?.entry).toBe(canonicalJson(leaf))
    expect(row?.leafHash).toEqual(leafHashOf(row?.entry ?? ''))
  })

  it('has the digest of salt and newest shape, which two salts make two', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    for (const id of [one, other]) put(id, 'Kthesë')
    await enter(one, other)
    const [[first], [second]] = await Promise.all([entriesOf(one), entriesOf(other)])
    const expected = createHash('sha256')
      .update(first?.salt ?? '')
      .update('{"place":"Bregas","title":"Kthesë"}')
    expect(first?.digest).toEqual(expected.digest())
    expect(second?.digest).not.toEqual(first?.digest)
  })

  it('counts the versions, ends once when the record is public no more, and begins again when it is', async () => {
    const id = randomUUID()
    await enter(id)
    expect(await entriesOf(id)).toEqual([])
    put(id, 'a')
    await enter(id)
    await enter(id)
    standing.delete(id)
    await enter(id)
    await enter(id)
    put(id, 'b')
    await enter(id)
    expect((await entriesOf(id)).map(({ version, ended }) => [version, ended])).toEqual([
      [1, null],
      [2, null],
      [3, 'removed'],
      [4, null],
    ])
  })

  it('goes when the deed fails', async () => {
    const id = randomUUID()
    put(id, 'a')
    const deed = db.begin(async (tx) => {
      await appendToLedger(tx, services, { kind: signs, ids: [id] })
      throw new Error('something else went wrong')
    })
    await expect(deed).rejects.toThrow('something else')
    expect(await entriesOf(id)).toEqual([])
  })
})

describe('erasing', () => {
  it('empties the salts, appends an entry with ground and role, and leaves leaves and hashes as they were', async () => {
    const id = randomUUID()
    put(id, 'emri i dikujt')
    await enter(id)
    const [before] = await entriesOf(id)
    await db.begin((tx) => eraseFromLedger(tx, services, signs, id, { ground: 'request', role: 'citizen' }))
    const [after, erased] = await entriesOf(id)
    expect(after).toEqual({ ...before, salt: null })
    expect(erased).toMatchObject({ version: 2, ended: 'erased', digest: null, salt: null })
    expect(JSON.parse(erased?.entry ?? '')).toMatchObject({
      digest: null,
      ended: { why: 'erased', ground: 'request', role: 'citizen' },
    })
  })

  it('of what was never entered writes nothing', async () => {
    const id = randomUUID()
    await db.begin((tx) => eraseFromLedger(tx, services, signs, id, { ground: 'request' }))
    expect(await entriesOf(id)).toEqual([])
  })
})

describe('what was entered', () => {
  const refused = /stands as it is/
  it('is changed and deleted by nobody, but for its place, once, and its salt', async () => {
    const id = randomUUID()
    put(id, 'a')
    await enter(id)
    const subject = `signs.sign:${id}`
    await expect(db`update platform.ledger_entries set entry = '{}' where subject = ${subject}`).rejects.toThrow(
      refused,
    )
    await expect(db`delete from platform.ledger_entries where subject = ${subject}`).rejects.toThrow(refused)
    await db`update platform.ledger_entries set leaf_index = 900001 where subject = ${subject}`
    await expect(db`update platform.ledger_entries set leaf_index = 900002 where subject = ${subject}`).rejects.toThrow(
      refused,
    )
    await expect(
      db`update platform.ledger_entries set salt = decode(repeat('00', 16), 'hex') where subject = ${subject}`,
    ).rejects.toThrow(refused)
    await db`update platform.ledger_entries set salt = null where subject = ${subject}`
    const [row] = await entriesOf(id)
    expect(row).toMatchObject({ version: 1, salt: null })
  })
})
