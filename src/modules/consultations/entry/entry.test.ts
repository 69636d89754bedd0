import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { recordOf } from '#test/ledger.ts'
import { lettersTo } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import { extendConsultation } from '../closing/extend-consultation.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import { entriesOf } from '../ledger/ledger-testing.ts'
import { eraseCommentsOf } from '../own-data/erase-comments.ts'
import { aCommentForm, givenConsultation, officialWith, staffWith, tokenMailedTo } from '../testing.ts'
import { consultationUrls, officeUrls, ownCommentUrls, senderUrls } from '../urls.ts'
import { aDelivery, anEntryForm, clerkOf, givenDelivery, givenSplit, JOINT } from './testing.ts'
import { enterDelivery } from './enter-delivery.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { clock } = services
const bodyOf = async (path: string, cookie?: string) =>
  (await web.get(path, cookie === undefined ? {} : { cookie })).text()
const commentsOf = (deliveryId: string) => db<
  {
    id: string
    code: string
    channel: string
    late: boolean
    state: string
    articleLabel: string | null
    point: number
  }[]
>`
  select id, code, channel, late, state, article_label, delivery_point as point from consultations.comments
  where delivery_id = ${deliveryId} order by delivery_point`

describe.each(['prova', 'provas'])('at the counter of %s', (slug) => {
  it('one comment is entered once, however often its form arrives; the sheet has code and link, and the link opens', async () => {
    const consultation = await givenConsultation(services, { institution: slug })
    const cookie = await web.signedInAs(staffWith('clerk', slug))
    const form = anEntryForm(services)
    const post = () => web.post(officeUrls.newEntry(consultation.id), form, { cookie })
    const first = (await post()).headers.get('location') ?? ''
    const second = (await post()).headers.get('location') ?? ''
    expect(second).toContain('u=tashme')
    const sheet = await bodyOf(first, cookie)
    const link = /\/komenti\/([\w-]{43})/.exec(sheet)?.[1] ?? ''
    const [comment] = await commentsOf(form.dergesa ?? '')
    expect(sheet).toContain(comment?.code)
    expect(await bodyOf(ownCommentUrls.one(link))).toContain(comment?.code)
    const page = await bodyOf(consultationUrls.comments(consultation.slug))
    expect(page).toContain('Erdhi në sportel')
    expect(page).not.toContain('Arta Shembull')
    const data = await (await web.get(consultationUrls.commentData(consultation.slug, comment?.code ?? ''))).json()
    expect(data).toMatchObject({ channel: 'counter', senderKind: 'citizen', late: false, author: null })
    expect(await commentsOf(form.dergesa ?? '')).toHaveLength(1)
  })

  it('with e-mail the receipt goes out; a wrong form comes back with all that was typed, and changes nothing', async () => {
    const consultation = await givenConsultation(services, { institution: slug })
    const cookie = await web.signedInAs(staffWith('clerk', slug))
    const email = `leter-${slug}@posta.example`
    const wrong = anEntryForm(services, { komenti: '', emri: 'Teuta Shembull', 'thene-year': '2099' })
    const again = await web.post(officeUrls.newEntry(consultation.id), wrong, { cookie })
    expect([again.status, (await again.text()).includes('Teuta Shembull')]).toEqual([422, true])
    expect(await commentsOf(wrong.dergesa ?? '')).toEqual([])
    await web.post(officeUrls.newEntry(consultation.id), anEntryForm(services, { adresa: email, menyra: 'post' }), {
      cookie,
    })
    const token = await tokenMailedTo(services, email)
    expect((await web.get(ownCommentUrls.one(token))).status).toBe(200)
    const [contact] = await db`select confirmed_at from platform.contacts where email = ${email}`
    expect(contact).toEqual({ confirmedAt: null })
  })

  it('a letter that came late is kept and shown as late; registered mail counts from the day of posting', async () => {
    const consultation = await givenConsultation(services, { institution: slug })
    const before = clock.now()
    clock.set(new Date(before.getTime() + 12 * 86_400_000))
    const late = await givenDelivery(services, slug, { said: -4, facts: { channel: 'post' } }, consultation)
    const registered = await givenDelivery(
      services,
      slug,
      { said: -4, facts: { channel: 'post', registeredPost: true } },
      consultation,
    )
    expect((await commentsOf(late.id))[0]).toMatchObject({ late: true, state: 'published' })
    expect((await commentsOf(registered.id))[0]).toMatchObject({ late: false })
    expect(await bodyOf(consultationUrls.comments(consultation.slug))).toContain('me vonesë')
    clock.set(before)
  })

  it('a cancelled consultation, and one of another institution, take none', async () => {
    const consultation = await givenConsultation(services, { institution: slug })
    const stranger = await clerkOf(services, slug === 'prova' ? 'provas' : 'prova')
    expect(await enterDelivery(services, stranger, consultation.id, aDelivery(services))).toEqual({
      kind: 'not-permitted',
    })
    const own = await clerkOf(services, slug)
    expect(await enterDelivery(services, own, randomUUID(), aDelivery(services))).toEqual({
      kind: 'no-such-consultation',
    })
  })

  it('the same number of the protocol is warned of, with a link, and entered when the clerk knows', async () => {
    const first = await givenDelivery(services, slug, { facts: { protocolNumber: `7/${slug}` } })
    const cookie = await web.signedInAs(staffWith('clerk', slug))
    const form = anEntryForm(services, { protokolli: `7/${slug}` })
    const path = officeUrls.newEntry(first.consultation.id)
    const warned = await web.post(path, form, { cookie })
    const words = await warned.text()
    expect([warned.status, words.includes(officeUrls.delivery(first.consultation.id, first.id))]).toEqual([422, true])
    expect((await web.post(path, { ...form, gjithsesi: 'po' }, { cookie })).status).toBe(303)
  })
})

