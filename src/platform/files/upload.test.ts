import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { WebEnv } from '../http/web-context.ts'
import { removeStaleFiles, withLocalFile } from './temporary-files.ts'
import { DOCX_PARTS, PDF, PNG, zipOf } from './testing.ts'
import { readUpload, withUpload } from './upload.ts'

const LIMITS = { files: 2, fileBytes: 100_000 }

let folder: string
let server: ServerType
const services = () => ({ settings: { dataFolder: folder } as { dataFolder: string; minFreeBytes?: number } })

/** Answers with what was understood, and keeps the files until `Upload.discard`. */
const app = new Hono<WebEnv>().post('/', (c) =>
  withUpload(c, services(), LIMITS, async (upload) => {
    const fields = [...upload.fields].map(([name, value]) => [name, typeof value === 'string' ? value : 'a file'])
    if (upload.kind !== 'upload') return c.json({ kind: upload.kind, file: upload.file, fields }, 422)
    const contents = await Promise.all(upload.files.map(async (file) => (await readFile(file.path)).length))
    return c.json({ kind: 'upload', fields, files: upload.files.map(({ path: _path, ...file }) => file), contents })
  }),
)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upload-'))
  await new Promise<void>((ready) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready())
  })
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  await rm(folder, { recursive: true })
})
beforeEach(() => rm(join(folder, 'incoming'), { recursive: true, force: true }))

const left = () => readdir(join(folder, 'incoming')).catch(() => [])

function formOf(fields: Record<string, string>, files: [name: string, content: Buffer | string][]): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, content] of files) form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name)
  return form
}

const inProcess = async (body: FormData | URLSearchParams | string, headers: Record<string, string> = {}) =>
  (await app.request('/', { method: 'POST', body, headers })).json()

const overTheWire = async (body: FormData) =>
  (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method: 'POST', body })).json()

const large = Buffer.concat([PDF, Buffer.alloc(LIMITS.fileBytes)])

describe('files that are not wanted now', () => {
  const asking = (refuseFiles: () => Promise<'too-often' | null>, settings = services().settings) =>
    new Hono<WebEnv>().post('/', (c) =>
      withUpload(c, { settings }, { ...LIMITS, refuseFiles }, async (upload) =>
        c.json({ kind: upload.kind, fields: [...upload.fields], written: await largestWritten() }),
      ),
    )
  /** Of all that lies in the temporary folder now. */
  async function largestWritten(): Promise<number> {
    const names = await readdir(join(folder, 'incoming'), { recursive: true }).catch(() => [])
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, 'incoming', name))).size))
    return names.filter((name) => /\/\d+$/.test(name)).length === 0 ? 0 : Math.max(...sizes)
  }
  const send = async (target: Hono<WebEnv>, body: FormData) =>
    (await target.request('/', { method: 'POST', body })).json()

  it('are not written, and what was typed before and after them comes back', async () => {
    let asked = 0
    const limited = asking(async () => {
      asked += 1
      return 'too-often'
    })
    const form = formOf({ komenti: 'Fjalë' }, [
      ['a.pdf', PDF],
      ['b.pdf', PDF],
    ])
    form.append('pas', 'Edhe kjo')
    const fields = [
      ['komenti', 'Fjalë'],
      ['pas', 'Edhe kjo'],
    ]
    expect(await send(limited, form)).toEqual({ kind: 'too-often', fields, written: 0 })
    expect(asked).toBe(1)
    expect(await left()).toEqual([])
  })

  it('are asked about only when there are some', async () => {
    const limited = asking(() => Promise.reject(new Error('asked')))
    const form = formOf({ komenti: 'Fjalë' }, [['', '']])
    expect(await send(limited, form)).toMatchObject({ kind: 'upload', fields: [['komenti', 'Fjalë']] })
  })

  it('are refused while the disk is nearly full', async () => {
    const full = asking(async () => null, { dataFolder: folder, minFreeBytes: Number.MAX_SAFE_INTEGER })
    expect(await send(full, formOf({ komenti: 'Fjalë' }, [['a.pdf', PDF]]))).toMatchObject({
      kind: 'no-space',
      fields: [['komenti', 'Fjalë']],
      written: 0,
    })
    expect(await send(full, formOf({ komenti: 'Fjalë' }, []))).toMatchObject({ kind: 'upload' })
  })
})

