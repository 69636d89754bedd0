import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenDocument } from '#platform/search/find/find-testing.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import type { SearchData } from './search-data-view.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'

const db = await testDatabase()
const web = testWeb(db)
const page = async (query: string, path = '/kerko') => (await web.get(`${path}?${query}`)).text()
const data = async (query: string): Promise<SearchData> =>
  (await (await web.get(`/kerko.json?${query}`)).json()) as SearchData
const titles = async (query: string) => (await data(query)).items.map(({ title }) => title)

const topic = { above: randomUUID(), below: randomUUID() }
let council = ''

beforeAll(async () => {
  const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
  const institutionId = institution?.id ?? ''
  await db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`
      insert into platform.topics (id, institution_id, parent_id, name_sq, ordinal)
      values (${topic.above}, ${institutionId}, null, 'Uji i pijshëm i provës', 1),
             (${topic.below}, ${institutionId}, ${topic.above}, 'Kanalet e provës', 1)`
  })
  await givenDocument(db, {
    title: 'Buxheti i Bashkisë për vitin 2027',
    body: 'Të ardhurat dhe shpenzimet.',
    day: '2026-10-01',
  })
  await givenDocument(db, {
    title: 'Plani i rrugëve',
    body: 'Buxheti i rrugëve rritet; buxhetin e miraton këshilli.',
    day: '2026-11-10',
  })
  await givenDocument(db, {
    title: 'Rregullorja e tregut',
    body: 'Çdo vit buxheti ndahet.',
    day: '2025-03-02',
    institution: 'provas',
  })
  council = await givenDocument(db, {
    title: 'Rregullorja e këshillit',
    body: 'Neni i parë.',
    numbers: ['12/2026'],
    topics: [topic.below],
  })
  for (const n of [1, 2, 3, 4, 5]) {
    await givenDocument(db, {
      title: 'Rregullorja e këshillit',
      subject: council,
      part: String(n),
      matter: council,
      heading: `Neni ${n} · Zvarranikët`,
      body: `Këtu flitet për zvarranikët e nenit ${n}.`,
      topics: [topic.below],
    })
  }
  await givenDocument(db, { title: 'Vendim', body: 'Zbaton rregulloren nr. 12/2026 të këshillit.', day: '2026-11-15' })
  await givenDocument(db, { title: 'Fees for waste collection', body: 'The municipality collects waste.', lang: 'en' })
  await givenDocument(db, {
    title: '<script>alert(1)</script> & "thonjëza"',
    body: 'Rreziku <img src=x onerror=alert(2)> këtu.',
  })
})

describe('what is found', () => {
  it('has the words in any form, with or without ë and ç, the titles first and then what fits best', async () => {
    expect(await titles('q=buxhetet')).toEqual([
      'Buxheti i Bashkisë për vitin 2027',
      'Plani i rrugëve',
      'Rregullorja e tregut',
    ])
    expect(await titles('q=CDO+VIT')).toEqual(['Rregullorja e tregut'])
    expect(await titles('q=rregullorja+e+keshillit')).toContain('Rregullorja e këshillit')
  })

  it('comes newest first when it is asked for so', async () => {
    expect(await titles('q=buxheti&renditja=data')).toEqual([
      'Plani i rrugëve',
      'Buxheti i Bashkisë për vitin 2027',
      'Rregullorja e tregut',
    ])
  })

  it('is said in the words of both countries, which are told, unless exactly the typed ones are wanted', async () => {
    expect(await titles('q=komuna')).toContain('Buxheti i Bashkisë për vitin 2027')
    const both = await page('q=komuna')
    expect(both).toContain(sq.also)
    expect(both).toContain('bashki')
    expect(await page('q=komuna&sakte=po')).not.toContain('Buxheti i Bashkisë')
  })

  it('by its number comes before those that only name the number', async () => {
    expect((await titles('q=12/2026'))[0]).toBe('Rregullorja e këshillit')
    expect(await titles('q=12/2026')).toContain('Vendim')
  })

  it('holds a quotation word by word, and not what stands after a minus', async () => {
    expect(await titles(`q=${encodeURIComponent('"buxheti i rrugëve"')}`)).toEqual(['Plani i rrugëve'])
    expect(await titles('q=buxheti+-rrug%C3%ABt')).not.toContain('Plani i rrugëve')
  })

  it('is grouped by matter, each article with its own way there, and the rest a search within the matter', async () => {
    const found = await data('q=zvarranik%C3%ABt')
    expect(found.total).toBe(5)
    expect(found.items).toHaveLength(1)
    expect(found.items[0]).toMatchObject({ ref: council, title: 'Rregullorja e këshillit', passage: null, more: 2 })
    expect(found.items[0]?.parts.map(({ url }) => url.split('#')[1])).toHaveLength(3)
    const html = await page('q=zvarranik%C3%ABt')
    expect(html).toContain('5 gjetje në 1 çështje')
    expect(html).toContain(`ceshtja=${encodeURIComponent(council)}`)
    expect((await data(`q=zvarranik%C3%ABt&ceshtja=${council}`)).items).toHaveLength(5)
  })

  it('carries its own language', async () => {
    expect(await page('q=waste')).toMatch(/<a href="[^"]*" lang="en">Fees for <mark>waste<\/mark>/)
    expect(await page('q=waste', '/en/kerko')).toMatch(/<a href="\/en[^"]*">Fees for <mark>waste<\/mark>/)
  })
})

