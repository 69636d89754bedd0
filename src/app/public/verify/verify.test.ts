import { describe, expect, it } from 'vitest'
import { findCompiler } from '#platform/papers/typst.ts'
import { givenIssuedLetter } from '#platform/letters/letters-testing.ts'
import { showCheckCode } from '#platform/letters/official-letter-rules.ts'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { letterRecords } from '#platform/letters/letter-records.ts'
import { entered } from '#test/ledger.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const codeOf = ({ code }: { code: string | null }) => showCheckCode(code ?? '')
const forget = () => db`delete from platform.rate_limits`
const content = async (digest: string | null) => buffer((await services.files.open(digest ?? '')) as Readable)

describe('a code', () => {
  it('tells who issued the letter, when, under which number and of what kind', async () => {
    await forget()
    const letter = await givenIssuedLetter(services, { files: false })
    const response = await web.get(`/verifiko/${codeOf(letter)}`)
    const html = await response.text()
    expect(response.status).toBe(200)
    for (const words of ['Bashkia Prova', `${letter.number}/2026`, '22 nëntor 2026', 'Përgjigje', 'paanuluar'])
      expect(html).toContain(words)
  })

  it('never tells whom the letter went to, nor what it says: not as a page, not as data', async () => {
    await forget()
    const hidden = {
      addresseeName: 'Zamira Fshehur',
      addresseePostal: 'Rruga e Fshehur',
      addresseeEmail: 'z@fshehur.example',
    }
    const letter = await givenIssuedLetter(services, { ...hidden, subjectLine: 'Lëndë e fshehur', files: false })
    for (const path of [
      `/verifiko/${codeOf(letter)}`,
      `/en/verifiko/${codeOf(letter)}`,
      `/verifiko/${codeOf(letter)}.json`,
    ]) {
      const response = await web.get(path)
      expect([response.status, await response.text()]).toEqual([200, expect.not.stringMatching(/fshehur/i)])
    }
  })

  it('is found however it was typed, and the form leads to its lasting address', async () => {
    await forget()
    const letter = await givenIssuedLetter(services, { files: false })
    const typed = ` ${(letter.code ?? '').toLowerCase()} `
    const response = await web.get(`/verifiko?kodi=${encodeURIComponent(typed)}`)
    expect(response.headers.get('location')).toBe(`/verifiko/${codeOf(letter)}`)
  })

  it('that nobody has is told as such; what is no code is asked for again', async () => {
    await forget()
    const unknown = await web.get('/verifiko/0000-0000-0000')
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('Nuk e gjejmë këtë kod')])
    expect((await web.get('/verifiko?kodi=abc')).status).toBe(422)
    expect((await web.get('/verifiko/0000-0000-0000.json')).status).toBe(404)
    expect((await web.get("/verifiko/'%20or%201=1")).status).toBe(404)
  })

  it('of a cancelled letter tells that and why; of a corrected one by which', async () => {
    await forget()
    const letter = await givenIssuedLetter(services, { files: false })
    await entered(
      db,
      letterRecords,
      (tx) => tx`
        update platform.official_letters set state = 'cancelled', cancelled_at = ${services.clock.now()},
          cancel_reason = 'U lëshua dy herë' where id = ${letter.id} returning id`,
    )
    const cancelled = await (await web.get(`/verifiko/${codeOf(letter)}`)).text()
    expect(cancelled).toContain('E anuluar më 22 nëntor 2026')
    expect(cancelled).toContain('U lëshua dy herë')
    expect(cancelled).not.toContain('paanuluar')
  })

  it('of a draft does not exist, and guessing ends after some tries', async () => {
    await forget()
    const statuses: number[] = []
    for (let n = 0; n < 42; n++)
      statuses.push((await web.get(`/verifiko/0000-0000-${String(n).padStart(4, '0')}`)).status)
    expect(statuses.slice(0, 40).every((status) => status === 404)).toBe(true)
    expect(statuses.slice(40)).toEqual([429, 429])
  })
})

describe('a file', () => {
  const check = (bytes: Uint8Array<ArrayBuffer>, name: string) =>
    web.post('/verifiko', { skedari: new File([bytes], name) })

  it('is known byte for byte, PDF and DOCX, and is not kept', async () => {
    await forget()
    const letter = await givenIssuedLetter(services)
    const before = (await db`select from platform.files`).length
    for (const digest of [letter.docxDigest, ...(findCompiler() ? [letter.pdfDigest] : [])]) {
      const response = await check(new Uint8Array(await content(digest)), 'shkresa.bin')
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('bajt për bajt')])
    }
    expect(await db`select from platform.files`).toHaveLength(before)
  })

  it('changed in a single byte is not known any more', async () => {
    await forget()
    const letter = await givenIssuedLetter(services)
    const bytes = new Uint8Array(await content(letter.docxDigest))
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
    const html = await (await check(bytes, 'shkresa.docx')).text()
    expect(html).toContain('Nuk e njohim këtë skedar')
    expect(html).not.toContain(`${letter.number}/2026`)
  })

  it('is asked for when there is none, and refused when it is too large', async () => {
    await forget()
    expect((await web.post('/verifiko', { skedari: new File([], '') })).status).toBe(422)
    expect((await web.post('/verifiko', { kodi: 'x' })).status).toBe(422)
    const large = await check(new Uint8Array(20_000_001), 'i-madh.pdf')
    expect([large.status, await large.text()]).toEqual([422, expect.stringContaining('më i madh se 20 MB')])
  })
})
