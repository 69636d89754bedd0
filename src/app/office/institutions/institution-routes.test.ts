import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { PNG } from '#platform/files/testing.ts'
import { findInstitution, listRoleAddresses } from '#platform/institutions/institution-queries.ts'
import { findInstitutionRecord } from '#platform/institutions/institution-record-queries.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'
import { entered } from '#test/ledger.ts'
import { institutionRecords } from '#platform/institutions/institution-records.ts'

const db = await testDatabase()
const web = testWeb(db)
const t = textsIn('sq')
const operator = await web.signedInAs(people.operator)
const administrator = await web.signedInAs(people.albanianAdministrator)
const prova = (await findInstitution(db, 'sq', 'prova'))?.id ?? ''
const versionOf = async (id: string) => String((await findInstitutionRecord(db, 'sq', id))?.version ?? 0)
const read = async (path: string, cookie = administrator) => (await web.get(path, { cookie })).text()
const places = async (key: string) =>
  (await db<{ id: string }[]>`select id from platform.places where key = ${key}`)[0]?.id ?? ''

describe('a new institution', () => {
  it('is filled in from the table of municipalities', async () => {
    const page = await read(`${urls.found()}?nga-tabela=${await places('xk-prishtine')}`, operator)
    for (const value of ['Komuna e Prishtinës', 'Opština Priština', 'prishtine'])
      expect(page).toContain(`value="${value}"`)
    expect(page).toMatch(/<option value="XK" selected/)
    expect(page).toMatch(/<option value="EUR" selected/)
  })

  it('comes back with what was typed when something is wrong, and nothing is there', async () => {
    const fields = {
      emri: 'A',
      adresa: 'Jo kështu',
      shteti: 'AL',
      lloji: 'ngo',
      qendrimi: 'member',
      monedha: 'ALL',
      ngjyra: '#ffff00',
      posta: 'askush',
    }
    const response = await web.post(urls.found(), fields, { cookie: operator })
    const page = await response.text()
    expect(response.status).toBe(422)
    for (const error of [t.errors.name, t.errors.slug, t.errors.outside, t.errors.pale, t.errors.email])
      expect(page).toContain(error)
    expect(page).toContain('value="Jo kështu"')
    expect((await db`select from platform.institutions`).length).toBe(2)
  })

  it('is made once, though the form arrives twice, and has its page for everybody', async () => {
    const fields = {
      emri: 'Bashkia Kuçovë',
      adresa: 'kucove',
      shteti: 'AL',
      lloji: 'municipality',
      qendrimi: 'member',
      monedha: 'ALL',
      vendi: await places('al-kucove'),
      posta: 'protokolli@kucove.example',
      dergesa: randomUUID(),
    }
    const answers = [
      await web.post(urls.found(), fields, { cookie: operator }),
      await web.post(urls.found(), fields, { cookie: operator }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await read('/i/kucove/')).toContain('<h1>Bashkia Kuçovë</h1>')
    const again = await web.post(urls.found(), { ...fields, dergesa: randomUUID() }, { cookie: operator })
    expect([again.status, (await again.text()).includes(t.errors.slugTaken)]).toEqual([422, true])
  })
})

describe('what an administrator changes', () => {
  it('is told to who comes too late: who was quicker, and what they did; what was typed comes back', async () => {
    const fields = {
      emri: 'Bashkia e Re',
      'vlen-nga-day': '1',
      'vlen-nga-month': '1',
      'vlen-nga-year': '2027',
      versioni: await versionOf(prova),
    }
    expect((await web.post(urls.names(prova), fields, { cookie: operator })).status).toBe(303)
    const late = await web.post(urls.names(prova), { ...fields, emri: 'Bashkia Tjetër' }, { cookie: administrator })
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toContain('Besa Prove')
    expect(page).toContain(t.changeWords.kinds.renamed)
    expect(page).toContain('value="Bashkia Tjetër"')
    expect((await db`select from platform.institution_names where name = 'Bashkia Tjetër'`).length).toBe(0)
  })

  it('keeps today’s name everywhere until the day of the new one', async () => {
    expect(await read('/i/prova/')).toContain('<h1>Bashkia Prova</h1>')
    expect(await read(urls.one(prova))).toContain('Bashkia e Re')
  })

  it('takes a PNG as emblem and nothing else', async () => {
    const send = (file: File) => web.post(urls.emblem(prova), { stema: file }, { cookie: administrator })
    expect((await send(new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'stema.svg'))).status).toBe(422)
    expect((await findInstitution(db, 'sq', 'prova'))?.emblem).toBeNull()
    expect((await send(new File([PNG], 'stema.png'))).status).toBe(303)
    const { emblem } = (await findInstitution(db, 'sq', 'prova')) ?? {}
    expect((await web.get(`/s/emblema/${emblem}`)).headers.get('content-type')).toBe('image/png')
  })

  it('sets the addresses of posts, and refuses one that no letter reaches', async () => {
    const wrong = await web.post(
      urls.addresses(prova),
      { 'posta-council': 'keshilli', versioni: await versionOf(prova) },
      { cookie: administrator },
    )
    expect([wrong.status, (await listRoleAddresses(db, prova)).length]).toEqual([422, 0])
    const fields = {
      'posta-council': 'keshilli@prova.example',
      'telefoni-council': '+355 4 000 000',
      versioni: await versionOf(prova),
    }
    expect((await web.post(urls.addresses(prova), fields, { cookie: administrator })).status).toBe(303)
    expect(await read('/i/prova/')).toContain('keshilli@prova.example')
  })
})

