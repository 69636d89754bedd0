import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenConsultation, officialWith, type GivenConsultation } from '#modules/consultations/testing.ts'
import { EXPORT_LIMITS, runExport } from '#platform/texts/export/run-export.ts'
import { exportedText } from '#platform/texts/export/export-testing.ts'
import { makeExport } from '#platform/texts/export/kept-exports.ts'
import { readAkomaNtoso } from '#platform/texts/read-akoma-ntoso.ts'
import { readDocx } from '#platform/texts/read-docx.ts'
import { readPastedText } from '#platform/texts/read-pasted-text.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { schemaErrors } from '#test/akoma-ntoso-schema.ts'
import { testDatabase } from '#test/database.ts'
import { everyDoor as doors } from '#test/doors.ts'
import { testWeb } from '#test/web.ts'
import { exportTextsIn } from './export-texts.ts'
import { givenRedraft, REDRAFT } from '#modules/consultations/redraft-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

let given: GivenConsultation
let versions: string
beforeAll(async () => {
  given = await givenConsultation(services)
  versions = `/konsultime/${given.slug}/versionet`
  await givenRedraft(services, given, REDRAFT)
})

const get = async (path: string, status = 200): Promise<Response> => {
  const response = await web.get(versions + path)
  expect([path, response.status]).toEqual([path, status])
  return response
}
const bytesOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer())

