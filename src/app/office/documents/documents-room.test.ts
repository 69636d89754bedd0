import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  enteredConsultations,
  givenConsultation,
  givenDraft,
  type GivenConsultation,
} from '#modules/consultations/testing.ts'
import { pdfWith } from '#platform/documents/reading/pdf-testing.ts'
import { readDocument } from '#platform/documents/reading/read-document.ts'
import { documentUrls } from '#platform/documents/urls.ts'
import { withdrawContent } from '#platform/documents/withdraw-content.ts'
import { testDatabase } from '#test/database.ts'
import { people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { officeDocumentUrls as urls } from './urls.ts'

const consultationUrls = {
  one: (slug: string) => `/konsultime/${slug}`,
  document: (slug: string, id: string) => `/konsultime/${slug}/dokumente/${id}`,
}
const papersOf = (id: string) => `/zyra/konsultime/${id}/dokumente`

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const clerk: TestPerson = {
  email: 'arkivi@prova.example',
  name: 'Arkivi Prove',
  roles: [{ role: 'clerk', institution: 'prova' }],
}
const secretary: TestPerson = {
  email: 'sekretari@prova.example',
  name: 'Sekretari Prove',
  roles: [{ role: 'council-secretary', institution: 'prova' }],
}

let coordinator: string
let cookieOfClerk: string
let consultation: GivenConsultation
let institutionId: string

beforeAll(async () => {
  coordinator = await web.signedInAs(people.albanianCoordinator)
  cookieOfClerk = await web.signedInAs(clerk)
  consultation = await givenConsultation(services, { institution: 'prova', title: 'Rregullore e parkimit' })
  institutionId = consultation.institution.id
})

const textOf = async (path: string, cookie?: string): Promise<string> =>
  (await web.get(path, cookie ? { cookie } : {})).text()

const paper = (words: string, name = 'relacioni.pdf') => new File([new Uint8Array(pdfWith([{ words }]))], name)

/** A paper of the consultation, read by the worker. */
async function aPaper(title: string, file = paper('Fjalë nga relacioni'), more: Record<string, string> = {}) {
  const fields = { 'titulli-dok': title, 'lloji-dok': 'reasoning', dokumenti: file, ...more }
  const response = await web.post(papersOf(consultation.id), fields, { cookie: coordinator })
  expect(response.status).toBe(303)
  const [row] = await db<{ id: string }[]>`select id from platform.documents where title = ${title}`
  const id = row?.id ?? ''
  await readAll(id)
  return id
}

async function readAll(id: string): Promise<void> {
  const files = await db<{ id: string }[]>`select id from platform.document_files where document_id = ${id}`
  for (const file of files) await readDocument(services, file.id)
}

const addFile = (id: string, lang: string, file: File, cookie = coordinator) =>
  web.post(urls.files(id), { 'gjuha-skedari': lang, arsyeja: '', skedari: file }, { cookie })

const stateOf = async (id: string): Promise<string> =>
  /name="pare" value="([^"]+)"/.exec(await textOf(urls.correction(id), coordinator))?.[1] ?? ''

async function correct(id: string, changes: Record<string, string>, cookie = coordinator): Promise<Response> {
  const standing = { titulli: 'Relacioni', roli: 'reasoning', klasa: 'public', gjuha: 'sq', arsyeja: '' }
  return web.post(urls.correction(id), { ...standing, pare: await stateOf(id), ...changes }, { cookie })
}

