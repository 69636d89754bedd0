import { afterEach, describe, expect, it } from 'vitest'
import { PDF, PNG } from '#platform/files/testing.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb, type Fields } from '#test/web.ts'
import { rowsChangedBy } from '../counts-testing.ts'
import { aCommentForm, givenConsultation, newestCommentFrom, someAddress } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { COMMENT_LIMITS, COMMENTS_PER_ADDRESS, COMMENTS_PER_EMAIL } from './comment-rules.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { slug } = await givenConsultation(services)
const url = consultationUrls.comments(slug)
const t = textsIn('sq').form

afterEach(() => db`delete from platform.rate_limits`)

/** A page with a form that has to be mended. */
const readAnswer = async (response: Response) => {
  const page = await response.text()
  const summary = /<div class="govuk-error-summary".*?<\/div>/s.exec(page)?.[0] ?? ''
  const fields = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, field = '']) => field)
  return { status: response.status, page, fields }
}

/** Sends what must be refused: nothing may be written, and each error must lead to a field that is there. */
async function refused(fields: Fields, sending = {}) {
  let answer = { status: 0, page: '', fields: [] as string[] }
  const changed = await rowsChangedBy(db, async () => {
    answer = await readAnswer(await web.post(url, fields, sending))
  })
  expect(changed).toEqual({})
  expect(answer.fields.length, 'errors in the summary').toBeGreaterThan(0)
  for (const field of answer.fields) {
    expect(answer.page).toMatch(new RegExp(`<(input|textarea|select)[^>]* id="${field}"`))
    expect(answer.page).toContain(`id="${field}-error"`)
  }
  return answer
}

const TYPED = {
  komenti: '<script>alert("Fjalët e mia")</script> & \'ja\' 5 < 6',
  emri: 'Arta "Shembull" <b>',
  organizata: 'Shoqata & Bijtë <i>',
  adresa: 'pa-shenjë <img src=x>',
}

const escaped = (words: string): string =>
  words.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  )

function expectKept(page: string, words: Record<string, string>): void {
  for (const [field, typed] of Object.entries(words))
    expect([field, page.includes(escaped(typed))]).toEqual([field, true])
}

describe('input that must be mended', () => {
  it.each([
    ['no words', { komenti: '' }, 'komenti', t.errors.body],
    ['words of spaces and invisible signs alone', { komenti: ' \u200b\n\u0000 ' }, 'komenti', t.errors.body],
    ['an address that is none', { adresa: 'arta@' }, 'adresa', t.errors.email],
    ['no address', { adresa: '' }, 'adresa', t.errors.email],
    ['two addresses', { adresa: 'a@b.example, c@d.example' }, 'adresa', t.errors.email],
    ['no answer in whose name', { 'ne-emer': '' }, 'ne-emer', t.errors.onBehalf],
    ['an answer that is not offered', { 'ne-emer': 'partie' }, 'ne-emer', t.errors.onBehalf],
    [
      'an organisation without its name',
      { 'ne-emer': 'organizate', organizata: ' ' },
      'organizata',
      t.errors.organisation,
    ],
    ['no answer about the name', { 'emri-publik': '' }, 'emri-publik', t.errors.publishName],
    ['a name to publish that is not given', { emri: '', 'emri-publik': 'po' }, 'emri', t.errors.name],
    ['a name of one letter', { emri: 'A', 'emri-publik': 'jo' }, 'emri', t.errors.name],
    ['a name that is too long', { emri: 'ë'.repeat(121) }, 'emri', t.errors.nameLong(120)],
  ])('%s is answered with 422 at its field', async (_what, change: Record<string, string>, field, message) => {
    const answer = await refused(aCommentForm(change))
    expect([answer.status, answer.fields]).toEqual([422, [field]])
    expect(answer.page).toContain(message)
  })

  it('is told all at once, and every word comes back, harmless', async () => {
    const answer = await refused({ ...aCommentForm(), ...TYPED, 'ne-emer': '', 'emri-publik': '' })
    expect([answer.status, answer.fields]).toEqual([422, ['ne-emer', 'emri-publik', 'adresa']])
    expectKept(answer.page, TYPED)
    expect(answer.page).not.toContain('<script>alert')
    expect(answer.page).not.toContain('<img src=x>')
  })

  it('keeps the answers that were chosen', async () => {
    const answer = await refused(
      aCommentForm({ komenti: '', 'ne-emer': 'organizate', organizata: 'Shoqata', 'emri-publik': 'jo' }),
    )
    expect(answer.page).toMatch(/value="organizate" checked/)
    expect(answer.page).toMatch(/value="jo" checked/)
    expect(answer.page).not.toMatch(/value="(vete|po)" checked/)
  })

  it('is told in English to whom writes in English', async () => {
    const response = await web.post(`/en${url}`, aCommentForm({ komenti: '' }))
    expect(await response.text()).toContain(textsIn('en').form.errors.body)
  })

  it('says so in the title of the page too', async () => {
    const { page } = await refused(aCommentForm({ komenti: '' }))
    const plain =
      /<title>(.*?)<\/title>/.exec(await (await web.get(consultationUrls.commentForm(slug))).text())?.[1] ?? '?'
    expect(/<title>(.*?)<\/title>/.exec(page)?.[1]).not.toBe(plain)
    expect(page).toContain(plain)
  })

  it('without the form’s own number is sent back with its words and a new number', async () => {
    const answer = await refused({ ...aCommentForm(), dergesa: '', komenti: 'Fjalë pa numër.' })
    expect(answer.status).toBe(422)
    expect(answer.page).toContain('Fjalë pa numër.')
    const number = /name="dergesa" value="([^"]+)"/.exec(answer.page)?.[1] ?? ''
    expect((await web.post(url, aCommentForm({ dergesa: number }))).status).toBe(303)
  })
})

