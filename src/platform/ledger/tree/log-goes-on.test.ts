import { readFile, rm, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { TEST_NOW, testServices } from '#test/web.ts'
import { digestOf } from '../entry-rules.ts'
import { verifyLedger } from '../verify/verify-ledger.ts'
import { readCheckpoint } from './checkpoint-rules.ts'
import { checkpointFile } from './kept-checkpoint.ts'
import { keyRecords, logRecords } from './log-records.ts'
import { verifyConsistency } from './merkle-rules.ts'
import { publicKeyOf, verifyNote, vkeyOf } from './note-rules.ts'
import { openOrigin } from './open-origin.ts'
import { rotateKey } from './rotate-key.ts'
import { sequenceLedger } from './sequence-ledger.ts'
import { nextOrigin } from './signing-rules.ts'
import { givenEntries, sequenced } from './testing.ts'
import { findConsistencyProof, findHead } from './tree-view.ts'

const headOf = async (db: TestDatabase) => {
  const head = await findHead(db)
  if (!head) throw new Error('No head')
  return head
}

async function signedLog(count = 5) {
  const db = await testDatabase()
  const services = testServices(db)
  await givenEntries(db, count)
  await sequenced(services)
  return { db, services, head: await headOf(db) }
}

describe('A new key', () => {
  it('is announced by an entry that the old key signs, and signs from then on', async () => {
    const { db, services, head } = await signedLog()
    const old = vkeyOf(head.origin, publicKeyOf(services.settings.ledgerSeed))
    const seed = Buffer.alloc(32, 9)
    const rotated = await rotateKey(services, seed)
    const vkey = vkeyOf(head.origin, publicKeyOf(seed))
    expect(rotated).toEqual({ kind: 'rotated', oldVkey: old, vkey, size: head.size + 1 })
    const announced = await headOf(db)
    expect(verifyNote(announced.note, [old])?.by).toEqual([old])
    expect(verifyNote(announced.note, [vkey])).toBeNull()
    const [entry] = await db<{ subject: string; digest: Buffer; salt: Buffer }[]>`
      select subject, digest, salt from platform.ledger_entries where leaf_index = ${head.size}`
    const [row] = await keyRecords.each(db, null, 10)
    expect(entry?.subject).toBe(`platform.ledger-key:${row?.id}`)
    expect(row?.record).toMatchObject({ origin: head.origin, vkey, replaces: old })
    expect(entry?.digest).toEqual(digestOf(entry?.salt ?? Buffer.of(), row?.record ?? {}))

    await givenEntries(db, 1)
    expect(await sequenceLedger(services)).toMatchObject({ kind: 'refused', why: 'key' })
    await sequenced({ ...services, settings: { ...services.settings, ledgerSeed: seed } })
    const next = await headOf(db)
    expect(verifyNote(next.note, [vkey])?.by).toEqual([vkey])
    expect(await rotateKey({ ...services, settings: { ...services.settings, ledgerSeed: seed } }, seed)).toMatchObject({
      kind: 'refused',
      why: 'same-key',
    })
  })
})

describe('A new key, by a clock that runs,', () => {
  it('leaves no checkpoint outside the time in which its key was in use', async () => {
    const { db, services } = await signedLog()
    let ticks = 0
    const running = { ...services, clock: { now: () => new Date(TEST_NOW.getTime() + 1000 + ticks++) } }
    await givenEntries(db, 2)
    const seed = Buffer.alloc(32, 9)
    expect(await rotateKey(running, seed)).toMatchObject({ kind: 'rotated' })
    await givenEntries(db, 1)
    await sequenced({ ...running, settings: { ...services.settings, ledgerSeed: seed } })
    const { named } = await verifyLedger(running, [], { kept: [] })
    expect(named.filter(({ way }) => way.startsWith('checkpoint'))).toEqual([])
  })
})

describe('A new origin', () => {
  it('is refused while the log can go on', async () => {
    const { db, services } = await signedLog()
    expect(await openOrigin(services, { reason: 'pa ndonjë arsye' })).toMatchObject({ kind: 'refused', why: 'healthy' })
    expect(await db`select id from platform.ledger_logs`).toHaveLength(1)
  })

  it('is opened after entries were lost: it names the old log and its last note, and the same leaves go on', async () => {
    const { db, services, head } = await signedLog()
    // Others hold more than this database, as after a restore: of the same log, signed by its key.
    const elsewhere = testServices(db)
    const ahead = await signedAhead(head.origin, elsewhere.settings.ledgerSeed)
    await writeFile(checkpointFile(services.settings), ahead)
    await givenEntries(db, 2)
    expect(await sequenceLedger(services)).toMatchObject({ kind: 'refused', why: 'shorter' })

    const opened = await openOrigin(services, { reason: 'U rikthye kopja e djeshme.' })
    expect(opened).toMatchObject({ kind: 'opened', origin: `${head.origin}/2`, predecessor: head.origin })
    await sequenced(services)
    const next = await headOf(db)
    expect(next).toMatchObject({ origin: `${head.origin}/2`, size: head.size + 3 })
    const proof = await findConsistencyProof(db, head.size, next.size)
    expect(verifyConsistency({ from: head.size, to: next.size, rootFrom: head.root, rootTo: next.root, proof })).toBe(
      true,
    )
    const vkey = vkeyOf(next.origin, publicKeyOf(services.settings.ledgerSeed))
    expect(verifyNote(next.note, [vkey])?.by).toEqual([vkey])
    expect(await readFile(checkpointFile(services.settings), 'utf8')).toBe(next.note)
    const [row] = await logRecords.each(db, null, 10)
    expect(row?.record).toMatchObject({
      origin: next.origin,
      predecessor: head.origin,
      predecessor_note: ahead,
      reason: 'U rikthye kopja e djeshme.',
      opened_size: head.size,
      vkey,
    })
    // A bucket or another machine may still hold the note of the old log.
    await givenEntries(db, 1)
    await sequenced(services, { elsewhere: [{ source: 'S3', note: ahead }] })
    expect(await openOrigin(services, { reason: 'edhe një herë' })).toMatchObject({ why: 'healthy' })
  })

  it('is opened when the key is lost, and in a database that lost the log whole', async () => {
    const lost = await signedLog()
    const services = { ...lost.services, settings: { ...lost.services.settings, ledgerSeed: Buffer.alloc(32, 4) } }
    expect(await openOrigin(services, { reason: 'Çelësi humbi.' })).toMatchObject({
      kind: 'opened',
      mended: { why: 'key' },
    })
    await sequenced(services)
    expect((await headOf(lost.db)).origin).toBe(`${lost.head.origin}/2`)

    const db = await testDatabase()
    const empty = testServices(db, { dataFolder: services.settings.dataFolder })
    await givenEntries(db, 1)
    expect(await sequenceLedger(empty)).toMatchObject({ kind: 'refused', why: 'shorter' })
    expect(await openOrigin(empty, { reason: 'Baza humbi.' })).toMatchObject({ origin: `${lost.head.origin}/3` })
    await sequenced(empty)
    expect((await headOf(db)).origin).toBe(`${lost.head.origin}/3`)
  })

  it('does not heal a database that contradicts itself', async () => {
    const { db, services, head } = await signedLog()
    await rm(checkpointFile(services.settings))
    await db`update platform.ledger_tiles set hashes = substr(hashes, 1, length(hashes) - 32)`
    await givenEntries(db, 1)
    expect(await sequenceLedger(services)).toMatchObject({ kind: 'refused', why: 'different' })
    expect(await openOrigin(services, { reason: 'një arsye' })).toMatchObject({ kind: 'refused', why: 'damaged' })
    expect((await headOf(db)).size).toBe(head.size)
  })

  it('has the next number', () => {
    expect(nextOrigin(['a.example:3000/ditari'])).toBe('a.example:3000/ditari/2')
    expect(nextOrigin(['a.example/ditari/2', 'a.example/ditari', 'a.example/ditari/7'])).toBe('a.example/ditari/8')
  })
})

/** The log as another copy of the database would have signed it, ten entries later. */
async function signedAhead(origin: string, seed: Uint8Array): Promise<string> {
  const db = await testDatabase()
  const services = testServices(db, { url: `http://${origin.replace('/ditari', '')}`, ledgerSeed: seed })
  await givenEntries(db, 40)
  await sequenced(services)
  const { note } = await headOf(db)
  expect(readCheckpoint(note)?.origin).toBe(origin)
  return note
}
