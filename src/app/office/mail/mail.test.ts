import { describe, expect, it } from 'vitest'
import { queueForPaper } from '#platform/dispatch/record-dispatch.ts'
import { eraseAddressees } from '#platform/dispatch/erase-addressees.ts'
import { PDF } from '#platform/files/testing.ts'
import { forgetBodies, settleUndecided } from '#platform/mail/mail-sweeps.ts'
import { markBounced } from '#platform/mail/mark-bounced.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { testDatabase } from '#test/database.ts'
import { people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { sq } from './texts.sq.ts'
import { mailUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
const prova = row?.id ?? ''
const TODAY = { 'dita-day': '22', 'dita-month': '11', 'dita-year': '2026' }
const clerk = {
  email: 'clerk@prova.example',
  name: 'Shpresa Prove',
  roles: [{ role: 'clerk', institution: 'prova' }],
} as const

async function letter(state = 'failed', body = 'Lidhja juaj private'): Promise<string> {
  const draft = { kind: 'service', recipient: 'ana@shembull.example', lang: 'sq', subject: 'Përgjigje', body } as const
  const { id } = await db.begin((tx) => queueLetter(tx, services, { ...draft, institutionId: prova }))
  const sentAt = state === 'sent' ? services.clock.now() : null
  await db`update platform.mail_messages set state = ${state}, sent_at = ${sentAt} where id = ${id}`
  return id
}
const letterOf = async (id: string) =>
  (
    await db<{ state: string; body: string | null; settledAs: string | null; lastError: string | null }[]>`
      select state, body, settled_as, last_error from platform.mail_messages where id = ${id}`
  )[0]

async function paper(title = 'Përgjigje', contactId: string | null = null): Promise<string> {
  const subject = `mail.message:${await letter()}`
  const to = { name: 'Ana Shembull', postal: 'Rruga e Gurit 1\n1001 Prova', contactId }
  const order = { institutionId: prova, subject, title, lang: 'sq', to, by: 'program', way: 'registered-post' } as const
  return (await db.begin((tx) => queueForPaper(tx, services, { ...order, words: 'E nderuar,\n\nKërkesa u pranua.' })))
    .id
}
const paperOf = async (id: string) =>
  (
    await db<{ state: string; handedOn: string | null; slip: string | null; words: string | null }[]>`
      select paper.state, paper.handed_on, paper.slip, person.words from platform.dispatches as paper
      left join platform.dispatch_people as person on person.dispatch_id = paper.id where paper.id = ${id}`
  )[0]

const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  return {
    read: async (path: string) => (await web.get(path, { cookie })).text(),
    post: (path: string, fields: Parameters<typeof web.post>[1]) => web.post(path, fields, { cookie }),
  }
}

describe('a letter', () => {
  it('that comes back is bounced once, and waits for a decision without naming its recipient', async () => {
    const id = await letter('sent')
    const bounce = () =>
      db.begin((tx) => markBounced(tx, services, `${id}@kuvend.test`, '550 <ana@shembull.example> unknown'))
    expect(await bounce()).toEqual({ kind: 'bounced', id })
    expect(await bounce()).toEqual({ kind: 'known-already', id })
    expect(await letterOf(id)).toMatchObject({ state: 'bounced', lastError: '550 <…> unknown' })
    const list = await (await as(people.albanianAdministrator)).read('/zyra/posta')
    expect(list).toContain(sq.outbox.waiting)
    expect(list).toContain(id)
  })

  it('is settled by staff with a reason, and its words go a week later', async () => {
    const id = await letter()
    const me = await as(people.albanianAdministrator)
    expect((await me.post(mailUrls.settle(id), {})).status).toBe(422)
    expect((await me.post(mailUrls.settle(id), { pse: 'delivered-otherwise' })).status).toBe(303)
    expect(await letterOf(id)).toMatchObject({ state: 'settled', settledAs: 'delivered-otherwise' })
    expect((await me.post(mailUrls.settle(id), { pse: 'not-needed' })).status).toBe(409)
    const page = await me.read(`/zyra/posta/${id}`)
    expect(page).toContain('Drita Prove')
    services.clock.passMinutes(8 * 24 * 60)
    await forgetBodies(services)
    services.clock.passMinutes(-8 * 24 * 60)
    expect(await letterOf(id)).toMatchObject({ state: 'settled', body: null })
  })

  it('that nobody decided about for ninety days is settled by the program', async () => {
    const id = await letter('uncertain')
    services.clock.passMinutes(91 * 24 * 60)
    await settleUndecided(services)
    services.clock.passMinutes(-91 * 24 * 60)
    expect(await letterOf(id)).toMatchObject({ state: 'settled', settledAs: 'term-over' })
  })

  it('is found by state, kind and day', async () => {
    const id = await letter('uncertain')
    const me = await as(people.albanianAdministrator)
    expect(await me.read('/zyra/posta?gjendja=uncertain&lloji=service&dita=2026-11-22')).toContain(id)
    expect(await me.read('/zyra/posta?gjendja=sent')).not.toContain(id)
    expect(await me.read('/zyra/posta?gjendja=uncertain&dita=2026-11-21')).not.toContain(id)
  })

  it('stands between the words of its institution, in its language, from the moment they are saved', async () => {
    const me = await as(people.albanianAdministrator)
    const fields = {
      institucioni: prova,
      gjuha: 'sq',
      versioni: '0',
      'krye-sq': 'Bashkia Prova',
      'fund-sq': 'Zyra e pritjes, tel. 04 000 000',
    }
    expect((await me.post(mailUrls.words(), fields)).status).toBe(303)
    expect((await letterOf(await letter('queued', 'Fjalët')))?.body).toBe(
      'Bashkia Prova\n\nFjalët\n\nZyra e pritjes, tel. 04 000 000',
    )
    const meanwhile = await me.post(mailUrls.words(), { ...fields, 'fund-sq': 'Tjetër' })
    expect(meanwhile.status).toBe(409)
    expect(await meanwhile.text()).toContain('Tjetër')
    await db`delete from platform.mail_phrases`
  })
})

describe('a paper', () => {
  it('comes from a letter that cannot be mailed: it waits for print, the outbox waits no more', async () => {
    const id = await letter()
    const me = await as(people.albanianAdministrator)
    const fields = { dergesa: crypto.randomUUID(), emri: 'Ana Shembull', adresa: 'Rruga e Gurit 1', menyra: 'post' }
    expect((await me.post(mailUrls.print(id), { ...fields, adresa: '' })).status).toBe(422)
    const first = await me.post(mailUrls.print(id), fields)
    expect((await me.post(mailUrls.print(id), fields)).headers.get('location')).toBe(first.headers.get('location'))
    expect(await letterOf(id)).toMatchObject({ state: 'settled', settledAs: 'delivered-otherwise' })
    expect(await (await as(clerk)).read(mailUrls.toPrint())).toContain('Ana Shembull')
  })

  it('is printed with others, one a page, and handed on in one deed', async () => {
    const ids = [await paper('Përgjigja e parë'), await paper('Përgjigja e dytë')]
    const me = await as(clerk)
    const sheets = await me.read(`${mailUrls.printed()}?id=${ids[0]}&id=${ids[1]}`)
    expect(sheets.match(/class="kv-sheet"/g)).toHaveLength(2)
    expect(sheets).toContain('Rruga e Gurit 1<br')
    expect((await me.post(mailUrls.handOnAll(), TODAY)).status).toBe(422)
    expect((await me.post(mailUrls.handOnAll(), { id: ids, ...TODAY })).status).toBe(303)
    for (const id of ids)
      expect(await paperOf(id)).toMatchObject({ state: 'handed-on', handedOn: '2026-11-22', words: null })
  })

  it('is handed on no day that has not come, and by the first of two who say so', async () => {
    const id = await paper()
    const me = await as(clerk)
    const tomorrow = { ...TODAY, 'dita-day': '23' }
    expect((await me.post(mailUrls.handOn(id), { versioni: '1', ...tomorrow })).status).toBe(422)
    expect((await me.post(mailUrls.handOn(id), { versioni: '1', fleta: 'RR 123', ...TODAY })).status).toBe(303)
    expect((await me.post(mailUrls.handOn(id), { versioni: '1', ...TODAY })).status).toBe(409)
    expect(await paperOf(id)).toMatchObject({ state: 'handed-on', slip: 'RR 123' })
  })

  it('is corrected by a new entry; the old one says so, and both stay', async () => {
    const id = await paper()
    const me = await as(clerk)
    await me.post(mailUrls.handOn(id), { versioni: '1', ...TODAY })
    const form = { versioni: '2', dergesa: crypto.randomUUID(), menyra: 'hand', arsyeja: 'U dorëzua dorazi', ...TODAY }
    const answer = await me.post(mailUrls.correct(id), form)
    const fresh = /leter\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
    expect(await paperOf(id)).toMatchObject({ state: 'corrected' })
    expect(await paperOf(fresh)).toMatchObject({ state: 'handed-on' })
    expect(await me.read(mailUrls.dispatch(fresh))).toContain(mailUrls.dispatch(id))
  })

  it('keeps the scan of the signed slip, and takes nothing but a picture or PDF for one', async () => {
    const id = await paper()
    const me = await as(clerk)
    expect((await me.post(mailUrls.proofs(id), { prova: new File(['x'], 'x.txt') })).status).toBe(422)
    expect((await me.post(mailUrls.proofs(id), { prova: new File([PDF], 'fleta.pdf') })).status).toBe(303)
    expect(await me.read(mailUrls.dispatch(id))).toContain('fleta.pdf')
  })

  it('forgets to whom it went when that person is erased, and stays', async () => {
    const [contact] = await db<{ id: string }[]>`
      insert into platform.contacts (email) values ('ana@shembull.example') returning id`
    const id = await paper('Përgjigje', contact?.id ?? null)
    expect(await db.begin((tx) => eraseAddressees(tx, contact?.id ?? ''))).toBe(1)
    const page = await (await as(clerk)).read(mailUrls.dispatch(id))
    expect(page).toContain(sq.one.erased)
    expect(page).not.toContain('Rruga e Gurit')
  })

  it('shows in the access log who saw name and address', async () => {
    const id = await paper()
    await (await as(clerk)).read(mailUrls.dispatch(id))
    expect(await db`select from platform.accesses where subject = ${`dispatch.dispatch:${id}`}`).toHaveLength(1)
  })
})
