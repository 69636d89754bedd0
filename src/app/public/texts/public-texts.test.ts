import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  articleOf,
  givenConsultation,
  officialWith,
  SMALL_REGULATION,
  type GivenConsultation,
} from '#modules/consultations/testing.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { everyDoor as doors } from '#test/doors.ts'
import { versionUrls as urls } from '#platform/texts/version-address-rules.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenRedraft, REDRAFT } from '#modules/consultations/redraft-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

let single: GivenConsultation
let redrafted: GivenConsultation
let record: string
let nodes: Record<string, string>
beforeAll(async () => {
  single = await givenConsultation(services, { institution: 'provas' })
  redrafted = await givenConsultation(services)
  record = `/konsultime/${redrafted.slug}`
  await givenRedraft(services, redrafted, REDRAFT, {
    summary: 'Tregu hapet edhe të shtunën, dhe sheshi pastrohet çdo ditë.',
    summaryEn: 'The market opens on Saturdays, too, and the square is cleaned every day.',
  })
  const rows = await db<{ n: number; label: string; nodeId: string }[]>`
    select version.n, node.label, node.node_id from platform.text_nodes as node
    join platform.text_versions as version on version.id = node.version_id
    join consultations.consultations as consultation on consultation.text_id = version.text_id
    where consultation.id = ${redrafted.id} and node.kind = 'article'`
  nodes = Object.fromEntries(rows.map(({ n, label, nodeId }) => [`${n}:${label}`, nodeId]))
})

const read = async (path: string): Promise<string> => {
  const response = await web.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return words(await response.text())
}

