import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { PDF } from '#platform/files/testing.ts'
import { liftTakedown } from '#platform/takedowns/lift-takedown.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import type { TakedownGround } from '#platform/takedowns/takedown-rules.ts'
import { testDatabase } from '#test/database.ts'
import { everyDoor as doors } from '#test/doors.ts'
import { testWeb } from '#test/web.ts'
import { correctComment } from '../comments/correct-comment.ts'
import { withdrawComment } from '../comments/withdraw-comment.ts'
import { moderateComment } from '../moderation/moderate-comment.ts'
import { eraseCommentAlone } from '../own-data/erase-comments.ts'
import { hideNameOf, renameIn } from '../own-data/personal-comments.ts'
import {
  aCommentForm,
  givenComment,
  givenConsultation,
  givenSentComment,
  newestCommentFrom,
  officialWith,
  tokenMailedTo,
  type GivenComment,
} from '../testing.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import { findPublicComments, findSentComments, listSentComments } from './comment-record-queries.ts'
import { endsOf, entriesOf } from './ledger-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const moderator = await officialWith(services, ['moderator', 'prova'])
const administrator = await officialWith(services, ['administrator', 'prova'])
const consultation = await givenConsultation(services)
const PHONE = 'Më telefononi në 069 21 23 456, ju lutem.'

const refOf = ({ id }: { id: string }) => `consultations.comment:${id}`
const entries = (one: { id: string }) => entriesOf(db, refOf(one))
const publicRecord = async ({ id }: { id: string }) => (await findPublicComments(db, [id]))[0]?.record
const sentRecord = async ({ id }: { id: string }) => (await findSentComments(db, [id]))[0]?.record
const contactOf = async ({ id }: { id: string }) =>
  (await db<{ contactId: string }[]>`select contact_id from consultations.comments where id = ${id}`)[0]?.contactId ??
  ''

const hold = (one: GivenComment, version = 1) =>
  moderateComment(services, moderator, one.id, version, { move: 'hold', ground: 'insult', note: null })
const release = (one: GivenComment, version = 1) =>
  moderateComment(services, moderator, one.id, version, { move: 'release' })
const take = (subject: string, ground: TakedownGround) =>
  takeDown(services, doors, administrator, { submissionId: randomUUID(), subject, ground, note: null })

async function commentWithFile(): Promise<GivenComment & { document: string }> {
  const fields = aCommentForm()
  const email = fields.adresa ?? ''
  const file = new File([PDF], 'ankesa.pdf', { type: 'application/pdf' })
  await web.post(consultationUrls.comments(consultation.slug), { ...fields, dokumentet: file })
  const token = await tokenMailedTo(services, email)
  await web.post(ownCommentUrls.confirmation(token), {})
  const { id, code, state } = await newestCommentFrom(services, email)
  const [document] = await db<{ id: string }[]>`select id from platform.documents where subject = ${refOf({ id })}`
  return { id, code: code ?? '', state, token, email, document: document?.id ?? '' }
}

describe('a comment in the ledger', () => {
  it('is entered when its author confirms it, as it was sent and as everybody reads it, and before that not at all', async () => {
    const sent = await givenSentComment(services, consultation)
    expect(await entries(sent)).toEqual([])
    const one = await givenComment(services, consultation)
    expect(await entries(one)).toEqual(['received-comment 1', 'comment 1'])
    expect(await sentRecord(one)).toMatchObject({
      code: one.code,
      author_name: 'Arta Shembull',
      version: 1,
      attachments: [],
    })
    expect(await publicRecord(one)).toMatchObject({ code: one.code, state: 'published', earlier: [], attachments: [] })
  })

  it('that waits is entered as it was sent alone, and publicly when it is released', async () => {
    const one = await givenComment(services, consultation, { body: PHONE })
    expect(await entries(one)).toEqual(['received-comment 1'])
    await release(one)
    await release(one)
    expect(await entries(one)).toEqual(['received-comment 1', 'comment 1'])
  })

  it('that is held keeps a record without words, with the ground, and comes back', async () => {
    const one = await givenComment(services, consultation)
    await hold(one)
    expect(await publicRecord(one)).toMatchObject({
      state: 'held',
      body: null,
      author_name: null,
      held_ground: 'insult',
    })
    await release(one)
    expect(await entries(one)).toEqual(['received-comment 1', 'comment 1', 'comment 2', 'comment 3'])
  })

  it('that is corrected is entered in both ways, with the wording that was public before', async () => {
    const one = await givenComment(services, consultation)
    await correctComment(services, { token: one.token }, 'Propozoj edhe të shtunën.', 1)
    await correctComment(services, { token: one.token }, 'Propozoj edhe të shtunën.', 1)
    expect(await entries(one)).toEqual(['received-comment 1', 'comment 1', 'received-comment 2', 'comment 2'])
    expect((await publicRecord(one))?.earlier).toMatchObject([{ n: 1 }])
  })

  it('that is corrected and then waits has ended for everybody, until it is released', async () => {
    const one = await givenComment(services, consultation)
    await correctComment(services, { token: one.token }, PHONE, 1)
    expect((await entries(one)).slice(2)).toEqual(['received-comment 2', 'comment 2 removed'])
    await release(one, 2)
    expect((await entries(one)).at(-1)).toBe('comment 3')
  })

  it('that is withdrawn keeps its place, and one that nobody had read has none', async () => {
    const [one, waiting] = [
      await givenComment(services, consultation),
      await givenComment(services, consultation, { body: PHONE }),
    ]
    for (const { token } of [one, waiting]) await withdrawComment(services, { token })
    expect(await entries(one)).toEqual(['received-comment 1', 'comment 1', 'comment 2'])
    expect(await publicRecord(one)).toMatchObject({ state: 'withdrawn', body: null })
    expect(await entries(waiting)).toEqual(['received-comment 1'])
  })

  it('that is erased loses every salt, says who asked, and keeps its place without a word', async () => {
    const one = await givenComment(services, consultation)
    await db.begin((tx) => eraseCommentAlone(tx, services, refOf(one), 'citizen'))
    expect(await entries(one)).toEqual([
      'received-comment 1 –',
      'comment 1 –',
      'received-comment 2 erased',
      'comment 2 erased',
      'comment 3',
    ])
    const end = { why: 'erased', ground: 'own-data', role: 'citizen' }
    expect(await endsOf(db, refOf(one))).toEqual([end, end])
    expect(await publicRecord(one)).toMatchObject({ state: 'erased', body: null, author_name: null, earlier: [] })
    expect(await sentRecord(one)).toBeUndefined()
  })

  it('that nobody had confirmed is erased without a trace', async () => {
    const sent = await givenSentComment(services, consultation)
    await db.begin((tx) => eraseCommentAlone(tx, services, refOf(sent), 'citizen'))
    expect(await entries(sent)).toEqual([])
  })
})