describe('a letter of many points', () => {
  it('is cut, joined, left aside and entered in one deed: one letter tells all codes, one page holds them', async () => {
    const { id, consultation } = await givenSplit(services, 'prova')
    const email = 'shoqata@letra.example'
    await db`update consultations.delivery_drafts set fields = fields || ${db.json({ adresa: email })} where id = ${id}`
    const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
    const path = officeUrls.splitDraft(consultation.id, id)
    const page = await bodyOf(path, cookie)
    for (const words of ['Neni 2: të hapet', 'Regjistroni 3 komente']) expect(page).toContain(words)
    expect((await web.post(path, { versioni: '1', veprimi: 'anash:2' }, { cookie })).status).toBe(303)
    expect((await web.post(path, { versioni: '1', veprimi: 'ruaj' }, { cookie })).status).toBe(409)
    const done = await web.post(path, { versioni: '2', veprimi: 'regjistro' }, { cookie })
    expect(done.headers.get('location')).toContain('u=hyri')
    const comments = await commentsOf(id)
    expect(comments.map(({ articleLabel, point }) => [articleLabel, point])).toEqual([
      ['2', 1],
      ['3', 2],
    ])
    const letters = await lettersTo(db, email)
    expect(letters).toHaveLength(1)
    for (const { code } of comments) expect(letters[0]?.body).toContain(code)
    const token = /\/dergesa\/([\w-]{43})/.exec(letters[0]?.body ?? '')?.[1] ?? ''
    const sender = await bodyOf(senderUrls.delivery(token))
    const own = [...sender.matchAll(/\/komenti\/([\w-]{43})/g)].map((found) => found[1] ?? '')
    expect(own).toHaveLength(2)
    expect(await bodyOf(ownCommentUrls.one(own[1] ?? ''))).toContain(comments[1]?.code)
    expect(await db`select id from consultations.delivery_drafts where id = ${id}`).toEqual([])
  })

  it('stands whole or not at all: a point on an article that is not there takes the others with it', async () => {
    const consultation = await givenConsultation(services)
    const points = [
      { body: 'Pika e parë.', anchor: { about: 'whole' as const } },
      { body: 'Pika e dytë.', anchor: { about: 'article' as const, nodeId: randomUUID() } },
    ]
    const order = aDelivery(services, { kind: 'split', points })
    const outcome = await enterDelivery(services, await clerkOf(services, 'prova'), consultation.id, order)
    expect(outcome).toEqual({ kind: 'refused', refusal: 'no-such-article', point: 2 })
    expect(await db`select 1 from consultations.deliveries where form_id = ${order.formId}`).toHaveLength(0)
    expect(await commentsOf(order.formId)).toEqual([])
  })

  it('is discarded with its document when nobody wants it', async () => {
    const { id, consultation } = await givenSplit(services, 'prova')
    const cookie = await web.signedInAs(staffWith('clerk', 'prova'))
    expect((await web.post(officeUrls.discardSplit(consultation.id, id), {}, { cookie })).status).toBe(303)
    expect((await web.get(officeUrls.splitDraft(consultation.id, id), { cookie })).status).toBe(404)
  })
})

