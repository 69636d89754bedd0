import { Ajv2020 } from 'ajv/dist/2020.js'
import { unzipSync } from 'fflate'
import fc from 'fast-check'
import readXlsx from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { Validator } from '@seriousme/openapi-schema-validator'
import { givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import { apiTable } from '#platform/export/api-table.ts'
import { allDatasets } from '#platform/export/all-datasets.ts'
import { dumpJobs } from '#platform/export/dump-jobs.ts'
import { testDatabase } from '#test/database.ts'
import { everyDoor as doors } from '#test/doors.ts'
import { testWeb } from '#test/web.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultation = await givenConsultation(services)
const named = await givenComment(services, consultation)
await givenComment(services, consultation, { body: '=cmd|"/C calc"!A0, me "thonjëza"\ndhe dy rreshta' })
const datasets = await allDatasets(services, doors)
const names = datasets.map(({ name }) => name)
const dumpOf = (name: string) => dumpJobs(services, doors)['exports.dump']?.({ dataset: name }) ?? Promise.reject(name)

const jsonAt = async (path: string) => (await (await web.get(path)).json()) as Record<string, unknown>
type Rows = { rows: Record<string, unknown>[]; next: string | null }

describe('the pages of open data', () => {
  it('list every register, by words and by institution', async () => {
    const all = await (await web.get('/te-dhena')).text()
    for (const { name, title } of datasets) expect([name, all.includes(title.sq)]).toEqual([name, true])
    const few = await (await web.get('/en/te-dhena?q=holidays')).text()
    expect(few).toContain('Public holidays')
    expect(few).not.toContain('Entries of the log')
    expect((await web.get('/te-dhena?institucioni=askush')).status).toBe(422)
    expect((await web.get('/te-dhena?institucioni=prova')).status).toBe(200)
  })

  it.each(names)('tell of %s what it is, its columns, rows and files, in both languages', async (name) => {
    for (const prefix of ['', '/en']) {
      const response = await web.get(`${prefix}/te-dhena/${name}`)
      expect([name, response.status]).toEqual([name, 200])
      expect(response.headers.get('link')).toContain('rel="describedby"')
      const page = await response.text()
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
      expect(JSON.parse(data)).toMatchObject({ '@type': 'Dataset', isAccessibleForFree: true })
    }
  })
})

describe('the files of a register', () => {
  it('are the same rows in every form', async () => {
    const rows = (await (await web.get('/te-dhena/komentet.json')).json()) as Record<string, string>[]
    expect(rows).toHaveLength(2)
    const lines = (await (await web.get('/te-dhena/komentet.jsonl')).text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows)
    const sheet = await readXlsx(Buffer.from(await (await web.get('/te-dhena/komentet.xlsx')).arrayBuffer()))
    const table = (Array.isArray(sheet[0]) ? sheet : (sheet[0] as unknown as { data: unknown[][] }).data) as unknown[][]
    expect(table.length).toBe(3)
    const text = table[0]?.indexOf('text') ?? -1
    expect(table.slice(1).map((row) => row[text])).toEqual(rows.map((row) => row.text))
    const csv = await (await web.get('/te-dhena/komentet.csv')).text()
    expect(csv.split('\r\n')[0]?.split(',')).toEqual(Object.keys(rows[0] ?? {}))
    expect(csv).toContain(`"'=cmd|""/C calc""!A0, me ""thonjëza""`)
  })

  it('begin with the mark that Excel asks for only when it is asked for', async () => {
    const head = async (path: string) => Buffer.from(await (await web.get(path)).arrayBuffer()).subarray(0, 3)
    expect((await head('/te-dhena/festat.csv?bom=po')).toString('hex')).toBe('efbbbf')
    expect((await head('/te-dhena/festat.csv')).toString()).toBe('key')
  })

  it('are those of one institution, and of none that there is not', async () => {
    expect(await (await web.get('/te-dhena/komentet.json?institucioni=prova')).json()).toHaveLength(2)
    expect((await web.get('/te-dhena/komentet.json?institucioni=askush')).status).toBe(404)
    expect((await web.get('/te-dhena/asgje.csv')).status).toBe(404)
  })

  it('tell in a feed what changed last', async () => {
    const feed = await (await web.get('/te-dhena/konsultimet.atom')).text()
    expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom"')
    expect(feed).toContain(`/konsultime/${consultation.slug}`)
  })
})

describe('a whole copy', () => {
  it('is ordered when it is not there, and is then a Data Package with right digests', async () => {
    expect((await web.get('/te-dhena/festat/pako.zip')).status).toBe(503)
    await dumpOf('festat')
    const response = await web.get('/te-dhena/festat/pako.zip')
    expect(response.status).toBe(200)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files)).toEqual(['datapackage.json', 'README.md', 'SHA256SUMS', 'festat.csv'])
    const etag = response.headers.get('etag') ?? ''
    const again = await web.get('/te-dhena/festat/pako.zip', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await (await web.get('/te-dhena/pako/SHA256SUMS')).text()).toContain(etag.replaceAll('"', ''))
    expect((await web.get(`/te-dhena/festat/pako-${etag.replaceAll('"', '')}.zip`)).status).toBe(200)
  })
})

