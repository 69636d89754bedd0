import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sequenceLedger } from '#platform/ledger/tree/sequence-ledger.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenEntries } from './ledger-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

await givenEntries(services, 600)
await sequenceLedger(services)

const get = (path: string, headers: Record<string, string> = {}) => web.get(`/ditari/${path}`, { headers })
const bytesOf = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer())
const checkpoint = async () => (await get('checkpoint')).text()
const sizeNow = async () => Number((await checkpoint()).split('\n')[1])
const rootNow = async () => (await checkpoint()).split('\n')[2] ?? ''

/** A reader of its own: RFC 6962 2.1, word by word, and nothing of the program. */
const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
function treeHash(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves
  if (leaves.length === 1 && first) return first
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha(Buffer.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)))
}
const inThrees = (n: number) => String(n).padStart(3, '0')
const split = (bytes: Buffer) =>
  Array.from({ length: bytes.length / 32 }, (_, at) => bytes.subarray(at * 32, at * 32 + 32))

async function readTiles(kind: string, size: number): Promise<Buffer[]> {
  const tiles: Buffer[] = []
  for (let n = 0; n * 256 < size; n++) {
    const width = Math.min(256, size - n * 256)
    tiles.push(await bytesOf(`tile/${kind}/${inThrees(n)}${width < 256 ? `.p/${width}` : ''}`))
  }
  return tiles
}

