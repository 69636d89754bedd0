import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { jobHandlers } from '../../worker.ts'
import { givenConsultation } from '#modules/consultations/testing.ts'
import { runJobsUntilIdle } from '#platform/jobs/worker.ts'
import { givenIssuedLetter, givenLetter, theLetter } from '#platform/letters/letters-testing.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { letterUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const institutionOf = async (slug: string) =>
  (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''

const clerk = {
  email: 'clerk@prova.example',
  name: 'Shpresa Prove',
  roles: [{ role: 'clerk', institution: 'prova' }],
} as const
const cookie = await web.signedInAs(clerk)
const adminCookie = await web.signedInAs(people.albanianAdministrator)

const read = async (path: string, as = cookie) => {
  const response = await web.get(path, { cookie: as })
  return { status: response.status, html: await response.text() }
}
const send = (path: string, fields: Record<string, string | string[]>, as = cookie) =>
  web.post(path, fields, { cookie: as })
const idIn = (response: Response) => response.headers.get('location')?.split(/[/?]/)[3] ?? ''
const changesOf = (id: string) =>
  db<{ kind: string; fields: unknown; reason: string | null }[]>`
    select kind, fields, reason from platform.changes where subject = ${`letters.letter:${id}`} order by id`

const formOf = async (more: Record<string, string | string[]> = {}) => ({
  institucioni: await institutionOf('prova'),
  lloji: 'answer',
  adresuesi: 'Ana Shembull',
  adresa: 'Rruga 1',
  posta: 'ana@shembull.example',
  lenda: 'Përgjigje',
  teksti: 'I nderuar {{adresuesi}},\n\nPo.',
  nenshkruesi: 'Skënder Prove',
  posti: 'Kryetar',
  dergesa: randomUUID(),
  ...more,
})

describe('a new letter', () => {
  it('begins with a template, in the words of the country', async () => {
    const { html } = await read(`${letterUrls.fresh()}?modeli=answer&institucioni=${await institutionOf('prova')}`)
    expect(html).toContain('ankim administrativ')
    const vjosa = await web.signedInAs(people.kosovarCoordinator)
    const kosovar = await read(
      `${letterUrls.fresh()}?modeli=answer&institucioni=${await institutionOf('provas')}`,
      vjosa,
    )
    expect(kosovar.html).toContain('paraqisni ankesë')
  })

  it('is written once, however often its form arrives, and shows how it will be printed', async () => {
    const fields = await formOf()
    const [first, again] = [await send(letterUrls.fresh(), fields), await send(letterUrls.fresh(), fields)]
    expect([first.status, again.status]).toEqual([303, 303])
    expect(idIn(again)).toBe(idIn(first))
    const { html } = await read(letterUrls.one(idIn(first)))
    expect(html).toContain('I nderuar Ana Shembull,')
    expect((await changesOf(idIn(first))).map(({ kind }) => kind)).toEqual(['letter-drafted'])
  })

  it('comes back with everything typed when something is missing, and nothing is kept', async () => {
    const before = (await db`select from platform.official_letters`).length
    const response = await send(
      letterUrls.fresh(),
      await formOf({ adresuesi: '', teksti: 'Fjalë {{adresusi}}', baza: 'neni 1' }),
    )
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('Nuk ka fushë me emrin «adresusi»')
    expect(html).toContain('Fjalë {{adresusi}}')
    expect(html).toContain('href="#adresuesi"')
    expect(html).toContain('href="#afati"')
    expect(await db`select from platform.official_letters`).toHaveLength(before)
  })

  it('may have forty pages in each of two languages, every letter of it kept', async () => {
    const long = 'Këshilli e shqyrtoi kërkesën. '.repeat(6000).trim()
    const form = new FormData()
    const fields = await formOf({ teksti: long, gjuha: 'en', 'lenda-tjeter': 'Answer', 'teksti-tjeter': long })
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const { body, otherBody } = await theLetter(services, idIn(await web.post(letterUrls.fresh(), form, { cookie })))
    expect([body.length, otherBody?.length]).toEqual([long.length, long.length])
  })

  it('about several records names them all, and none of another institution', async () => {
    const ilir = await web.signedInAs(people.albanianCoordinator)
    const one = await givenConsultation(services, { institution: 'prova', title: 'Rregullore për tregun' })
    const two = await givenConsultation(services, { institution: 'prova', title: 'Rregullore për parkun' })
    const elsewhere = await givenConsultation(services, { institution: 'provas', title: 'Rregullore e komunës' })
    const ref = (id: string) => `consultations.consultation:${id}`
    const fields = await formOf({
      subjekti: [ref(one.id)],
      shto: `http://kuvend.test/zyra/konsultime/${two.id}`,
      lenda: 'Për {{ceshtja}}',
    })
    const id = idIn(await send(letterUrls.fresh(), fields, ilir))
    expect((await read(letterUrls.one(id), ilir)).html).toContain('Për Rregullore për tregun; Rregullore për parkun')
    const refused = await send(letterUrls.fresh(), await formOf({ subjekti: [ref(elsewhere.id)] }), ilir)
    expect(refused.status).toBe(422)
    const [change] = await db`select from platform.changes where subject = ${ref(two.id)} and kind = 'letter-drafted'`
    expect(change).toBeDefined()
  })

  it('about a record that is not there begins without it', async () => {
    const gone = 'tests.none:00000000-0000-4000-8000-000000000000'
    const { status, html } = await read(`${letterUrls.fresh()}?modeli=general&subjekti=${gone}`)
    expect([status, html.includes(`value="${gone}"`)]).toEqual([200, false])
  })
})

describe('a draft', () => {
  it('that somebody else changed is not written over, and what was typed is shown again', async () => {
    const { id } = await givenLetter(services)
    const fields = { ...(await formOf()), revisioni: '1' }
    expect((await send(letterUrls.edit(id), { ...fields, teksti: 'I pari' })).status).toBe(303)
    const late = await send(letterUrls.edit(id), { ...fields, teksti: 'I dyti' }, adminCookie)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('I dyti')
    expect((await theLetter(services, id)).body).toBe('I pari')
  })

  it('writes into the history which fields changed, and not the words of a person', async () => {
    const { id } = await givenLetter(services)
    const fields = { ...(await formOf({ adresuesi: 'Emër Tjetër', lloji: 'notice' })), revisioni: '1' }
    await send(letterUrls.edit(id), fields)
    const [changed] = (await changesOf(id)).slice(-1)
    expect(JSON.stringify(changed)).not.toContain('Emër Tjetër')
    expect(changed?.fields).toEqual(
      expect.arrayContaining([
        { field: 'kind', from: 'answer', to: 'notice' },
        { field: 'addresseeName', from: null, to: null },
      ]),
    )
  })

  it('can be deleted; an issued letter cannot, not even by hand', async () => {
    const { id } = await givenLetter(services)
    expect((await send(letterUrls.removal(id), { revisioni: '1' })).status).toBe(303)
    expect((await read(letterUrls.one(id))).status).toBe(404)
    const issued = await givenIssuedLetter(services, { files: false })
    expect((await send(letterUrls.removal(issued.id), { revisioni: '1' })).status).toBe(409)
    await expect(db`delete from platform.official_letters where id = ${issued.id}`).rejects.toThrow('not deleted')
  })
})

describe('issuing', () => {
  it('gives the next number of the year, a code and the words as printed, and asks the worker for the files', async () => {
    const [one, two] = [await givenLetter(services), await givenLetter(services)]
    for (const { id } of [one, two]) expect((await send(letterUrls.issuing(id), { revisioni: '1' })).status).toBe(303)
    const [first, second] = [await theLetter(services, one.id), await theLetter(services, two.id)]
    expect([first.year, (second.number ?? 0) - (first.number ?? 0)]).toEqual([2026, 1])
    expect(first.code).toMatch(/^[0-9A-Z]{12}$/)
    expect(JSON.stringify(first.content)).toContain('I nderuar/e nderuar Ana Shembull,')
    expect((await read(letterUrls.one(one.id))).html).toContain('po përgatiten')
    expect(await runJobsUntilIdle(services, db.url, jobHandlers(services))).toEqual([])
    const ready = await theLetter(services, one.id)
    expect([ready.filesState, ready.docxDigest?.length]).toEqual([ready.pdfDigest ? 'ready' : 'no-pdf', 64])
    const { html } = await read(letterUrls.one(one.id))
    const href = new RegExp(`/zyra/shkresa/${one.id}/dokumente/[0-9a-f-]+`).exec(html)?.[0] ?? ''
    const file = await web.get(href, { cookie })
    expect(file.headers.get('content-type')).toMatch(/pdf|wordprocessing/)
  })

  it('leaves no gap when a deed fails, and counts each institution by itself', async () => {
    const first = await givenIssuedLetter(services, { files: false })
    const { id } = await givenLetter(services, { signatoryName: '' })
    const refused = await send(letterUrls.issuing(id), { revisioni: '1' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('nuk ka nënshkrues')
    const next = await givenIssuedLetter(services, { files: false })
    expect((next.number ?? 0) - (first.number ?? 0)).toBe(1)
    expect((await givenIssuedLetter(services, { institution: 'provas', files: false })).number).toBe(1)
  })

  it('of words that were changed meanwhile is refused', async () => {
    const { id } = await givenLetter(services)
    await send(letterUrls.edit(id), { ...(await formOf()), revisioni: '1' })
    expect((await send(letterUrls.issuing(id), { revisioni: '1' })).status).toBe(409)
    expect((await theLetter(services, id)).state).toBe('draft')
  })

  it('needs a second person where the institution wants two', async () => {
    const institucioni = await institutionOf('prova')
    expect((await send(letterUrls.settings(), { institucioni, dy: 'po' }, adminCookie)).status).toBe(303)
    const id = idIn(await send(letterUrls.fresh(), await formOf()))
    const own = await send(letterUrls.issuing(id), { revisioni: '1' })
    expect([own.status, await own.text()]).toEqual([422, expect.stringContaining('Kërkojini një kolegu')])
    expect((await send(letterUrls.issuing(id), { revisioni: '1' }, adminCookie)).status).toBe(303)
    await send(letterUrls.settings(), { institucioni }, adminCookie)
  })
})

describe('an issued letter', () => {
  it('stays as it is: its words, its addressee, its number, what it is about', async () => {
    const { id } = await givenIssuedLetter(services, { files: false })
    const changes = [
      db`update platform.official_letters set subject_line = 'Tjetër' where id = ${id}`,
      db`update platform.official_letters set addressee_name = 'Tjetër' where id = ${id}`,
      db`update platform.official_letters set number = 999 where id = ${id}`,
      db`update platform.official_letters set content = '{}' where id = ${id}`,
      db`insert into platform.letter_subjects (institution_id, letter_id, ordinal, subject)
         select institution_id, id, 1, 'letters.letter:' || id from platform.official_letters where id = ${id}`,
    ]
    for (const change of changes) await expect(change).rejects.toThrow('stays as it is')
    expect((await send(letterUrls.edit(id), { ...(await formOf()), revisioni: '1' })).status).toBe(409)
  })

  it('gets the protocol number of the office once, beside it and in the history', async () => {
    const { id } = await givenIssuedLetter(services, { files: false })
    const half = await send(letterUrls.protocol(id), { protokolli: '1247/3' })
    expect(half.status).toBe(422)
    const day = { 'protokolluar-day': '20', 'protokolluar-month': '11', 'protokolluar-year': '2026' }
    expect((await send(letterUrls.protocol(id), { protokolli: '1247/3', ...day })).status).toBe(303)
    expect((await send(letterUrls.protocol(id), { protokolli: '9', ...day })).status).toBe(409)
    expect((await theLetter(services, id)).protocolNumber).toBe('1247/3')
    expect((await changesOf(id)).at(-1)).toMatchObject({ kind: 'protocol-added' })
    expect((await read(`${letterUrls.list()}?protokolli=1247/3`)).html).toContain(id)
  })

  it('is cancelled with a reason, and corrected by a new one that names it', async () => {
    const letter = await givenIssuedLetter(services, { files: false })
    expect((await send(letterUrls.cancellation(letter.id), { arsyeja: '' })).status).toBe(422)
    expect((await send(letterUrls.cancellation(letter.id), { arsyeja: 'Adresa ishte gabim' })).status).toBe(303)
    expect((await send(letterUrls.cancellation(letter.id), { arsyeja: 'Sërish' })).status).toBe(409)
    const korrigjon = `${letter.number}/${letter.year}`
    const id = idIn(await send(letterUrls.fresh(), await formOf({ korrigjon })))
    expect((await read(letterUrls.one(id))).html).toContain(`korrigjon shkresën nr. ${korrigjon}`)
    expect((await send(letterUrls.fresh(), await formOf({ korrigjon: '4000/2026' }))).status).toBe(422)
  })

  it('goes out by e-mail with a link of its own that opens the letter, once for each form', async () => {
    const { id, code } = await givenIssuedLetter(services)
    const fields = { menyra: 'e-mail', dergesa: randomUUID() }
    for (const status of [303, 303]) expect((await send(letterUrls.sending(id), fields)).status).toBe(status)
    const mails = await db<{ body: string; kind: string }[]>`
      select body, kind from platform.mail_messages where recipient = 'ana@shembull.example'`
    expect(mails).toHaveLength(1)
    expect(mails[0]?.body).toContain(`${code?.slice(0, 4)}-${code?.slice(4, 8)}-`)
    expect(mails[0]?.body).not.toContain('Çfarë vendosëm')
    const path = /http:\/\/kuvend\.test(\/shkresa\/[\w-]+)/.exec(mails[0]?.body ?? '')?.[1] ?? ''
    const page = await web.get(path)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('DOCX')])
    const file = await web.get(`${path}/docx`)
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, expect.stringContaining('private')])
    expect((await web.get('/shkresa/nuk-eshte-nje-lidhje-e-vertete')).status).toBe(404)
    const [way] = await db`select from platform.dispatches where subject = ${`letters.letter:${id}`} and way = 'e-mail'`
    expect(way).toBeDefined()
  })

  it('goes into the queue of printing for somebody without e-mail', async () => {
    const { id } = await givenIssuedLetter(services, { addresseeEmail: null, files: false })
    const mailed = await send(letterUrls.sending(id), { menyra: 'e-mail', dergesa: randomUUID() })
    expect(mailed.status).toBe(422)
    expect((await send(letterUrls.sending(id), { menyra: 'hand', dergesa: randomUUID() })).status).toBe(303)
    const ways = await db`select state from platform.dispatches where subject = ${`letters.letter:${id}`}`
    expect(ways).toMatchObject([{ state: 'to-print' }])
  })

  it('notes who opened it, for the person it went to', async () => {
    const [contact] = await db<{ id: string }[]>`
      insert into platform.contacts (email) values ('lexuese@shembull.example') returning id`
    const { id } = await givenIssuedLetter(services, { contactId: contact?.id ?? null, files: false })
    await read(letterUrls.one(id))
    const seen = await db`select what from platform.accesses where contact_id = ${contact?.id ?? ''}`
    expect(seen).toMatchObject([{ what: 'opened' }])
  })
})

