import { beforeEach, describe, expect, it } from 'vitest'
import { confirmContact } from '#platform/auth/sign-in-queries.ts'
import { sweepFiles } from '#platform/documents/sweep-files.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { rowsChangedBy, stateOf } from '../counts-testing.ts'
import { aCommentForm, givenComment, givenConsultation, givenSentComment, tokenMailedTo } from '../testing.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import { eraseUnconfirmedComments } from './erase-unconfirmed-comments.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { clock } = services
const consultation = await givenConsultation(services, { closes: 365 })
const WEEK = 7 * 24 * 60

const erase = () => eraseUnconfirmedComments(services)

// Each test begins with nothing left to erase.
beforeEach(async () => {
  clock.passMinutes(WEEK + 1)
  await erase()
})

describe('after seven days', () => {
  it('nothing is left of a comment that was never confirmed: words, history, files and address', async () => {
    const form = aCommentForm({ adresa: 'harruar@posta.example' })
    const note = new File(['Shënim i bashkëngjitur'], 'shenim.txt', { type: 'text/plain' })
    await web.post(consultationUrls.comments(consultation.slug), { ...form, dokumentet: note })
    const token = await tokenMailedTo(services, 'harruar@posta.example')

    clock.passMinutes(WEEK)
    expect(await rowsChangedBy(db, erase)).toEqual({})
    expect((await web.get(ownCommentUrls.one(token))).status).toBe(200)

    clock.passMinutes(1)
    expect(await rowsChangedBy(db, erase)).toEqual({
      comments: -1,
      versions: -1,
      events: -1,
      contacts: -1,
      documents: -1,
    })
    expect((await web.get(ownCommentUrls.one(token))).status).toBe(404)
    expect((await web.post(ownCommentUrls.confirmation(token), {})).status).toBe(404)
    expect(await rowsChangedBy(db, erase)).toEqual({})

    const [file] = await db<{ digest: string }[]>`select digest from platform.files`
    // The content bears the time of the disk, which is no clock of ours.
    const later = new Date(Math.max(Date.now(), clock.now().getTime()) + 2 * 86_400_000)
    await sweepFiles({ ...services, clock: { now: () => later } })
    expect(await services.files.open(file?.digest ?? '')).toBeNull()
    expect(await db`select from platform.files`).toHaveLength(0)
  })

  it('a comment that was confirmed stays as it is, wherever it stands', async () => {
    const published = await givenComment(services, consultation)
    const waiting = await givenComment(services, consultation, { body: 'Më telefononi në 069 000 00 00.' })
    const withdrawn = await givenComment(services, consultation)
    await web.post(ownCommentUrls.withdrawal(withdrawn.token), {})
    expect([published.state, waiting.state]).toEqual(['published', 'waiting'])
    clock.passMinutes(2 * WEEK)
    const before = await stateOf(db)
    await erase()
    expect(await stateOf(db)).toBe(before)
  })

  it('the address stays while another comment of the same person does', async () => {
    const email = 'dy-komente@posta.example'
    await givenComment(services, consultation, { email })
    await givenSentComment(services, consultation, { email })
    clock.passMinutes(WEEK + 1)
    expect(await rowsChangedBy(db, erase)).toEqual({ comments: -1, versions: -1, events: -1 })
  })

  it('the address stays while its owner is signed in with it', async () => {
    const email = 'i-hyre@posta.example'
    await givenSentComment(services, consultation, { email })
    await web.signedInAsCitizen(email)
    clock.passMinutes(WEEK + 1)
    expect(await rowsChangedBy(db, erase)).toEqual({ comments: -1, versions: -1, events: -1 })
  })

  it('the address stays if its owner once confirmed it', async () => {
    const email = 'konfirmuar@posta.example'
    await db.begin((tx) => confirmContact(tx, email, 'sq', clock.now()))
    await givenSentComment(services, consultation, { email })
    clock.passMinutes(WEEK + 1)
    expect(await rowsChangedBy(db, erase)).toEqual({ comments: -1, versions: -1, events: -1 })
  })

  it('all of them go in one night, however many there are', async () => {
    const { id } = await givenSentComment(services, consultation)
    await db`
      insert into consultations.comments (institution_id, consultation_id, submission_id, contact_id, token_digest, lang, about, state, sent_at, changed_at)
      select institution_id, consultation_id, gen_random_uuid(), contact_id, sha256(n::text::bytea), lang, about, state, sent_at, changed_at
      from consultations.comments, generate_series(1, 1200) as n where id = ${id}`
    clock.passMinutes(WEEK + 1)
    expect(await rowsChangedBy(db, erase)).toEqual({ comments: -1201, versions: -1, events: -1, contacts: -1 })
  })
})

it('a comment confirmed at the last moment is not erased, whoever is faster', async () => {
  const sent = await Promise.all(Array.from({ length: 12 }, () => givenSentComment(services, consultation)))
  clock.passMinutes(WEEK + 1)
  const presses = sent.map(({ token }) => web.post(ownCommentUrls.confirmation(token), {}))
  const [answers] = await Promise.all([Promise.all(presses), erase()])
  const counted = await db<{ id: string }[]>`
    select id from consultations.comments where id = any(${sent.map(({ id }) => id)}::uuid[]) and state = 'published'`
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(counted.length)
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(sent.length - counted.length)
})