describe('a public document', () => {
  it('tells everybody in which language it is missing, until it is there', async () => {
    const id = await aPaper('Relacioni me gjuhë')
    expect(await textOf(consultationUrls.one(consultation.slug))).toContain('mungon në anglisht')
    expect(await textOf(documentUrls.one(id))).toContain('Mungon në anglisht')
    expect(await textOf(`${urls.list()}?mungon=en`, coordinator)).toContain('Relacioni me gjuhë')
    expect((await addFile(id, 'en', paper('Words of the report', 'report.pdf'))).status).toBe(303)
    expect(await textOf(documentUrls.one(id))).not.toContain('Mungon në')
    expect(await textOf(`${urls.list()}?mungon=en`, coordinator)).not.toContain('Relacioni me gjuhë')
    const english = await web.get(`${documentUrls.file(id)}?gjuha=en`)
    expect([english.status, english.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('report'),
    ])
  })

  it('keeps its older versions in sight, marked as replaced', async () => {
    const id = await aPaper('Relacioni me versione')
    await addFile(id, 'sq', paper('Fjalë të tjera', 'relacioni-2.pdf'))
    // The form arrived twice.
    await addFile(id, 'sq', paper('Fjalë të tjera', 'relacioni-2.pdf'))
    const page = await textOf(documentUrls.one(id))
    expect(page).toContain('Versioni 1, shqip')
    expect(page).toContain('zëvendësuar më 22 nëntor 2026')
    expect((await web.get(`${documentUrls.file(id)}?gjuha=sq&versioni=1`)).status).toBe(200)
    expect(await textOf(consultationUrls.one(consultation.slug))).toContain('zëvendësuar më 22 nëntor 2026')
    expect(await db`select from platform.document_files where document_id = ${id}`).toHaveLength(2)
    expect(await textOf(urls.one(id), coordinator)).toContain('skedari u zëvendësua me një version të ri')
  })

  it('is read as a page of text with the numbers of its pages, and says that a program took it out', async () => {
    const id = await aPaper(
      'Relacioni me tekst',
      new File([new Uint8Array(pdfWith([{ words: 'Neni 1' }, { words: 'Neni 2' }]))], 'a.pdf'),
    )
    const page = await textOf(documentUrls.text(id))
    for (const words of ['Neni 1', 'Faqja 2', 'Neni 2', 'u nxor nga skedari prej programit'])
      expect(page).toContain(words)
  })

  it('of which a page is a picture is not readable yet, and shows that page', async () => {
    const jpeg = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#884422' } })
      .jpeg()
      .toBuffer()
    const scan = new File([new Uint8Array(pdfWith([{ image: { jpeg, width: 60, height: 80 } }]))], 'skanim.pdf')
    const id = await aPaper('Relacioni i skanuar', scan)
    expect(await textOf(documentUrls.one(id))).toContain('Ende i palexueshëm')
    expect(await textOf(consultationUrls.one(consultation.slug))).toContain('ende i palexueshëm')
    expect(await textOf(`${urls.list()}?gjendja=palexueshem`, coordinator)).toContain('Relacioni i skanuar')
    expect(await textOf(documentUrls.text(id))).toContain('Pamja e faqes 1, ende e palexueshme')
    const picture = await web.get(documentUrls.picture(id, 'faqet', 1))
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(picture.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  })

  it('leaves the public with its class, in every form and version', async () => {
    const id = await aPaper('Relacioni që mbyllet')
    await addFile(id, 'sq', paper('Fjalë të reja'))
    const addresses = [
      documentUrls.one(id),
      documentUrls.file(id),
      documentUrls.text(id),
      `${documentUrls.file(id)}?gjuha=sq&versioni=1`,
      consultationUrls.document(consultation.slug, id),
    ]
    for (const address of addresses) expect([address, (await web.get(address)).status]).toEqual([address, 200])
    expect((await correct(id, { titulli: 'Relacioni që mbyllet', klasa: 'internal' })).status).toBe(303)
    for (const address of addresses) expect([address, (await web.get(address)).status]).toEqual([address, 404])
    expect(await textOf(consultationUrls.one(consultation.slug))).not.toContain(`/dokumente/${id}`)
    expect((await web.get(urls.file(id), { cookie: coordinator })).status).toBe(200)
  })

  it('that is taken down answers 410 everywhere, and its words are found no more', async () => {
    const id = await aPaper('Relacioni i hequr', paper('Fjalë krejt galaktike'))
    expect(await textOf(`${urls.list()}?q=galaktike`, coordinator)).toContain('Relacioni i hequr')
    await enteredConsultations(services, async (tx) => {
      await withdrawContent(tx, services, [id], services.clock.now())
      return [consultation]
    })
    for (const address of [
      documentUrls.one(id),
      documentUrls.file(id),
      documentUrls.text(id),
      consultationUrls.document(consultation.slug, id),
    ])
      expect([address, (await web.get(address)).status]).toEqual([address, 410])
    expect((await web.get(urls.file(id), { cookie: coordinator })).status).toBe(410)
    expect(await textOf(`${urls.list()}?q=galaktike`, coordinator)).not.toContain('Relacioni i hequr')
    expect(await textOf(`${urls.list()}?gjendja=hequr`, coordinator)).toContain('Relacioni i hequr')
    expect(await textOf(consultationUrls.one(consultation.slug))).toContain('Një dokument u hoq më 22 nëntor 2026.')
    expect((await addFile(id, 'sq', paper('Prapë'))).status).toBe(410)
  })

  it('of a draft is nobody’s but the office’s', async () => {
    const draft = await givenDraft(services, { institution: 'prova' })
    const fields = { 'titulli-dok': 'Relacioni i projektit', 'lloji-dok': 'reasoning', dokumenti: paper('Ende jo') }
    await web.post(papersOf(draft.id), fields, { cookie: coordinator })
    const [row] = await db<{ id: string }[]>`select id from platform.documents where title = 'Relacioni i projektit'`
    const id = row?.id ?? ''
    for (const address of [documentUrls.one(id), documentUrls.file(id), documentUrls.text(id)])
      expect((await web.get(address)).status).toBe(404)
    expect((await web.get(urls.file(id), { cookie: coordinator })).status).toBe(200)
  })
})

describe('a picture among the papers', () => {
  const png = async (width = 700) =>
    new File(
      [
        new Uint8Array(
          await sharp({ create: { width, height: 20, channels: 3, background: '#fff' } })
            .png()
            .toBuffer(),
        ),
      ],
      'harta.png',
    )

  it('is not taken without words instead of it, unless it is only decoration', async () => {
    const fields = { 'titulli-dok': 'Harta', 'lloji-dok': 'annex', dokumenti: await png() }
    const refused = await web.post(papersOf(consultation.id), fields, { cookie: coordinator })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Shkruani çfarë tregon fotografia')
    const id = await aPaper('Harta', await png(), { 'lloji-dok': 'annex', 'alt-dok': 'Harta e zonave të parkimit' })
    const page = await textOf(documentUrls.one(id))
    expect(page).toContain('alt="Harta e zonave të parkimit"')
    expect(page).toContain(`${documentUrls.picture(id, 'gjeresia', 480)} 480w`)
    expect((await web.get(documentUrls.picture(id, 'gjeresia', 480))).status).toBe(200)
    expect(await textOf(`/en${documentUrls.one(id)}`)).toContain('alternative text is missing in English')
    const silent = await correct(id, { titulli: 'Harta', roli: 'annex', 'alt-sq': '' })
    expect(silent.status).toBe(422)
    expect((await correct(id, { titulli: 'Harta', roli: 'annex', dekorative: 'po' })).status).toBe(303)
    expect(await textOf(documentUrls.one(id))).toContain('alt=""')
  })
})

describe('a correction', () => {
  it('changes what is said of a document, with history, and refuses a form that is too old', async () => {
    const id = await aPaper('Relacioni me gabim')
    const old = await stateOf(id)
    const done = await correct(id, { titulli: 'Relacioni pa gabim', 'titulli-en': 'Report', arsyeja: 'Gabim shkrimi' })
    expect(done.status).toBe(303)
    const page = await textOf(urls.one(id), coordinator)
    expect(page).toContain('titulli: Relacioni me gabim → Relacioni pa gabim')
    expect(page).toContain('Gabim shkrimi')
    expect(await textOf(`/en${consultationUrls.one(consultation.slug)}`)).toContain('>Report</a>')
    const late = await correct(id, { titulli: 'Titulli im', pare: old })
    expect(late.status).toBe(409)
    const again = await late.text()
    expect(again).toContain('Relacioni pa gabim')
    expect(again).toContain('value="Titulli im"')
    const [row] = await db<{ title: string }[]>`select title from platform.documents where id = ${id}`
    expect(row?.title).toBe('Relacioni pa gabim')
  })

  it('moves a file that was entered in the wrong language, and never onto another', async () => {
    const id = await aPaper('Relacioni në gjuhë të gabuar')
    await addFile(id, 'sr', paper('Reci'))
    const title = 'Relacioni në gjuhë të gabuar'
    expect((await correct(id, { titulli: title, gjuha: 'sr' })).status).toBe(422)
    expect((await correct(id, { titulli: title, gjuha: 'en' })).status).toBe(303)
    const langs = await db<
      { lang: string }[]
    >`select lang from platform.document_files where document_id = ${id} order by lang`
    expect(langs.map(({ lang }) => lang)).toEqual(['en', 'sr'])
  })
})

const archive = (fields: Record<string, string | File | File[]>, cookie = cookieOfClerk) =>
  web.post(
    urls.archive(),
    { dergesa: randomUUID(), institucioni: institutionId, klasa: 'internal', gjuha: 'sq', ...fields },
    { cookie },
  )

describe('old papers', () => {
  it('come in several at once, with what is known of their date, and count once', async () => {
    const skedaret = [new File(['Vendim nr. 4'], 'Vendim 4.txt'), new File(['Vendim nr. 5'], 'Vendim 5.txt')]
    const fields = { dergesa: randomUUID(), 'koha-month': '3', 'koha-year': '1998', skedaret }
    const first = await archive(fields)
    expect(first.headers.get('location')).toBe(`${urls.list()}?futur=2`)
    await archive(fields)
    const rows = await db`
      select title, subject, class, happened_on, happened_precision from platform.documents where role = 'archive' order by title`
    const common = {
      subject: `institutions.institution:${institutionId}`,
      class: 'internal',
      happenedOn: '1998-03-01',
      happenedPrecision: 'month',
    }
    expect(rows).toEqual([
      { title: 'Vendim 4', ...common },
      { title: 'Vendim 5', ...common },
    ])
    const list = await textOf(urls.list(), cookieOfClerk)
    expect(list).toContain('Vendim 5')
    expect(list).not.toContain('Rregullore e parkimit')
    const [row] = await db<{ id: string }[]>`select id from platform.documents where title = 'Vendim 4'`
    expect(await textOf(urls.one(row?.id ?? ''), cookieOfClerk)).toContain('mars 1998')
  })

  it('with a date that does not exist, or without a file, come back with what was typed', async () => {
    const response = await archive({ 'koha-day': '31', 'koha-month': '2', 'koha-year': '1998' })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('Zgjidhni të paktën një skedar')
    expect(page).toContain('Shkruani një datë që ekziston')
    expect(page).toContain('value="1998"')
  })

  it('of a confidential class open to those with that right alone, and every opening is noted', async () => {
    const cookie = await web.signedInAs(secretary)
    const skedaret = new File(['E fshehtë'], 'Akt i fshehtë.txt')
    expect((await archive({ klasa: 'confidential', skedaret })).status).toBe(422)
    expect((await archive({ klasa: 'confidential', skedaret }, cookie)).status).toBe(303)
    const [row] = await db<{ id: string }[]>`select id from platform.documents where title = 'Akt i fshehtë'`
    const id = row?.id ?? ''
    for (const address of [urls.one(id), urls.file(id), urls.text(id)]) {
      expect((await web.get(address, { cookie: cookieOfClerk })).status).toBe(404)
      expect((await web.get(address, { cookie })).status).toBe(200)
    }
    expect(await textOf(urls.list(), cookieOfClerk)).not.toContain('Akt i fshehtë')
    const noted = await db<{ what: string }[]>`select what from platform.accesses order by what`
    expect(noted.map(({ what }) => what)).toEqual(['downloaded', 'opened'])
  })
})

describe('the room on the disk', () => {
  it('is limited for an institution by the operator, and what is too much is told with the form', async () => {
    const operator = await web.signedInAs(people.operator)
    const field = `kufiri-${institutionId}`
    expect((await web.post(urls.quota(institutionId), { [field]: 'shumë' }, { cookie: operator })).status).toBe(422)
    await db`insert into platform.document_quotas (institution_id, bytes, set_at) values (${institutionId}, 1, now())`
    const refused = await archive({ skedaret: new File(['x'], 'x.txt') })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('e ka mbushur vendin')
    expect((await web.post(urls.quota(institutionId), { [field]: '' }, { cookie: operator })).status).toBe(303)
    expect((await archive({ skedaret: new File(['x'], 'x.txt') })).status).toBe(303)
    expect(await textOf(urls.space(), operator)).toContain('pa kufi')
  })
})
