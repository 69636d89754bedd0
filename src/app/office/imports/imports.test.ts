import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { staffWith } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { draftDataset, stagedImport, targetOf } from '#test/imports.ts'
import { people } from '#test/people.ts'
import { testWeb, type Fields } from '#test/web.ts'
import { importUrls as urls } from './urls.ts'

/** Addresses of the module, which is entered by its door alone. */
const publicUrl = (slug: string): string => `/te-dhena/${slug}`
const withdrawal = (id: string): string => `/zyra/te-dhenat/${id}/terheqja`

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const administrator = await web.signedInAs(people.albanianAdministrator)
const auditor = await web.signedInAs(people.auditor)
const stranger = await web.signedInAs(staffWith('administrator', 'provas'))
const [prova] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`

const post = (path: string, fields: Fields) => web.post(path, fields, { cookie: administrator })
const read = async (path: string, cookie = administrator) => (await web.get(path, { cookie })).text()
const rowsOf = async (dataset: string) =>
  (
    await db<{ cells: Record<string, unknown> }[]>`
      select cells from open_data.dataset_rows where dataset_id = ${dataset} order by position`
  ).map(({ cells }) => cells)

async function form(dataset: string, words: string): Promise<Fields> {
  const { name } = await targetOf(services, dataset)
  return { dergesa: randomUUID(), regjistri: `${prova?.id} ${name}`, skedari: new File([words], 'kontratat.csv') }
}

/** The address that a deed leads to. */
async function moved(answer: Promise<Response>): Promise<string> {
  const { status, headers } = await answer
  expect(status).toBe(303)
  return headers.get('location') ?? ''
}

const versionIn = (page: string): string => /name="versioni" value="(\d+)"/.exec(page)?.[1] ?? ''
const questionsIn = (page: string): string[] => [
  ...new Set([...page.matchAll(/name="(p-[a-z0-9-]+)"/g)].map(([, name = '']) => name)),
]

describe('the way of a table', () => {
  it('leads from the file over head, columns, questions and preview to its receipt, and back again', async () => {
    const dataset = await draftDataset(services, 'prova')
    const words = 'Kontratat e vitit\nEmri,Data\nUra,03/04/17\nShkolla,30.02.2017\nKopshti,2017-05-06\n'
    const head = await moved(post(urls.create(), await form(dataset, words)))
    const id = head.split('/')[3] ?? ''
    expect(await read(head)).toContain('value="2"')
    expect(await read(urls.one(id))).toContain('<h1 class="govuk-heading-l">kontratat.csv</h1>')
    expect(await moved(post(head, { fleta: '0', koka: '2' }))).toBe(urls.columns(id))
    const columns = await read(urls.columns(id))
    expect(columns).toMatch(/value="emri" selected/)
    expect(columns).toMatch(/value="data" selected/)
    expect(await moved(post(urls.columns(id), { 'kolona-1': 'emri', 'kolona-2': 'data' }))).toBe(urls.one(id))

    const names = questionsIn(await read(urls.questions(id)))
    expect(names).toHaveLength(2)
    const order = names.find((name) => name.includes('date-order')) ?? ''
    const century = names.find((name) => name.includes('two-digit')) ?? ''
    const half = await post(urls.questions(id), { [order]: 'day-first' })
    expect(half.status).toBe(422)
    const again = await half.text()
    expect(again).toMatch(/value="day-first" checked/)
    expect(again).toContain(`href="#${century}"`)
    expect(versionIn(await read(urls.one(id)))).toBe('')
    expect(await moved(post(urls.questions(id), { [order]: 'day-first', [century]: '2000' }))).toBe(urls.one(id))

    const preview = await read(urls.one(id))
    expect(preview).toContain('2017-04-03')
    expect(preview).toContain('30.02.2017')
    expect(await rowsOf(dataset)).toEqual([])
    const versioni = versionIn(preview)
    expect(await moved(post(urls.take(id), { versioni }))).toBe(`${urls.one(id)}?u=marrja`)
    expect(await moved(post(urls.take(id), { versioni }))).toBe(`${urls.one(id)}?u=marrja`)
    const taken = [
      { emri: 'Ura', data: '2017-04-03' },
      { emri: 'Kopshti', data: '2017-05-06' },
    ]
    expect(await rowsOf(dataset)).toEqual(taken)

    const csv = await web.get(urls.refused(id), { cookie: administrator })
    expect(await csv.text()).toContain('30.02.2017')
    const short = await post(urls.undo(id), { arsyeja: 'jo' })
    expect([short.status, await rowsOf(dataset)]).toEqual([422, taken])
    expect(await short.text()).toMatch(/<textarea[^>]*>\s*jo</)
    expect(await moved(post(urls.undo(id), { arsyeja: 'Skedari i gabuar' }))).toBe(`${urls.one(id)}?u=zhberja`)
    expect(await rowsOf(dataset)).toEqual([])
    expect(await read(urls.one(id))).toContain('Skedari i gabuar')
  })

  it('begins once, though the form arrives twice', async () => {
    const fields = await form(await draftDataset(services, 'prova'), 'Emri,Data\nUra,2017-05-06\n')
    expect(await moved(post(urls.create(), fields))).toBe(await moved(post(urls.create(), fields)))
  })

  it('remembers the columns of a table with the same head', async () => {
    const dataset = await draftDataset(services, 'prova')
    const first = await stagedImport(services, dataset, 'chosen', 'Titulli,Dita\nUra,2017-05-06\n')
    await moved(post(urls.columns(first), { 'kolona-1': 'emri', 'kolona-2': 'data' }))
    await moved(post(urls.take(first), { versioni: versionIn(await read(urls.one(first))) }))
    const second = await stagedImport(services, dataset, 'staged', 'Titulli,Dita\nParku,2017-05-07\n')
    await moved(post(urls.head(second), { fleta: '0', koka: '1' }))
    const page = await read(urls.columns(second))
    expect(page).toMatch(/value="emri" selected/)
    expect(page).toMatch(/value="data" selected/)
  })

  it('takes nothing when somebody has chosen otherwise since the page was shown', async () => {
    const dataset = await draftDataset(services, 'prova')
    const id = await stagedImport(services, dataset, 'chosen')
    const versioni = versionIn(await read(urls.one(id)))
    await moved(post(urls.columns(id), { 'kolona-1': 'emri', 'kolona-2': '' }))
    expect((await post(urls.take(id), { versioni })).status).toBe(409)
    expect(await rowsOf(dataset)).toEqual([])
  })

  it('refuses a file that is no table, and keeps what was chosen', async () => {
    const dataset = await draftDataset(services, 'prova')
    const fields = await form(dataset, '\u00d0\u00cf')
    const old = new File([Buffer.from('d0cf11e0a1b11ae1', 'hex')], 'kontratat.xls')
    const answer = await post(urls.create(), { ...fields, skedari: old })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('href="#skedari"')
    expect(page).toContain(`value="${String((fields as Record<string, unknown>).regjistri)}" selected`)
    const [staged] = await db`select count(*)::int as n from platform.table_imports where target like ${`%${dataset}`}`
    expect(staged).toEqual({ n: 0 })
  })

  it('is closed when it was cancelled, and its lines are gone', async () => {
    const id = await stagedImport(services, await draftDataset(services, 'prova'), 'chosen')
    await moved(post(urls.drop(id), {}))
    expect((await post(urls.take(id), { versioni: '3' })).status).toBe(409)
    expect((await web.get(urls.head(id), { cookie: administrator })).status).toBe(409)
    expect(await db`select from platform.table_import_rows where import_id = ${id}`).toHaveLength(0)
  })
})

describe('who sees an import', () => {
  it('an auditor reads it and changes nothing; an official of another institution sees nothing of it', async () => {
    const dataset = await draftDataset(services, 'prova')
    const id = await stagedImport(services, dataset, 'chosen')
    expect((await web.get(urls.one(id), { cookie: auditor })).status).toBe(200)
    const deeds: [string, Fields][] = [
      [urls.take(id), { versioni: versionIn(await read(urls.one(id))) }],
      [urls.drop(id), {}],
      [urls.columns(id), { 'kolona-1': 'emri' }],
      [urls.create(), await form(dataset, 'Emri,Data\nUra,2017-05-06\n')],
    ]
    for (const [path, fields] of deeds) {
      expect((await web.post(path, fields, { cookie: auditor })).status).toBe(403)
      expect([403, 404]).toContain((await web.post(path, fields, { cookie: stranger })).status)
    }
    expect((await web.get(urls.one(id), { cookie: stranger })).status).toBe(404)
    expect(await read(urls.list(), stranger)).not.toContain(id)
    expect(await read(urls.list(), auditor)).toContain(id)
    expect(await rowsOf(dataset)).toEqual([])
  })
})

describe('a published dataset', () => {
  it('that is withdrawn leaves a tombstone at each of its addresses, without a word of it', async () => {
    const dataset = await draftDataset(services, 'prova', { rows: 1, published: true })
    const [{ slug } = { slug: '' }] = await db<
      { slug: string }[]
    >`select slug from open_data.datasets where id = ${dataset}`
    const forms = [publicUrl(slug), `/en${publicUrl(slug)}`, `${publicUrl(slug)}.csv`, `${publicUrl(slug)}.json`]
    const statuses = () => Promise.all(forms.map(async (path) => (await web.get(path)).status))
    expect(await statuses()).toEqual([200, 200, 200, 200])
    await moved(post(withdrawal(dataset), { arsyeja: 'Numra të gabuar' }))
    expect(await statuses()).toEqual([410, 410, 410, 410])
    const page = await (await web.get(publicUrl(slug))).text()
    expect(page).toContain('Institucioni e tërhoqi')
    expect(page).not.toContain('Kontratat e provës')
    expect(page).not.toContain('Numra të gabuar')
  })

  it('is a 404 as long as it is a draft', async () => {
    const dataset = await draftDataset(services, 'prova', { rows: 1 })
    const [{ slug } = { slug: '' }] = await db<
      { slug: string }[]
    >`select slug from open_data.datasets where id = ${dataset}`
    expect((await web.get(publicUrl(slug))).status).toBe(404)
  })
})
