import { afterEach, describe, expect, it } from 'vitest'
import { doors } from '#app/doors.ts'
import { cancelConsultation } from '#modules/consultations/drafting/publish-consultation.ts'
import { givenConsultation, officialWith, someAddress } from '#modules/consultations/testing.ts'
import { markBounced } from '#platform/mail/mark-bounced.ts'
import { minutePasses } from '#platform/subscriptions/subscriptions-testing.ts'
import { testDatabase } from './database.ts'
import { indexed } from './indexed.ts'
import { lettersTo, newestLetterTo, pathIn } from './mailbox.ts'
import { testWeb } from './web.ts'
import { followingTexts } from '#app/public/following/texts.ts'

const db = await testDatabase()
const web = testWeb(db, { url: 'https://kuvend.test', origins: ['https://kuvend.test'] })
const { services } = web
const { clock } = services
const NOW = clock.now()
const kinds = doors.flatMap(({ followed }) => followed ?? [])
const t = followingTexts('sq')
const matterOf = (id: string) => `consultations.consultation:${id}`
const addressOf = (id: string) => `ceshtja=${encodeURIComponent(matterOf(id))}`

afterEach(() => clock.set(NOW))

/** Ten in the morning of a day, in Tirana and in Prishtina. */
const tenOn = (day: string) => new Date(`${day}T09:00:00Z`)
const minute = () => minutePasses(services, kinds)
const followForm = (id: string, adresa: string, pace = 'at-once') => ({
  ceshtja: matterOf(id),
  adresa,
  'sa-shpesh': pace,
})
const digestsTo = async (email: string) => (await lettersTo(db, email)).filter(({ kind }) => kind === 'digest')

async function given() {
  const consultation = await givenConsultation(services)
  await indexed(services)
  await minute()
  return consultation
}

/** By the form, the letter and its button. Gives the path of the own page. */
async function confirmed(id: string, email: string, pace = 'at-once', lang: 'sq' | 'en' = 'sq') {
  const prefix = lang === 'en' ? '/en' : ''
  const sent = await web.post(`${prefix}/ndiq`, followForm(id, email, pace))
  expect(sent.status).toBe(303)
  const link = pathIn(await newestLetterTo(db, email), '/ndiq/konfirmo/')
  const answer = await web.post(link, {})
  expect(answer.status).toBe(303)
  clock.passMinutes(1)
  return (answer.headers.get('location') ?? '').split('?')[0] ?? ''
}

/** Something happens to it: it is cancelled. */
async function cancel(id: string) {
  const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
  expect(await cancelConsultation(services, coordinator, id, 'U tërhoq projekti.')).toEqual({ kind: 'cancelled' })
  await indexed(services)
}