function splitBundle(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = []
  for (let at = 0; at < bundle.length;) {
    const length = bundle.readUInt16BE(at)
    entries.push(bundle.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return entries
}

describe('what a stranger puts together', () => {
  it('out of the tiles of leaves is the root that was signed', async () => {
    const size = await sizeNow()
    expect(size).toBeGreaterThanOrEqual(600)
    const leaves = (await readTiles('0', size)).flatMap(split)
    expect(leaves).toHaveLength(size)
    expect(treeHash(leaves).toString('base64')).toBe(await rootNow())
  })

  it('out of the entries themselves is the same root', async () => {
    const size = await sizeNow()
    const entries = (await readTiles('entries', size)).flatMap(splitBundle)
    expect(entries).toHaveLength(size)
    const hashes = entries.map((entry) => sha(Buffer.of(0), entry))
    expect(treeHash(hashes).toString('base64')).toBe(await rootNow())
    expect(JSON.parse(entries.at(-1)?.toString() ?? '')).toMatchObject({ v: 1, version: 1 })
  })

  it('out of a full tile is a hash of the tile above', async () => {
    const above = split(await bytesOf(`tile/1/000.p/${Math.floor((await sizeNow()) / 256)}`))
    expect(above[0]).toEqual(treeHash(split(await bytesOf('tile/0/000'))))
    expect(above[1]).toEqual(treeHash(split(await bytesOf('tile/0/001'))))
  })
})

describe('a tile', () => {
  it('is bytes that everybody may keep: a full one for ever, one that still grows for a day', async () => {
    for (const [path, cache] of [
      ['tile/0/000', 'public, max-age=31536000, immutable'],
      ['tile/entries/001', 'public, max-age=31536000, immutable'],
      ['tile/0/002.p/17', 'public, max-age=86400'],
      ['tile/entries/002.p/17', 'public, max-age=86400'],
    ] as const) {
      const { status, headers } = await get(path)
      expect([path, status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
        path,
        200,
        'application/octet-stream',
        cache,
      ])
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('set-cookie')).toBeNull()
    }
    expect(await bytesOf('tile/0/002.p/17')).toHaveLength(17 * 32)
    expect(splitBundle(await bytesOf('tile/entries/002.p/17'))).toHaveLength(17)
  })

  it('is the same for somebody who is signed in', async () => {
    const cookie = await web.signedInAsCitizen('lexues@posta.example')
    for (const path of ['/ditari/tile/0/000', '/ditari/checkpoint', '/ditari/celesat']) {
      const response = await web.get(path, { cookie })
      expect(response.headers.get('cache-control')).toMatch(/^public/)
      expect(response.headers.get('vary')).toBe('accept-encoding')
    }
  })

  it('of entries comes compressed to who reads gzip, the same entries', async () => {
    const response = await get('tile/entries/000', { 'accept-encoding': 'gzip' })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const plain = await bytesOf('tile/entries/000')
    expect(gunzipSync(Buffer.from(await response.arrayBuffer()))).toEqual(plain)
  })

  it('answers HEAD with the same headers and nothing else', async () => {
    const response = await web.app.request('http://127.0.0.1:3000/ditari/tile/0/000', { method: 'HEAD' })
    expect([response.status, response.headers.get('content-type'), (await response.arrayBuffer()).byteLength]).toEqual([
      200,
      'application/octet-stream',
      0,
    ])
  })

  it.each([
    'tile/0/002', // not full yet
    'tile/0/002.p/255',
    'tile/0/003.p/1',
    'tile/0/999',
    'tile/0/x999/x999/x999/x999/999',
    'tile/1/000',
    'tile/1/000.p/3',
    'tile/2/000.p/1',
    'tile/63/000',
    'tile/64/000',
    'tile/00/000',
    'tile/-1/000',
    'tile/0/0',
    'tile/0/0000',
    'tile/0/000/001',
    'tile/0/x000/001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/01',
    'tile/0/001.p/',
    'tile/entries/002',
    'tile/entries/x1/001',
    'tile/leaves/000',
    'tile/',
    'tile/0/%2e%2e/000',
    "tile/0/000'--",
    'tile/0/99999999999999999999',
  ])('that is not there is 404, never a fault, and kept by nobody: %s', async (path) => {
    const { status, headers } = await get(path)
    expect([status, headers.get('cache-control')]).toEqual([404, 'no-store'])
  })

  it('is served as soon as it is published, and not before', async () => {
    const size = await sizeNow()
    const next = (kind: string, of: number) => `tile/${kind}/${inThrees(Math.floor(of / 256))}.p/${(of % 256) + 1}`
    await givenEntries(services, 1)
    for (const kind of ['0', 'entries']) expect((await get(next(kind, size))).status).toBe(404)
    await sequenceLedger(services)
    for (const kind of ['0', 'entries']) expect((await get(next(kind, size))).status).toBe(200)
    // Ordered, and not signed yet.
    await givenEntries(services, 1)
    await db`update platform.ledger_entries set leaf_index = ${size + 1} where leaf_index is null`
    expect((await get(next('entries', size + 1))).status).toBe(404)
    expect((await web.get(`/ditari/${size + 1}`)).status).toBe(404)
  })
})

describe('the checkpoint and the keys', () => {
  it('are text that nobody keeps longer than a moment, and that need not be read twice', async () => {
    for (const path of ['checkpoint', 'celesat']) {
      const { status, headers } = await get(path)
      expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
        200,
        'text/plain; charset=utf-8',
        'public, max-age=2',
      ])
      expect(headers.get('access-control-allow-origin')).toBe('*')
      const again = await get(path, { 'if-none-match': headers.get('etag') ?? '' })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
  })

  it('agree: the key is named, and since when', async () => {
    const [said, vkey] = (await (await get('celesat')).text()).split('\n')
    expect(said).toBe('# kuvend.test/ditari since 2026-11-22T11:00:00.000Z')
    expect(vkey).toMatch(/^kuvend\.test\/ditari\+[0-9a-f]{8}\+A/)
    expect(await checkpoint()).toMatch(/^kuvend\.test\/ditari\n\d+\n[\w+/]{43}=\n\n— kuvend\.test\/ditari /)
  })

  it('carry the signatures of witnesses', async () => {
    const before = await checkpoint()
    await db`
      with witness as (
        insert into platform.ledger_witnesses (vkey, url, since)
        values ('deshmitar.example+00000000+AQ==', 'https://deshmitar.example/', now()) returning id
      )
      insert into platform.ledger_cosignatures (log_id, size, witness_id, line, at)
      select head.log_id, head.size, witness.id, '— deshmitar.example AAAA', now()
      from witness cross join (select log_id, size from platform.ledger_checkpoints order by size desc limit 1) as head`
    expect(await checkpoint()).toBe(`${before}— deshmitar.example AAAA\n`)
  })

  it('have one address, without language', async () => {
    for (const path of ['checkpoint', 'celesat', 'tile/0/000', '0.tlog-proof']) {
      expect((await web.get(`/en/ditari/${path}`)).status).toBe(404)
    }
  })
})

describe('a log without entries', () => {
  it('has no checkpoint and no tile, and its page says so', async () => {
    const empty = testWeb(await testDatabase())
    await empty.services.db`alter table platform.ledger_entries disable trigger user`
    await empty.services.db`delete from platform.ledger_entries`
    for (const path of ['checkpoint', 'tile/0/000.p/1', 'tile/entries/000.p/1', '0']) {
      expect((await empty.get(`/ditari/${path}`)).status).toBe(404)
    }
    expect(await (await empty.get('/ditari')).text()).toContain('asnjë pikë kontrolli nuk është nënshkruar')
    expect((await empty.get('/ditari/vazhdimesia?nga=1&deri=2')).status).toBe(200)
    expect((await empty.get('/ditari/vazhdimesia.json?nga=1&deri=2')).status).toBe(404)
  })
})
