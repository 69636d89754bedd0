import { describe, expect, it } from 'vitest'
import { findInstitution, insertBody, setRoleAddress } from '#platform/institutions/institution-queries.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'
import { entered } from '#test/ledger.ts'
import { bodyRecords, institutionRecords } from '#platform/institutions/institution-records.ts'

const db = await testDatabase()
const web = testWeb(db)
const read = async (path: string) => (await web.get(path)).text()

describe('the home page', () => {
  it('says in one sentence what this is, and names the institutions of both countries', async () => {
    const page = await read('/')
    expect(page).toContain(sq.home.lead)
    expect(page).toContain('<a href="/i/prova/">Bashkia Prova</a>')
    expect(page).toContain('<a href="/i/provas/">Komuna Provas</a>')
    expect(page).toContain('Komunë · Kosovë')
  })

  it('speaks English under /en, where every link stays English', async () => {
    const page = await read('/en')
    expect(page).toContain(en.home.title)
    expect(page).toContain('<a href="/en/i/prova/">Municipality of Prova</a>')
    expect(await read('/en/')).toContain(en.home.title)
  })

  it('may be kept by a shared cache for a moment, and is not sent twice to who has it', async () => {
    const first = await web.get('/')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toContain('s-maxage=30')
    const second = await web.get('/', { headers: { 'if-none-match': etag } })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
  })

  it('is kept by nobody for somebody who is signed in', async () => {
    const cookie = await web.signedInAsCitizen('ana@example.org')
    const response = await web.get('/', { cookie })
    expect(response.headers.get('cache-control')).toBe('private, no-cache')
    expect(await response.text()).toContain('ana@example.org')
  })
})

describe('an institution’s own page', () => {
  it('stands at its address with and without the last slash, and names one of them as the lasting one', async () => {
    const pages = await Promise.all([read('/i/prova'), read('/i/prova/')])
    for (const page of pages) {
      expect(page).toContain('<h1>Bashkia Prova</h1>')
      expect(page).toContain('<link rel="canonical" href="http://kuvend.test/i/prova/"/>')
    }
  })

  it('gives the addresses of posts and the bodies, or says that there are none', async () => {
    expect(await read('/i/provas/')).toContain(sq.institution.noAddresses)
    const institution = await findInstitution(db, 'sq', 'prova')
    const address = {
      role: 'consultations',
      email: 'konsultime@prova.example',
      telephone: '+355 4 000 000',
      postal: null,
    }
    const id = institution?.id ?? ''
    await entered(db, institutionRecords, async (tx) => {
      await setRoleAddress(tx, id, address)
      return [{ id }]
    })
    await entered(db, bodyRecords, async (tx) => {
      const body = await insertBody(tx, id, 'council', 'Këshilli Bashkiak Prova')
      return [{ id: body ?? '' }]
    })
    const page = await read('/i/prova/')
    expect(page).toContain('<a href="mailto:konsultime@prova.example">')
    expect(page).toContain('<a href="tel:+3554000000">')
    expect(page).toContain('Këshilli Bashkiak Prova')
    expect(await read('/i/provas/')).not.toContain('konsultime@prova.example')
  })

  it('is not found for an institution that is not there', async () => {
    expect((await web.get('/i/askush/')).status).toBe(404)
    expect((await web.get('/i/Prova')).status).toBe(404)
  })
})

describe('the pages about the site', () => {
  it.each(['/kontakti', '/qasshmeria', '/privatesia', '/en/kontakti', '/en/qasshmeria', '/en/privatesia'])(
    '%s is there for everyone and may be cached',
    async (path) => {
      const response = await web.get(path)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toContain('public')
    },
  )

  it('name whom to turn to in each country', async () => {
    const page = await read('/privatesia')
    expect(page).toContain('Komisioneri për të Drejtën e Informimit dhe Mbrojtjen e të Dhënave Personale')
    expect(page).toContain('Agjencia për Informim dhe Privatësi')
  })

  it('list every institution with its addresses', async () => {
    const page = await read('/kontakti')
    expect(page).toContain('Bashkia Prova')
    expect(page).toContain('Komuna Provas')
  })
})

describe('for machines', () => {
  it('search engines are kept from private links and the office, in both languages', async () => {
    const robots = await read('/robots.txt')
    expect(robots).toContain('Disallow: /komenti/\n')
    expect(robots).toContain('Disallow: /en/zyra\n')
  })

  it('the mark is found at its usual address', async () => {
    const response = await web.get('/favicon.svg')
    expect([response.status, response.headers.get('location')]).toEqual([302, '/s/mark.svg'])
  })
})

it('no page of the frame links to a place that is not there', async () => {
  const pages = ['/', '/i/prova/', '/kontakti', '/qasshmeria', '/privatesia', '/nuk-ka']
  const addresses = pages.flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`])
  const links = new Set<string>()
  for (const path of addresses) for (const link of linksOf(await read(path))) links.add(link)
  const dead: string[] = []
  for (const link of links) if ((await web.get(link)).status >= 400 && !link.endsWith('/nuk-ka')) dead.push(link)
  expect(links.size).toBeGreaterThan(10)
  expect(dead).toEqual([])
})

/** Of our own pages; built files are not there in a test. */
const linksOf = (page: string): string[] =>
  [...page.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].flatMap(([, href = '']) => (href.startsWith('/s/') ? [] : [href]))
