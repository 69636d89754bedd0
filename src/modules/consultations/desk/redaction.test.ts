import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { people } from '#test/people.ts'
import { sequenced, verified } from '#test/tampering.ts'
import { testWeb } from '#test/web.ts'
import { correctComment } from '../comments/correct-comment.ts'
import { findPublicComments } from '../ledger/comment-record-queries.ts'
import { endsOf, entriesOf } from '../ledger/ledger-testing.ts'
import { givenComment, givenConsultation } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls, ownCommentUrls } from '../urls.ts'
import { coverIn, offeredIn } from './redaction-rules.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq').redaction
const coordinator = await web.signedInAs(people.albanianCoordinator)
const consultation = await givenConsultation(services)
const NEIGHBOUR = 'Fqinji im Filan Fisteku (J12345678K) e ka zënë tregun.'
const refOf = ({ id }: { id: string }) => `consultations.comment:${id}`

async function fieldsFor(id: string, changes: Record<string, string> = {}): Promise<Record<string, string>> {
  const [row] = await db<{ at: Date; version: number }[]>`
    select changed_at as at, version from consultations.comments where id = ${id}`
  return {
    hapi: 'kryerja',
    dergesa: randomUUID(),
    gjetur: 'J12345678K',
    fjalet: 'Filan Fisteku',
    cfare: 'name',
    arsyeja: 'third-person',
    kuptoj: 'po',
    versioni: String(row?.version),
    ndryshuar: row?.at.toISOString() ?? '',
    ...changes,
  }
}

const digestsOf = async (one: { id: string }): Promise<string[]> =>
  (
    await db<{ digest: string }[]>`
      select encode(digest, 'hex') as digest from platform.ledger_entries
      where subject = ${refOf(one)} and digest is not null`
  ).map(({ digest }) => digest)

const redact = (id: string, fields: Record<string, string>) =>
  web.post(officeUrls.redaction(id), fields, { cookie: coordinator })

const everywhere = async (id: string) => {
  const rows = await db<{ words: string }[]>`
    select version::text as words from consultations.comment_versions as version where comment_id = ${id}
    union all select comment::text from consultations.comments as comment where id = ${id}`
  return rows.map(({ words }) => words).join('\n')
}

describe('covering data', () => {
  it('offers what the check finds, shows what would be left, and changes nothing before the second confirmation', async () => {
    const one = await givenComment(services, consultation, { body: NEIGHBOUR })
    const choice = await (await web.get(officeUrls.redaction(one.id), { cookie: coordinator })).text()
    expect(choice).toContain('value="J12345678K"')
    expect(choice).toContain(t.forGood)
    const fields = await fieldsFor(one.id)
    const preview = await (await redact(one.id, { ...fields, hapi: 'pamja' })).text()
    expect(preview).toContain(`Fqinji im ${t.marks.name} (${t.marks['identity-number']}) e ka zënë tregun.`)
    expect((await redact(one.id, { ...fields, kuptoj: '' })).status).toBe(422)
    expect((await redact(one.id, { ...fields, fjalet: 'Emër që s’është' })).status).toBe(422)
    expect((await redact(one.id, { ...fields, arsyeja: '' })).status).toBe(422)
    expect((await redact(one.id, { ...fields, versioni: '2' })).status).toBe(409)
    expect(await everywhere(one.id)).toContain('J12345678K')
    expect(await entriesOf(db, refOf(one))).toEqual(['received-comment 1'])
  })

  it('takes the words from every wording for good, keeps the digests, and enters anew what stands', async () => {
    const one = await givenComment(services, consultation, {
      body: 'Filan Fisteku nuk lejon asgjë.',
      suggestion: 'Filan Fisteku të largohet.',
    })
    await correctComment(services, { token: one.token }, 'Filan Fisteku nuk lejon asgjë tjetër.', 1)
    const digests = await digestsOf(one)
    const fields = await fieldsFor(one.id, { gjetur: '' })
    for (const _ of [1, 2]) expect((await redact(one.id, fields)).status).toBe(303)
    expect(await everywhere(one.id)).not.toContain('Fisteku')
    expect(await everywhere(one.id)).not.toContain('fisteku')
    expect(await db`select from consultations.comment_redactions where comment_id = ${one.id}`).toHaveLength(1)
    const entries = await entriesOf(db, refOf(one))
    expect(entries.slice(0, 4)).toEqual(['received-comment 1 –', 'comment 1 –', 'received-comment 2 –', 'comment 2 –'])
    expect(entries.slice(-2)).toEqual(['received-comment 4', 'comment 4'])
    expect(await endsOf(db, refOf(one))).toContainEqual({
      why: 'erased',
      ground: 'redacted-third-person',
      role: 'official',
    })
    expect(await digestsOf(one)).toEqual(expect.arrayContaining(digests))
    await sequenced(services)
    expect((await verified(services)).named).toEqual([])
    const record = (await findPublicComments(db, [one.id]))[0]?.record
    expect(record).toMatchObject({
      body: `${t.marks.name} nuk lejon asgjë tjetër.`,
      redactions: [{ ground: 'third-person' }],
    })
  })

  it('is told on the public page with its reason, to the author by letter, and on the author’s page', async () => {
    const one = await givenComment(services, consultation, { body: 'Filan Fisteku zë vendin.' })
    await redact(one.id, await fieldsFor(one.id, { gjetur: '' }))
    const page = await (await web.get(consultationUrls.comment(consultation.slug, one.code))).text()
    expect(page).toContain(t.told('22 nëntor 2026', t.grounds['third-person']))
    expect(page).not.toContain('Fisteku')
    expect((await lettersTo(db, one.email)).some(({ subject }) => subject === t.letterSubject(one.code))).toBe(true)
    const own = await web.get(ownCommentUrls.one(one.token))
    expect([own.status, await own.text()]).toEqual([200, expect.stringContaining(t.grounds['third-person'])])
    const [found] = await db`select found from consultations.comment_versions where comment_id = ${one.id}`
    expect(found).toEqual({ found: [] })
  })
})

describe('the passages', () => {
  it('are found as they stand in the words, sums left aside, and the longest is covered first', () => {
    expect(offeredIn(['Tel. 069 21 23 456, ana@posta.example, kosto 28 081 250 000 lekë'])).toEqual([
      { words: 'ana@posta.example', kind: 'email' },
      { words: '069 21 23 456', kind: 'telephone' },
    ])
    const passages = [
      { words: 'Filan', kind: 'name' },
      { words: 'Filan Fisteku', kind: 'name' },
    ] as const
    expect(coverIn('Filan Fisteku dhe Filan', passages, t.marks, 5000)).toBe(`${t.marks.name} dhe ${t.marks.name}`)
  })
})
