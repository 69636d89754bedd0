import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sequenceLedger } from '#platform/ledger/tree/sequence-ledger.ts'
import { rootOf, verifyConsistency, verifyInclusion } from '#platform/ledger/tree/merkle-rules.ts'
import { readTlogProof } from '#platform/ledger/tree/tlog-proof-rules.ts'
import { readCheckpoint } from '#platform/ledger/tree/checkpoint-rules.ts'
import { givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenEntries } from './ledger-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const consultation = await givenConsultation(services)
const comment = await givenComment(services, consultation)
await sequenceLedger(services)
services.clock.passMinutes(2 * 24 * 60)
const letters = await givenEntries(services, 120)
await sequenceLedger(services)

const refOf = {
  consultation: `consultations.consultation:${consultation.id}`,
  comment: `consultations.comment:${comment.id}`,
}
const read = async (path: string) => (await web.get(path)).text()
const data = async <T>(path: string) => (await (await web.get(path)).json()) as T
const size = Number((await read('/ditari/checkpoint')).split('\n')[1])

type Row = { index: number; subject: string; kind: string; record: { title: string; url: string } | null }
const list = async (query: string) => (await data<{ entries: Row[] }>(`/ditari.json${query}`)).entries
const indexOf = async (subject: string) => (await list(`?lenda=${subject}`))[0]?.index ?? -1

describe('the page of the log', () => {
  it('says what it proves and what not, where it stands, and that nobody else has signed yet', async () => {
    const page = await read('/ditari')
    for (const words of [
      'Çfarë vërteton',
      'Çfarë nuk vërteton',
      'Nuk vërteton se nuk mungon asgjë',
      'Ende asnjë dëshmitar',
      '24 nëntor 2026, ora 12:00',
      (await read('/ditari/checkpoint')).split('\n')[2] ?? '',
    ])
      expect(page).toContain(words)
    expect(await read('/en/ditari')).toContain('It does not prove that nothing is missing')
  })

  it('is linked in the footer of every page', async () => {
    expect(await read('/')).toContain('<a href="/ditari">Ditari i pandryshueshëm</a>')
    expect(await read('/en')).toContain('<a href="/en/ditari">')
  })

  it('names witnesses and when each signed last, and a log that was opened anew', async () => {
    await db`insert into platform.ledger_witnesses (vkey, url, since) values ('larg.example+00000000+AQ==', 'https://larg.example/', now())`
    expect(await read('/ditari')).toMatch(/larg\.example<\/span>.*ende asnjëherë/s)
    await db`update platform.ledger_witnesses set until = now()`
  })

  it('shows the newest entries first, and goes on by key without losing or doubling one', async () => {
    const seen: number[] = []
    for (let path: string | undefined = '/ditari'; path;) {
      const page: string = await read(path)
      seen.push(...[...page.matchAll(/<th[^>]*scope="row"[^>]*><a href="\/ditari\/(\d+)"/g)].map(([, n]) => Number(n)))
      path = /href="(\/ditari\?para=[\d.]+)" rel="next"/.exec(page)?.[1]
    }
    const inTime = await db<{ index: number }[]>`
      select leaf_index::int as index from platform.ledger_entries order by at desc, leaf_index desc`
    expect(seen).toEqual(inTime.map(({ index }) => index))
    expect(seen).toHaveLength(size)
  })

  it('links a record where everybody may read it, by its title', async () => {
    const page = await read(`/ditari?lloji=consultations.consultation`)
    expect(page).toContain(`href="/konsultime/${consultation.slug}"`)
    expect(page).toContain('U shënua për herë të parë')
  })

  it('never names what nobody may read any more, as a page, as data and as a file', async () => {
    const title = 'Titull që u hoq nga publiku'
    const hidden = await givenConsultation(services, { title })
    await sequenceLedger(services)
    const of = '?lloji=consultations.consultation'
    expect(await read(`/ditari${of}`)).toContain(title)
    await db.begin(async (tx) => {
      // What is asked here is how the log shows it, not how it came about.
      await tx`alter table consultations.consultations disable trigger user`
      await tx`update consultations.consultations set state = 'taken-down', state_before = state where id = ${hidden.id}`
      await tx`alter table consultations.consultations enable trigger user`
    })
    for (const path of ['/ditari', '/ditari.json', '/ditari.csv']) {
      expect(await read(path + of)).not.toContain(title)
    }
    expect(await read(`/ditari?lenda=consultations.consultation:${hidden.id}`)).not.toContain(title)
    expect(await read(`/ditari/${await indexOf(`consultations.consultation:${hidden.id}`)}`)).not.toContain(title)
  })
})

