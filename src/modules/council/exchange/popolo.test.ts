import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { givenInstitution } from '#modules/consultations/testing.ts'
import type { Database } from '#platform/db/database.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb, type TestWeb } from '#test/web.ts'
import { importPopolo } from './taking-in/import-popolo.ts'

/** People and votes of a council in Popolo: what is given out, and what is taken in. */

type Schema = {
  type?: string | readonly string[]
  properties?: Record<string, Schema>
  items?: Schema
  pattern?: string
  format?: string
  required?: boolean
  enum?: readonly unknown[]
  $ref?: string
}
const schemas = new Map(
  readdirSync('test/fixtures/popolo')
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join('test/fixtures/popolo', name), 'utf8')) as Schema]),
)

/** What these schemas use of JSON Schema draft 3 (draft-zyp-json-schema-03): `required` stands with the property. */
function faults(schema: Schema, value: unknown, at: string): string[] {
  if (schema.$ref) {
    const other = schemas.get(schema.$ref.replace(/^.*\/([a-z_]+\.json)#?$/, '$1'))
    return other ? faults(other, value, at) : [`${at}: no schema ${schema.$ref}`]
  }
  const types = schema.type === undefined ? [] : [schema.type].flat()
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return [`${at} is no ${types.join(' or ')}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${at} is none of ${schema.enum.join(', ')}`]
  if (typeof value === 'string') {
    if (schema.pattern && !new RegExp(schema.pattern).test(value))
      return [`${at}: ${value} does not fit ${schema.pattern}`]
    return isFormat(schema.format, value) ? [] : [`${at}: ${value} is no ${schema.format}`]
  }
  if (Array.isArray(value))
    return schema.items ? value.flatMap((one, n) => faults(schema.items ?? {}, one, `${at}[${n}]`)) : []
  if (typeof value !== 'object' || value === null) return []
  const object = value as Record<string, unknown>
  return Object.entries(schema.properties ?? {}).flatMap(([key, of]) =>
    object[key] === undefined
      ? of.required
        ? [`${at}.${key} is missing`]
        : []
      : faults(of, object[key], `${at}.${key}`),
  )
}
const isOf = (type: string, value: unknown): boolean =>
  type === 'any' ||
  (type === 'null' && value === null) ||
  (type === 'array' && Array.isArray(value)) ||
  (type === 'object' && typeof value === 'object' && value !== null && !Array.isArray(value)) ||
  (type === 'integer' && Number.isInteger(value)) ||
  typeof value === type
function isFormat(format: string | undefined, words: string): boolean {
  if (format === 'uri') return URL.canParse(words)
  if (format === 'email') return /^[^@\s]+@[^@\s]+$/.test(words)
  if (format === 'date-time') return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(words)
  return true
}

const COLLECTIONS: Record<string, string> = {
  persons: 'person.json',
  organizations: 'organization.json',
  memberships: 'membership.json',
  posts: 'post.json',
  events: 'event.json',
  areas: 'area.json',
  motions: 'motion.json',
  vote_events: 'vote_event.json',
}
type Row = Record<string, unknown> & { id: string }
type Document = Record<string, Row[]>

const invalid = (document: Document): string[] =>
  Object.entries(document).flatMap(([name, rows]) =>
    rows.flatMap((row, n) => faults(schemas.get(COLLECTIONS[name] ?? '') ?? {}, row, `${name}[${n}]`)),
  )

async function given(web: TestWeb, path: string): Promise<Document> {
  const answer = await web.get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  return (await answer.json()) as Document
}

/** Invented people in the shape of EveryPolitician. */
const ASSEMBLY = {
  persons: [
    {
      id: 'a1',
      name: 'Arbla Shkrepa',
      given_name: 'Arbla',
      family_name: 'Shkrepa',
      gender: 'female',
      birth_date: '1971-02-03',
      image: 'https://shembull.example/a1.jpg',
      images: [{ url: 'https://shembull.example/a1.jpg' }, { url: 'https://shembull.example/a1b.jpg' }],
      identifiers: [{ scheme: 'legacy', identifier: 'mp_a1' }],
      sources: [{ url: 'https://shembull.example/a1' }],
      other_names: [{ name: 'A. Shkrepa', note: 'short' }],
      links: [{ url: 'https://shembull.example/p/a1', note: 'Wiki' }],
      contact_details: [
        { type: 'email', value: 'arbla@shembull.example' },
        { type: 'twitter', value: 'arbla' },
      ],
    },
    { id: 'a2', name: 'Jorint Çela' },
    { id: 'a3', name: 'Jorint Cela' },
    { id: 'a4', name: 'Hënëz Thanori' },
  ],
  organizations: [
    { id: 'legislature', name: 'Kuvendi i provës', classification: 'legislature', seats: 4 },
    { id: 'p1', name: 'Lista e Diellit', classification: 'party' },
    { id: 'p2', name: 'Lista e diellit', classification: 'party' },
    { id: 'k1', name: 'Komisioni për buxhet', classification: 'committee' },
  ],
  events: [
    {
      id: 't1',
      name: 'Periudha e parë',
      classification: 'legislative period',
      organization_id: 'legislature',
      start_date: '2009-11',
      end_date: '2013-11-02',
    },
    {
      id: 't2',
      name: 'Periudha e dytë',
      classification: 'legislative period',
      organization_id: 'legislature',
      start_date: '2013-11-03',
    },
  ],
  areas: [{ id: 'z1', name: 'Zona e Lumit' }],
  memberships: [
    {
      person_id: 'a1',
      organization_id: 'legislature',
      on_behalf_of_id: 'p1',
      legislative_period_id: 't1',
      role: 'member',
      area_id: 'z1',
    },
    {
      person_id: 'a1',
      organization_id: 'legislature',
      on_behalf_of_id: 'p2',
      legislative_period_id: 't1',
      role: 'member',
    },
    {
      person_id: 'a1',
      organization_id: 'legislature',
      on_behalf_of_id: 'p1',
      legislative_period_id: 't2',
      role: 'member',
      end_date: '2015-06-30',
    },
    {
      person_id: 'a1',
      organization_id: 'legislature',
      on_behalf_of_id: 'p2',
      legislative_period_id: 't2',
      role: 'member',
      start_date: '2015-07-01',
    },
    {
      person_id: 'a2',
      organization_id: 'legislature',
      on_behalf_of_id: 'p1',
      legislative_period_id: 't1',
      role: 'member',
    },
    {
      person_id: 'a3',
      organization_id: 'legislature',
      on_behalf_of_id: 'p2',
      legislative_period_id: 't2',
      role: 'member',
    },
    { person_id: 'a4', organization_id: 'legislature', legislative_period_id: 't2', role: 'member' },
    { person_id: 'a4', organization_id: 'k1', role: 'chair', start_date: '2014-01-01' },
  ],
}

const counted = async (db: Database) =>
  [
    ...(await db<{ of: string; n: number }[]>`
      select 'people' as of, count(*)::int as n from council.councillors
      union all select 'parties', count(*)::int from council.parties
      union all select 'terms', count(*)::int from council.terms
      union all select 'mandates', count(*)::int from council.mandates
      union all select 'seats', count(*)::int from platform.body_members
      union all select 'pairs', count(*)::int from council.person_pairs
      union all select 'kept', count(*)::int from council.exchange_sources
      union all select 'entries', count(*)::int from platform.ledger_entries`),
  ].map(({ of, n }) => [of, n] as const)

describe('An assembly taken in from Popolo', async () => {
  const db = await testDatabase()
  const web = testWeb(db)
  const file = Buffer.from(JSON.stringify(ASSEMBLY))

  it('stands in the council with every row, and proposes the two of one name', async () => {
    const { id } = await givenInstitution(web.services, 'kuvendi')
    const outcome = await importPopolo(web.services, id, file)
    expect(outcome).toEqual({
      kind: 'imported',
      lines: [
        '4 persons, 4 organizations, 8 memberships, 2 events, 1 areas: 0 of them stood already as they are',
        '1 memberships tell of another group of somebody who has a seat then: kept as they came',
      ],
    })
    const counts = Object.fromEntries(await counted(db))
    expect(counts).toMatchObject({ people: 4, parties: 2, terms: 2, mandates: 6, seats: 1, pairs: 1, kept: 19 })
    const pairs = await db`select why, decision from council.person_pairs`
    expect([...pairs]).toEqual([{ why: 'same-name', decision: null }])
    const again = await counted(db)
    expect(await importPopolo(web.services, id, file)).toMatchObject({
      lines: [expect.stringContaining('19 of them stood already'), expect.anything()],
    })
    expect(await counted(db)).toEqual(again)
  })

  it('is refused whole where it is no Popolo', async () => {
    const { id } = await givenInstitution(web.services, 'kuvendi')
    const before = await counted(db)
    for (const bad of ['{', '[]', '{"persons":[{"id":"x"}]}', '{"persons":["x"]}', '{}'])
      expect(await importPopolo(web.services, id, Buffer.from(bad)), bad).toMatchObject({ kind: 'refused' })
    expect(await counted(db)).toEqual(before)
  })

  it('goes out again with every row, valid, without what is private', async () => {
    const document = await given(web, '/popolo/kuvendi.json')
    expect(invalid(document)).toEqual([])
    const count = (name: string) => document[name]?.length
    expect({
      persons: count('persons'),
      organizations: count('organizations'),
      memberships: count('memberships'),
      events: count('events'),
      areas: count('areas'),
    }).toEqual({
      persons: 4,
      organizations: 4,
      memberships: 8,
      events: 2,
      areas: 1,
    })
    const arbla = document.persons?.find((one) => one.name === 'Arbla Shkrepa')
    expect(arbla).toMatchObject({
      identifiers: [{ scheme: 'legacy', identifier: 'mp_a1' }],
      other_names: [{ name: 'A. Shkrepa', note: 'short' }],
      image: 'https://shembull.example/a1.jpg',
    })
    expect(JSON.stringify(document)).not.toMatch(/birth|1971-02-03|female/)
    const ids = new Set(Object.values(document).flatMap((rows) => rows.map(({ id }) => id)))
    for (const one of document.memberships ?? [])
      for (const key of [
        'person_id',
        'organization_id',
        'on_behalf_of_id',
        'legislative_period_id',
        'post_id',
        'area_id',
      ])
        if (one[key] !== undefined) expect(ids).toContain(one[key])
    expect((await web.get('/popolo/askund.json')).status).toBe(404)
    const index = await given(web, '/popolo')
    expect(JSON.stringify(index)).toContain('http://kuvend.test/popolo/kuvendi.json')
  })

  it('stands in OParl too, as people, memberships and terms', async () => {
    const list = async (name: string) =>
      ((await (await web.get(`/oparl/v1.1/bodies/kuvendi/${name}`)).json()) as { data: Row[] }).data
    expect(await list('people')).toHaveLength(4)
    expect(await list('memberships')).toHaveLength(7)
    expect((await list('legislativeterms')).map((one) => one.startDate)).toEqual(
      expect.arrayContaining(['2009-11-01', '2013-11-03']),
    )
    const arbla = (await list('people')).find((one) => one.name === 'Arbla Shkrepa')
    expect(arbla).toMatchObject({ familyName: 'Shkrepa', email: ['arbla@shembull.example'] })
    expect(arbla?.membership).toHaveLength(3)
  })
})

const REAL = join(process.env.KUVEND_REAL_DATA ?? '', 'everypolitician/XK_ep-popolo-v1.0.json')
describe.runIf(process.env.KUVEND_REAL_DATA)('The Assembly of Kosovo by EveryPolitician', async () => {
  const db = await testDatabase()
  const web = testWeb(db)

  it('comes in whole, twice with one result, and goes out with the same counts', { timeout: 120_000 }, async () => {
    const { id } = await givenInstitution(web.services, 'kuvendi')
    const content = readFileSync(REAL)
    const source = JSON.parse(content.toString()) as Document
    const begun = performance.now()
    expect(await importPopolo(web.services, id, content)).toMatchObject({ kind: 'imported' })
    const seconds = (performance.now() - begun) / 1000
    const before = await counted(db)
    expect(await importPopolo(web.services, id, content)).toMatchObject({ kind: 'imported' })
    expect(await counted(db)).toEqual(before)
    const document = await given(web, '/popolo/kuvendi.json')
    expect(invalid(document).slice(0, 5)).toEqual([])
    for (const name of ['persons', 'organizations', 'memberships', 'events'])
      expect([name, document[name]?.length]).toEqual([name, source[name]?.length])
    const names = (rows: Row[] | undefined) => rows?.map((one) => one.name).toSorted()
    expect(names(document.persons)).toEqual(names(source.persons))
    expect(names(document.organizations)).toEqual(names(source.organizations))
    expect(seconds).toBeLessThan(60)
  })
})
