import { describe, expect, it } from 'vitest'
import { PDF } from '#platform/files/testing.ts'
import { testDatabase } from '#test/database.ts'
import { people, type TestPerson } from '#test/people.ts'
import { testWeb, type Fields } from '#test/web.ts'
import { rowsChangedBy, stateOf } from '../counts-testing.ts'
import { givenComment, givenConsultation, givenDraft } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { typedOfConsultation } from './draft-form.ts'
import { findForOffice } from './draft-queries.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq')

/** What an official reads and sends. */
const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  return {
    get: (path: string) => web.get(path, { cookie }),
    read: async (path: string) => (await web.get(path, { cookie })).text(),
    post: (path: string, fields: Fields) => web.post(path, fields, { cookie }),
  }
}

const coordinator = await as(people.albanianCoordinator)
const stranger = await as(people.kosovarCoordinator)

const institutionId = async (slug: string) =>
  (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''

/** The form as a coordinator fills it in. */
const aForm = async (changes: Record<string, string> = {}): Promise<Record<string, string>> => ({
  institucioni: await institutionId('prova'),
  titulli: 'Rregullore për parqet',
  'titulli-en': '',
  permbledhja: 'Si mirëmbahen parqet dhe kush i hap e i mbyll ato.',
  'permbledhja-en': '',
  lloji: 'regulation',
  baza: 'Ligji për vetëqeverisjen vendore, neni 54',
  mbeshtetja: 'other',
  ...aDay('hapet', 20, 11, 2026),
  ...aDay('mbyllet', 10, 12, 2026),
  ...aDay('njoftuar', '', '', ''),
  posta: 'parqet@prova.example',
  njoftimi: '',
  versioni: '1',
  ...changes,
})

const aDay = (name: string, day: number | '', month: number | '', year: number | ''): Record<string, string> => ({
  [`${name}-day`]: String(day),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
})

/** The form of something that stands, as the page shows it. */
async function formOf(id: string, changes: Record<string, string> = {}): Promise<Record<string, string>> {
  const row = await findForOffice(db, 'sq', id)
  if (!row) throw new Error(`No consultation ${id}`)
  return { ...typedOfConsultation(row), ...changes }
}

const rowOf = (id: string) => findForOffice(db, 'sq', id)

describe('a new draft', () => {
  it('is written by a coordinator, and stands for nobody outside the office', async () => {
    let id = ''
    const changed = await rowsChangedBy(db, async () => {
      const response = await coordinator.post(
        officeUrls.newConsultation(),
        await aForm({ titulli: 'Rregullore kukumjaçkë' }),
      )
      expect(response.status).toBe(303)
      id = /konsultime\/([0-9a-f-]{36})\/teksti/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
    })
    expect(changed).toEqual({ consultations: 1 })
    expect(await rowOf(id)).toMatchObject({
      state: 'draft',
      slug: null,
      registerNumber: null,
      opensOn: '2026-11-20',
      closesOn: '2026-12-10',
    })
    expect(await coordinator.read(officeUrls.consultations())).toContain('kukumjaçkë')
    for (const path of ['/', '/konsultime', '/konsultime?q=kukumja', '/i/prova/']) {
      expect(await (await web.get(path)).text()).not.toContain('kukumjaçkë')
    }
    expect(await stranger.read(officeUrls.consultations())).not.toContain('kukumjaçkë')
  })

  it('takes no institution in which the official holds no such role', async () => {
    const changed = await rowsChangedBy(db, async () => {
      const form = await aForm({ institucioni: await institutionId('provas') })
      expect((await coordinator.post(officeUrls.newConsultation(), form)).status).toBe(403)
      expect(
        (await coordinator.post(officeUrls.newConsultation(), await aForm({ institucioni: crypto.randomUUID() })))
          .status,
      ).toBe(403)
    })
    expect(changed).toEqual({})
  })

  it.each([
    ['no title', { titulli: '' }, 'titulli'],
    ['a title that is too long', { titulli: 'ë'.repeat(301) }, 'titulli'],
    ['an English title that is too long', { 'titulli-en': 'e'.repeat(301) }, 'titulli-en'],
    ['a summary of one word', { permbledhja: 'Shkurt.' }, 'permbledhja'],
    ['no legal basis', { baza: '' }, 'baza'],
    ['nothing that it rests on', { mbeshtetja: '' }, 'mbeshtetja'],
    ['a kind that is none', { lloji: 'roman' }, 'lloji'],
    ['a day that does not exist', aDay('hapet', 30, 2, 2026), 'hapet'],
    ['half a day', aDay('mbyllet', 10, '', 2026), 'mbyllet'],
    ['a closing day before the opening day', aDay('mbyllet', 19, 11, 2026), 'mbyllet'],
    ['an address that is none', { posta: 'zyra' }, 'posta'],
    ['a link that runs a script', { njoftimi: 'javascript:alert(1)' }, 'njoftimi'],
    ['no institution', { institucioni: '' }, 'institucioni'],
  ])('with %s is told at its field, with all that was typed', async (_what, change: Record<string, string>, field) => {
    const form = await aForm({ ...change, permbledhja: change.permbledhja ?? 'Përmbledhja ime <script>, e gjatë.' })
    const changed = await rowsChangedBy(db, async () => {
      const response = await coordinator.post(officeUrls.newConsultation(), form)
      const page = await response.text()
      expect(response.status).toBe(422)
      expect(page).toContain(`href="#${field}"`)
      expect(page).toMatch(new RegExp(`<(input|textarea|select)[^>]* id="${field}"`))
      expect(page).toContain(`id="${field}-error"`)
      expect(page).not.toContain('<script>,')
      if (!change.permbledhja) expect(page).toContain('Përmbledhja ime &lt;script&gt;')
    })
    expect(changed).toEqual({})
  })
})

describe('changing a draft', () => {
  it('is free, and leaves no trace for the public', async () => {
    const { id } = await givenDraft(services)
    const changed = await rowsChangedBy(db, async () => {
      const response = await coordinator.post(
        officeUrls.edit(id),
        await formOf(id, { titulli: 'Titull i ri', ...aDay('mbyllet', 29, 11, 2026) }),
      )
      expect(response.headers.get('location')).toBe(`${officeUrls.consultation(id)}?u=ruajt`)
    })
    expect(changed).toEqual({})
    expect(await rowOf(id)).toMatchObject({ title: 'Titull i ri', closesOn: '2026-11-29', state: 'draft' })
  })

  it('by two officials at once: the second is told, and the own words come back to be compared', async () => {
    const { id } = await givenDraft(services)
    const administrator = await as(people.albanianAdministrator)
    const [mine, theirs] = [
      await formOf(id, { titulli: 'Titulli im <b>' }),
      await formOf(id, { titulli: 'Titulli i kolegut' }),
    ]
    const responses = await Promise.all([
      administrator.post(officeUrls.edit(id), theirs),
      coordinator.post(officeUrls.edit(id), mine),
    ])
    expect(responses.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const lost =
      responses[0].status === 409
        ? { response: responses[0], title: 'Titulli i kolegut' }
        : { response: responses[1], title: 'Titulli im &lt;b&gt;' }
    const page = await lost.response.text()
    expect(page).toContain(t.office.errors.changedMeanwhile)
    expect(page).toContain(`value="${lost.title}"`)
    // Having seen it, the same words can be saved over it.
    const version = /name="versioni" value="(\d+)"/.exec(page)?.[1] ?? ''
    expect((await coordinator.post(officeUrls.edit(id), { ...mine, versioni: version })).status).toBe(303)
    expect((await rowOf(id))?.title).toBe('Titulli im <b>')
  })

  it('pressed twice with the same words is told as well, and nothing is lost', async () => {
    const { id } = await givenDraft(services)
    const form = await formOf(id, { titulli: 'Titulli i dyfishtë' })
    expect((await coordinator.post(officeUrls.edit(id), form)).status).toBe(303)
    expect((await coordinator.post(officeUrls.edit(id), form)).status).toBe(409)
    expect((await rowOf(id))?.title).toBe('Titulli i dyfishtë')
  })

  it('moves it to no other institution', async () => {
    const { id, institution } = await givenDraft(services)
    await coordinator.post(officeUrls.edit(id), await formOf(id, { institucioni: await institutionId('provas') }))
    expect((await rowOf(id))?.institutionId).toBe(institution.id)
  })
})

describe('papers of a consultation', () => {
  const paper = (name = 'relacioni.pdf') => new File([PDF], name, { type: 'application/pdf' })
  const add = (id: string, changes: Fields = {}) =>
    coordinator.post(officeUrls.documents(id), {
      'titulli-dok': 'Relacioni <i>',
      'lloji-dok': 'reasoning',
      dokumenti: paper(),
      ...(changes as Record<string, string>),
    })
  const documentsOf = async (id: string) =>
    (
      await db<{ id: string }[]>`
      select id from platform.documents where subject = ${`consultations.consultation:${id}`} and removed_at is null`
    ).map((row) => row.id)

  it('of a draft open to its own office alone', async () => {
    const { id } = await givenDraft(services)
    expect(await rowsChangedBy(db, () => add(id))).toEqual({ documents: 1, jobs: 1 })
    const [document = ''] = await documentsOf(id)
    const response = await coordinator.get(officeUrls.document(id, document))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(response.headers.get('cache-control')).toContain('private')
    await response.arrayBuffer()
    expect((await stranger.get(officeUrls.document(id, document))).status).toBe(404)
    expect((await web.get(consultationUrls.document('prova-2026-1', document))).status).toBe(404)
  })

  it('of a public consultation are public, and everyone is told that one was added or taken away', async () => {
    const { id, slug } = await givenConsultation(services)
    expect(await rowsChangedBy(db, () => add(id))).toEqual({ documents: 1, changes: 1, jobs: 1 })
    const [document = ''] = await documentsOf(id)
    const path = consultationUrls.document(slug, document)
    const page = await (await web.get(consultationUrls.one(slug))).text()
    expect(page).toContain('Relacioni &lt;i&gt;')
    expect(page).toContain(path)
    const served = await web.get(path)
    expect([served.status, served.headers.get('cache-control')]).toEqual([200, expect.stringContaining('public')])
    await served.arrayBuffer()

    expect(await rowsChangedBy(db, () => coordinator.post(officeUrls.removeDocument(id, document), {}))).toEqual({
      changes: 1,
    })
    expect((await web.get(path)).status).toBe(404)
    expect(await (await web.get(consultationUrls.one(slug))).text()).not.toContain(path)
    expect(await rowsChangedBy(db, () => coordinator.post(officeUrls.removeDocument(id, document), {}))).toEqual({})
  })

  it.each([
    ['no title', { 'titulli-dok': '' }, 'titulli-dok'],
    ['a kind that is none', { 'lloji-dok': 'attachment' }, 'lloji-dok'],
    ['no file', { dokumenti: new File([], '') }, 'dokumenti'],
    ['a file that is none of the kinds', { dokumenti: new File(['\u0000\u0001MZ'], 'x.exe') }, 'dokumenti'],
  ])('are not added with %s', async (_what, change, field) => {
    const { id } = await givenDraft(services)
    const changed = await rowsChangedBy(db, async () => {
      const response = await add(id, change)
      const page = await response.text()
      expect([response.status, page.includes(`href="#${field}"`)]).toEqual([422, true])
    })
    expect(changed).toEqual({})
  })

  it('of one institution are added and taken away by no other', async () => {
    const { id } = await givenConsultation(services)
    await add(id)
    const [document = ''] = await documentsOf(id)
    const own = await givenDraft(services, { institution: 'provas' })
    const before = await stateOf(db)
    const fields = { 'titulli-dok': 'I huaj', 'lloji-dok': 'annex', dokumenti: paper() }
    expect([403, 404]).toContain((await stranger.post(officeUrls.documents(id), fields)).status)
    expect([403, 404]).toContain((await stranger.post(officeUrls.removeDocument(id, document), {})).status)
    expect((await stranger.post(officeUrls.removeDocument(own.id, document), {})).status).toBe(404)
    expect((await stranger.get(officeUrls.document(own.id, document))).status).toBe(404)
    expect(await stateOf(db)).toBe(before)
  })
})

describe('the office’s register', () => {
  it('is narrowed by words and state, and shows how many comments wait', async () => {
    const consultation = await givenConsultation(services, { title: 'Rregullore për çeshmet' })
    await givenComment(services, consultation)
    await givenComment(services, consultation, { body: 'Më telefononi në 069 000 00 00.' })
    const draft = await givenDraft(services, { title: 'Projekt për çeshmet' })
    const all = await coordinator.read(`${officeUrls.consultations()}?q=CESHMET`)
    expect([all.includes(consultation.id), all.includes(draft.id), all.includes('1 (+1)')]).toEqual([true, true, true])
    const drafts = await coordinator.read(`${officeUrls.consultations()}?q=ceshmet&gjendja=draft`)
    expect([drafts.includes(consultation.id), drafts.includes(draft.id)]).toEqual([false, true])
  })

  it('is paged by key, also for changes of one and the same moment, without loss and without doubles', async () => {
    const { id } = await givenDraft(services, { title: 'Projekt i shumëfishtë', text: null })
    await db`
      insert into consultations.consultations (institution_id, title, summary, act_kind, legal_basis, contact_email, created_at, changed_at)
      select institution_id, title, summary, act_kind, legal_basis, contact_email, created_at, changed_at - (n / 4) * interval '1 second'
      from consultations.consultations, generate_series(1, 119) as n where id = ${id}`
    const seen: string[][] = []
    let path: string | null = `${officeUrls.consultations()}?q=shumefishte`
    while (path !== null && seen.length < 10) {
      const page = await coordinator.read(path)
      seen.push([...page.matchAll(/href="\/zyra\/konsultime\/([0-9a-f-]{36})"/g)].map(([, found = '']) => found))
      path = /href="(\/zyra\/konsultime\?[^"]*para=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null
    }
    expect(seen.map((ids) => ids.length)).toEqual([50, 50, 20])
    expect(new Set(seen.flat()).size).toBe(120)
  })
})