describe('closing', () => {
  it('names the successor by name, and the page of the closed one leads there; a closed one takes no matter', async () => {
    const make = async (name: string, adresa: string) => {
      const fields = {
        emri: name,
        adresa,
        shteti: 'AL',
        lloji: 'agency',
        qendrimi: 'member',
        monedha: 'ALL',
        dergesa: randomUUID(),
      }
      await web.post(urls.found(), fields, { cookie: operator })
      return (await findInstitution(db, 'sq', adresa))?.id ?? ''
    }
    const [old] = [await make('Agjencia e Vjetër', 'e-vjeter'), await make('Agjencia Pasuese', 'pasuese')]
    const day = {
      'dita-day': '1',
      'dita-month': '11',
      'dita-year': '2026',
      arsyeja: 'VKM nr. 1',
      versioni: await versionOf(old),
    }
    const unknown = await web.post(urls.closing(old), { ...day, pasuesi: 'Askush' }, { cookie: operator })
    expect([unknown.status, (await unknown.text()).includes(t.errors.noSuchInstitution)]).toEqual([422, true])
    expect(
      (await web.post(urls.closing(old), { ...day, pasuesi: 'agjencia pasuese' }, { cookie: operator })).status,
    ).toBe(303)
    const page = await read('/i/e-vjeter/')
    expect(page).toContain('<a href="/i/pasuese/">Agjencia Pasuese</a>')
    expect(page).toContain('1 nëntor 2026')
    expect(await read('/i/pasuese/')).toContain('<a href="/i/e-vjeter/">')
    expect(await read('/')).not.toContain('Agjencia e Vjetër')
    const data = (await (await web.get('/i/e-vjeter.json')).json()) as Record<string, unknown>
    expect(data).toMatchObject({
      dissolution_date: '2026-11-01',
      successors: [{ name: 'Agjencia Pasuese', since: '2026-11-01' }],
    })
  })
})

