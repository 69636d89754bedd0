import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openFileStore } from '../files/open-file-store.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import { withLocalFile } from '../files/temporary-files.ts'
import { DOCX_PARTS, PDF, zipOf } from '../files/testing.ts'
import { Refused } from '../http/refused.ts'
import type { WebContext, WebEnv } from '../http/web-context.ts'
import { silentLog } from '../logs/logger.ts'
import type { Services } from '../services.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { findDocument, listDocumentFiles, listDocuments, listTakenDown } from './document-queries.ts'
import { keepDocument, removeDocument, type DocumentDraft } from './documents.ts'
import { serveDocument } from './serve-document.ts'
import { sweepFiles } from './sweep-files.ts'
import { withdrawContent } from './withdraw-content.ts'
import { entered } from '#test/ledger.ts'
import { institutionRecords } from '../institutions/institution-records.ts'

let db: TestDatabase
let folder: string
let institutionId: string
let services: Services
let now: Date

const SUBJECT = 'tests.record:1'

beforeAll(async () => {
  db = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'documents-'))
  const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
  institutionId = row?.id ?? ''
})
afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  await db`delete from platform.documents`
  await db`delete from platform.files`
  await rm(join(folder, 'files'), { recursive: true, force: true })
  now = new Date('2026-11-22T10:00:00Z')
  services = {
    db,
    clock: { now: () => now },
    log: silentLog,
    files: openFileStore({ dataFolder: folder, s3Url: null }),
    settings: {
      url: 'https://kuvend.example',
      origins: [],
      demo: false,
      secret: new Uint8Array(32),
      ledgerSeed: Buffer.alloc(32, 7),
      trustedProxies: 0,
      dataFolder: folder,
      mailFrom: 'no-reply@kuvend.example',
      smtpUrl: null,
      s3Url: null,
    },
  }
})

/** A file as if it had been uploaded. */
async function withFile<T>(
  name: string,
  content: Buffer | string,
  use: (file: IncomingFile) => Promise<T>,
): Promise<T> {
  const path = join(folder, name)
  await writeFile(path, content)
  return withLocalFile(services.settings, path, async (file) => {
    if (!file) throw new Error(`${name} was not taken`)
    return use(file)
  })
}

const keep = (
  name: string,
  content: Buffer | string = PDF,
  subject = SUBJECT,
  more: Partial<DocumentDraft> = { class: 'public' },
) =>
  withFile(name, content, (file) =>
    db.begin((tx) =>
      keepDocument(tx, services, {
        institutionId,
        subject,
        role: 'attachment',
        title: `Titulli i ${file.name}`,
        lang: 'sq',
        file,
        addedBy: null,
        ...more,
      }),
    ),
  )

async function kept(): Promise<number> {
  let count = 0
  for await (const _ of services.files.list()) count++
  return count
}

describe('a document', () => {
  it('stands with its record, with what it is and how large', async () => {
    const { id } = await keep('relacion.docx', zipOf(DOCX_PARTS))
    now = new Date('2026-11-22T11:00:00Z')
    await keep('draft.pdf')
    await keep('tjetër.pdf', PDF, 'tests.record:2')
    const documents = await listDocuments(db, [SUBJECT])
    expect(documents).toHaveLength(2)
    expect(documents[0]).toMatchObject({
      id,
      institutionId,
      subject: SUBJECT,
      role: 'attachment',
      title: 'Titulli i relacion.docx',
      fileName: 'relacion.docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      addedAt: new Date('2026-11-22T10:00:00Z'),
    })
    expect(documents[1]).toMatchObject({ size: PDF.length, fileName: 'draft.pdf' })
    expect(await listDocuments(db, [SUBJECT, 'tests.record:2'])).toHaveLength(3)
    expect(await listDocuments(db, [])).toEqual([])
    expect(await kept()).toBe(2)
  })

  it('is gone from lists and addresses when it is removed, once', async () => {
    const { id } = await keep('a.pdf')
    const remove = (institution: string) =>
      db.begin((tx) => removeDocument(tx, services, { institutionId: institution, id }))
    expect(await remove('00000000-0000-4000-8000-000000000000')).toBe(false)
    expect(await remove(institutionId)).toBe(true)
    expect(await remove(institutionId)).toBe(false)
    expect(await listDocuments(db, [SUBJECT])).toEqual([])
    expect((await get(`/public/${id}`)).status).toBe(404)
  })
})

