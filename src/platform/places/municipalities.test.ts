import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { loadMunicipalities, readMunicipalities } from './load-municipalities.ts'
import { listMunicipalities } from './place-queries.ts'

const db = await testDatabase()
const { municipalities, regions } = await readMunicipalities()
const of = (jurisdiction: string) => municipalities.filter((one) => one.jurisdiction === jurisdiction)

describe('the table of municipalities', () => {
  it('has Albania’s 61 in 12 regions and Kosovo’s 38 in 7, none without a region', () => {
    expect([of('AL').length, of('XK').length]).toEqual([61, 38])
    expect([12, 7]).toEqual(['AL', 'XK'].map((country) => regions.filter((one) => one.jurisdiction === country).length))
    const keys = new Set(regions.map(({ key }) => key))
    expect(municipalities.filter(({ region }) => !keys.has(region))).toEqual([])
    expect(regions.filter(({ key }) => !municipalities.some(({ region }) => region === key))).toEqual([])
  })

  it('has each key, name and code once; the one code that no source gives is left empty', () => {
    const twice = (all: readonly (string | null)[]) => all.filter((one, n) => one !== null && all.indexOf(one) !== n)
    expect(twice(municipalities.map(({ key }) => key))).toEqual([])
    expect(twice(municipalities.map(({ official }) => official.sq))).toEqual([])
    expect(twice(municipalities.map(({ jurisdiction, code }) => code && `${jurisdiction} ${code}`))).toEqual([])
    expect(municipalities.filter(({ code }) => code === null).map(({ key }) => key)).toEqual(['xk-mitrovice-e-veriut'])
  })

  it('writes every name with ë and ç where they belong, as the key without them shows', () => {
    const names = municipalities.map(({ name }) => name.sq)
    for (const due of ['Tiranë', 'Durrës', 'Shkodër', 'Korçë', 'Kuçovë', 'Poliçan', 'Cërrik', 'Vau i Dejës', 'Këlcyrë'])
      expect(names).toContain(due)
    for (const due of [
      'Prishtinë',
      'Pejë',
      'Deçan',
      'Kaçanik',
      'Zveçan',
      'Graçanicë',
      'Shtërpcë',
      'Fushë Kosovë',
      'Klinë',
    ])
      expect(names).toContain(due)
    // In the indefinite form no name ends in a plain e but those that do in Albanian.
    expect(names.filter((name) => name.endsWith('e'))).toEqual(['Malësi e Madhe', 'Shtime'])
  })

  it('names each as it names itself, in Serbian too where Serbian is official', () => {
    expect(of('AL').filter(({ official }) => !/^Bashkia \p{Lu}/u.test(official.sq) || official.sr)).toEqual([])
    const wrong = of('XK').filter(
      ({ official, name }) =>
        !/^Komuna e \p{Lu}/u.test(official.sq) || !official.sr?.startsWith('Opština ') || !name.sr,
    )
    expect(wrong).toEqual([])
    const named = (key: string) => municipalities.find((one) => one.key === key)?.official
    expect(named('al-tirane')?.sq).toBe('Bashkia Tiranë')
    expect(named('xk-prishtine')).toEqual({
      sq: 'Komuna e Prishtinës',
      en: 'Municipality of Prishtina',
      sr: 'Opština Priština',
    })
  })
})

describe('loading it', () => {
  it('has been done in every database, and done again changes nothing', async () => {
    expect((await listMunicipalities(db, 'sq', null)).length).toBe(99)
    expect(await loadMunicipalities(db)).toBe(0)
  })

  it('mends a row that says something else, and keeps its id', async () => {
    const [before] = await db<
      { id: string }[]
    >`update platform.places set name_sq = 'Tirana' where key = 'al-tirane' returning id`
    expect(await loadMunicipalities(db)).toBe(1)
    const [after] = await db`select id, name_sq from platform.places where key = 'al-tirane'`
    expect(after).toEqual({ id: before?.id, nameSq: 'Tiranë' })
  })

  it('gives them in Albanian order, with their region', async () => {
    const names = (await listMunicipalities(db, 'sq', 'AL')).map(({ name }) => name)
    expect(names.indexOf('Cërrik')).toBeLessThan(names.indexOf('Delvinë'))
    const [first] = await listMunicipalities(db, 'en', 'XK')
    expect([first?.name, first?.parentName]).toEqual(['Deçan', 'Gjakova'])
  })
})