describe('a picture', () => {
  it('that would unpack to more than any camera makes is refused by its head alone', async () => {
    const bomb = Buffer.from(PNG)
    bomb.writeUInt32BE(50_000, 16)
    bomb.writeUInt32BE(50_000, 20)
    expect(await inProcess(formOf({}, [['bomba.png', bomb]]))).toMatchObject({ kind: 'too-large', file: 'bomba.png' })
  })
})

describe.each([
  ['in process', inProcess],
  ['over the wire', overTheWire],
])('a form with files, %s', (_way, post) => {
  it('gives its fields and its files, looked at, named and measured, and leaves nothing behind', async () => {
    const form = formOf({ body: 'Përshëndetje,\r\nçfarë?', empty: '' }, [
      ['çertifikatë.exe', PDF],
      ['foto e rrugës.png', PNG],
    ])
    expect(await post(form)).toEqual({
      kind: 'upload',
      fields: [
        ['body', 'Përshëndetje,\r\nçfarë?'],
        ['empty', ''],
      ],
      files: [
        {
          field: 'file',
          digest: createHash('sha256').update(PDF).digest('hex'),
          size: PDF.length,
          mediaType: 'application/pdf',
          name: 'çertifikatë.pdf',
          came: expect.objectContaining({ claimedName: 'çertifikatë.exe', size: PDF.length }),
        },
        expect.objectContaining({ name: 'foto e rrugës.png', mediaType: 'image/png' }),
      ],
      contents: [PDF.length, PNG.length],
    })
    expect(await left()).toEqual([])
  })

  it('does not take an empty file input for a file', async () => {
    const form = formOf({ body: 'a' }, [['', '']])
    for (const name of ['b', 'c']) form.append(name, new Blob([]), '')
    expect(await post(form)).toMatchObject({ kind: 'upload', files: [], fields: [['body', 'a']] })
  })

  it('is refused as a whole for one file that is too large, and what was typed comes back', async () => {
    const form = formOf({ before: '1' }, [
      ['vogël.pdf', PDF],
      ['madh.pdf', large],
    ])
    form.append('after', '2')
    expect(await post(form)).toEqual({
      kind: 'too-large',
      file: 'madh.pdf',
      fields: [
        ['before', '1'],
        ['after', '2'],
      ],
    })
    expect(await left()).toEqual([])
  })

  it('is refused for too many files, for a wrong type, and for a named file without content', async () => {
    const three = formOf({ body: 'a' }, [
      ['1.pdf', PDF],
      ['2.pdf', PDF],
      ['3.pdf', PDF],
    ])
    expect(await post(three)).toEqual({ kind: 'too-many', file: null, fields: [['body', 'a']] })
    const wrong = formOf({ body: 'a' }, [['fatura.pdf', '<script>1</script>']])
    expect(await post(wrong)).toEqual({ kind: 'wrong-type', file: 'fatura.pdf', fields: [['body', 'a']] })
    expect(await post(formOf({}, [['bosh.pdf', '']]))).toMatchObject({ kind: 'wrong-type', file: 'bosh.pdf' })
    expect(await left()).toEqual([])
  })

  it('takes a file of exactly the size allowed', async () => {
    const exact = Buffer.alloc(LIMITS.fileBytes, 'a')
    expect(await post(formOf({}, [['a.txt', exact]]))).toMatchObject({ kind: 'upload', contents: [LIMITS.fileBytes] })
    const over = Buffer.alloc(LIMITS.fileBytes + 1, 'a')
    expect(await post(formOf({}, [['a.txt', over]]))).toMatchObject({ kind: 'too-large' })
  })
})

describe('a form that is not as it should be', () => {
  const multipart = (body: string) => inProcess(body, { 'content-type': 'multipart/form-data; boundary=x' })
  const part = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

  it('is unreadable, never an error', async () => {
    for (const answer of [
      multipart(''),
      multipart('nothing'),
      multipart(`${part('a', '1')}--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\ncut off`),
      inProcess('a=1', { 'content-type': 'multipart/form-data' }),
      inProcess('{}', { 'content-type': 'application/json' }),
    ]) {
      expect(await answer).toMatchObject({ kind: 'unreadable' })
    }
    expect(await left()).toEqual([])
  })

  it('has no more than sixty fields of 64 kB', async () => {
    const many = Array.from({ length: 61 }, (_, n) => part(`f${n}`, 'a')).join('')
    expect(await multipart(`${many}--x--`)).toMatchObject({ kind: 'unreadable' })
    expect(await multipart(`${part('a', 'b'.repeat(65_537))}--x--`)).toMatchObject({ kind: 'unreadable' })
    expect(await multipart(`${part('a', 'b'.repeat(65_536))}--x--`)).toMatchObject({ kind: 'upload' })
  })

  it('may claim a path or a header in a file name without getting one', async () => {
    const header = 'Content-Disposition: form-data; name="f"; filename="../../x%0d%0aA: b.txt"'
    const answer = await multipart(`--x\r\n${header}\r\n\r\nwords\r\n--x--`)
    expect(answer).toMatchObject({ kind: 'upload', files: [{ name: 'x%0d%0aA- b.txt' }] })
  })
})