describe('to follow a matter', () => {
  it('is confirmed twice: by the form, and by the button behind the link in a letter', async () => {
    const { id, slug, form } = await given()
    const email = someAddress()
    const page = await (await web.get(`/konsultime/${slug}`)).text()
    expect(page).toContain(`href="/ndiq?${addressOf(id)}"`)
    expect(page).toContain(`href="/njoftime.atom?${addressOf(id)}"`)
    expect(await (await web.get(`/ndiq?${addressOf(id)}`)).text()).toContain(form.title)
    expect((await web.post('/ndiq', followForm(id, email))).headers.get('location')).toBe('/ndiq/derguar')
    const letter = await newestLetterTo(db, email)
    expect(letter.kind).toBe('service')
    expect(letter.body).toContain(form.title)
    const link = pathIn(letter, '/ndiq/konfirmo/')
    // Mail programs open links by themselves.
    for (let opened = 0; opened < 2; opened++) expect((await web.get(link)).status).toBe(200)
    const state = async () => (await db`select confirmed_at from platform.follows where asked_at = ${NOW}`)[0]
    expect(await state()).toEqual({ confirmedAt: null })
    const done = await web.post(link, {})
    expect(done.headers.get('location')).toMatch(/^\/ndiq\/te-miat\/[\w-]+\?bere=confirmed$/)
    expect(await state()).toEqual({ confirmedAt: NOW })
    expect((await web.post(link, {})).status).toBe(303)
    const own = await (await web.get(done.headers.get('location') ?? '')).text()
    expect(own).toContain(t.own.done.confirmed)
    expect(own).toContain(email)
  })

  it('is asked for once, however often the form arrives, and never tells who follows already', async () => {
    const { id } = await given()
    const email = someAddress()
    const answers = await Promise.all([1, 2, 3].map(() => web.post('/ndiq', followForm(id, email))))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await lettersTo(db, email)).toHaveLength(1)
    await confirmed(id, someAddress())
    await web.post(pathIn(await newestLetterTo(db, email), '/ndiq/konfirmo/'), {})
    clock.passMinutes(5)
    const again = await web.post('/ndiq', followForm(id, email))
    expect([again.status, again.headers.get('location')]).toEqual([303, '/ndiq/derguar'])
    expect((await newestLetterTo(db, email)).body).toContain('ndiqet tashmë')
    const rows = await db`
      select from platform.follows as follow join platform.contacts as contact on contact.id = follow.contact_id
      where contact.email = ${email}`
    expect(rows).toHaveLength(1)
  })

  it('keeps what was typed when it is wrong, and knows no selection that is not there', async () => {
    const { id } = await given()
    const wrong = await web.post('/ndiq', followForm(id, 'kjo nuk është'))
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="kjo nuk është"')
    expect((await web.post('/ndiq', followForm(id, someAddress(), 'nganjëherë'))).status).toBe(422)
    expect((await web.get('/ndiq?institucioni=askush')).status).toBe(404)
    expect((await web.get(`/ndiq?ceshtja=${matterOf('00000000-0000-4000-8000-000000000000')}`)).status).toBe(404)
    expect((await web.post('/ndiq', followForm(id, someAddress()), { origin: 'https://tjeter.example' })).status).toBe(
      403,
    )
  })

  it('takes one button from a citizen who is signed in', async () => {
    const { id } = await given()
    const email = someAddress()
    const cookie = await web.signedInAsCitizen(email)
    const page = await (await web.get(`/ndiq?${addressOf(id)}`, { cookie })).text()
    expect(page).toContain(t.form.signedIn(email))
    for (const pace of ['daily', 'daily'])
      await web.post('/ndiq', { ceshtja: matterOf(id), 'sa-shpesh': pace }, { cookie })
    expect(await lettersTo(db, email)).toEqual([])
    const own = await (await web.get('/ndiq/te-miat', { cookie })).text()
    expect(own.match(/name="vepra" value="leave"/g)).toHaveLength(1)
  })

  it('is erased after seven days when nobody confirmed it, with the address', async () => {
    const { id } = await given()
    const email = someAddress()
    await web.post('/ndiq', followForm(id, email))
    const rule = doors
      .flatMap(({ personalData }) => personalData?.retention ?? [])
      .find((one) => one.id === 'follows.unconfirmed')
    clock.passMinutes(7 * 24 * 60 - 1)
    expect(await rule?.countDue(services)).toBe(0)
    clock.passMinutes(2)
    expect(await rule?.forget?.(services)).toBe(1)
    expect(await db`select from platform.contacts where email = ${email}`).toHaveLength(0)
    expect((await web.post(pathIn(await newestLetterTo(db, email), '/ndiq/konfirmo/'), {})).status).toBe(404)
  })
})

