import { describe, expect, it } from 'vitest'
import { findCompiler } from '#platform/papers/typst.ts'
import type { Receipt } from '#platform/ledger/receipts/receipt-rules.ts'
import { sequenceLedger } from '#platform/ledger/tree/sequence-ledger.ts'
import { testDatabase } from './database.ts'
import { testWeb } from './web.ts'
import { check, readVkey } from '../tools/verify-receipt.mjs'
import { eraseCommentAlone } from '#modules/consultations/own-data/erase-comments.ts'
import { givenComment, givenConsultation, givenSentComment } from '#modules/consultations/testing.ts'
import { textsIn } from '#modules/consultations/texts.ts'
import { ledgerUrls, ownCommentUrls } from '#modules/consultations/urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultation = await givenConsultation(services)
const t = textsIn('sq').receipt

const file = (key: string, version: number, kind: string) => web.get(ownCommentUrls.receipt(key, version, kind))
const page = async (key: string) => (await web.get(ownCommentUrls.one(key))).text()
const bytesOf = async (key: string, version = 1) =>
  new Uint8Array(await (await file(key, version, 'json')).arrayBuffer())
const receiptOf = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as Receipt
const keys = async () => {
  const rows = await db<{ vkey: string }[]>`select vkey from platform.ledger_keys`
  return rows.flatMap(({ vkey }) => readVkey(vkey) ?? [])
}

describe('the receipt of a comment', () => {
  it('says "received" as soon as the comment counts, and "proved" at the same address when the checkpoint stands', async () => {
    const { token, code } = await givenComment(services, consultation)
    const before = await page(token)
    expect(before).toContain(t.received)
    expect(before).not.toContain(t.proved)
    expect(check(await bytesOf(token))).toMatchObject({ answer: 'received', why: null })
    expect((await file(token, 1, 'tlog-proof')).status).toBe(404)

    await sequenceLedger(services)
    const after = await page(token)
    expect(after).toContain(t.proved)
    const bytes = await bytesOf(token)
    const receipt = receiptOf(bytes)
    expect(after).toContain(`href="${ledgerUrls.entry(receipt.proof?.index ?? -1)}"`)
    expect(check(bytes, { keys: await keys() })).toMatchObject({
      answer: 'proved',
      why: null,
      record: { code, version: 1 },
      entry: { kind: 'consultations.received-comment', version: 1 },
    })
    expect(receipt.history.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['comment confirmed', 'comment published']),
    )
  })

  it('is a private file that nobody keeps on the way, under its code', async () => {
    const { token, code } = await givenComment(services, consultation)
    for (const kind of ['json', ...(findCompiler() ? ['pdf'] : [])]) {
      const response = await file(token, 1, kind)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('x-robots-tag')).toBe('noindex')
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="vertetim-${code}.${kind}"`)
    }
  })

  it('as a proof of C2SP alone is checked by the same program', async () => {
    const { token } = await givenComment(services, consultation)
    await sequenceLedger(services)
    const bytes = new Uint8Array(await (await file(token, 1, 'tlog-proof')).arrayBuffer())
    expect(check(bytes, { keys: await keys() })).toMatchObject({ answer: 'entry-only', why: null })
  })

  it('exists of each wording once the comment was corrected, each with its own words', async () => {
    const { token } = await givenComment(services, consultation)
    const before = receiptOf(await bytesOf(token))
    await web.post(ownCommentUrls.correction(token), { komenti: 'Fjalë të reja.', versioni: '1' })
    await sequenceLedger(services)
    const [first, second] = [await bytesOf(token, 1), await bytesOf(token, 2)]
    expect([check(first).answer, check(second).answer]).toEqual(['proved', 'proved'])
    expect(receiptOf(first).record).toEqual(before.record)
    expect(receiptOf(second).record).toMatchObject({ body: 'Fjalë të reja.', version: 2 })
    expect(await page(token)).toContain(t.earlier)
    expect((await file(token, 3, 'json')).status).toBe(404)
  })

  it('stays with its author when the comment is withdrawn', async () => {
    const { token } = await givenComment(services, consultation)
    await web.post(ownCommentUrls.withdrawal(token), {})
    await sequenceLedger(services)
    const bytes = await bytesOf(token)
    expect(check(bytes).answer).toBe('proved')
    expect(receiptOf(bytes).history.map(({ what }) => what)).toContain('comment withdrawn')
  })

  it('that somebody has kept still verifies after the comment was erased; the address opens nothing any more', async () => {
    const { id, token } = await givenComment(services, consultation)
    await sequenceLedger(services)
    const kept = await bytesOf(token)
    await db.begin((tx) => eraseCommentAlone(tx, services, `consultations.comment:${id}`, 'citizen'))
    await sequenceLedger(services)
    expect(check(kept, { keys: await keys() })).toMatchObject({ answer: 'proved', why: null })
    expect((await file(token, 1, 'json')).status).toBe(404)
    const salts =
      await db`select from platform.ledger_entries where subject = ${`consultations.comment:${id}`} and salt is not null
      and kind = 'consultations.received-comment'`
    expect(salts).toHaveLength(0)
  })

  it('never hides that the words in the database were altered', async () => {
    const { id, token } = await givenComment(services, consultation)
    await sequenceLedger(services)
    await db.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update consultations.comment_versions set body = 'Të tjera fjalë' where comment_id = ${id}`
    })
    expect(check(await bytesOf(token))).toMatchObject({ answer: 'refused', why: 'digest-differs' })
  })

  it('does not exist before the comment is confirmed, nor for strangers', async () => {
    const { token } = await givenSentComment(services, consultation)
    expect((await file(token, 1, 'json')).status).toBe(404)
    expect((await file('nuk-ka-kete-lidhje-fare', 1, 'json')).status).toBe(404)
    const { id } = await givenComment(services, consultation)
    expect((await file(id, 1, 'json')).status).toBe(404)
    const stranger = await web.signedInAsCitizen('tjeter@posta.example')
    expect((await web.get(ownCommentUrls.receipt(id, 1, 'json'), { cookie: stranger })).status).toBe(404)
  })

  it('cannot be asked for without end', async () => {
    const { token } = await givenComment(services, consultation)
    await db`delete from platform.rate_limits`
    const statuses: number[] = []
    for (let n = 0; n < 61; n++) statuses.push((await file(token, 1, 'json')).status)
    expect([statuses.slice(0, 60).every((status) => status === 200), statuses.at(-1)]).toEqual([true, 429])
    await db`delete from platform.rate_limits`
  })
})