describe('the list', () => {
  it('is narrowed by institution, kind and day, and says so in its files', async () => {
    const bregas = await list(`?institucioni=${consultation.institution.slug}`)
    expect(bregas.length).toBeGreaterThan(0)
    expect(bregas.some(({ subject }) => letters.includes(subject))).toBe(false)
    expect((await list('?lloji=consultations.comment')).map(({ subject }) => subject)).toEqual([refOf.comment])
    const both = await list(`?institucioni=${consultation.institution.slug}&lloji=consultations.comment`)
    expect(both.map(({ subject }) => subject)).toEqual([refOf.comment])
    const day = (name: string, of: string) => `${name}-day=${of}&${name}-month=11&${name}-year=2026`
    const first = await list(`?${day('nga', '22')}&${day('deri', '22')}`)
    expect(first.some(({ subject }) => subject === refOf.comment)).toBe(true)
    expect(first.some(({ subject }) => letters.includes(subject))).toBe(false)
    const later = await list(`?${day('nga', '24')}`)
    expect(later.filter(({ subject }) => letters.includes(subject))).toHaveLength(letters.length)
    expect(later.some(({ subject }) => subject === refOf.comment)).toBe(false)
    expect(await list('?institucioni=askush')).toEqual([])
    expect(await read('/ditari?lloji=asgje.fare')).toContain('Asnjë hyrje nuk u përgjigjet')
    const csv = (await read('/ditari.csv?lloji=consultations.comment')).split('\r\n')
    expect([csv.length, csv[1]]).toEqual([3, expect.stringContaining(refOf.comment)])
  })

  it('gives back a day that does not exist as it was typed', async () => {
    const response = await web.get(
      '/ditari?nga-day=31&nga-month=2&nga-year=2026&deri-day=1&deri-month=1&deri-year=2026',
    )
    const page = await response.text()
    expect([response.status, page]).toEqual([422, expect.stringContaining('Shkruani një ditë që ekziston')])
    expect(page).toContain('value="31"')
    const order = await web.get('/ditari?nga-day=2&nga-month=2&nga-year=2026&deri-day=1&deri-month=2&deri-year=2026')
    expect([order.status, await order.text()]).toEqual([422, expect.stringContaining('para ditës së parë')])
  })

  it('takes anything for a question without a fault', async () => {
    for (const query of [
      '?para=-1',
      '?para=1e9',
      '?para=999999999999999',
      "?lloji='",
      '?lenda=x',
      '?institucioni=%F0',
      '?nga-day=99999',
    ])
      expect((await web.get(`/ditari${query}`)).status).toBeLessThan(423)
  })

  it('of one record has its entries, and a way back to it', async () => {
    const page = await read(`/ditari?lenda=${refOf.comment}`)
    expect(page).toContain(`Hyrjet në ditar: Koment ${comment.code}`)
    expect(page).toContain(`/komente/${comment.code}"`)
    const rows = await list(`?lenda=${refOf.comment}`)
    expect(rows.map(({ kind }) => kind).toSorted()).toContain('consultations.comment')
    expect(rows.every(({ subject }) => subject === refOf.comment)).toBe(true)
  })
})