describe('versions and languages of a document', () => {
  const next = (id: string, content: string, lang: string, wasPublic = true) =>
    keep('shënim.txt', content, SUBJECT, { lang, replaces: { id, wasPublic } })

  it('stand beside each other: a new file replaces the one of its language alone, and overwrites nothing', async () => {
    const { id } = await keep('shënim.txt', 'një')
    now = new Date('2026-11-23T10:00:00Z')
    expect(await next(id, 'dy', 'sq')).toEqual({ id })
    await next(id, 'one', 'en')
    const files = await listDocumentFiles(db, id)
    expect(files.map(({ lang, version, replacedAt, wasPublic }) => [lang, version, replacedAt, wasPublic])).toEqual([
      ['sq', 2, null, false],
      ['sq', 1, now, true],
      ['en', 1, null, false],
    ])
    expect(await findDocument(db, id)).toMatchObject({
      lang: 'sq',
      version: 2,
      languages: ['en', 'sq'],
      replacedEarlierAt: now,
    })
    expect(await listDocuments(db, [SUBJECT])).toHaveLength(1)
    expect(await kept()).toBe(3)
    for (const [query, words] of [
      ['', 'dy'],
      ['?lang=en', 'one'],
      ['?version=1', 'një'],
      ['?lang=sq&version=2', 'dy'],
    ])
      expect(await (await get(`/public/${id}${query}`)).text()).toBe(words)
    expect((await get(`/public/${id}?version=3`)).status).toBe(404)
    expect((await get(`/public/${id}?lang=sr`)).status).toBe(404)
  })

  it('keep what was never public from the public when it is replaced', async () => {
    const { id } = await keep('shënim.txt', 'draft i brendshëm')
    await next(id, 'i hapur', 'sq', false)
    expect((await get(`/public/${id}`)).status).toBe(200)
    expect((await get(`/public/${id}?version=1`)).status).toBe(404)
    expect((await get(`/private/${id}?version=1`)).status).toBe(200)
  })

  it('are of the class of their subject unless somebody says otherwise', async () => {
    const classOf = async (subject: string) =>
      (await findDocument(db, (await keep('a.pdf', PDF, subject, {})).id))?.class
    expect(await Promise.all(['consultations.comment:1', 'intake.case:1', 'letters.letter:1'].map(classOf))).toEqual([
      'public',
      'personal',
      'internal',
    ])
  })
})

describe('a document that is taken down', () => {
  const withdraw = (...ids: string[]) => db.begin((tx) => withdrawContent(tx, services, ids, now))

  it('answers 410 to everybody, in every version, and is in no list', async () => {
    const { id } = await keep('a.pdf')
    await keep('b.txt', 'b', SUBJECT, { replaces: { id, wasPublic: true } })
    expect(await withdraw(id)).toBe(2)
    expect(await withdraw(id)).toBe(0)
    for (const path of [`/public/${id}`, `/private/${id}`, `/public/${id}?version=1`])
      expect((await get(path)).status).toBe(410)
    expect(await listDocuments(db, [SUBJECT])).toEqual([])
    expect(await listTakenDown(db, [SUBJECT])).toEqual([{ id, subject: SUBJECT, takenDownAt: now }])
    expect(JSON.stringify(await listDocumentFiles(db, id))).not.toContain('b.txt')
  })

  it('leaves the store with the next sweep, unless another document holds the very same', async () => {
    now = new Date()
    const { id } = await keep('a.txt', 'vetëm këtu')
    const shared = await keep('b.txt', 'edhe tjetërkund')
    await keep('c.txt', 'edhe tjetërkund', 'tests.record:2')
    await withdraw(id, shared.id)
    now = new Date(Date.now() + 2 * 86_400_000)
    await sweepFiles(services)
    expect(await kept()).toBe(1)
    expect((await get(`/public/${(await listDocuments(db, ['tests.record:2']))[0]?.id}`)).status).toBe(200)
  })
})

const app = new Hono<WebEnv>()
const asked = (c: WebContext) => ({ lang: c.req.query('lang'), version: c.req.query('version') })
app.get('/public/:id', (c) => serveDocument(c, services, c.req.param('id'), { public: true, ...asked(c) }))
app.get('/private/:id', (c) => serveDocument(c, services, c.req.param('id'), { public: false, ...asked(c) }))
app.onError((error, c) => {
  if (error instanceof Refused) return c.text(error.reason, error.status)
  throw error
})
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(path, { headers, method })

