import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { people, type TestPerson } from '#test/people.ts'
import { testWeb, type Fields } from '#test/web.ts'
import { givenConsultation, givenInstitution } from '../testing.ts'
import { consultationUrls, officePlanUrls, officeUrls, planUrls } from '../urls.ts'
import { linkPlan } from './link-plan.ts'
import { given, givenPlan, givenVersion, planRow, sectionOf, SMALL_SCOPE, TITLE } from './plan-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  return {
    read: async (path: string) => {
      const response = await web.get(path, { cookie })
      return { status: response.status, text: await response.text(), to: response.headers.get('location') }
    },
    post: async (path: string, fields: Fields) => {
      const response = await web.post(path, fields, { cookie })
      return { status: response.status, text: await response.text(), to: response.headers.get('location') }
    },
  }
}
const read = async (path: string) => {
  const response = await web.get(path)
  return { status: response.status, text: await response.text(), to: response.headers.get('location') }
}

const coordinator = await as(people.albanianCoordinator)
const stranger = await as(people.kosovarCoordinator)

describe('the coordinator', () => {
  it('begins a plan, fills a section, publishes it, and everybody reads it', async () => {
    const { id: institucioni } = await givenInstitution(services, 'prova')
    const id = randomUUID()
    const fields = { institucioni, titulli: 'Pa', lloji: 'plan', kopja: '', dergesa: id }
    const wrong = await coordinator.post(officePlanUrls.create(), fields)
    expect([wrong.status, wrong.text.includes('value="Pa"')]).toEqual([422, true])
    const begun = await coordinator.post(officePlanUrls.create(), { ...fields, titulli: 'Plani i ujit të pijshëm' })
    expect([begun.status, begun.to]).toEqual([303, `${officePlanUrls.one(id)}?u=krijua`])

    const form = {
      versioni: '1',
      titulli: 'Plani i ujit të pijshëm 2027–2030',
      lloji: 'plan',
      'audienca-3-emri': 'Fshatrat e luginës',
      'audienca-3-lloji': '1',
      'audienca-3-kategorite': ['local-government', 'civil-society'],
      'audienca-3-metodat': 'public-meeting',
      'audienca-3-veprimtari-1-lloji': 'public-meeting',
      'audienca-3-veprimtari-1-numri': '4',
      shenime: 'Fshati i fundit nuk ka sallë.',
    }
    const saved = await coordinator.post(officePlanUrls.section(id, 1), form)
    expect([saved.status, saved.to]).toEqual([303, `${officePlanUrls.one(id)}?u=ruajt`])
    expect((await sectionOf(services, id, 1)).audiences).toMatchObject([
      {
        name: 'Fshatrat e luginës',
        type: 1,
        categories: ['local-government', 'civil-society'],
        planned: [{ kind: 'public-meeting', count: 4 }],
      },
    ])
    expect((await read(planUrls.one(id))).status).toBe(404)
    const page = await coordinator.read(officePlanUrls.one(id))
    const lock = /name="gjendja" value="([\d.]+)"/.exec(page.text)?.[1] ?? ''
    const published = await coordinator.post(officePlanUrls.publish(id), { gjendja: lock })
    expect([published.status, published.to]).toEqual([303, `${officePlanUrls.one(id)}?u=publikua`])
    for (const lang of ['', '/en']) {
      const shown = await read(`${lang}${planUrls.one(id)}`)
      expect(shown.status).toBe(200)
      expect(shown.text).toContain('Fshatrat e luginës')
      expect(shown.text).toContain('Fshati i fundit nuk ka sallë.')
    }
    const data = JSON.parse((await read(planUrls.data(id))).text) as Record<string, unknown>
    expect(data).toMatchObject({ version: 1, consultation: null, content: { scope: { titleEn: null } } })
  })

  it('gets everything typed back with what is to be mended, and nothing has changed', async () => {
    const { id } = await givenPlan(services)
    const before = await sectionOf(services, id, 2)
    const fields = {
      versioni: '1',
      'aktivitet-1-lloji': 'workshop',
      'aktivitet-1-gjendja': 'planifikuar',
      'aktivitet-1-nga': 'pas Pashkëve',
      'aktivitet-1-tema': 'Hapja e punës',
      'urdher-1-leshuar': 'Ministri & kabineti',
    }
    const { status, text } = await coordinator.post(officePlanUrls.section(id, 2), fields)
    expect(status).toBe(422)
    expect(text).toContain('href="#aktivitet-1-nga"')
    expect(text).toContain('href="#urdher-1-objekti"')
    for (const words of ['pas Pashkëve', 'Hapja e punës', 'Ministri &amp; kabineti']) expect(text).toContain(words)
    expect(await sectionOf(services, id, 2)).toEqual(before)
  })

  it('adds a row without saving and without script', async () => {
    const { id } = await givenPlan(services)
    const fields = { versioni: '1', 'urdher-1-leshuar': 'Kryeministri', veprimi: 'shto-urdher' }
    const { status, text } = await coordinator.post(officePlanUrls.section(id, 2), fields)
    expect([status, text.includes('urdher-3-leshuar'), text.includes('Kryeministri')]).toEqual([200, true, true])
    expect((await sectionOf(services, id, 2)).orders).toEqual([])
  })

  it('reads what somebody else wrote meanwhile, and decides', async () => {
    const { id, coordinator: other } = await givenPlan(services)
    const standing = await sectionOf(services, id, 4)
    await given(services, other, id, { section: 4, content: { ...standing, words: 'Shkruar nga tjetri.' } })
    const mine = { versioni: '1', fjale: 'Shkruar nga unë.', shenime: '' }
    const { status, text } = await coordinator.post(officePlanUrls.section(id, 4), mine)
    expect(status).toBe(409)
    expect(text).toContain('Shkruar nga tjetri.')
    expect(text).toContain('Shkruar nga unë.')
    expect((await sectionOf(services, id, 4)).words).toBe('Shkruar nga tjetri.')
    const version = /name="versioni" value="(\d+)"/.exec(text)?.[1] ?? ''
    const again = await coordinator.post(officePlanUrls.section(id, 4), { ...mine, versioni: version })
    expect([again.status, (await sectionOf(services, id, 4)).words]).toEqual([303, 'Shkruar nga unë.'])
  })

  it('of another institution finds nothing, and is refused', async () => {
    const { id } = await givenPlan(services)
    for (const path of [officePlanUrls.one(id), officePlanUrls.section(id, 1)])
      expect((await stranger.read(path)).status).toBe(404)
    expect((await stranger.read(officePlanUrls.list())).text).not.toContain(TITLE)
    expect((await stranger.post(officePlanUrls.publish(id), { gjendja: '1.1.1.1.1' })).status).toBe(404)
    expect(await planRow(services, id)).toMatchObject({ state: 'draft' })
  })

  it('narrows the list, and comes from a consultation to its plan', async () => {
    const { id } = await givenPlan(services)
    const list = (question: string) => coordinator.read(`${officePlanUrls.list()}?${question}`)
    expect((await list('q=pyjeve')).text).toContain(id)
    expect((await list('gjendja=taken-down')).text).not.toContain(id)
    const consultation = await givenConsultation(services)
    const at = officePlanUrls.ofConsultation(consultation.id)
    expect((await coordinator.read(at)).to).toBe(`${officePlanUrls.create()}?konsultimi=${consultation.id}`)
    const fields = { konsultimi: consultation.id, veprimi: 'lidh' }
    expect((await coordinator.post(officePlanUrls.link(id), fields)).status).toBe(303)
    expect((await coordinator.read(at)).to).toBe(officePlanUrls.one(id))
    expect((await coordinator.read(officeUrls.consultation(consultation.id))).text).toContain(at)
  })
})