describe('an entry', () => {
  it('shows the leaf, byte for byte, and is proved by what it gives along', async () => {
    const index = await indexOf(refOf.consultation)
    const [row] = await db<{ entry: string }[]>`select entry from platform.ledger_entries where leaf_index = ${index}`
    const page = await read(`/ditari/${index}`)
    expect(page.replaceAll('&quot;', '"')).toContain(row?.entry)
    expect(page).toContain(`href="/konsultime/${consultation.slug}"`)
    const one = await data<{
      entry: string
      leaf_hash: string
      proof: { index: number; size: number; hashes: string[]; checkpoint: string }
      shape: { fields: string[] }
    }>(`/ditari/${index}.json`)
    expect(one.entry).toBe(row?.entry)
    expect(one.shape.fields).toContain('title')
    const checkpoint = readCheckpoint(one.proof.checkpoint)
    const leafHash = createHash('sha256').update(Buffer.of(0)).update(one.entry).digest()
    expect(leafHash.toString('hex')).toBe(one.leaf_hash)
    const proof = one.proof.hashes.map((hash) => Buffer.from(hash, 'base64'))
    const claim = { leafHash, index, size: one.proof.size, proof, root: checkpoint?.root ?? Buffer.alloc(0) }
    expect(verifyInclusion(claim)).toBe(true)
    expect(verifyInclusion({ ...claim, leafHash: Buffer.alloc(32) })).toBe(false)
  })

  it('is downloaded as a proof that other programs read', async () => {
    const response = await web.get('/ditari/3.tlog-proof')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="hyrja-3.tlog-proof"')
    const proof = readTlogProof(await response.text())
    expect(proof).toMatchObject({ index: 3 })
    expect(proof?.checkpoint).toBe(await read('/ditari/checkpoint'))
  })

  it('leads to the one before and after of the same record', async () => {
    const [newest, older] = (await list(`?lenda=${refOf.comment}`)).filter(
      ({ kind }) => kind === 'consultations.comment',
    )
    if (older) expect(await read(`/ditari/${older.index}`)).toContain(`href="/ditari/${newest?.index}" rel="prev"`)
    expect(await read(`/ditari/${newest?.index}`)).toContain(`href="/ditari?lenda=${refOf.comment}"`)
  })

  it.each(['999999', '-1', '01', '1.5', '0x1', '99999999999999999999', 'abc', '1.xml', "1'"])(
    'that is not there is 404: %s',
    async (index) => {
      expect((await web.get(`/ditari/${index}`)).status).toBe(404)
      expect((await web.get(`/ditari/${index}.json`)).status).toBe(404)
      expect((await web.get(`/ditari/${index}.tlog-proof`)).status).toBe(404)
    },
  )
})

describe('the proof that the log goes on', () => {
  it('holds for a tree that somebody has kept, and not for another', async () => {
    const now = Number((await read('/ditari/checkpoint')).split('\n')[1])
    for (const [from, to] of [
      [1, 7],
      [5, now],
      [64, 100],
      [now, now],
    ] as const) {
      const found = await data<{ from: { root: string }; to: { root: string }; hashes: string[] }>(
        `/ditari/vazhdimesia.json?nga=${from}&deri=${to}`,
      )
      const leaves = await db<{ leafHash: Buffer }[]>`
        select leaf_hash from platform.ledger_entries where leaf_index < ${from} order by leaf_index`
      const rootFrom = rootOf(leaves.map(({ leafHash }) => leafHash))
      expect(found.from.root).toBe(rootFrom.toString('hex'))
      const proof = found.hashes.map((hash) => Buffer.from(hash, 'base64'))
      const claim = { from, to, rootFrom, rootTo: Buffer.from(found.to.root, 'hex'), proof }
      expect(verifyConsistency(claim)).toBe(true)
      if (from < to) expect(verifyConsistency({ ...claim, rootFrom: Buffer.alloc(32, 9) })).toBe(false)
    }
  })

  it('is a page with both roots, and with the checkpoints that were published', async () => {
    const page = await read(`/ditari/vazhdimesia?nga=${size - 120}&deri=${size}`)
    expect(page).toContain('fillon pikërisht me')
    expect(page).not.toContain('nuk u publikua pikë kontrolli')
    expect(await read('/ditari/vazhdimesia?nga=3&deri=4')).toContain('nuk u publikua pikë kontrolli')
    expect(await read('/en/ditari/vazhdimesia')).toContain('Does the ledger go on')
  })

  it.each([
    ['?nga=0&deri=4', 'value="0"'],
    ['?nga=x&deri=4', 'value="x"'],
    ['?nga=5&deri=4', 'së paku sa i pari'],
    ['?nga=1&deri=99999999', 'value="99999999"'],
    ['?nga=&deri=', 'Shkruani një numër të plotë'],
    ['?nga=-1', 'value="-1"'],
  ])('asks again for %s and keeps what was typed', async (query, words) => {
    const response = await web.get(`/ditari/vazhdimesia${query}`)
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(words)])
    expect((await web.get(`/ditari/vazhdimesia.json${query}`)).status).toBe(422)
  })
})

describe('the page of a record', () => {
  it('says which entry of the log it is', async () => {
    const one = await indexOf(refOf.consultation)
    expect(await read(`/konsultime/${consultation.slug}`)).toContain(`<a href="/ditari/${one}">hyrja nr. ${one}</a>`)
    const other = await indexOf(refOf.comment)
    const page = await read(`/en/konsultime/${consultation.slug}/komente/${comment.code}`)
    expect(page).toContain(`<a href="/en/ditari/${other}">entry no. ${other}</a>`)
  })
})