describe('words from outside', () => {
  it('of records are only ever text, with marks that the page makes', async () => {
    const html = await page('q=script')
    expect(html).toContain('&lt;<mark>script</mark>&gt;')
    expect(html).not.toContain('<script>alert')
    expect(await page('q=rreziku')).toContain('<mark>Rreziku</mark> &lt;img src=x onerror=alert(2)&gt;')
  })

  it.each([
    ['operators', "& | ! <-> :* ' '' \\ ("],
    ['quotes that never end', '"buxheti i'],
    ['a minus alone', '-'],
    ['signs of PostgreSQL', "'; drop table platform.search_documents; --"],
    ['HTML', '"><script>alert(1)</script>'],
    ['one long word', 'a'.repeat(200)],
    ['signs that nobody sees', '\u202e\u200b\ufeff'],
    ['half a sign', '\ud800'],
    ['other alphabets', 'буџет 预算 ميزانية'],
    ['wildcards', '%_%'],
  ])('that somebody types never break the page: %s', async (_what, typed) => {
    const response = await web.get(`/kerko?q=${encodeURIComponent(typed.toWellFormed())}`)
    expect(response.status).toBe(200)
    expect(await response.text()).not.toContain('<script>alert')
    expect((await web.get(`/kerko/sugjerime?q=${encodeURIComponent(typed.toWellFormed())}`)).status).toBe(200)
  })

  it('too long a search is refused and what was typed comes back', async () => {
    const response = await web.get(`/kerko?q=${'fjala%20'.repeat(1250)}&viti=2026`)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain(sq.faults['too-long'](200))
    expect(html).toContain('value="fjala fjala')
  })

  it('a NUL is no address', async () => {
    expect((await web.get('/kerko?q=a%00b')).status).toBe(404)
  })

  it.each([
    'lloji=asgje',
    'institucioni=askush',
    'viti=20',
    `tema=${randomUUID()}`,
    'vendi=x',
    'gjendja=asnjanese',
    'renditja=rastit',
  ])('a value that no list knows is named, never left aside: %s', async (wrong) => {
    const response = await web.get(`/kerko?q=buxheti&${wrong}`)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain(sq.errorTitle)
    expect(html).toContain('value="buxheti"')
    expect((await web.get(`/kerko.json?q=buxheti&${wrong}`)).status).toBe(422)
  })
})