describe('everybody', () => {
  it('reads the plan with its consultation, and every earlier version', async () => {
    const consultation = await givenConsultation(services)
    const { id, coordinator: official } = await givenPlan(services, { published: true })
    await linkPlan(services, official, { id, consultationId: consultation.id, move: 'link' })
    await given(services, official, id, { section: 1, content: { ...SMALL_SCOPE, title: 'Strategjia e re e pyjeve' } })
    await givenVersion(services, official, id, 'U saktësua emri.')
    const address = planUrls.ofConsultation(consultation.slug)
    expect(await read(planUrls.one(id))).toMatchObject({ status: 303, to: address })
    const newest = await read(address)
    expect(newest.text).toContain('Strategjia e re e pyjeve')
    expect(newest.text).toContain('U saktësua emri.')
    const first = await read(planUrls.version(id, 1))
    expect([first.status, first.text.includes(TITLE), first.text.includes('Versioni i tanishëm është 2')]).toEqual([
      200,
      true,
      true,
    ])
    expect((await read(planUrls.version(id, 3))).status).toBe(404)
    expect((await read(consultationUrls.one(consultation.slug))).text).toContain(address)
    expect((await read(`${address}.json`)).status).toBe(200)
  })

  it('takes it along as DOCX', async () => {
    const { id } = await givenPlan(services, { published: true })
    const response = await web.get(planUrls.file(id, 1, 'docx'))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="plani-prova-v1.docx"')
    expect(new Uint8Array(await response.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  })
})