describe('the length of a comment', () => {
  it.each(['ë', '🧺', '👩‍🌾'.slice(0, 2)])(
    'is counted in signs as people see them: 5000 of «%s» are taken in, one more is not',
    async (sign) => {
      const most = aCommentForm({ komenti: sign.repeat(COMMENT_LIMITS.body) })
      expect((await web.post(url, most)).status).toBe(303)
      expect((await newestCommentFrom(services, most.adresa ?? '')).state).toBe('sent')
      const over = await refused(aCommentForm({ komenti: sign.repeat(COMMENT_LIMITS.body + 1) }))
      expect([over.status, over.fields]).toEqual([422, ['komenti']])
      expect(over.page).toContain(t.errors.bodyLong(COMMENT_LIMITS.body, 1))
      expect(over.page).toContain(sign.repeat(COMMENT_LIMITS.body + 1))
    },
  )

  it('of far too much is told as well, by a page with the words', async () => {
    const form = aCommentForm({ komenti: 'fjalë '.repeat(30_000) })
    for (const fields of [form, { ...form, dokumentet: new File([], '') }]) {
      const answer = await refused(fields)
      expect(answer.status).toBe(422)
    }
  })
})

describe('attachments', () => {
  const file = (name: string, content: BlobPart, type = 'application/pdf') => new File([content], name, { type })
  const withFiles = (...files: File[]) => ({ ...aCommentForm({ komenti: 'Fjalët me shkresa.' }), dokumentet: files })
  const big = file('e-madhe.pdf', new Uint8Array(COMMENT_LIMITS.fileBytes + 1).fill(37))

  it.each([
    ['a program that calls itself a PDF', [file('fature.pdf', 'MZ\u0090\u0000\u0003')], 'fature.pdf'],
    ['a page with a script', [file('faqe.html', '<!doctype html><script>alert(1)</script>', 'text/html')], 'faqe.html'],
    [
      'a picture that can hold a script',
      [file('figura.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml')],
      'figura.svg',
    ],
    ['a file with nothing in it', [file('bosh.pdf', '')], 'bosh.pdf'],
    ['a file that is too large', [big], 'e-madhe.pdf'],
    ['a good file beside a bad one', [file('e-mire.pdf', PDF), file('e-keqe.exe', 'MZ\u0000\u0001')], 'e-keqe.exe'],
  ])(
    '%s: the page names the file, keeps the words and says that files are chosen again',
    async (_what, files, name) => {
      const answer = await refused(withFiles(...files))
      expect([answer.status, answer.fields]).toEqual([422, ['dokumentet']])
      expect(answer.page).toContain(name)
      expect(answer.page).toContain('Fjalët me shkresa.')
      expect(answer.page).toContain(escaped(t.filesAgain))
    },
  )

  it('six are one too many', async () => {
    const answer = await refused(withFiles(...Array.from({ length: 6 }, (_, n) => file(`shkresa-${n}.pdf`, PDF))))
    expect([answer.status, answer.fields]).toEqual([422, ['dokumentet']])
    expect(answer.page).toContain(t.errors.fileCount)
    expect(answer.page).toContain('Fjalët me shkresa.')
  })

  it('five are kept, under names that can harm nobody', async () => {
    const names = ['../../etc/passwd.pdf', 'a<b>.pdf', 'nuri\r\nx: y.pdf', 'Relacion për tregun.pdf', 'foto.png']
    const files = names.map((name) => (name.endsWith('png') ? file(name, PNG, 'image/png') : file(name, PDF)))
    const adresa = someAddress()
    const fields = { ...withFiles(...files), adresa }
    const changed = await rowsChangedBy(db, async () => {
      expect((await web.post(url, fields)).status).toBe(303)
    })
    expect(changed).toMatchObject({ comments: 1, documents: 5, letters: 1 })
    const { id } = await newestCommentFrom(services, adresa)
    const kept = await db<{ fileName: string }[]>`
      select file_name from platform.documents join platform.document_files on document_id = documents.id where subject = ${`consultations.comment:${id}`}`
    for (const { fileName } of kept) expect(fileName).not.toMatch(/[/\\<>\r\n]/)
    expect(kept.map(({ fileName }) => fileName)).toContain('Relacion për tregun.pdf')
  })

  it('that come with a form to be mended are said to have to be chosen again', async () => {
    const answer = await refused({ ...withFiles(file('e-mire.pdf', PDF)), komenti: '' })
    expect(answer.page).toContain(escaped(t.filesAgain))
  })
})