/** As it is read: without tags, white space as one space. */
const words = (page: string): string =>
  page
    .replace(/^.*<main/s, '')
    .replace(/<\/main>.*$/s, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ')

const raw = async (path: string): Promise<string> => (await web.get(path)).text()

describe('the list of versions', () => {
  it('gives each with its day, what changed in words and numbers, and the ways to read, compare and download', async () => {
    const page = await read(urls.list(record))
    expect(page).toContain('Versioni 2 Më i riu')
    expect(page).toContain('Publikuar më 22 nëntor 2026')
    expect(page).toContain('Tregu hapet edhe të shtunën, dhe sheshi pastrohet çdo ditë.')
    expect(page).toContain('Kundrejt versionit 1: 1 nen i riformuluar, 1 nen i ri, 1 nen i hequr')
    const html = await raw(urls.list(record))
    for (const format of ['docx', 'pdf', 'txt', 'json', 'xml'] as const) {
      expect(html).toContain(`href="${urls.file(record, 2, format)}"`)
    }
    expect(html).toContain(urls.comparison(record, { later: 2, earlier: 1 }))
  })

  it('is in English for who reads English, the summary too', async () => {
    const page = await read(`/en${urls.list(record)}`)
    expect(page).toContain('Compared with version 1: 1 article reworded, 1 new article, 1 article removed')
    expect(page).toContain('The market opens on Saturdays, too')
  })

  it('of a text with one version says so', async () => {
    const own = `/konsultime/${single.slug}`
    expect(await read(urls.list(own))).toContain('Ky tekst ka vetëm një version.')
    expect(await read(urls.comparisons(own, 1))).toContain('prandaj nuk ka me çfarë të krahasohet')
  })

  it('is not there for what is not public', async () => {
    expect((await web.get(urls.list('/konsultime/asgje'))).status).toBe(404)
    expect((await web.get(urls.one(record, 3))).status).toBe(404)
    expect((await web.get(urls.one(record, 'nje'))).status).toBe(404)
  })
})

describe('the text of a version', () => {
  it('is read as it was, with the newest named before its first word', async () => {
    const old = await read(urls.one(record, 1))
    expect(old).toContain('Ky nuk është versioni më i ri')
    expect(old).toContain('Prodhuesit e fshatit nuk paguajnë.')
    const newest = await read(urls.one(record, 2))
    expect(newest).not.toContain('Ky nuk është versioni më i ri')
    expect(newest).not.toContain('Prodhuesit e fshatit nuk paguajnë.')
  })

  it('has an ETag, and may be kept by caches for as long as every public page', async () => {
    const response = await web.get(urls.one(record, 1))
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30')
    const again = await web.get(urls.one(record, 1), {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it('shows one chapter at its own address', async () => {
    const [chapter] = await db<{ nodeId: string }[]>`
      select node_id from platform.text_nodes where kind = 'chapter' and label = 'II' and version_id = (
        select version_id from platform.text_nodes where node_id = ${nodes['1:3/1'] ?? ''} limit 1)`
    const page = await read(urls.division(record, 1, chapter?.nodeId ?? ''))
    expect(page).toContain('Lirimi')
    expect(page).not.toContain('Ditët e tregut')
  })
})

describe('an article of a version', () => {
  it('stands at an address for ever, with its words, day, digest and a line to cite', async () => {
    const node = nodes['1:2'] ?? ''
    const page = await read(urls.article(record, 1, node))
    expect(page).toContain('Tregu hapet të martën. Tregu mbyllet në orën 14:00.')
    expect(page).toContain(`http://kuvend.test${urls.article(record, 1, node)} (SHA-256: `)
    expect(page).toContain('Neni 2, «Rregullore për tregun e fshatit», ')
    expect(page).toContain('Versioni 2, 22 nëntor 2026: neni 2, i riformuluar')
  })

  it('has a digest that anybody computes again from its data', async () => {
    const response = await web.get(urls.articleData(record, 1, nodes['1:2'] ?? ''))
    const data = (await response.json()) as {
      sha256: string
      nodes: { kind: string; label: string | null; heading: string | null; words: string }[]
    }
    const form = JSON.stringify(data.nodes.map(({ kind, label, heading, words: body }) => [kind, label, heading, body]))
    expect(data.sha256).toBe(createHash('sha256').update(form).digest('hex'))
    expect(await read(urls.article(record, 1, nodes['1:2'] ?? ''))).toContain(data.sha256)
  })

  it('tells what became of it: renumbered with the same words, new, gone', async () => {
    expect(await read(urls.article(record, 1, nodes['1:3'] ?? ''))).toContain('neni 4, me të njëjtat fjalë')
    expect(await read(urls.article(record, 2, nodes['2:3'] ?? ''))).toContain('U shtua me versionin 2.')
    expect(await read(urls.article(record, 1, nodes['1:3/1'] ?? ''))).toContain('U hoq me versionin 2.')
  })

  it('is where a point of it leads', async () => {
    const [point] = await db<{ nodeId: string }[]>`
      select node_id from platform.text_nodes where parent_id = ${nodes['1:2'] ?? ''} and label = '2' limit 1`
    const response = await web.get(urls.article(record, 1, point?.nodeId ?? ''))
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${urls.article(record, 1, nodes['1:2'] ?? '')}#n-${point?.nodeId}`,
    ])
  })

  it('is not there in a version that does not hold it', async () => {
    expect((await web.get(urls.article(record, 2, nodes['1:3/1'] ?? ''))).status).toBe(404)
    expect((await web.get(urls.articleData(record, 2, randomUUID()))).status).toBe(404)
  })
})

describe('a comparison', () => {
  const compared = (look?: 'krah' | 'rresht' | 'ndryshime', node?: string) =>
    urls.comparison(record, { later: 2, earlier: 1, look, node })

  it('marks words as put in and taken out for ear and eye, never by colour alone', async () => {
    const html = await raw(compared('rresht'))
    expect(words(html)).toMatch(/Tregu hapet të martën\s?\[shtuar:\s+dhe të shtunën\s?\]/)
    expect(html).toMatch(/<ins><span class="govuk-visually-hidden">\[shtuar: <\/span>/)
  })

  it('says of each article in words what became of it', async () => {
    const page = await read(compared('krah'))
    expect(page).toContain('Nuk ishte në versionin 1.')
    expect(page).toContain('Nuk është më në versionin 2.')
    expect(page).toContain('Ishte neni 3, tani është neni 4.')
    expect(page).toContain('1 nen i riformuluar, 1 nen i ri, 1 nen i hequr')
  })

  it('with only the changes leaves out what is the same', async () => {
    const page = await read(compared('ndryshime'))
    expect(page).toContain('dhe të shtunën')
    expect(page).not.toContain('Kjo rregullore cakton')
    expect(page).not.toContain('sepse pastrohet sheshi')
  })

  it('of one article shows that alone, found by its place in either version', async () => {
    const page = await read(compared(undefined, nodes['1:3/1']))
    expect(page).toContain('Neni 3/1: çfarë ndryshoi nga versioni 1 te versioni 2')
    expect(page).not.toContain('Ditët e tregut')
  })

  it('is the same whichever version is named first, and the form leads to its one address', async () => {
    const chosen = await web.get(`${urls.comparisons(record, 2)}?me=2&versioni=1&pamja=rresht`)
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, compared('rresht')])
    expect(await read(`${urls.comparisons(record, 1)}?me=2`)).toContain('nga versioni 1 te versioni 2')
    expect(await read(`${urls.comparisons(record, 2)}?me=2`)).toContain('nga versioni 1 te versioni 2')
  })

  it('of versions that are not there is not there', async () => {
    for (const query of ['?me=3', '?me=1%27', '?me=1&neni=x', `?me=1&neni=${randomUUID()}`]) {
      expect([query, (await web.get(urls.comparisons(record, 2) + query)).status]).toEqual([query, 404])
    }
  })
})

describe('the European address', () => {
  const eli = async (rest: string) => {
    const [row] = await db<{ number: number; year: number }[]>`
      select register_number as number, register_year as year from consultations.consultations where id = ${redrafted.id}`
    const response = await web.get(`/eli/al/prova/projekt/${row?.year}/${row?.number}${rest}`)
    return [response.status, response.headers.get('location')]
  }

  it('leads to the record, a version, a language, a file', async () => {
    expect(await eli('')).toEqual([303, record])
    expect(await eli('/1')).toEqual([303, urls.one(record, 1)])
    expect(await eli('/2/sqi')).toEqual([303, urls.one(record, 2)])
    expect(await eli('/2/sqi/xml')).toEqual([303, urls.file(record, 2, 'xml')])
  })

  it('of what there is not is not there', async () => {
    expect(await eli('/9')).toEqual([404, null])
    expect(await eli('/1/eng')).toEqual([404, null])
    expect(await eli('/1/sqi/odt')).toEqual([404, null])
    expect((await web.get('/eli/xk/prova/projekt/2026/1')).status).toBe(404)
    expect((await web.get('/eli/al/prova/ligj/2026/1')).status).toBe(404)
  })

  it('is told to programs as linked data', async () => {
    const page = await web.get(urls.list(record))
    expect(page.headers.get('link')).toContain(urls.linkedData(record))
    const data = (await (await web.get(urls.linkedData(record))).json()) as Record<string, unknown>
    expect(data['@type']).toEqual(['eli:LegalResource', 'schema:Legislation'])
    expect(data['eli:is_realized_by']).toHaveLength(2)
    expect(JSON.stringify(data)).toContain('/eli/al/prova/projekt/2026/')
  })
})

it('of a record that was taken down nothing is left but the tombstone, at every address of its versions', async () => {
  const gone = await givenConsultation(services, { text: SMALL_REGULATION.replace('fshatit', 'katundit') })
  const own = `/konsultime/${gone.slug}`
  const node = articleOf(gone, '1').nodeId
  const [row] = await db<{ year: number; number: number }[]>`
    select register_year as year, register_number as number from consultations.consultations where id = ${gone.id}`
  const eli = `/eli/al/prova/projekt/${row?.year}/${row?.number}`
  const paths = [urls.list(own), urls.one(own, 1), urls.article(own, 1, node), urls.articleData(own, 1, node)]
  for (const path of paths) expect([path, (await web.get(path)).status]).toEqual([path, 200])
  expect((await web.get(eli)).status).toBe(303)
  const moderator = await officialWith(services, ['moderator', 'prova'])
  const order = {
    subject: `consultations.consultation:${gone.id}`,
    ground: 'personal-data',
    note: 'Përmban emra.',
  } as const
  const taken = await takeDown(services, doors, moderator, { ...order, submissionId: randomUUID() })
  expect(taken.kind).toBe('taken-down')
  for (const path of [...paths, urls.linkedData(own), urls.comparisons(own, 1), eli, `${eli}/1/sqi/xml`]) {
    const response = await web.get(path)
    expect([path, response.status]).toEqual([path, 410])
    expect(await response.text()).not.toContain('katundit')
  }
})