describe('a body', () => {
  it('is founded, gets members, and is read by everybody with its order', async () => {
    const fields = {
      organi: 'Grupi i punës',
      lloji: 'working-group',
      'urdher-nga': 'Kryetari',
      'urdher-nr': '14',
      'krijuar-day': '3',
      'krijuar-month': '3',
      'krijuar-year': '2026',
      dergesa: randomUUID(),
    }
    const founded = await web.post(urls.foundBody(prova), fields, { cookie: administrator })
    const body = founded.headers.get('location')?.split('/').at(-1)?.split('?')[0] ?? ''
    const seat = {
      'emri-personit': 'Teuta Prove',
      roli: 'chair',
      posti: 'jurist',
      organizata: 'Komuna Provas',
      dergesa: randomUUID(),
    }
    expect((await web.post(urls.members(prova, body), seat, { cookie: administrator })).status).toBe(303)
    const second = await web.post(
      urls.members(prova, body),
      { ...seat, dergesa: randomUUID() },
      { cookie: administrator },
    )
    expect([second.status, (await second.text()).includes(t.body.refusals['chaired-already'])]).toEqual([422, true])
    const page = await read(`/i/prova/organet/${body}`)
    for (const words of ['Kryetari, nr. 14', 'Teuta Prove', '<a href="/i/provas/">Komuna Provas</a>', '3 mars 2026'])
      expect(page).toContain(words)
    expect((await web.get(`/i/provas/organet/${body}`)).status).toBe(404)
    expect((await web.get('/i/prova/organet/nuk-ka')).status).toBe(404)
  })
})

describe('topics and places', () => {
  it('are added by the administrator, once under each name, and retired without being lost', async () => {
    const fields = { fusha: 'Ujësjellësi', dergesa: randomUUID() }
    for (let n = 0; n < 2; n += 1)
      expect((await web.post(urls.topics(prova), fields, { cookie: administrator })).status).toBe(303)
    expect(
      (await web.post(urls.topics(prova), { fusha: 'ujesjellesi', dergesa: randomUUID() }, { cookie: administrator }))
        .status,
    ).toBe(422)
    expect(
      (await web.post(urls.topics(prova), { fusha: 'Arsimi', dergesa: randomUUID() }, { cookie: administrator }))
        .status,
    ).toBe(422)
    expect((await web.post(urls.retireTopic(prova, fields.dergesa), {}, { cookie: administrator })).status).toBe(303)
    expect(await read(urls.topics(prova))).toContain(t.topics.retired)
    expect((await db`select from platform.topics where institution_id = ${prova}`).length).toBe(1)
  })

  it('wait for the institution to have a place of its own', async () => {
    expect(await read(urls.places(prova))).toContain(t.places.noOwnMunicipality)
  })
})

describe('the directory', () => {
  it('finds by part of a name without its signs, today’s or a former one, and by kind and country', async () => {
    expect(await read('/institucionet?q=kucov')).toContain('Bashkia Kuçovë')
    expect(await read('/institucionet?shteti=XK')).not.toContain('Bashkia Kuçovë')
    expect(await read('/institucionet?q=e+vjeter')).not.toContain('Agjencia e Vjetër')
    expect(await read('/institucionet?q=e+vjeter&mbyllur=po')).toContain('Agjencia e Vjetër')
    expect(await read('/en/institucionet?q=municipality')).toContain('Municipality of Provas')
    expect(await read('/institucionet?q=zz+nuk+ka')).toContain('Asnjë institucion')
  })

  it('goes on page by page, each once, in Albanian order; the data goes the same way', async () => {
    await entered(
      db,
      institutionRecords,
      (tx) => tx`
        with made as (
          insert into platform.institutions (slug, jurisdiction, kind, zone, standing)
          select 'shoqata-' || n, 'AL', 'ngo', 'Europe/Tirane', 'listed' from generate_series(1, 120) as n returning id, slug)
        insert into platform.institution_names (institution_id, lang, name) select id, 'sq', 'Ç ' || slug from made
        returning institution_id as id`,
    )
    const names: string[] = []
    let path: string | null = '/institucionet.json?lloji=ngo'
    while (path !== null) {
      const page = (await (await web.get(path)).json()) as { next: string | null; organizations: { name: string }[] }
      names.push(...page.organizations.map(({ name }) => name))
      path = page.next && page.next.replace('http://kuvend.test', '')
    }
    expect([names.length, new Set(names).size]).toEqual([120, 120])
    expect(names).toEqual(names.toSorted(new Intl.Collator('sq').compare))
    expect(await read('/institucionet?lloji=ngo')).toContain('rel="next"')
  })
})