describe('the list', () => {
  it('is narrowed by state, number, addressee and day, and never shows another institution', async () => {
    const mine = await givenIssuedLetter(services, { addresseeName: 'Çlirim Shembull', files: false })
    const theirs = await givenIssuedLetter(services, {
      institution: 'provas',
      addresseeName: 'Çlirim Provas',
      files: false,
    })
    const found = (await read(`${letterUrls.list()}?q=clirim&gjendja=issued&numri=${mine.number}/2026&nga=2026-11-22`))
      .html
    expect(found).toContain(mine.id)
    expect(found).not.toContain(theirs.id)
    for (const query of ['q=nuk-ka', 'numri=abc', 'gjendja=cancelled&q=clirim', 'deri=2026-11-21'])
      expect((await read(`${letterUrls.list()}?${query}`)).html).not.toContain(mine.id)
  })

  it('is taken along as CSV in which no field is a formula', async () => {
    const { id } = await givenIssuedLetter(services, { addresseeName: '=cmd|x', files: false })
    const response = await web.get(`${letterUrls.csv()}?q=cmd`, { cookie })
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(await response.text()).toContain("'=cmd|x")
    const seen = await db`select from platform.accesses where subject = ${`letters.letter:${id}`} and what = 'exported'`
    expect(seen).toHaveLength(1)
  })
})