describe('the API', () => {
  it('is described by a valid document that names every address and no other', async () => {
    for (const prefix of ['', '/en']) {
      const document = await jsonAt(`${prefix}/api/v1/openapi.json`)
      const result = await new Validator().validate(structuredClone(document))
      expect(result.errors ?? []).toEqual([])
      const table = await apiTable(services, doors, 'sq')
      expect(Object.keys(document.paths as object).toSorted()).toEqual(table.map(({ path }) => path).toSorted())
    }
    expect((await web.get('/api/v1')).status).toBe(200)
  })

  it('answers as its document says', async () => {
    const document = (await jsonAt('/api/v1/openapi.json')) as unknown as Document
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    for (const { name, primaryKey } of datasets) {
      const body = (await jsonAt(`/api/v1/${name}?sa=50`)) as Rows
      const fits = (path: string, value: unknown) => {
        const valid = ajv.validate(
          document.paths[path]?.get.responses['200'].content['application/json'].schema ?? false,
          value,
        )
        expect([path, valid, ajv.errors?.slice(0, 2) ?? null]).toEqual([path, true, null])
      }
      fits(`/${name}`, body)
      const key = body.rows[0]?.[primaryKey[0] ?? ''] as string | number | undefined
      if (key !== undefined && document.paths[`/${name}/{celesi}`]) {
        const one = await jsonAt(`/api/v1/${name}/${encodeURIComponent(String(key))}`)
        fits(`/${name}/{celesi}`, one)
        expect(one).toEqual(body.rows[0])
      }
    }
  })

  it('goes through a register by key, whatever is added meanwhile, and by links', async () => {
    const seen: unknown[] = []
    let path: string | null = '/api/v1/festat?sa=100'
    while (path !== null) {
      const response = await web.get(path)
      seen.push(...((await response.json()) as Rows).rows.map(({ key }) => key))
      const next = /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
      path = next === undefined ? null : next.slice(services.settings.url.length)
    }
    const all = (await (await web.get('/te-dhena/festat.json')).json()) as { key: string }[]
    expect(seen).toEqual(all.map(({ key }) => key))
  })

  it('is for everybody, keeps nothing, and knows what is known', async () => {
    const response = await web.get('/api/v1/festat?sa=1', { headers: { origin: 'https://tjeter.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(response.headers.get('set-cookie')).toBeNull()
    const etag = response.headers.get('etag') ?? ''
    const known = await web.get('/api/v1/festat?sa=1', { headers: { 'if-none-match': etag } })
    expect([known.status, await known.text()]).toEqual([304, ''])
    const head = await web.app.request('http://127.0.0.1/api/v1/festat', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const options = await web.app.request('http://127.0.0.1/api/v1/festat', { method: 'OPTIONS' })
    expect([options.status, options.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  it('refuses in words, with a type that has a page', async () => {
    const cases: [path: string, headers: Record<string, string>, status: number][] = [
      ['/api/v1/asgje', {}, 404],
      ['/api/v1/komentet/XXXX-0000', {}, 404],
      ['/api/v1/temat/jo-numer', {}, 404],
      ['/api/v1/temat?panjohur=1', {}, 400],
      ['/api/v1/temat?sa=501', {}, 400],
      ['/api/v1/temat?sa=1&sa=2', {}, 400],
      ['/api/v1/temat?pas=AAAAAAAAAAAAAAAAAAAAAAAA', {}, 400],
      ['/api/v1/komentet?institucioni=askush', {}, 400],
      ['/api/v1/temat', { accept: 'text/csv' }, 406],
    ]
    for (const [path, headers, status] of cases) {
      for (const lang of ['sq', 'en']) {
        const response = await web.get(path, { headers: { ...headers, 'accept-language': lang } })
        expect([path, response.status]).toEqual([path, status])
        expect(response.headers.get('content-type')).toContain('application/problem+json')
        expect(response.headers.get('content-language')).toBe(lang)
        const { type } = (await response.json()) as { type: string }
        expect((await web.get(type.slice(services.settings.url.length))).status).toBe(200)
      }
    }
    const { errors } = (await jsonAt('/api/v1/temat?panjohur=1')) as { errors: unknown }
    expect(errors).toMatchObject([{ pointer: '#/panjohur', parameter: 'panjohur' }])
    const posted = await web.post('/api/v1/temat', {})
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  it('gives no place of one register to another', async () => {
    const { next } = (await jsonAt('/api/v1/festat?sa=1')) as Rows
    expect((await web.get(`/api/v1/festat?pas=${next}`)).status).toBe(200)
    expect((await web.get(`/api/v1/vendet?pas=${next}`)).status).toBe(400)
    const changed = `${next?.slice(0, -1)}${next?.endsWith('A') ? 'Q' : 'A'}`
    expect((await web.get(`/api/v1/festat?pas=${changed}`)).status).toBe(400)
  })

  it('takes whatever is written into any parameter without an error of its own', { timeout: 120_000 }, async () => {
    const document = (await jsonAt('/api/v1/openapi.json')) as unknown as Document
    const places = Object.entries(document.paths).flatMap(([path, { get }]) =>
      get.parameters.map((parameter) => ({ path, ...parameter })),
    )
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '\u0000',
        "'; drop table platform.accounts; --",
        '1 or 1=1',
        '../../etc/passwd',
        '\ud800',
        'NaN',
        '1e308',
        '-1',
        '9'.repeat(40),
        '{"$ne":null}',
        '%00',
        '%',
        '[]',
        'a'.repeat(3000),
        '2026-02-30',
        '0',
        ' ',
        '١٢',
        '🏛️'.repeat(50),
      ),
    )
    const wish = fc.record({ place: fc.constantFrom(...places), value: nasty, name: fc.constantFrom('', '[]', '[0]') })
    await fc.assert(
      fc.asyncProperty(wish, async ({ place, value, name }) => {
        const words = encodeURIComponent(value.toWellFormed())
        const path =
          place.in === 'path'
            ? place.path.replace(`{${place.name}}`, words)
            : `${place.path.replaceAll(/\{\w+\}/g, 'x')}?${place.name}${name}=${words}`
        const response = await web.get(`/api/v1${path}`)
        expect([path, response.status < 500]).toEqual([path, true])
        const type = response.headers.get('content-type') ?? ''
        if (response.status !== 200) expect([path, type]).toEqual([path, expect.stringContaining('problem+json')])
      }),
      { numRuns: 150 },
    )
    const long = await web.get(`/api/v1/temat?institucioni=${'a'.repeat(100_000)}`)
    expect([long.status, long.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8'])
  })
})

describe('what is not public', () => {
  it('is in no file and no answer, and leaves with the moment it is taken down', async () => {
    await dumpOf('komentet')
    expect((await web.get('/te-dhena/komentet/pako.zip')).status).toBe(200)
    const { takeDown } = await import('#platform/takedowns/take-down.ts')
    const { officialWith } = await import('#modules/consultations/testing.ts')
    const official = await officialWith(services, ['administrator', 'prova'])
    const order = {
      submissionId: crypto.randomUUID(),
      subject: `consultations.comment:${named.id}`,
      ground: 'unlawful',
      note: null,
    } as const
    expect(await takeDown(services, doors, official, order)).toMatchObject({ kind: 'taken-down' })
    for (const form of ['json', 'jsonl', 'csv', 'atom']) {
      const words = await (await web.get(`/te-dhena/komentet.${form}`)).text()
      expect([form, words.includes(named.code)]).toEqual([form, false])
    }
    expect((await web.get(`/api/v1/komentet/${named.code}`)).status).toBe(404)
    expect((await web.get('/te-dhena/komentet/pako.zip')).status).toBe(503)
    expect(await (await web.get('/te-dhena/komentet')).text()).toContain('nuk jepet më')
    await dumpOf('komentet')
    const files = unzipSync(new Uint8Array(await (await web.get('/te-dhena/komentet/pako.zip')).arrayBuffer()))
    const words = Object.values(files).map((bytes) => Buffer.from(bytes).toString())
    expect(words.filter((one) => one.includes(named.code))).toEqual([])
  })
})

type Parameter = { name: string; in: 'path' | 'query' }
type Document = {
  paths: Record<
    string,
    { get: { parameters: Parameter[]; responses: { 200: { content: { 'application/json': { schema: object } } } } } }
  >
}
