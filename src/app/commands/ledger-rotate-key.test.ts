import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseNote } from '#platform/ledger/tree/note-rules.ts'
import { rotateKey } from '#platform/ledger/tree/rotate-key.ts'
import { layReady } from '#platform/ledger/tree/signing-key.ts'
import { givenEntries, sequenced } from '#platform/ledger/tree/testing.ts'
import { findHead } from '#platform/ledger/tree/tree-view.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { ledgerRotateKeyCommand } from './ledger-rotate-key.ts'

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

describe('The key of the ledger, on the command line,', () => {
  it('of the data folder is taken up by running workers, and the old one is kept under its id', async () => {
    const { db, services, head } = await signedLog()
    const keys = join(services.settings.dataFolder, 'keys')
    const seedFile = join(keys, 'ledger')
    const old = Buffer.from(services.settings.ledgerSeed).toString('base64')
    await mkdirAndWrite(keys, seedFile, old)
    const around = { services, databaseUrl: '', positionals: [], flags: [], folder: keys }
    const outcome = await ledgerRotateKeyCommand.run({ ...around, options: {} })
    expect(outcome).toMatchObject({ kind: 'done' })
    const oldId = parseNote(head.note)?.signatures[0]?.keyId ?? ''
    expect(await readFile(`${seedFile}.${oldId}`, 'utf8')).toBe(old)
    expect(await readFile(seedFile, 'utf8')).not.toBe(old)
    await givenEntries(db, 1)
    await sequenced(services)
    const newId = parseNote((await headOf(db)).note)?.signatures[0]?.keyId ?? ''
    expect(newId).not.toBe(oldId)
  })

  it('is installed by the same command when the first one was broken off after the announcement', async () => {
    const { db, services } = await signedLog()
    const keys = join(services.settings.dataFolder, 'keys')
    await mkdirAndWrite(keys, join(keys, 'ledger'), Buffer.from(services.settings.ledgerSeed).toString('base64'))
    const seed = await layReady(services.settings, Buffer.alloc(32, 5))
    await rotateKey(services, seed)
    // Meanwhile nothing stands still.
    await givenEntries(db, 1)
    await sequenced(services)
    const before = await db`select vkey from platform.ledger_keys`
    const around = { services, databaseUrl: '', positionals: [], flags: [], folder: keys }
    expect(await ledgerRotateKeyCommand.run({ ...around, options: {} })).toMatchObject({ kind: 'done' })
    expect((await readFile(join(keys, 'ledger'), 'utf8')).trim()).toBe(seed.toString('base64'))
    expect(await db`select vkey from platform.ledger_keys`).toEqual(before)
  })

  it('has to be given in a file when the key comes from the environment', async () => {
    const { db, services } = await signedLog()
    const { dataFolder } = services.settings
    const around = { services, databaseUrl: '', positionals: [], flags: [], folder: dataFolder }
    expect(await ledgerRotateKeyCommand.run({ ...around, options: {} })).toMatchObject({ kind: 'misused' })
    await writeFile(join(dataFolder, 'short'), 'AAAA')
    const short = await ledgerRotateKeyCommand.run({ ...around, options: { 'new-key-file': 'short' } })
    expect(short).toMatchObject({ kind: 'refused' })
    expect(await db`select id from platform.ledger_keys`).toHaveLength(1)
    await writeFile(join(dataFolder, 'new'), `${Buffer.alloc(32, 3).toString('base64')}\n`)
    const done = await ledgerRotateKeyCommand.run({ ...around, options: { 'new-key-file': 'new' } })
    expect(done).toMatchObject({ kind: 'done' })
    expect(await db`select id from platform.ledger_keys where until is null`).toHaveLength(1)
  })
})

async function mkdirAndWrite(folder: string, file: string, words: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(file, words)
}
