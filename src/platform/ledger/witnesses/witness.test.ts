import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testServices } from '#test/web.ts'
import { readCheckpoint } from '../tree/checkpoint-rules.ts'
import { parseNote, publicKeyOf, signNote, vkeyOf } from '../tree/note-rules.ts'
import { givenEntries, sequenced } from '../tree/testing.ts'
import { checkpointNote, findConsistencyProof, findHead } from '../tree/tree-view.ts'
import { cosignatureIn } from './cosignature-rules.ts'
import { offerCheckpoint } from './offer-checkpoint.ts'
import { addWitness, endWitness, listWitnesses } from './witness-queries.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const db = await testDatabase()
const services = testServices(db)
const ORIGIN = 'kuvend.test/ditari'
const KEY = vkeyOf(ORIGIN, publicKeyOf(services.settings.ledgerSeed))

type Running = { vkey: string; url: string; child: ChildProcess }

let folder: string
let witness: Running
const started: ChildProcess[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-'))
  await givenEntries(db, 5)
  await sequenced(services)
  witness = await startWitness('one')
  await addWitness(db, { vkey: witness.vkey, url: witness.url, at: services.clock.now() })
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function startWitness(data: string): Promise<Running> {
  const args = ['tools/witness.mjs', '--name', 'deshmitari.example', '--log', KEY, '--port', '0']
  const child = spawn(process.execPath, [...args, '--data', join(folder, data)], { cwd: ROOT })
  started.push(child)
  let out = ''
  await new Promise<void>((ready, failed) => {
    child.once('exit', () => failed(new Error(`the witness ended: ${out}`)))
    child.stdout.on('data', (piece) => {
      out += String(piece)
      if (out.includes('looks after')) ready()
    })
  })
  return { vkey: out.split('\n')[0] ?? '', url: / at (http\S+)/.exec(out)?.[1] ?? '', child }
}

const headNow = async () => {
  const head = await findHead(db)
  if (!head) throw new Error('no head')
  return head
}
const stateOf = async ({ vkey }: { vkey: string }) => (await listWitnesses(db)).find((one) => one.vkey === vkey)
const held = (at: Running) => fetch(`${at.url}/${createHash('sha256').update(ORIGIN).digest('hex')}/checkpoint`)
const send = (at: Running, body: string) => fetch(`${at.url}/add-checkpoint`, { method: 'POST', body })

describe('a witness', () => {
  it('has nothing to show before it has seen something', async () => {
    expect((await held(witness)).status).toBe(404)
  })

  it('signs the newest checkpoint, and its line stands under it for everybody', async () => {
    await offerCheckpoint(services)
    const head = await headNow()
    expect(head.cosignatures).toHaveLength(1)
    const note = checkpointNote(head)
    expect(parseNote(note)?.signatures).toHaveLength(2)
    expect(
      cosignatureIn(`${head.cosignatures[0]}\n`, readCheckpoint(head.note)?.text ?? '', witness.vkey),
    ).not.toBeNull()
    expect(await stateOf(witness)).toMatchObject({ seenSize: head.size, failure: null })
    const shown = await held(witness)
    expect(await shown.text()).toBe(note)
  })

  it('signs what extends that, with the proof that it does, and is not asked twice for the same', async () => {
    for (const more of [1, 300, 2]) {
      await givenEntries(db, more)
      await sequenced(services)
      await offerCheckpoint(services)
      const head = await headNow()
      expect([head.cosignatures.length, (await stateOf(witness))?.failure]).toEqual([1, null])
    }
    const [line] = (await headNow()).cosignatures
    await offerCheckpoint(services)
    expect((await headNow()).cosignatures).toEqual([line])
  })

  it('remembers what it saw when it is killed and started again, with the same key', async () => {
    const before = await (await held(witness)).text()
    witness.child.kill('SIGKILL')
    const again = await startWitness('one')
    expect(again.vkey).toBe(witness.vkey)
    expect(await (await held(again)).text()).toBe(before)
    await endWitness(db, witness.vkey, services.clock.now())
    expect(await addWitness(db, { vkey: again.vkey, url: again.url, at: services.clock.now() })).toBe(true)
    witness = again
  })

  it('is asked from where it stands when it knows more or less than we thought', async () => {
    await db`update platform.ledger_witnesses set seen_size = 2`
    await givenEntries(db, 3)
    await sequenced(services)
    await offerCheckpoint(services)
    expect(await stateOf(witness)).toMatchObject({ seenSize: (await headNow()).size, failure: null })
  })
})

describe('what a witness refuses', () => {
  const signed = (size: number, root: Buffer, name = ORIGIN, seed = services.settings.ledgerSeed) =>
    signNote(`${name}\n${size}\n${root.toString('base64')}\n`, { name, seed })

  it('another history: a fork of the same size, a tree that does not extend, a smaller one', async () => {
    const before = await (await held(witness)).text()
    const { size, root } = await headNow()
    const other = Buffer.alloc(32, 1)
    expect((await send(witness, `old ${size}\n\n${signed(size, other)}`)).status).toBe(422)
    const zeros = `${Buffer.alloc(32).toString('base64')}\n`
    expect((await send(witness, `old ${size}\n${zeros}\n${signed(size + 1, other)}`)).status).toBe(422)
    expect((await send(witness, `old ${size}\n\n${signed(size + 1, other)}`)).status).toBe(422)
    expect((await send(witness, `old ${size}\n\n${signed(size - 1, root)}`)).status).toBe(400)
    const behind = await send(witness, `old ${size - 1}\n\n${signed(size, root)}`)
    expect([behind.status, behind.headers.get('content-type'), await behind.text()]).toEqual([
      409,
      'text/x.tlog.size',
      `${size}\n`,
    ])
    expect(await (await held(witness)).text()).toBe(before)
  })

  it('a log that it does not know, a signature of somebody else, and what is no checkpoint', async () => {
    const { size, root } = await headNow()
    expect((await send(witness, `old 0\n\n${signed(1, root, 'other.example/log')}`)).status).toBe(404)
    expect((await send(witness, `old ${size}\n\n${signed(size, root, ORIGIN, Buffer.alloc(32, 9))}`)).status).toBe(403)
    const other =
      signed(size + 1, root)
        .split('\n')
        .at(-2) ?? ''
    const wrong = [...signed(size, root).split('\n').slice(0, -2), other, ''].join('\n')
    expect((await send(witness, `old ${size}\n\n${wrong}`)).status).toBe(403)
    for (const body of ['', 'old x\n\n', `old 01\n\n${signed(1, root)}`, `old ${size}\nAAAA\n\n${signed(size, root)}`])
      expect((await send(witness, body)).status).toBe(400)
    expect((await send(witness, 'x'.repeat(70_000))).status).toBe(400)
  })
})

describe('an installation', () => {
  it('tells what is wrong with a witness, since when, and goes on with the others', async () => {
    const silent = createServer((_request, response) => response.writeHead(500).end('<h1>Oops</h1>'))
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
    const vkey = vkeyOf('prishur.example', publicKeyOf(Buffer.alloc(32, 5)), 4)
    await addWitness(db, { vkey, url, at: services.clock.now() })
    await givenEntries(db, 1)
    await sequenced(services)
    await offerCheckpoint(services)
    silent.close()
    expect(await stateOf({ vkey })).toMatchObject({
      failure: 'it answered 500: <h1>Oops</h1>',
      failingSince: services.clock.now(),
      seenSize: null,
    })
    expect(await stateOf(witness)).toMatchObject({ failure: null, seenSize: (await headNow()).size })
    await endWitness(db, vkey, services.clock.now())
  })

  it('hears of it when a witness has seen more than there is', async () => {
    const { size, root, note } = await headNow()
    const proof = await findConsistencyProof(db, size - 1, size)
    expect(proof.length).toBeGreaterThan(0)
    // What a database that was put back to an earlier day looks like to a witness that was not.
    const ahead = signNote(`${ORIGIN}\n${size + 5}\n${root.toString('base64')}\n`, {
      name: ORIGIN,
      seed: services.settings.ledgerSeed,
    })
    const forgetful = await startWitness('ahead')
    expect((await send(forgetful, `old 0\n\n${ahead}`)).status).toBe(200)
    await endWitness(db, witness.vkey, services.clock.now())
    await db`delete from platform.ledger_cosignatures`
    await addWitness(db, { vkey: forgetful.vkey, url: forgetful.url, at: services.clock.now() })
    await offerCheckpoint(services)
    expect((await stateOf(forgetful))?.failure).toContain('something that was published is lost')
    expect((await headNow()).note).toBe(note)
  })
})
