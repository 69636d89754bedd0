import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCommand } from '#app/cli.ts'
import { readConfig } from '#app/config.ts'
import { jobHandlers } from '#app/worker.ts'
import { sq as health } from '#app/office/health/texts.sq.ts'
import { sq as ledger } from '#app/public/ledger/texts.sq.ts'
import { silentLog } from '#platform/logs/logger.ts'
import { checkpointFile } from '#platform/ledger/tree/kept-checkpoint.ts'
import { findNewestVerification } from '#platform/ledger/verify/verification-queries.ts'
import { givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import { testDatabase } from './database.ts'
import { eraseComment } from './erase-comment.ts'
import { lettersTo } from './mailbox.ts'
import { givenPerson, people } from './people.ts'
import { behindItsBack, sequenced, verified } from './tampering.ts'
import { testWeb } from './web.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const folder = mkdtempSync(join(tmpdir(), 'kuvend-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const consultation = await givenConsultation(services)
const comments = []
for (let n = 0; n < 4; n += 1)
  comments.push(await givenComment(services, consultation, { body: `Propozimi im është ${n}.` }))
const [first, second, third] = comments
await sequenced(services)

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { KUVEND_DATA: services.settings.dataFolder, DATABASE_URL: db.url, KUVEND_DEMO: 'off' }
  const config = readConfig(env)
  if ('refused' in config) throw new Error(config.refused.join('; '))
  const heard = { out: '', err: '' }
  const hear = (to: 'out' | 'err') => (text: string) => void (heard[to] += text)
  return { code: await runCommand(argv, config, silentLog, { out: hear('out'), err: hear('err'), folder }), ...heard }
}

/** A change that no trigger hears of, until `undo`. */
const behind = (words: string, id: string) =>
  db.begin(async (tx) => {
    await behindItsBack(tx)
    await tx`update consultations.comment_versions set body = ${words} where comment_id = ${id} and n = 1`
  })

describe('while people write', () => {
  it('nothing false is named', async () => {
    let going = true
    const writer = async () => {
      while (going) await givenComment(services, consultation, { body: 'Edhe unë propozoj diçka tjetër për tregun.' })
    }
    const sequencer = async () => {
      while (going) await sequenced(services)
    }
    const others = [writer(), writer(), writer(), writer(), sequencer()]
    try {
      for (let n = 0; n < 5; n += 1) expect((await verified(services)).named).toEqual([])
    } finally {
      going = false
      await Promise.all(others)
    }
  })
})

describe('an erasure', () => {
  it('is “erased on” its day, and nothing is altered', async () => {
    const before = await verified(services)
    await eraseComment(services, third?.id ?? '')
    await sequenced(services)
    const report = await verified(services)
    expect(report.named).toEqual([])
    expect(report.erasedCount).toBeGreaterThan(before.erasedCount)
    expect(report.erased.map(({ subject }) => subject)).toContain(`consultations.comment:${third?.id}`)
    const told = await run('ledger', 'verify', '--list-erased')
    expect(told.code).toBe(0)
    expect(told.out).toContain(`consultations.comment:${third?.id}: erased on 2026-11-22`)
  })
})

describe('kuvend ledger verify', () => {
  it('ends with 0 when all is well, and prints figures for machines', async () => {
    const { code, out } = await run('ledger', 'verify', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ outcome: 'well', namedCount: 0, named: [] })
  })

  it('ends with 1 and names the record by its reference, and the way', async () => {
    await behind('Fjalë që askush nuk i ka shkruar.', first?.id ?? '')
    try {
      const { code, out } = await run('ledger', 'verify')
      expect(code).toBe(1)
      expect(out.split('\n')[0]).toMatch(new RegExp(`^ALTERED: consultations\\.comment:${first?.id}`))
      expect((await run('ledger', 'verify', '--kind', 'consultations.comment')).code).toBe(1)
      expect((await run('ledger', 'verify', '--kind', 'institutions.institution')).code).toBe(0)
    } finally {
      await behind('Propozimi im është 0.', first?.id ?? '')
    }
  })

  it('takes a checkpoint that somebody else kept, and calls what it cannot understand misuse', async () => {
    const note = readFileSync(checkpointFile(services.settings), 'utf8')
    writeFileSync(join(folder, 'kept'), note)
    expect((await run('ledger', 'verify', '--from-note', 'kept')).code).toBe(0)
    writeFileSync(join(folder, 'forged'), note.replace(/\n\d+\n/, '\n999999\n'))
    expect((await run('ledger', 'verify', '--from-note', 'forged')).code).toBe(1)
    expect((await run('ledger', 'verify', '--kind', 'nobody.knows')).code).toBe(2)
    expect((await run('ledger', 'verify', '--quickly')).code).toBe(2)
  })

  it('proves that a tree begins with an earlier one', async () => {
    const proof = await run('ledger', 'consistency', '3', '7', '--json')
    expect(proof.code).toBe(0)
    expect(JSON.parse(proof.out)).toMatchObject({ holds: true, from: { size: 3 }, to: { size: 7 } })
    expect((await run('ledger', 'consistency', '2', 'kept')).code).toBe(0)
    expect((await run('ledger', 'consistency', '7', '3')).code).toBe(1)
    expect((await run('ledger', 'consistency', '1', '99999999')).code).toBe(1)
    expect((await run('ledger', 'consistency', '1', 'nowhere')).code).toBe(2)
  })
})

describe('the check of the night', () => {
  const nightly = async () => jobHandlers(services)['ledger.verify']?.({})
  const page = async () => (await web.get('/zyra/gjendja', { cookie: await web.signedInAs(people.operator) })).text()

  it('keeps that all was well, and writes to nobody', async () => {
    expect(await page()).toContain(health.check.never)
    await nightly()
    expect(await findNewestVerification(db)).toMatchObject({ outcome: 'well', namedCount: 0, named: [] })
    expect(await page()).toContain(health.check.well)
    expect(await (await web.get('/ditari')).text()).toContain(ledger.check.own.well('#').split('#')[0])
    expect(await lettersTo(db, people.operator.email)).toEqual([])
  })

  it('keeps what was named, shows it, and writes to operator and auditor', async () => {
    const auditor = {
      email: 'auditor@prova.example',
      name: 'Liri Prove',
      roles: [{ role: 'auditor', institution: 'prova' }],
    }
    await givenPerson(services, auditor as Parameters<typeof givenPerson>[1])
    await behind('Fjalë që askush nuk i ka shkruar.', second?.id ?? '')
    await nightly()
    await behind('Propozimi im është 1.', second?.id ?? '')
    const found = await findNewestVerification(db)
    expect(found).toMatchObject({
      outcome: 'named',
      namedCount: 2,
      named: [{ way: 'altered', kind: 'consultations.comment' }, {}],
    })
    const words = await page()
    expect(words).toContain(health.check.named)
    expect(words).toContain(second?.code ?? 'no code')
    for (const email of [people.operator.email, auditor.email]) {
      const [letter] = await lettersTo(db, email)
      expect(letter?.body).toContain(`consultations.comment:${second?.id}`)
      expect(letter?.body).not.toContain('Propozimi im')
    }
  })
})