describe('a document that is served', () => {
  it('is shown if it is a PDF, and can run nothing', async () => {
    const { id } = await keep('Vendim për çështjen.pdf', PDF)
    const response = await get(`/public/${id}`)
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `inline; filename="Vendim per ceshtjen.pdf"; filename*=UTF-8''Vendim%20p%C3%ABr%20%C3%A7%C3%ABshtjen.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=0, s-maxage=30, must-revalidate',
    })
  })

  it('is saved if it is anything a browser does not show, and never cached by others when private', async () => {
    const { id } = await keep('shënim.txt', 'Përshëndetje', SUBJECT, { class: 'internal' })
    const response = await get(`/private/${id}`)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('private, no-cache')
    expect(await response.text()).toBe('Përshëndetje')
  })

  it('is not sent again to whoever has it', async () => {
    const { id } = await keep('a.pdf')
    const etag = (await get(`/public/${id}`)).headers.get('etag') ?? ''
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await get(`/public/${id}`, { 'if-none-match': tags })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    }
    expect((await get(`/public/${id}`, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('answers HEAD without opening the file', async () => {
    const { id } = await keep('a.pdf')
    await rm(join(folder, 'files'), { recursive: true })
    const response = await get(`/public/${id}`, {}, 'HEAD')
    expect([response.status, response.headers.get('content-length')]).toEqual([200, String(PDF.length)])
  })

  it('is not found under an unknown address, and an alarm when its content is missing', async () => {
    expect((await get('/public/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await get('/public/x')).status).toBe(404)
    const { id } = await keep('a.pdf')
    await rm(join(folder, 'files'), { recursive: true })
    const alarms: object[] = []
    services.log = { ...silentLog, error: (facts) => void alarms.push(facts) }
    expect((await get(`/public/${id}`)).status).toBe(503)
    expect(alarms).toMatchObject([{ document: id }])
  })

  it('comes whole over the wire', async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(3_000_000, 'x')])
    const { id } = await keep('large.pdf', large)
    const server = createServer((request, response) => void getRequestListener(app.fetch)(request, response))
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}/public/${id}`)
    expect(Buffer.from(await response.arrayBuffer()).equals(large)).toBe(true)
    server.closeAllConnections()
    server.close()
  })
})

describe('the sweep', () => {
  const DAY = 86_400_000
  const sweepIn = async (days: number) => {
    now = new Date(Date.now() + days * DAY)
    await sweepFiles(services)
  }

  it('leaves what a document names, also a removed one, and the emblem of an institution', async () => {
    now = new Date()
    const { id } = await keep('a.pdf')
    await keep('b.txt', 'b')
    await db.begin((tx) => removeDocument(tx, services, { institutionId, id }))
    await keep('emblem.txt', 'emblem', 'tests.emblem')
    await entered(
      db,
      institutionRecords,
      (tx) => tx`
        update platform.institutions set emblem = (
          select digest from platform.document_files join platform.documents on documents.id = document_id
          where subject = 'tests.emblem')
        where id = ${institutionId} returning id`,
    )
    await db`delete from platform.documents where subject = 'tests.emblem'`
    await sweepIn(2)
    expect(await kept()).toBe(3)
  })

  it('removes what nobody names, when it is a day old', async () => {
    now = new Date()
    await keep('a.pdf')
    await keep('b.txt', 'b', 'tests.record:2')
    // The deed that brought this one was never committed.
    const deed = withFile('c.txt', 'c', (file) =>
      db.begin(async (tx) => {
        const draft = { institutionId, subject: SUBJECT, role: 'annex', title: 'c', lang: 'sq', addedBy: null } as const
        await keepDocument(tx, services, { ...draft, file })
        throw new Error('refused')
      }),
    )
    await expect(deed).rejects.toThrow('refused')
    await db`delete from platform.documents where subject = 'tests.record:2'`
    expect(await kept()).toBe(3)
    await sweepIn(0)
    expect(await kept()).toBe(3)
    await sweepIn(1.5)
    expect(await kept()).toBe(1)
    expect(await db`select digest from platform.files`).toHaveLength(1)
  })

  it('takes nothing away that somebody is about to name', async () => {
    now = new Date()
    await keep('a.txt', 'e njëjta')
    await db`delete from platform.documents`
    let finish = () => {}
    let began = () => {}
    const writing = new Promise<void>((ready) => (began = ready))
    const deed = withFile('again.txt', 'e njëjta', (file) =>
      db.begin(async (tx) => {
        const draft = { institutionId, subject: SUBJECT, role: 'annex', title: 'c', lang: 'sq', addedBy: null } as const
        await keepDocument(tx, services, { ...draft, file })
        began()
        await new Promise<void>((done) => (finish = done))
      }),
    )
    await writing
    const sweeping = sweepIn(2)
    await new Promise((later) => setTimeout(later, 200))
    finish()
    await Promise.all([deed, sweeping])
    expect(await kept()).toBe(1)
    const [document] = await listDocuments(db, [SUBJECT])
    expect(await (await get(`/private/${document?.id}`)).text()).toBe('e njëjta')
  })

  it('clears half copies that a killed process left', async () => {
    await keep('a.pdf')
    const part = join(folder, 'files', 'parts', 'half')
    await writeFile(part, 'x')
    await utimes(part, new Date(0), new Date(0))
    now = new Date()
    await sweepFiles(services)
    expect(await readdir(join(folder, 'files', 'parts'))).toEqual([])
  })
})
