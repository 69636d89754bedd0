import { beforeAll, describe, expect, it } from 'vitest'
import { givenPaper } from '#modules/council/convening/testing.ts'
import { compareNow, crawl, isObject, ROOT } from '#modules/council/exchange/oparl-crawl-testing.ts'
import { councilOf } from '#modules/council/sitting/testing.ts'
import { schemaErrors } from '#test/akoma-ntoso-schema.ts'
import { testDatabase } from '#test/database.ts'
import { recordKind } from '#test/doors.ts'
import { entered } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import type { Act } from '../act-queries.ts'
import { enterActs } from '../act-records.ts'
import { eliTypeOf, seriesOfType } from '../eli-rules.ts'
import { ACT_KINDS } from '../act-rules.ts'
import { givenAct } from '../testing.ts'
import { actUrls } from '../urls.ts'
import { givenActState, givenActText, givenRelation } from './testing.ts'

/** What programs read of an act: linked data, European addresses, Akoma Ntoso, OParl. */

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const PAPERS = recordKind('council.paper')

type Data = Record<string, unknown>

let act: Act
let changing: Act
let plain: Act
let paperId = ''

beforeAll(async () => {
  const { institutionId } = await councilOf(services)
  const paper = await givenPaper(services, { institutionId })
  paperId = paper.id
  await entered(
    db,
    PAPERS,
    (tx) => tx<{ id: string }[]>`
    update council.papers set state = 'published', published_at = now() where id = ${paper.id} returning id`,
  )
  act = await givenAct(services, {
    serial: 12,
    title: 'Për tarifat e "pastrimit" & <ujit>',
    inForceFrom: '2026-10-17',
    inForceTo: '2026-12-31',
    paperRef: `council.paper:${paper.id}`,
  })
  await db.begin(async (tx) => {
    await tx`update council_acts.acts set chair_name = 'Arta <Prova>', secretary_name = 'Ilir Prova' where id = ${act.id}`
    await enterActs(tx, services, [act.id])
  })
  const text = await givenActText(services, act)
  changing = await givenAct(services, { serial: 31, title: 'Ndryshim', inForceFrom: '2026-11-01' })
  plain = await givenAct(services, {
    serial: 7,
    year: 1998,
    history: true,
    plainText: 'Fjalë',
    inForceFrom: '1998-10-05',
  })
  const change = (words: string) => words.replace('2 000', '2 400')
  const versionId = await givenActState(services, act, text, { holdsFrom: '2026-11-01', change })
  await givenRelation(services, changing, { other: act, carriedOutIn: versionId })
  await givenRelation(services, act, { kind: 'repeals', other: plain })
  await givenRelation(services, act, { kind: 'implements', other: 'Ligji nr. 139/2015' })
})