describe('what is no form at all', () => {
  const send = (type: string, body: string) =>
    web.app.request(url, { method: 'POST', body, headers: { 'content-type': type, origin: services.settings.url } })

  it.each([
    ['JSON', 'application/json', '{"komenti":"x"}'],
    ['plain text', 'text/plain', 'komenti=x'],
    ['a form in parts without a boundary', 'multipart/form-data', 'x'],
    [
      'a form in parts that is cut off',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="komenti"\r\n\r\ncut',
    ],
  ])('%s is answered with a page that says so, and leaves nothing', async (_what, type, body) => {
    const changed = await rowsChangedBy(db, async () => {
      const answer = await readAnswer(await send(type, body))
      expect(answer.status).toBe(422)
      expect(answer.fields).toEqual(['komenti'])
    })
    expect(changed).toEqual({})
  })
})

describe('too many comments', () => {
  const send = (fields: Record<string, string>, cookie?: string) => web.post(url, fields, cookie ? { cookie } : {})

  it('from one e-mail address are refused for a while with the words kept; another address is not affected', async () => {
    const adresa = someAddress()
    for (let n = 0; n < COMMENTS_PER_EMAIL.count; n++) expect((await send(aCommentForm({ adresa }))).status).toBe(303)
    const typed = { komenti: 'Fjalët e gjashtëmbëdhjeta <b>', emri: 'Arta Shembull', adresa: adresa.toUpperCase() }
    const answer = await refused(aCommentForm(typed))
    expect([answer.status, answer.fields]).toEqual([429, ['komenti']])
    expect(answer.page).toContain(t.errors.tooMany)
    expectKept(answer.page, typed)
    expect((await send(aCommentForm())).status).toBe(303)

    services.clock.passMinutes(COMMENTS_PER_EMAIL.minutes)
    expect((await send(aCommentForm({ adresa }))).status).toBe(303)
  })

  it('from one network address are refused only when a whole village has spoken', async () => {
    expect(COMMENTS_PER_ADDRESS.count).toBeGreaterThanOrEqual(200)
    await send(aCommentForm())
    await db`update platform.rate_limits set count = ${COMMENTS_PER_ADDRESS.count} where count = 1`
    const answer = await refused(aCommentForm({ komenti: 'Fjalët e fshatit.' }))
    expect(answer.status).toBe(429)
    expect(answer.page).toContain('Fjalët e fshatit.')
  })

  it('are counted by digests that name nobody and fit no other day', async () => {
    const form = aCommentForm()
    await send(form)
    const digests = async () =>
      (await db<{ digest: Buffer }[]>`select digest from platform.rate_limits`).map(({ digest }) =>
        digest.toString('hex'),
      )
    const first = await digests()
    services.clock.passMinutes(24 * 60)
    await send(aCommentForm({ adresa: form.adresa ?? '' }))
    expect(new Set(await digests()).size).toBe(2 * first.length)
  })

  it('are no matter for officials who are signed in', async () => {
    const cookie = await web.signedInAs(people.albanianCoordinator)
    const adresa = someAddress()
    for (let n = 0; n <= COMMENTS_PER_EMAIL.count; n++)
      expect((await send(aCommentForm({ adresa }), cookie)).status).toBe(303)
  })

  it('that are all the same comment are still one', async () => {
    const form = aCommentForm()
    for (let n = 0; n < COMMENTS_PER_EMAIL.count; n++) expect((await send(form)).status).toBe(303)
    expect(await rowsChangedBy(db, () => send(form))).toEqual({})
  })
})