describe('a form without files', () => {
  it('is read too, up to 256 kB', async () => {
    const form = new URLSearchParams({ body: 'Përshëndetje & ç', other: 'a b' })
    expect(await inProcess(form)).toMatchObject({
      kind: 'upload',
      fields: [
        ['body', 'Përshëndetje & ç'],
        ['other', 'a b'],
      ],
      files: [],
    })
    expect(await inProcess(new URLSearchParams({ a: 'b'.repeat(262_200) }))).toMatchObject({
      kind: 'too-large',
      file: null,
    })
    const many = new URLSearchParams(Array.from({ length: 61 }, (_, n) => [`f${n}`, 'a']))
    expect(await inProcess(many)).toMatchObject({ kind: 'unreadable' })
    expect(await left()).toEqual([])
  })
})

describe('over the wire', () => {
  const port = () => (server.address() as AddressInfo).port
  const head = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\n'
  const file = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n'

  it('a client that hangs up in the middle leaves no file', async () => {
    const socket = connect(port(), '127.0.0.1')
    socket.write(`${head}Content-Length: 90000\r\n\r\n${file}%PDF-1.4 and then`)
    await expect.poll(async () => (await left()).length).toBe(1)
    socket.destroy()
    await expect.poll(left, { timeout: 10_000 }).toEqual([])
  })

  it('one that sends far more than is allowed is answered and not read to its end', async () => {
    let sent = 0
    const endless = Readable.from(
      (function* () {
        yield Buffer.from(file)
        for (; sent < 50_000_000; sent += 65_536) yield Buffer.alloc(65_536, 'a')
      })(),
    )
    const status = await new Promise<number>((resolve, reject) => {
      const asking = request({
        port: port(),
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      })
      asking.on('response', (response) => resolve(response.statusCode ?? 0))
      asking.on('error', reject)
      endless.pipe(asking)
    })
    endless.destroy()
    expect(status).toBe(422)
    expect(sent).toBeLessThan(20_000_000)
    await expect.poll(left).toEqual([])
  })
})

describe('temporary files', () => {
  it('lie where only we can read them until they are discarded', async () => {
    const body = formOf({}, [['a.docx', zipOf(DOCX_PARTS)]])
    const keeping = new Hono<WebEnv>().post('/', async (c) => {
      const upload = await readUpload(c, services(), LIMITS)
      if (upload.kind !== 'upload') throw new Error(upload.kind)
      expect(await left()).toHaveLength(1)
      await upload.discard()
      await upload.discard()
      return c.text('done')
    })
    expect((await keeping.request('/', { method: 'POST', body })).status).toBe(200)
    expect(await left()).toEqual([])
  })

  it('that a killed process left are removed at the next start, but not those of a neighbour at work', async () => {
    const now = new Date()
    for (const [name, hours] of [
      ['old', 2],
      ['new', 0.5],
    ] as const) {
      await mkdir(join(folder, 'incoming', name), { recursive: true })
      await writeFile(join(folder, 'incoming', name, '1'), 'x')
      const then = new Date(now.getTime() - hours * 3_600_000)
      await utimes(join(folder, 'incoming', name), then, then)
    }
    expect(await removeStaleFiles(services().settings, now)).toBe(1)
    expect(await left()).toEqual(['new'])
    expect(await removeStaleFiles({ dataFolder: join(folder, 'none') }, now)).toBe(0)
  })

  it('are made of a file on this machine with the same checks, and the file itself stays', async () => {
    const path = join(folder, 'vendim.docx')
    const content = zipOf(DOCX_PARTS)
    await writeFile(path, content)
    await withLocalFile(services().settings, path, async (file) => {
      expect(file).toMatchObject({ name: 'vendim.docx' })
      expect(file?.size).not.toBe(content.length)
    })
    expect((await readFile(path)).equals(content)).toBe(true)
    await writeFile(path, '<html>')
    await withLocalFile(services().settings, path, async (file) => expect(file).toBeNull())
    expect(await left()).toEqual([])
  })
})
