import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFileStore } from './open-file-store.ts'
import type { FileStore } from './file-store.ts'

const KEY = 'EXAMPLEKEY'
const SECRET = 'a/secret+with=signs'

let folder: string
let bucket: Server
let objects: Map<string, { content: Buffer; at: Date }>
let faults: string[]

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex')

/**
 * A stand-in for S3 that speaks as much of it as we use: PUT, GET, DELETE and ListObjectsV2 by pages of two. It computes
 * the AWS signature (version 4) of each request anew, from the published description, and refuses any other.
 * What it does not prove: that a real service agrees in everything beyond that (redirects between regions, bucket
 * policies, encryption, throttling), nor that what was put is durable.
 */
async function serveS3(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://s3')
  const content = await buffer(request)
  const fault = faultOf(request, url, content)
  if (fault) {
    faults.push(fault)
    return void response.writeHead(403).end(fault)
  }
  if (url.searchParams.get('list-type') === '2') return void response.end(listing(url))
  const kept = objects.get(url.pathname)
  if (request.method === 'PUT') objects.set(url.pathname, { content, at: new Date() })
  if (request.method === 'DELETE') objects.delete(url.pathname)
  if (request.method === 'GET' && !kept) return void response.writeHead(404).end('<Code>NoSuchKey</Code>')
  response.end(request.method === 'GET' ? kept?.content : '')
}

function listing(url: URL): string {
  const keys = [...objects.keys()].toSorted()
  const from = Number(url.searchParams.get('continuation-token')?.replace('&', '') ?? 0)
  const entries = keys.slice(from, from + 2).map((key) => {
    const at = objects.get(key)?.at.toISOString()
    return `<Contents><Key>${key.replace('/files/', '')}</Key><LastModified>${at}</LastModified></Contents>`
  })
  const more = from + 2 < keys.length ? `<NextContinuationToken>&amp;${from + 2}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${entries.join('')}${more}</ListBucketResult>`
}

function faultOf(request: IncomingMessage, url: URL, content: Buffer): string | null {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    )
  if (!parts) return 'not signed'
  const [, key, day = '', region = '', signed = '', signature] = parts
  const claimed = String(request.headers['x-amz-content-sha256'])
  if (key !== KEY || region !== 'eu-test-1') return 'wrong key or region'
  if (!signed.split(';').includes('x-amz-content-sha256') || !signed.split(';').includes('host'))
    return 'too little signed'
  if (claimed !== 'UNSIGNED-PAYLOAD' && claimed !== sha256(content)) return 'other content than signed'
  const query = [...url.searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const canonical = [request.method, url.pathname, query.toSorted().join('&'), headers.join(''), signed, claimed].join(
    '\n',
  )
  const scope = `${day}/${region}/s3/aws4_request`
  const words = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const secret = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (secretSoFar, part) => createHmac('sha256', secretSoFar).update(part).digest(),
    Buffer.from(`AWS4${SECRET}`),
  )
  return createHmac('sha256', secret).update(words).digest('hex') === signature ? null : 'wrong signature'
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-store-'))
  objects = new Map()
  faults = []
  bucket = createServer((request, response) => void serveS3(request, response))
  await new Promise<void>((ready) => bucket.listen(0, '127.0.0.1', ready))
})
afterAll(async () => {
  await new Promise((closed) => bucket.close(closed))
  await rm(folder, { recursive: true })
})

const s3Url = (secret = SECRET) =>
  `s3+http://${KEY}:${encodeURIComponent(secret)}@127.0.0.1:${(bucket.address() as AddressInfo).port}/files?region=eu-test-1`

/** A file beside the store, with its digest. */
async function fileOf(words: string): Promise<{ path: string; digest: string }> {
  const digest = sha256(words)
  const path = join(folder, `incoming-${digest}`)
  await writeFile(path, words)
  return { path, digest }
}

async function read(store: FileStore, digest: string): Promise<string | null> {
  const content = await store.open(digest)
  return content ? (await buffer(content)).toString() : null
}

async function listed(store: FileStore): Promise<string[]> {
  const digests: string[] = []
  for await (const kept of store.list()) {
    expect(Math.abs(Date.now() - kept.keptAt.getTime())).toBeLessThan(60_000)
    digests.push(kept.digest)
  }
  return digests.toSorted()
}

describe.each([
  ['on the disk', () => openFileStore({ dataFolder: folder, s3Url: null })],
  ['in a bucket', () => openFileStore({ dataFolder: folder, s3Url: s3Url() })],
])('a file store %s', (_where, open) => {
  it('gives back what it keeps, twice the same as once, until it is removed', async () => {
    const store = open()
    const files = await Promise.all(['një', 'dy', 'tre', 'katër', 'pesë'].map(fileOf))
    expect(await listed(store)).toEqual([])
    for (const { digest, path } of [...files, ...files]) await store.put(digest, path)
    expect(await listed(store)).toEqual(files.map((file) => file.digest).toSorted())
    for (const { digest, path } of files) expect(await read(store, digest)).toBe(await readFile(path, 'utf8'))

    const [first] = files
    await store.remove(first?.digest ?? '')
    await store.remove(first?.digest ?? '')
    expect(await read(store, first?.digest ?? '')).toBeNull()
    expect(await listed(store)).toHaveLength(4)
    expect(faults).toEqual([])
  })

  it('keeps nothing that does not have the digest it is kept under', async () => {
    const store = open()
    const { path } = await fileOf('tjetër')
    const other = sha256('diçka tjetër')
    await expect(store.put(other, path)).rejects.toThrow()
    expect(await read(store, other)).toBeNull()
    faults = []
  })

  it('takes no path for a digest', async () => {
    for (const words of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      await expect(open().open(words)).rejects.toThrow('Not a digest')
    }
  })

  it('keeps a file once when it is put many times at once', async () => {
    const store = open()
    const { digest, path } = await fileOf('njëkohësisht')
    await Promise.all(Array.from({ length: 10 }, () => store.put(digest, path)))
    expect(await read(store, digest)).toBe('njëkohësisht')
  })
})

describe('on the disk', () => {
  it('nobody else can read the files, and no half copy is left', async () => {
    const { digest, path } = await fileOf('private')
    await openFileStore({ dataFolder: folder, s3Url: null }).put(digest, path)
    const place = join(folder, 'files', digest.slice(0, 2), digest.slice(2, 4))
    expect((await stat(join(place, digest))).mode & 0o777).toBe(0o600)
    expect((await stat(place)).mode & 0o777).toBe(0o700)
    expect(await readdir(join(folder, 'files', 'parts'))).toEqual([])
  })
})

describe('in a bucket', () => {
  it('refuses an address it does not understand, and says nothing secret when the service refuses', async () => {
    for (const url of ['https://k:s@host/bucket', 's3+https://host/bucket', 's3+https://k:s@host/']) {
      expect(() => openFileStore({ dataFolder: folder, s3Url: url })).toThrow('S3_URL is not understood')
    }
    const { digest, path } = await fileOf('x')
    const store = openFileStore({ dataFolder: folder, s3Url: s3Url('wrong') })
    await expect(store.put(digest, path)).rejects.toThrow('File storage refused to put: 403')
    expect(faults).toEqual(['wrong signature'])
  })
})