describe('a name that is put right', () => {
  it('is in no earlier entry that could still be tried, and what was sent stands under the new name', async () => {
    const one = await givenComment(services, consultation)
    await correctComment(services, { token: one.token }, 'Propozoj edhe të shtunën.', 1)
    const contact = await contactOf(one)
    expect(await db.begin((tx) => renameIn(tx, services, contact, 'Arta e Re'))).toBe(1)
    const before = ['received-comment 1 –', 'comment 1 –', 'received-comment 2 –', 'comment 2 –']
    expect(await entries(one)).toEqual([
      ...before,
      'comment 3 erased',
      'received-comment 3 erased',
      'received-comment 4',
      'comment 4',
    ])
    expect(await sentRecord(one)).toMatchObject({ author_name: 'Arta e Re', version: 2 })
    const rows = (await listSentComments(db, null, 1000)).filter(({ id }) => id === one.id)
    expect(rows.map(({ version }) => version)).toEqual([4])
    await correctComment(services, { token: one.token }, 'Propozoj edhe të hënën.', 2)
    expect((await entries(one)).slice(-2)).toEqual(['received-comment 5', 'comment 5'])
  })

  it('leaves one that was never confirmed as it is until it counts', async () => {
    const sent = await givenSentComment(services, consultation)
    const contact = await contactOf(sent)
    await db.begin((tx) => renameIn(tx, services, contact, 'Arta e Re'))
    expect(await entries(sent)).toEqual([])
    await web.post(ownCommentUrls.confirmation(sent.token), {})
    expect(await entries(sent)).toEqual(['received-comment 1', 'comment 1'])
  })

  it('or hidden is entered as hidden, and the entries that showed it lose their salt', async () => {
    const one = await givenComment(services, consultation)
    const consent = { contactId: await contactOf(one), what: 'name-public', subject: refOf(one) }
    await db.begin((tx) => hideNameOf(tx, services, consent))
    expect((await entries(one)).slice(0, 2)).toEqual(['received-comment 1 –', 'comment 1 –'])
    expect(await publicRecord(one)).toMatchObject({ author_name: null })
    expect(await endsOf(db, refOf(one))).toContainEqual({ why: 'erased', ground: 'name-hidden', role: 'citizen' })
  })
})

describe('a takedown in the ledger', () => {
  it('of a comment leaves its place with ground and day, and lifted its words', async () => {
    const one = await givenComment(services, consultation)
    const taken = await take(refOf(one), 'unlawful')
    expect(await publicRecord(one)).toMatchObject({ state: 'taken-down', body: null, taken_down_ground: 'unlawful' })
    await liftTakedown(services, doors, administrator, taken.kind === 'taken-down' ? taken.id : '', 'U sqarua.')
    expect(await entries(one)).toEqual(['received-comment 1', 'comment 1', 'comment 2', 'comment 3'])
  })

  it('of an attachment with personal data takes the salts of all that named it, and what is left is entered anew', async () => {
    const one = await commentWithFile()
    await release(one)
    expect((await sentRecord(one))?.attachments).toMatchObject([{ name: 'ankesa.pdf' }])
    await take(`platform.document:${one.document}`, 'personal-data')
    expect(await entries(one)).toEqual([
      'received-comment 1 –',
      'comment 1 –',
      'comment 2 erased',
      'received-comment 2 erased',
      'received-comment 3',
      'comment 3',
    ])
    expect((await sentRecord(one))?.attachments).toEqual([{ digest: null, name: null, size: PDF.length }])
  })

  it('of the whole consultation leaves the entries of its comments as they are', async () => {
    const other = await givenConsultation(services)
    const one = await givenComment(services, other)
    await take(`consultations.consultation:${other.id}`, 'court-order')
    expect(await entries(one)).toEqual(['received-comment 1', 'comment 1'])
    expect(await publicRecord(one)).toMatchObject({ state: 'published' })
  })
})