describe('what narrows', () => {
  it('is counted of what was found, and each choice can be taken away again', async () => {
    const { facets, total } = await data('q=buxheti')
    expect(total).toBe(3)
    expect(facets.year).toEqual([
      { value: '2026', label: '2026', count: 2 },
      { value: '2025', label: '2025', count: 1 },
    ])
    expect(facets.institution.map(({ value, count }) => [value, count])).toEqual([
      ['prova', 2],
      ['provas', 1],
    ])
    expect(await titles('q=buxheti&institucioni=provas&viti=2025')).toEqual(['Rregullorja e tregut'])
    expect(await page('q=buxheti&viti=2025')).toContain(`aria-label="${sq.remove(sq.filters.year, '2025')}"`)
  })

  it('by a topic holds those below it', async () => {
    expect(await titles(`tema=${topic.above}`)).toEqual(['Rregullorja e këshillit'])
  })

  it('without words is a list by date', async () => {
    expect((await titles('viti=2026&lloji=consultation'))[0]).toBe('Vendim')
  })
})

describe('nothing to show', () => {
  it('tells which filter stood in the way, with how many there would be, and whom to ask', async () => {
    const html = await page('q=zvarranik%C3%ABt&viti=1999')
    expect(html).toContain('Asgjë nuk u gjet')
    expect(html).toContain(sq.none.withoutFilter(sq.filters.year))
    expect(html).toContain('(5 gjetje)')
    expect(html).toContain('href="/shkruani"')
  })

  it('tells which word stood in the way', async () => {
    const html = await page('q=buxheti+qyqja')
    expect(html).toContain(sq.none.withoutWord('qyqja'))
    expect(html).toContain('<a href="/kerko?q=buxheti">')
  })

  it('tells that words are too common to be looked for alone', async () => {
    expect(await page('q=e+t%C3%AB')).toContain('gjenden pothuajse në çdo dokument')
  })

  it('offers the kinds when nothing is asked', async () => {
    const html = await page('')
    expect(html).toContain(sq.intro.title)
    expect(html).toContain('/kerko?lloji=consultation')
    expect(html).not.toContain('name="robots"')
    expect(await page('q=buxheti')).toContain('<meta name="robots" content="noindex"/>')
  })
})

describe('page after page', () => {
  it('gives each matter once, though new ones are added meanwhile', async () => {
    for (let n = 0; n < 45; n++)
      await givenDocument(db, { title: `Lista e gjatë ${n}`, body: 'Radhitje.', day: '2026-05-05' })
    const seen: string[] = []
    let query: string | null = 'q=radhitje'
    let pages = 0
    while (query !== null && pages < 6) {
      const found: SearchData = await data(query)
      seen.push(...found.items.map(({ title }) => title))
      pages++
      query = found.next === null ? null : (found.next.split('?')[1] ?? null)
      await givenDocument(db, { title: `Radhitje e re ${pages}`, body: 'Radhitje.', day: '2026-11-20' })
    }
    expect(pages).toBe(3)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((title) => title.startsWith('Lista'))).toHaveLength(45)
  })

  it('begins anew with a key that somebody changed', async () => {
    expect((await data('q=buxheti&pas=7.x.2026-02-31.1')).items).toHaveLength(3)
  })
})

describe('for programs and browsers', () => {
  it('a search may be kept for a moment and is not sent twice', async () => {
    const first = await web.get('/kerko?q=buxheti')
    expect(first.headers.get('cache-control')).toContain('s-maxage=30')
    const again = await web.get('/kerko?q=buxheti', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  it('a browser can ask from its address bar, in both languages', async () => {
    expect(await page('q=buxheti')).toContain('rel="search"')
    const description = await web.get('/en/kerko.xml')
    expect(description.headers.get('content-type')).toContain('opensearchdescription')
    expect(await description.text()).toContain('template="http://kuvend.test/en/kerko?q={searchTerms}"')
  })

  it('the field in the header asks everything, on an institution’s own site what it published', async () => {
    const home = await (await web.get('/')).text()
    expect(home).toContain('action="/kerko"')
    expect(home).not.toContain('name="institucioni"')
    expect(await (await web.get('/en/i/prova/')).text()).toContain(
      '<input type="hidden" name="institucioni" value="prova"/>',
    )
    expect(await page('q=buxheti', '/en/kerko')).toContain(en.title)
  })
})
