import { afterEach, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { lettersTo, linksIn, newestLetterTo } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import { rowsChangedBy, stateOf } from '../counts-testing.ts'
import { cancelConsultation } from '../drafting/publish-consultation.ts'
import { givenConsultation, givenSentComment, officialWith } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import { confirmComment } from './confirm-comment.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultation = await givenConsultation(services)
const { own } = textsIn('sq')

const A_CONFIRMED_COMMENT = { events: 2, letters: 1, jobs: 1 }
const CODE = /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/

const commentOf = async (id: string) => {
  const [row] =
    await db`select state, code, version, confirmed_at, published_at from consultations.comments where id = ${id}`
  return row
}

const eventsOf = async (id: string) =>
  (
    await db<{ kind: string }[]>`select kind from consultations.comment_events where comment_id = ${id} order by id`
  ).map(({ kind }) => kind)

describe('the link in the letter', () => {
  it('opens a page with one button and changes nothing, however often a scanner opens it', async () => {
    const { id, token } = await givenSentComment(services, consultation)
    const before = await stateOf(db)
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await web.app.request(ownCommentUrls.one(token), { method })
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    }
    const page = await (await web.get(ownCommentUrls.one(token))).text()
    expect(page).toContain(own.confirmTitle)
    expect(page.match(/<form[^>]*konfirmimi/g)).toHaveLength(1)
    expect(page).toContain('noindex')
    expect(await stateOf(db)).toBe(before)
    expect((await commentOf(id))?.state).toBe('sent')
  })

  it('changes nothing by a GET at any of its addresses, nor by a POST from elsewhere', async () => {
    const { token } = await givenSentComment(services, consultation)
    const before = await stateOf(db)
    await web.get(ownCommentUrls.confirmation(token))
    await web.get(ownCommentUrls.correction(token))
    await web.get(ownCommentUrls.withdrawal(token))
    const foreign = await web.post(ownCommentUrls.confirmation(token), {}, { origin: 'https://posta.example' })
    expect(foreign.status).toBe(403)
    expect(await stateOf(db)).toBe(before)
  })

  it('that is none leads to the page for what is not there, and changes nothing', async () => {
    const before = await stateOf(db)
    for (const key of ['a'.repeat(43), 'x', '%00', crypto.randomUUID()]) {
      expect([key, (await web.get(ownCommentUrls.one(key))).status]).toEqual([key, 404])
      expect([key, (await web.post(ownCommentUrls.confirmation(key), {})).status]).toEqual([key, 404])
    }
    expect(await stateOf(db)).toBe(before)
  })
})

describe('the button', () => {
  it('counts the comment: its code, its place, its receipt', async () => {
    const { id, token, email } = await givenSentComment(services, consultation)
    services.clock.passMinutes(7)
    const now = services.clock.now()
    const changed = await rowsChangedBy(db, async () => {
      const response = await web.post(ownCommentUrls.confirmation(token), {})
      expect([response.status, response.headers.get('location')]).toEqual([303, ownCommentUrls.one(token)])
    })
    expect(changed).toEqual(A_CONFIRMED_COMMENT)
    const comment = await commentOf(id)
    const code = String(comment?.code)
    expect(comment).toEqual({
      state: 'published',
      code: expect.stringMatching(CODE),
      version: 1,
      confirmedAt: now,
      publishedAt: now,
    })
    expect(await eventsOf(id)).toEqual(['sent', 'confirmed', 'published'])

    const receipt = await newestLetterTo(db, email)
    expect(receipt.subject).toContain(code)
    expect(linksIn(receipt)).toEqual([`http://kuvend.test${ownCommentUrls.one(token)}`])
    const page = await (await web.get(ownCommentUrls.one(token))).text()
    expect(page).toContain(own.received)
    expect(page).toContain(code)
    expect((await web.get(consultationUrls.comment(consultation.slug, code))).status).toBe(200)
  })

  it('marks the address as one that can be reached, which sending alone does not', async () => {
    const { token, email } = await givenSentComment(services, consultation)
    const confirmedAt = async () =>
      (await db`select confirmed_at from platform.contacts where email = ${email}`)[0]?.confirmedAt
    expect(await confirmedAt()).toBeNull()
    await confirmComment(services, token)
    expect(await confirmedAt()).toEqual(services.clock.now())
  })

  it('pressed twice counts once', async () => {
    const { id, token, email } = await givenSentComment(services, consultation)
    await web.post(ownCommentUrls.confirmation(token), {})
    const before = await stateOf(db)
    services.clock.passMinutes(1)
    const second = await web.post(ownCommentUrls.confirmation(token), {})
    expect([second.status, second.headers.get('location')]).toEqual([303, ownCommentUrls.one(token)])
    expect(await stateOf(db)).toBe(before)
    expect(await eventsOf(id)).toHaveLength(3)
    expect(await lettersTo(db, email)).toHaveLength(2)
  })

  it('pressed twenty times at once gives one code and one receipt', async () => {
    const { id, token, email } = await givenSentComment(services, consultation)
    const changed = await rowsChangedBy(db, async () => {
      const presses = await Promise.all(
        Array.from({ length: 20 }, () => web.post(ownCommentUrls.confirmation(token), {})),
      )
      expect(presses.map(({ status }) => status)).toEqual(Array(20).fill(303))
    })
    expect(changed).toEqual(A_CONFIRMED_COMMENT)
    const code = String((await commentOf(id))?.code)
    const receipts = (await lettersTo(db, email)).filter(({ subject }) => subject.includes(code))
    expect(receipts).toHaveLength(1)
  })

  it('in English gives a receipt in the language in which the comment was written', async () => {
    const { token, email } = await givenSentComment(services, consultation)
    const response = await web.post(`/en${ownCommentUrls.confirmation(token)}`, {})
    expect(response.headers.get('location')).toBe(`/en${ownCommentUrls.one(token)}`)
    expect((await newestLetterTo(db, email)).lang).toBe('sq')
  })
})

describe('a confirmation whose receipt cannot be written', () => {
  afterEach(async () => {
    await db`alter table if exists platform.mail_messages_away rename to mail_messages`
  })

  it('counts nothing, and can be tried again', async () => {
    const { id, token } = await givenSentComment(services, consultation)
    await db`alter table platform.mail_messages rename to mail_messages_away`
    expect((await web.post(ownCommentUrls.confirmation(token), {})).status).toBe(500)
    expect(await commentOf(id)).toEqual({ state: 'sent', code: null, version: 1, confirmedAt: null, publishedAt: null })
    expect(await eventsOf(id)).toEqual(['sent'])

    await db`alter table platform.mail_messages_away rename to mail_messages`
    expect(await rowsChangedBy(db, () => web.post(ownCommentUrls.confirmation(token), {}))).toEqual(A_CONFIRMED_COMMENT)
  })
})

describe('once the consultation is cancelled', () => {
  it('a comment that was not confirmed cannot be confirmed any more: the page says why, and nothing is counted', async () => {
    const other = await givenConsultation(services)
    const { token } = await givenSentComment(services, other)
    const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
    await cancelConsultation(services, coordinator, other.id, 'Projekti u tërhoq nga këshilli.')
    const before = await stateOf(db)
    const response = await web.post(ownCommentUrls.confirmation(token), {})
    expect(response.status).toBe(409)
    expect(await response.text()).toContain(own.confirmationRefusals.cancelled)
    const page = await (await web.get(ownCommentUrls.one(token))).text()
    expect(page).toContain(own.confirmationRefusals.cancelled)
    expect(page).not.toContain('<button class="govuk-button" type="submit"')
    expect(await stateOf(db)).toBe(before)
  })
})