describe('a template of an institution', () => {
  const template = async (more: Record<string, string> = {}) => ({
    institucioni: await institutionOf('prova'),
    lloji: 'notice',
    emri: 'Njoftimi ynë',
    lenda: 'Njoftim për {{ceshtja}}',
    teksti: 'Ju njoftojmë, {{adresuesi}}.',
    dergesa: randomUUID(),
    ...more,
  })

  it('with a field that is not known is refused with its name, and what was typed comes back', async () => {
    const refused = await send(letterUrls.newTemplate(), await template({ teksti: 'Fjalë {{emri}}' }), adminCookie)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Nuk ka fushë me emrin «emri»')
  })

  it('is kept in versions; letters written with an earlier one keep it', async () => {
    const id =
      (await send(letterUrls.newTemplate(), await template(), adminCookie)).headers.get('location')?.split(/[/?]/)[4] ??
      ''
    const start = await read(`${letterUrls.fresh()}?modeli=${id}&institucioni=${await institutionOf('prova')}`)
    expect(start.html).toContain(`value="${id}.1"`)
    const letter = idIn(await send(letterUrls.fresh(), await formOf({ modeli: `${id}.1` })))
    const change = await template({ versioni: '1', teksti: 'Fjalë të reja.' })
    expect((await send(letterUrls.editTemplate(id), change, adminCookie)).status).toBe(303)
    expect((await send(letterUrls.editTemplate(id), change, adminCookie)).status).toBe(409)
    expect((await theLetter(services, letter)).templateVersion).toBe(1)
    const { html } = await read(letterUrls.template(id))
    expect(html).toContain('Fjalë të reja.')
    expect(html).toContain('Versioni 1')
  })

  it('that was withdrawn is offered no longer', async () => {
    const id =
      (await send(letterUrls.newTemplate(), await template(), adminCookie)).headers.get('location')?.split(/[/?]/)[4] ??
      ''
    await send(letterUrls.endTemplate(id), {}, adminCookie)
    expect((await read(`${letterUrls.fresh()}?modeli=${id}&institucioni=${await institutionOf('prova')}`)).status).toBe(
      422,
    )
    expect((await read(letterUrls.fresh())).html).not.toContain(id)
  })
})