describe('a joint submission', () => {
  it('counts once with its members; one says "not in our name", and everybody sees it', async () => {
    const member = { organisation: 'Shoqata e Bletarëve', role: null, email: 'bletaret@joint.example', person: null }
    const joint = { ...JOINT, members: [member, ...JOINT.members] }
    const { id, consultation } = await givenDelivery(services, 'provas', { kind: 'joint', joint })
    const [comment] = await commentsOf(id)
    const page = consultationUrls.comment(consultation.slug, comment?.code ?? '')
    expect(await bodyOf(page)).toContain('Shoqata e Bletarëve')
    const [letter] = await lettersTo(db, 'bletaret@joint.example')
    const token = /\/dergesa\/anetare\/([\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? ''
    expect(await bodyOf(senderUrls.member(token))).toContain('Jo në emrin tonë')
    for (let n = 0; n < 2; n++) expect((await web.post(senderUrls.notMine(token), {})).status).toBe(303)
    expect(await bodyOf(page)).toContain('u tërhoq më')
    const data = (await (await web.get(`${page}.json`)).json()) as { members: { withdrawnAt: string | null }[] }
    expect(data.members.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, false, false])
  })
})

describe('a member of a joint submission who asks to be forgotten', () => {
  it('leaves the organisation in the list; name, address and link go', async () => {
    const email = 'kryetarja@harrese.example'
    const member = { organisation: 'Shoqata e Mullinjve', role: null, email, person: 'Drane Shembull' }
    const joint = { ...JOINT, members: [member, ...JOINT.members] }
    const { id, consultation } = await givenDelivery(services, 'prova', { kind: 'joint', joint })
    const [comment] = await commentsOf(id)
    const page = consultationUrls.comment(consultation.slug, comment?.code ?? '')
    expect(await bodyOf(page)).toContain('Drane Shembull')
    const [letter] = await lettersTo(db, email)
    const token = /\/dergesa\/anetare\/([\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? ''
    const [contact] = await db<{ id: string }[]>`select id from platform.contacts where email = ${email}`
    expect(await db.begin((tx) => eraseCommentsOf(tx, services, contact?.id ?? '', 'citizen'))).toBe(1)
    const left = await bodyOf(page)
    expect([left.includes('Shoqata e Mullinjve'), left.includes('Drane Shembull')]).toEqual([true, false])
    expect((await web.get(senderUrls.member(token))).status).toBe(404)
    const held = await db`select 1 from consultations.delivery_members where contact_id = ${contact?.id ?? ''}`
    expect(held).toHaveLength(0)
  })
})

describe('on the site', () => {
  it('a form that was open while the window closed is late and says so; a day later it is refused and names other ways', async () => {
    const consultation = await givenConsultation(services)
    const before = clock.now()
    const [deadline] = await db<{ dueAt: Date }[]>`
      select due_at from platform.deadlines where subject = ${`consultations.consultation:${consultation.id}`}`
    const closing = deadline?.dueAt.getTime() ?? 0
    clock.set(new Date(closing + 23 * 3_600_000))
    const form = aCommentForm()
    const sent = await web.post(consultationUrls.comments(consultation.slug), form)
    expect(await bodyOf(sent.headers.get('location') ?? '')).toContain('erdhën pas mbylljes së afatit')
    clock.set(new Date(closing + 30 * 3_600_000))
    const token = await tokenMailedTo(services, form.adresa ?? '')
    expect((await web.post(ownCommentUrls.confirmation(token), {})).status).toBe(303)
    const refused = await web.post(
      consultationUrls.comments(consultation.slug),
      aCommentForm({ komenti: 'Fjalë tepër vonë.' }),
    )
    const words = await refused.text()
    expect(refused.status).toBe(409)
    for (const one of ['Fjalë tepër vonë.', 'në sportel', 'konsultime@zyra.example']) expect(words).toContain(one)
    clock.set(before)
  })
})

describe('when the window is put off', () => {
  it('what had come late and falls inside is in time again, and its entry in the ledger says so', async () => {
    const consultation = await givenConsultation(services)
    const before = clock.now()
    clock.set(new Date(before.getTime() + 12 * 86_400_000))
    const late = await givenDelivery(services, 'prova', {}, consultation)
    const [comment] = await commentsOf(late.id)
    expect(comment).toMatchObject({ late: true })
    const official = await officialWith(services, ['consultation-coordinator', 'prova'])
    const [row] = await db<
      { version: number }[]
    >`select version from consultations.consultations where id = ${consultation.id}`
    const day = new Date(clock.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10)
    const outcome = await extendConsultation(services, official, consultation.id, {
      newDay: day,
      decision: 'Vendim nr. 7',
      decidedOn: new Date(before.getTime()).toISOString().slice(0, 10),
      ground: 'Shumë qytetarë kërkuan më shumë kohë.',
      formId: randomUUID(),
      fromVersion: row?.version ?? 1,
    })
    expect(outcome).toEqual({ kind: 'extended' })
    expect((await commentsOf(late.id))[0]).toMatchObject({ late: false })
    const told = await db<{ kind: string }[]>`
      select kind from consultations.comment_events where comment_id = ${comment?.id ?? ''} order by id`
    expect(told.map(({ kind }) => kind).slice(-1)).toEqual(['in-time'])
    const subject = `consultations.comment:${comment?.id}`
    expect(await entriesOf(db, subject)).toEqual(['received-comment 1', 'comment 1', 'comment 2'])
    expect(await recordOf(db, publishedComments, comment?.id ?? '')).toMatchObject({ late: false })
    const data = await (await web.get(consultationUrls.commentData(consultation.slug, comment?.code ?? ''))).json()
    expect(data).toMatchObject({ late: false })
    clock.set(before)
  })
})

describe('the facts of a delivery', () => {
  it('are put right in the open: history says why, the ledger has the comment anew; a stale form changes nothing', async () => {
    const { id, consultation } = await givenDelivery(services, 'prova')
    const cookie = await web.signedInAs(staffWith('clerk', 'prova'))
    const path = officeUrls.correctDelivery(consultation.id, id)
    const form = anEntryForm(services, {
      menyra: 'phone',
      lloji: 'academia',
      arsyeja: 'U tha me telefon.',
      versioni: '1',
    })
    expect((await web.post(path, form, { cookie })).status).toBe(303)
    expect((await web.post(path, { ...form, menyra: 'email' }, { cookie })).status).toBe(409)
    const [comment] = await commentsOf(id)
    expect(comment).toMatchObject({ channel: 'phone' })
    const [change] = await db`
      select reason from platform.changes where subject = ${`consultations.delivery:${id}`} and kind = 'facts-corrected'`
    expect(change).toEqual({ reason: 'U tha me telefon.' })
    expect(await bodyOf(consultationUrls.comment(consultation.slug, comment?.code ?? ''))).toContain('me telefon')
  })

  it('are seen with a note in the log of accesses, by those who may alone', async () => {
    const { id, consultation } = await givenDelivery(services, 'prova')
    const path = officeUrls.delivery(consultation.id, id)
    const clerk = await web.signedInAs(staffWith('clerk', 'prova'))
    expect(await bodyOf(path, clerk)).toContain('Arta Shembull')
    const noted = await db`select what from platform.accesses where subject = ${`consultations.delivery:${id}`}`
    expect(noted).toEqual([{ what: 'opened' }])
    const other = await web.signedInAs(staffWith('clerk', 'provas'))
    expect((await web.get(path, { cookie: other })).status).toBe(404)
  })
})
