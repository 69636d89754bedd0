import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { entered } from '#test/ledger.ts'
import { testServices } from '#test/web.ts'
import { importPlaces } from '../places/import-places.ts'
import { listPlacesUnder } from '../places/place-queries.ts'
import { listDirectory } from './directory-queries.ts'
import { institutionRecords } from './institution-records.ts'
import { importOrganisations } from './import-organisations.ts'
import { findInstitution } from './institution-queries.ts'

const db = await testDatabase()
const services = testServices(db)
const take = (text: string) => importOrganisations(services, new TextEncoder().encode(text))
const all = {
  words: '',
  kind: null,
  jurisdiction: null,
  standing: null,
  closed: true,
  after: null,
  limit: 100,
} as const
const listed = async () => (await listDirectory(db, 'sq', { ...all, standing: 'listed' })).map(({ name }) => name)

describe('a file of organisations', () => {
  it('is taken in whole, each with its names, number and address, and goes into history', async () => {
    const file = [
      'name,name_en,kind,jurisdiction,registration,website,email,source',
      '"Shoqata ""Era"", Prova",Association Era,ngo,AL,K123,https://era.example,zyra@era.example,Regjistri',
      'Çelnaja,,media,XK,,,,',
    ].join('\r\n')
    expect(await take(file)).toEqual({ kind: 'imported', lines: ['2 organisations are in the directory.'] })
    expect(await listed()).toEqual(['Çelnaja', 'Shoqata "Era", Prova'])
    expect(await findInstitution(db, 'en', 'shoqata-era-prova')).toMatchObject({
      name: 'Association Era',
      kind: 'ngo',
      standing: 'listed',
    })
    expect(await findInstitution(db, 'sq', 'celnaja')).toMatchObject({ currency: 'EUR', zone: 'Europe/Belgrade' })
    expect((await db`select from platform.changes where kind = 'imported'`).length).toBe(2)
  })

  it('with one cell that cannot be taken is not taken at all, and every such cell is named', async () => {
    const before = await listed()
    const file =
      'name;kind;jurisdiction;registration;website\nMirë;ngo;AL;;\nX;fun;AL;;ftp://x\nEra;ngo;MK;;\nEra e re;ngo;AL;K123;\n'
    const outcome = await take(file)
    if (outcome.kind !== 'refused') throw new Error('not refused')
    for (const cell of [
      'line 3, column name',
      'line 3, column kind: «fun»',
      'line 3, column website',
      'line 4, column jurisdiction: «MK»',
      'line 5, column registration: is in the directory already',
    ])
      expect(outcome.why).toContain(cell)
    expect(await listed()).toEqual(before)
  })

  it('a second time, or with the same one twice, is refused; homonyms with numbers of their own are not', async () => {
    expect(await take('name,kind,jurisdiction\nÇelnaja,media,XK\n')).toMatchObject({ kind: 'refused' })
    expect(await take('name,kind,jurisdiction\nVera,ngo,AL\nVera,ngo,AL\n')).toMatchObject({
      why: expect.stringContaining('on line 2 already'),
    })
    expect(await take('name,kind,jurisdiction,registration\nVera,ngo,AL,K1\nVera,ngo,AL,K2\n')).toMatchObject({
      kind: 'imported',
    })
    expect(
      (await db`select slug from platform.institutions where slug like 'vera%' order by slug`).map(({ slug }) => slug),
    ).toEqual(['vera', 'vera-2'])
  })

  it('without a column that is needed, or with one that nobody knows, says which', async () => {
    expect(await take('name,kind\nA,ngo\n')).toEqual({ kind: 'refused', why: 'missing columns: jurisdiction' })
    expect(await take('name,kind,jurisdiction,phone\nA,ngo,AL,1\n')).toEqual({
      kind: 'refused',
      why: 'unknown columns: phone',
    })
  })
})

describe('a file of places', () => {
  it('adds units, villages and quarters below the institution’s municipality, or nothing of it', async () => {
    const prova = (await findInstitution(db, 'sq', 'prova'))?.id ?? ''
    const file = (rows: string) => new TextEncoder().encode(`name,level,parent\n${rows}`)
    expect(await importPlaces(services, prova, file('Farkë,unit,\n'))).toMatchObject({
      why: expect.stringContaining('no municipality of its own'),
    })
    const [row] = await entered(
      db,
      institutionRecords,
      (tx) => tx<{ id: string; placeId: string }[]>`
        update platform.institutions set place_id = (select id from platform.places where key = 'al-tirane')
        where id = ${prova} returning id, place_id`,
    )
    const tirana = row?.placeId ?? ''
    const wrong = await importPlaces(
      services,
      prova,
      file('Farkë,unit,\nLundër,village,Farka\nX,castle,\nFarkë,unit,\n'),
    )
    if (wrong.kind !== 'refused') throw new Error('not refused')
    for (const cell of [
      'line 3, column parent: «Farka»',
      'line 4, column name',
      'line 5, column name: stands there already',
    ])
      expect(wrong.why).toContain(cell)
    expect((await listPlacesUnder(db, 'sq', tirana)).length).toBe(1)
    expect(await importPlaces(services, prova, file('Farkë,unit,\nLundër,village,Farkë\n'))).toMatchObject({
      kind: 'imported',
    })
    expect((await listPlacesUnder(db, 'sq', tirana)).map(({ name, parentName }) => [name, parentName])).toEqual([
      ['Tiranë', 'Tiranë'],
      ['Farkë', 'Tiranë'],
      ['Lundër', 'Farkë'],
    ])
  })
})