const linkedData = async (one: Act): Promise<Data> => {
  const response = await web.get(`${actUrls.act(one.slug ?? '')}/versionet.jsonld`)
  expect(response.status).toBe(200)
  return (await response.json()) as Data
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const dayOf = (value: unknown): unknown => (isObject(value) ? value['@value'] : value)

/** Rules of our own, for what the ontologies ask of an act: everything that is wrong with it. */
function wrongIn(data: Data): string[] {
  const must = (property: string, ok: boolean) => (ok ? [] : [`${property}: ${JSON.stringify(data[property])}`])
  const is = (property: string, ok: (value: unknown) => boolean) => must(property, ok(data[property]))
  const maybe = (property: string, ok: (value: unknown) => boolean) =>
    data[property] === undefined ? [] : is(property, ok)
  const aDay = (value: unknown) => DAY.test(String(dayOf(value)))
  const words = (value: unknown) => typeof value === 'string' && value.length > 1
  const known = ['eli:', 'schema:', '@']
  return [
    ...is('@id', (value) => words(value) && URL.canParse(String(value))),
    ...is('@type', (value) => JSON.stringify(value) === '["eli:LegalResource","schema:Legislation"]'),
    ...is(
      'eli:title',
      (value) => Array.isArray(value) && value.every((one: Data) => words(one['@value']) && words(one['@language'])),
    ),
    ...[
      'eli:type_document',
      'eli:passed_by',
      'eli:id_local',
      'schema:legislationType',
      'schema:legislationIdentifier',
    ].flatMap((property) => is(property, words)),
    ...[
      'eli:date_document',
      'eli:date_publication',
      'eli:first_date_entry_in_force',
      'eli:date_no_longer_in_force',
      'schema:legislationDate',
      'schema:datePublished',
    ].flatMap((property) => maybe(property, aDay)),
    ...maybe(
      'eli:in_force',
      (value) => isObject(value) && /^eli:InForce-(inForce|partiallyInForce|notInForce)$/.test(value['@id'] as string),
    ),
    ...maybe(
      'schema:legislationLegalForce',
      (value) => isObject(value) && /^schema:(InForce|PartiallyInForce|NotInForce)$/.test(value['@id'] as string),
    ),
    ...maybe('schema:temporalCoverage', (value) => /^\d{4}-\d{2}-\d{2}\/(\d{4}-\d{2}-\d{2}|\.\.)$/.test(String(value))),
    ...is('schema:legislationJurisdiction', (value) => value === 'AL' || value === 'XK'),
    ...Object.keys(data)
      .filter((name) => !known.some((start) => name.startsWith(start)))
      .map((name) => `${name} is of no vocabulary`),
  ]
}

describe('an act as linked data', () => {
  it('keeps the rules of both vocabularies, with text and without', async () => {
    for (const one of [act, changing, plain]) expect(wrongIn(await linkedData(one))).toEqual([])
    expect(wrongIn({ ...(await linkedData(act)), 'eli:in_force': 'po', other: 1 })).toHaveLength(2)
  })

  it('says when it holds, who passed it, and what it does to others and they to it', async () => {
    const data = await linkedData(act)
    expect(data).toMatchObject({
      '@id': `${ROOT}/eli/al/prova/akt/2026/12`,
      'eli:number': '12/2026',
      'eli:in_force': { '@id': 'eli:InForce-inForce' },
      'schema:legislationLegalForce': { '@id': 'schema:InForce' },
      'schema:temporalCoverage': '2026-10-17/2026-12-31',
      'eli:repeals': [{ '@id': `${ROOT}/eli/al/prova/akt/1998/7` }],
      'schema:legislationRepeals': [{ '@id': `${ROOT}/eli/al/prova/akt/1998/7` }],
      'eli:amended_by': [{ '@id': `${ROOT}/eli/al/prova/akt/2026/31` }],
      'eli:implements': [{ 'eli:title': 'Ligji nr. 139/2015' }],
    })
    expect((await linkedData(plain))['@id']).toBe(`${ROOT}/eli/al/prova/akt/1998/7`)
    expect(data['eli:is_realized_by']).toMatchObject([
      { 'eli:version_date': { '@value': '2026-11-01' }, 'schema:temporalCoverage': '2026-11-01/2026-12-31' },
      { 'eli:version_date': { '@value': '2026-10-17' }, 'schema:temporalCoverage': '2026-10-17/2026-11-01' },
    ])
  })
})

describe('the European address of an act', () => {
  const to = async (path: string) => (await web.get(path)).headers.get('location')

  it('leads to it, to each version and file, and of what has no articles to its page', async () => {
    expect(await to('/eli/al/prova/akt/2026/12')).toBe(actUrls.act(act.slug ?? ''))
    expect(await to('/eli/al/prova/akt/2026/12/2/sqi/xml')).toBe(`${actUrls.act(act.slug ?? '')}/versionet/2.xml`)
    expect(await to('/eli/al/prova/akt/1998/7')).toBe(actUrls.act(plain.slug ?? ''))
    for (const path of ['/eli/xk/prova/akt/2026/12', '/eli/al/prova/projekt/2026/12', '/eli/al/prova/akt/1998/7/1'])
      expect([path, (await web.get(path)).status]).toEqual([path, 404])
  })

  it('names the row where each kind has numbers of its own, so that none stands for two acts', async () => {
    const rule = await givenAct(services, { serial: 12, kind: 'regulation', series: 'regulation' })
    await givenActText(services, rule)
    expect(await to('/eli/al/prova/rregullore/2026/12')).toBe(actUrls.act(rule.slug ?? ''))
    expect((await linkedData(rule))['@id']).toBe(`${ROOT}/eli/al/prova/rregullore/2026/12`)
    const types = ['', ...ACT_KINDS, 'a', 'vendim-2'].map((series) => [series, eliTypeOf(series)] as const)
    expect(new Set(types.map(([, type]) => type)).size).toBe(types.length)
    for (const [series, type] of types) expect(seriesOfType(type ?? '')).toBe(series)
    expect([eliTypeOf('VKM 3'), seriesOfType('projekt'), seriesOfType('akt-decision')]).toEqual([null, null, null])
  })

  it('leads to the first of those that an archive numbered alike; the others are known by their page', async () => {
    const first = await givenAct(services, { serial: 9, year: 1997, history: true })
    const second = await db.begin(async (tx) => {
      const [row] = await tx<{ id: string; slug: string }[]>`
        insert into council_acts.acts (institution_id, kind, series, year, serial, slug, title, state, history, created_at,
          changed_at, published_at)
        select institution_id, kind, series, year, serial, slug || '-2', title, state, history, created_at, changed_at,
          published_at from council_acts.acts where id = ${first.id} returning id, slug`
      await enterActs(tx, services, [row?.id ?? ''])
      return row
    })
    const slugs = [first.slug, second?.slug]
    const target = await to('/eli/al/prova/akt/1997/9')
    const ids = await Promise.all(
      slugs.map(
        async (slug) => ((await (await web.get(`${actUrls.act(slug ?? '')}/versionet.jsonld`)).json()) as Data)['@id'],
      ),
    )
    const other = slugs.find((slug) => actUrls.act(slug ?? '') !== target)
    expect(ids.toSorted()).toEqual([ROOT + actUrls.act(other ?? ''), `${ROOT}/eli/al/prova/akt/1997/9`].toSorted())
  })
})

describe('the Akoma Ntoso of a version of an act', () => {
  it('is valid, and tells its life, its changes and who signed it', async () => {
    const file = async (n: number) => (await web.get(`${actUrls.act(act.slug ?? '')}/versionet/${n}.xml`)).text()
    const [first, second] = [await file(1), await file(2)]
    const other = await (await web.get(`${actUrls.act(act.slug ?? '')}/versionet/1.xml`)).text()
    expect(await schemaErrors({ 'first.xml': first, 'second.xml': second, 'other.xml': other })).toEqual([])
    expect(second).toContain('<act name="akt" contains="singleVersion">')
    expect(first).toContain('<act name="akt" contains="originalVersion">')
    expect(first).toContain('/akn/al/act/akt/prova/2026/12/sqi@2026-10-17')
    expect(second).toContain('/akn/al/act/akt/prova/2026/12/sqi@2026-11-01')
    expect(second).toMatch(/<eventRef [^>]*date="2026-11-01" type="amendment" source="#relation_\d"\/>/)
    expect(first).not.toContain('type="amendment"')
    expect(second).toMatch(/<eventRef [^>]*date="2026-12-31" type="repeal"/)
    expect(second).toMatch(
      /<passiveModifications><textualMod type="substitution"[^>]*><source [^>]*eli\/al\/prova\/akt\/2026\/31"\/>/,
    )
    const active = /<activeModifications>(.*?)<\/activeModifications>/.exec(second)?.[1]
    expect(active).toContain('<forceMod type="endOfEnactment"')
    expect(active).toContain('<legalSystemMod type="implementation"')
    expect(second).toContain('<publication date="2026-10-07" name="kuvend" showAs="Bashkia Prova" number="12/2026"/>')
    expect(second).toMatch(/<conclusions>.*Arta &lt;Prova&gt;<\/person>/)
  }, 60_000)
})

describe('OParl', () => {
  it('gives acts as papers beside the drafts that they came from', async () => {
    const { institutionId } = await councilOf(services)
    await compareNow(services, institutionId)
    const { objects, invalid } = await crawl(web, `${ROOT}/oparl/v1.1/bodies/prova`)
    expect(invalid).toEqual([])
    const at = (id: string) => `${ROOT}/oparl/v1.1/papers/${id}`
    expect(objects.get(at(act.id))).toMatchObject({
      paperType: 'Vendim',
      reference: '12/2026',
      date: '2026-10-05',
      web: ROOT + actUrls.act(act.slug ?? ''),
      relatedPaper: [paperId, plain.id].toSorted().map(at),
    })
    expect(objects.get(at(changing.id))?.relatedPaper).toEqual([at(act.id)])
  })
})