describe('a letter', () => {
  it('tells at once what happened, once, with the way to leave by one click', async () => {
    const { id, slug, form } = await given()
    const email = someAddress()
    await confirmed(id, email)
    await cancel(id)
    expect(await minute()).toBe(1)
    expect(await minute()).toBe(0)
    const [letter, ...others] = await digestsTo(email)
    expect(others).toEqual([])
    expect(letter).toMatchObject({ institutionId: null, lang: 'sq', subject: `Një ndryshim: ${form.title}` })
    expect(letter?.body).toContain('22 nëntor 2026: Konsultimi u anulua.')
    expect(letter?.body).toContain(`https://kuvend.test/konsultime/${slug}`)
    const [row] = await db<
      { leaveUrl: string }[]
    >`select leave_url from platform.mail_messages where id = ${letter?.id ?? ''}`
    expect(letter?.body).toContain(row?.leaveUrl)
    const leave = new URL(row?.leaveUrl ?? '').pathname
    // A scanner looks at it; only the post of the mail program leaves, with neither origin nor cookie.
    expect((await web.get(leave)).status).toBe(200)
    const live = () => db`
      select from platform.follows as follow join platform.contacts as contact on contact.id = follow.contact_id
      where contact.email = ${email} and follow.ended_at is null`
    expect(await live()).toHaveLength(1)
    const left = await web.post(leave, { 'List-Unsubscribe': 'One-Click' }, { origin: null })
    expect([left.status, await left.text()]).toEqual([200, t.leave.plain])
    expect(await live()).toHaveLength(0)
    expect((await web.post(leave, {}, { origin: null })).status).toBe(200)
  })

  it('has its link believed by no forged sign', async () => {
    const { id } = await given()
    const email = someAddress()
    const own = await confirmed(id, email)
    const token = own.split('/').at(-1) ?? ''
    const forged = token.slice(0, -2) + (token.endsWith('AA') ? 'BA' : 'AA')
    for (const path of [
      `/ndiq/te-miat/${forged}`,
      `/ndiq/largohu/${forged}`,
      `/ndiq/konfirmo/${token}`,
      '/ndiq/te-miat/x',
    ])
      expect((await web.post(path, { vepra: 'leave-all' }, {})).status, path).toBe(404)
    // The one address that needs no origin is the one to leave.
    expect((await web.post(own, { vepra: 'leave-all' }, { origin: null })).status).toBe(403)
    expect((await web.get(own)).status).toBe(200)
  })

  it('of the day comes at half past six where the institution is, of all that happened, by matter; nothing is no letter', async () => {
    const [one, other] = [await given(), await given()]
    const email = someAddress()
    await confirmed(one.id, email, 'daily', 'en')
    await confirmed(other.id, email, 'daily', 'en')
    clock.set(tenOn('2026-11-23'))
    expect(await minute()).toBe(0)
    await cancel(one.id)
    await cancel(other.id)
    expect(await minute()).toBe(0)
    // 06:29 and 06:30 in Tirana: an hour before, in UTC.
    clock.set(new Date('2026-11-24T05:29:00Z'))
    expect(await minute()).toBe(0)
    clock.set(new Date('2026-11-24T05:30:00Z'))
    expect(await minute()).toBe(1)
    expect(await minute()).toBe(0)
    const [letter, ...more] = await digestsTo(email)
    expect(more).toEqual([])
    expect(letter).toMatchObject({ lang: 'en', subject: '2 changes in 2 matters that you follow' })
    expect(letter?.body?.match(/23 November 2026: The consultation was cancelled/g)).toHaveLength(2)
    expect(letter?.body).toContain('/en/konsultime/')
    clock.set(tenOn('2026-11-25'))
    expect(await minute()).toBe(0)
  })

  it('of the week comes on Monday; whoever changes the pace or pauses is written by what holds then', async () => {
    const { id } = await given()
    const [weekly, changed, paused] = [someAddress(), someAddress(), someAddress()]
    await confirmed(id, weekly, 'weekly')
    const own = { changed: await confirmed(id, changed, 'weekly'), paused: await confirmed(id, paused, 'daily') }
    const [follow] = await db<{ id: string }[]>`
      select follow.id from platform.follows as follow join platform.contacts as contact on contact.id = follow.contact_id
      where contact.email = ${changed}`
    await web.post(own.changed, { vepra: 'pace', ndjekja: follow?.id ?? '', 'sa-shpesh': 'at-once' })
    const pausing = await web.post(own.paused, { vepra: 'pause' })
    expect(pausing.headers.get('location')).toBe(`${own.paused}?bere=pause`)
    clock.set(tenOn('2026-11-24'))
    await minute()
    await cancel(id)
    await minute()
    expect(await digestsTo(changed)).toHaveLength(1)
    clock.set(tenOn('2026-11-29'))
    await minute()
    expect([await digestsTo(weekly), await digestsTo(paused)]).toEqual([[], []])
    clock.set(tenOn('2026-11-30'))
    await minute()
    expect(await digestsTo(weekly)).toHaveLength(1)
    // What happened in the pause is not told afterwards.
    await web.post(own.paused, { vepra: 'resume' })
    clock.set(tenOn('2026-12-01'))
    await minute()
    expect(await digestsTo(paused)).toEqual([])
  })

  it('leaves out what has left the public before it is written', async () => {
    const { id } = await given()
    const email = someAddress()
    await confirmed(id, email, 'daily')
    await cancel(id)
    await minute()
    await db`delete from platform.search_documents where matter = ${matterOf(id)}`
    clock.set(tenOn('2026-11-24'))
    expect(await minute()).toBe(0)
    expect(await digestsTo(email)).toEqual([])
  })

  it('that comes back ends the writing, until its owner asks for it again', async () => {
    const { id } = await given()
    const email = someAddress()
    const own = await confirmed(id, email)
    await cancel(id)
    await minute()
    const [letter] = await digestsTo(email)
    await db`update platform.mail_messages set state = 'sent', sent_at = ${clock.now()} where id = ${letter?.id ?? ''}`
    await db.begin((tx) => markBounced(tx, services, letter?.messageId ?? '', '550 no such user'))
    expect(await (await web.get(own)).text()).toContain(t.own.bounced)
    await web.post(own, { vepra: 'resume' })
    expect(await (await web.get(own)).text()).not.toContain(t.own.bounced)
  })
})

describe('a lost link', () => {
  it('is sent again to whoever follows, and to nobody else, with the same answer', async () => {
    const { id } = await given()
    const email = someAddress()
    await confirmed(id, email)
    const stranger = someAddress()
    const words = await Promise.all(
      [email, stranger].map(async (adresa) => (await web.post('/ndiq/lidhje-e-re', { adresa })).text()),
    )
    for (const page of words) expect(page).toContain(t.lost.sent)
    expect(await lettersTo(db, stranger)).toEqual([])
    const letter = await newestLetterTo(db, email)
    expect((await web.get(pathIn(letter, '/ndiq/te-miat/'))).status).toBe(200)
  })
})