describe('the files of a published version', () => {
  it('hold its words: text, data, Akoma Ntoso, Word', async () => {
    expect(await (await get('/1.txt')).text()).toContain('\n\nNeni 2\n\n')
    const data = (await (await get('/2.json')).json()) as { version: object; nodes: object[]; changes: object[] }
    expect(data.version).toMatchObject({ number: 2, based_on: 1, language: 'sq' })
    expect(data.changes.length).toBeGreaterThan(0)
    const xml = await bytesOf(await get('/2.xml'))
    expect(await schemaErrors({ 'v2.xml': new TextDecoder().decode(xml) })).toEqual([])
    const read = readAkomaNtoso(xml)
    expect('kind' in read ? read.why : read.nodes.length).toBe(data.nodes.length)
    expect('kind' in read ? [] : read.lineages).toEqual(data.nodes.map((node) => 'id' in node && node.id))
    const word = await readDocx(await bytesOf(await get('/2.docx')))
    expect('kind' in word ? word.why : word.nodes.length).toBe(data.nodes.length)
  }, 60_000)

  it('show what changed since an earlier version', async () => {
    const response = await get('/2/krahasimi.docx?me=1')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[a-z0-9-]+-v2-krahasimi-v1\.docx"$/,
    )
    const document = new TextDecoder().decode(unzipSync(await bytesOf(response))['word/document.xml'])
    expect(document).toMatch(/<w:ins /)
    expect(document).toMatch(/<w:del /)
    for (const path of [
      '/2/krahasimi.docx?me=2',
      '/2/krahasimi.docx?me=x',
      '/1/krahasimi.docx',
      '/1/krahasimi.docx?me=2',
    ])
      await get(path, 404)
  }, 60_000)

  it('have a readable name, run nothing, and are not sent twice', async () => {
    const response = await get('/2.xml')
    const head = (name: string) => response.headers.get(name)
    expect(head('content-type')).toBe('application/akn+xml; charset=utf-8')
    expect(head('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+-v2\.xml"$/)
    expect(head('x-content-type-options')).toBe('nosniff')
    expect(head('content-security-policy')).toContain('sandbox')
    expect(head('cache-control')).toBe('public, max-age=0, s-maxage=30, must-revalidate')
    const etag = head('etag') ?? ''
    expect(etag).toMatch(/^"/)
    const again = await web.get(`${versions}/2.xml`, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await get('/1.xml')).headers.get('etag')).not.toBe(etag)
    const english = await web.get(`/en${versions}/2.xml`)
    expect(english.headers.get('etag')).toBe(etag)
  })

  it('come as a PDF, or with words where none can be made', async () => {
    const response = await web.get(`${versions}/2.pdf`)
    if (response.status === 501) expect(await response.text()).toContain('2.docx')
    else expect(new TextDecoder().decode((await bytesOf(response)).subarray(0, 5))).toBe('%PDF-')
  }, 60_000)

  it('are not there for what is not public', async () => {
    for (const path of ['/3.txt', '/0.json', '/2.exe', '/9999999.txt']) await get(path, 404)
    expect((await web.get('/konsultime/asnje/versionet/1.txt')).status).toBe(404)
  })
})

describe('a heavy file', () => {
  const text = exportedText(readPastedText('Neni 1\nObjekti\nFjalë.'))

  it('is given up when it takes too long', async () => {
    const limits = { ...EXPORT_LIMITS, seconds: 0.01 }
    expect(await runExport(services.settings, { kind: 'docx', text }, limits)).toEqual({ kind: 'too-heavy' })
  })

  it.each(['no-compiler', 'too-heavy'] as const)('that cannot be made (%s) is answered with another', async (kind) => {
    const own = `/konsultime/${(await givenConsultation(services)).slug}/versionet/1`
    const tag = (await web.get(`${own}.txt`)).headers.get('etag')?.replace('-txt"', '') ?? ''
    await makeExport(`${tag}-pdf"`, async () => ({ kind }))
    const response = await web.get(`/en${own}.pdf`)
    expect([response.status, response.headers.get('cache-control')]).toEqual([501, 'no-store'])
    const page = await response.text()
    expect(page).toContain(exportTextsIn('en')[kind].title)
    expect(page).toContain(`${own}.${kind === 'no-compiler' ? 'docx' : 'txt'}"`)
  })

  it('is not made for somebody who had too many made; what is kept or light is given all the same', async () => {
    const own = `/konsultime/${(await givenConsultation(services)).slug}/versionet/1`
    const other = `/konsultime/${(await givenConsultation(services)).slug}/versionet/1`
    const statusOf = async (path: string) => (await web.get(path)).status
    await db`delete from platform.rate_limits`
    expect([await statusOf(`${own}.docx`), await statusOf(`${own}.docx`)]).toEqual([200, 200])
    expect(await db`update platform.rate_limits set count = 30 where count = 1 returning count`).toHaveLength(1)
    expect(await statusOf(`${other}.docx`)).toBe(429)
    expect([await statusOf(`${own}.docx`), await statusOf(`${other}.txt`)]).toEqual([200, 200])
    await db`delete from platform.rate_limits`
  }, 60_000)

  it('is made one after the other, and whoever comes when many wait is sent away', async () => {
    let running = 0
    let most = 0
    const run = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return { kind: 'too-heavy' } as const
    }
    const made = Array.from({ length: 12 }, (_, n) => makeExport(`test ${n}`, run))
    expect(made.filter((one) => one === null)).toHaveLength(4)
    await Promise.all(made.filter((one) => one !== null))
    expect(most).toBe(1)
  })
})

it('of a record that was taken down there is no file any more, nor one that was kept', async () => {
  const gone = await givenConsultation(services)
  const own = `/konsultime/${gone.slug}/versionet`
  const paths = [`${own}/1.txt`, `${own}/1.json`, `${own}/1.xml`, `${own}/1.docx`]
  const statuses = () => Promise.all(paths.map(async (path) => (await web.get(path)).status))
  expect(await statuses()).toEqual([200, 200, 200, 200])
  const moderator = await officialWith(services, ['moderator', 'prova'])
  const subject = `consultations.consultation:${gone.id}`
  const order = { subject, ground: 'personal-data', note: 'Përmban emra.', submissionId: randomUUID() } as const
  expect((await takeDown(services, doors, moderator, order)).kind).toBe('taken-down')
  expect(await statuses()).toEqual([410, 410, 410, 410])
}, 60_000)
