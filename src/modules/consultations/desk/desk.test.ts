import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { givenComment, givenConsultation } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq')
const here = await givenConsultation(services)
const there = await givenConsultation(services, { institution: 'provas', title: 'Rregullore e komunës' })
const PHONE = 'Më telefononi në 069 000 00 00.'

const coordinator = await web.signedInAs(people.albanianCoordinator)
const moderator = await web.signedInAs(people.albanianModerator)
const stranger = await web.signedInAs(people.kosovarModerator)

const read = async (path: string, cookie = coordinator) => (await web.get(path, { cookie })).text()
const codesIn = (page: string): string[] =>
  [...page.matchAll(/data-desk-open[^>]*>([0-9A-Z]{4}-[0-9A-Z]{4})</g)].map(([, code = '']) => code)
const list = async (query: string) => codesIn(await read(`${officeUrls.comments()}?${query}`))
const accountOf = async (email: string) =>
  (await db<{ id: string }[]>`select id from platform.accounts where email = ${email}`)[0]?.id ?? ''

describe('the list of the desk', () => {
  it('is narrowed by what comments are, and says so in an address that can be kept', async () => {
    const of = await givenConsultation(services, { title: 'Rregullore për parqet' })
    const plain = await givenComment(services, of, { body: 'Fjalë të zakonshme për parkun.' })
    const phone = await givenComment(services, of, { body: PHONE })
    const article = of.articles[0]?.nodeId ?? ''
    const onArticle = await givenComment(services, of, { anchor: { about: 'article', nodeId: article } })
    const wording = await givenComment(services, of, { body: '', suggestion: 'Parku hapet në orën 6.' })
    await db`update consultations.comments set channel = 'post', happened_on = '2026-11-01', received_on = '2026-11-03' where id = ${plain.id}`.catch(
      () => null,
    )
    const at = `konsultimi=${of.id}`
    expect((await list(at)).toSorted()).toEqual([plain, phone, onArticle, wording].map(({ code }) => code).toSorted())
    expect(await list(`${at}&gjendja=waiting`)).toEqual([phone.code])
    expect(await list(`${at}&gjetur=telephone`)).toEqual([phone.code])
    expect(await list(`${at}&formulim=po`)).toEqual([wording.code])
    expect(await list(`${at}&neni=${article}`)).toEqual([onArticle.code])
    expect(await list(`${at}&q=PARKUT HAPET`)).toEqual([])
    expect(await list(`${at}&q=${encodeURIComponent('parku hapët')}`)).toEqual([wording.code])
    expect(await list(`q=${phone.code}`)).toEqual([phone.code])
    expect((await list(`${at}&rendi=neni`)).at(-1)).toBe(onArticle.code)
    const counts = await read(`${officeUrls.comments()}?${at}`)
    expect(counts).toContain(`gjendja=waiting&amp;konsultimi=${of.id}`)
  })

  it('is paged both ways without losing or repeating any', async () => {
    const of = await givenConsultation(services, { title: 'Rregullore e gjatë' })
    for (let n = 0; n < 60; n++) await givenComment(services, of)
    for (const order of ['te-rejat', 'te-vjetrat', 'neni']) {
      const first = await read(`${officeUrls.comments()}?konsultimi=${of.id}&rendi=${order}`)
      const next = /href="([^"]*para=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const second = await read(next)
      expect(codesIn(first)).toHaveLength(50)
      expect(new Set([...codesIn(first), ...codesIn(second)]).size).toBe(60)
      const back = /href="([^"]*pas=[^"]+)"/.exec(second)?.[1]?.replaceAll('&amp;', '&') ?? ''
      expect(codesIn(await read(back))).toEqual(codesIn(first))
    }
  })

  it('goes out as a file, with hidden names for those alone who may, and a line in the access log for each', async () => {
    const of = await givenConsultation(services, { title: 'Rregullore e skedarit' })
    const hidden = await givenComment(services, of, { authorName: 'Fshehur Shembull', namePublic: false })
    const path = `${officeUrls.commentsFile('csv')}?konsultimi=${of.id}`
    expect(await read(path)).toContain('Fshehur Shembull')
    const without = await read(path, moderator)
    expect(without).toContain(hidden.code)
    expect(without).not.toContain('Fshehur Shembull')
    const seen = await db`
      select from platform.accesses where subject = ${`consultations.comment:${hidden.id}`} and what = 'exported'`
    expect(seen).toHaveLength(2)
    const sheet = await web.get(path.replace('.csv', '.xlsx'), { cookie: coordinator })
    expect(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  it('leads from one comment to those beside it in the same list', async () => {
    const of = await givenConsultation(services, { title: 'Rregullore e radhës' })
    const made = []
    for (let n = 0; n < 3; n++) {
      services.clock.passMinutes(1)
      made.push(await givenComment(services, of))
    }
    const [older, middle, newer] = made
    const page = await read(
      `${officeUrls.comment(middle?.id ?? '')}?lista=${encodeURIComponent(`konsultimi=${of.id}`)}`,
    )
    expect(page).toMatch(new RegExp(`${newer?.id}[^>]*data-desk-way="k"`))
    expect(page).toMatch(new RegExp(`${older?.id}[^>]*data-desk-way="j"`))
  })
})

describe('a saved view', () => {
  const save = (fields: Record<string, string>, cookie = coordinator) =>
    web.post(officeUrls.commentViews(), { dergesa: randomUUID(), pyetja: 'gjendja=held', ...fields }, { cookie })

  it('stands as a tab for its owner, once per form, and for colleagues when it is shared; never in another institution', async () => {
    const dergesa = randomUUID()
    for (const _ of [1, 2]) expect((await save({ emri: 'Vetëm e imja', dergesa })).status).toBe(303)
    await save({ emri: 'Për të gjithë', ndare: 'po' })
    const own = await read(`${officeUrls.comments()}?pamja=te-gjitha`)
    expect(own.match(/Vetëm e imja/g)).toHaveLength(1)
    const colleague = await read(`${officeUrls.comments()}?pamja=te-gjitha`, moderator)
    expect(colleague).toContain('Për të gjithë')
    expect(colleague).not.toContain('Vetëm e imja')
    expect(await read(`${officeUrls.comments()}?pamja=te-gjitha`, stranger)).not.toContain('Për të gjithë')
    const [view] = await db<{ id: string }[]>`select id from consultations.desk_views where name = 'Për të gjithë'`
    const change = (cookie: string, veprimi: string) =>
      web.post(officeUrls.commentView(view?.id ?? ''), { veprimi }, { cookie })
    expect((await change(stranger, 'parazgjedhje')).status).toBe(404)
    expect((await change(moderator, 'fshirja')).status).toBe(403)
    expect((await change(moderator, 'parazgjedhje')).status).toBe(303)
    const opened = await web.get(officeUrls.comments(), { cookie: moderator })
    expect(opened.headers.get('location')).toContain('gjendja=held')
    expect((await change(coordinator, 'fshirja')).status).toBe(303)
    expect((await web.get(officeUrls.comments(), { cookie: moderator })).status).toBe(200)
  })

  it('without a name comes back with what was asked', async () => {
    const refused = await save({ emri: '' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(t.deskViews.nameError)
  })
})

describe('two officials at one comment', () => {
  const assign = (id: string, cookie: string, kujt: string, pare = '') =>
    web.post(officeUrls.assignComment(id), { kujt, pare }, { cookie })

  it('do not take it from each other unseen: the second is told who has it', async () => {
    const one = await givenComment(services, here)
    expect((await assign(one.id, coordinator, 'mua')).status).toBe(303)
    const late = await assign(one.id, moderator, 'mua')
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Ndërkohë dikush tjetër e ndryshoi caktimin')
    const me = await accountOf(people.albanianCoordinator.email)
    const [row] = await db`select assignee_id from consultations.comments where id = ${one.id}`
    expect(row).toEqual({ assigneeId: me })
    expect(await list('caktuar=mua')).toContain(one.code)
    expect(await list('caktuar=askush')).not.toContain(one.code)
  })

  it('cannot give it to somebody who does not work on comments there', async () => {
    const one = await givenComment(services, here)
    const foreign = await accountOf(people.kosovarModerator.email)
    expect((await assign(one.id, coordinator, foreign)).status).toBe(422)
    const elsewhere = await givenComment(services, there)
    expect((await assign(elsewhere.id, coordinator, 'mua')).status).toBe(403)
  })
})

describe('a label', () => {
  const put = (id: string, etiketa: string) =>
    web.post(officeUrls.labelComment(id), { etiketa, veprimi: 'vere' }, { cookie: coordinator })

  it('is one however it is typed, is renamed and merged for all, and is no word of the public page', async () => {
    const of = await givenConsultation(services, { title: 'Rregullore e etiketave' })
    const [one, two] = [await givenComment(services, of), await givenComment(services, of)]
    await put(one.id, 'Tarifat')
    await put(two.id, 'tarifat')
    await put(two.id, 'Orari')
    const labels = await db<{ id: string; name: string; version: number }[]>`
      select id, name, version from consultations.labels where consultation_id = ${of.id} order by name`
    expect(labels.map(({ name }) => name)).toEqual(['Orari', 'Tarifat'])
    const [orari] = labels
    const rename = (versioni: string) =>
      web.post(
        officeUrls.labels(of.id),
        { etiketa: orari?.id ?? '', versioni, veprimi: 'emri', [`emri-${orari?.id}`]: 'TARIFAT' },
        { cookie: coordinator },
      )
    expect((await rename('7')).status).toBe(409)
    expect((await rename('1')).status).toBe(303)
    expect(await db`select from consultations.labels where consultation_id = ${of.id}`).toHaveLength(1)
    expect((await list(`konsultimi=${of.id}&etiketa=${labels[1]?.id}`)).toSorted()).toEqual(
      [one.code, two.code].toSorted(),
    )
    expect(await (await web.get(`/konsultime/${of.slug}/komente`)).text()).not.toContain('Tarifat')
  })
})
