import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import type { RecordLang } from '../search-source.ts'
import { tsqueryOf, tsvectorOf } from './analyse-rules.ts'

const db = await testDatabase()

/** Whether a text would be found by what was typed. */
async function finds(typed: string, text: string, lang: RecordLang = 'sq', prefixLast = false): Promise<boolean> {
  const query = tsqueryOf(typed, { lang: 'sq', prefixLast })
  if (query === null) return false
  const vector = tsvectorOf([{ text, weight: 'D' }], lang)
  const [row] = await db<{ found: boolean }[]>`select ${vector}::tsvector @@ ${query.tsquery}::tsquery as found`
  return row?.found === true
}

/** Of two texts of one title weight, which comes first for what was typed. */
async function rankOf(typed: string, text: string): Promise<number> {
  const vector = tsvectorOf([{ text, weight: 'D' }], 'sq')
  const query = tsqueryOf(typed, { lang: 'sq' })?.tsquery ?? ''
  const [row] = await db<{ rank: number }[]>`select ts_rank(${vector}::tsvector, ${query}::tsquery) as rank`
  return row?.rank ?? 0
}

describe('What is found', () => {
  it.each([
    ['komuna', 'Bashkia Tiranë'],
    ['bashkise', 'Komuna e Prizrenit'],
    ['kuvendi komunal', 'Mbledhja e këshillit bashkiak'],
    ['Fletorja Zyrtare', 'Botuar në Gazetën Zyrtare'],
    ['letërnjoftim', 'Kartë e identitetit'],
    ['karte identiteti', 'letërnjoftimi i humbur'],
    ['ne tirane', 'Tiranës'],
    ['prizren', 'Prizrenit'],
    ['Mirash', 'fshati i Mirashit'],
    ['Malishevë', 'në Malishevës'],
    ['12/2026', 'Vendim nr. 12/2026'],
    ['nr 12/2026', 'Vendimi 12/2026'],
    ['12 2026', 'Vendimi 12/2026'],
    ['nr. 12', 'Vendimi 12/2026'],
    ['012/2026', '12 / 2026'],
    ['12/a', 'neni 12/a'],
    ['neni 5/1', 'nenit 5/1'],
    ['VKM 828', 'V.K.M. nr. 828'],
    ['V.K.M. nr. 828', 'VKM 828'],
    ['VKM 828', 'Vendim i Këshillit të Ministrave nr. 828'],
    ['55/2024', 'nr. 55, datë 12.3.2024'],
    ['12.03.2024', 'më 12/3/2024'],
    ['08/L-123', 'Ligji Nr. 08/L-123'],
    ['8/l 123', 'Ligji Nr. 08/L-123'],
    ['28081250000', '28 081 250 000 lekë'],
    ['"plani i buxhetit"', 'Plan i buxhetit'],
    ['buxhet -komunë', 'buxheti i bashkisë'],
  ])('%s finds "%s"', async (typed, text) => {
    expect(await finds(typed, text)).toBe(true)
  })

  it.each([
    ['12/2026', 'Vendimi 1/2026'],
    ['12/2026', 'Vendimi 112/2026'],
    ['12/2026', '12 vende, 2026 banorë'],
    ['nr. 55', '55 lekë'],
    ['vendim', 'vendi'],
    ['"plani i buxhetit"', 'Buxheti i planit'],
    ['buxhet -komunë', 'buxheti i komunës'],
    ['e të', 'e të'],
  ])('%s does not find "%s"', async (typed, text) => {
    expect(await finds(typed, text)).toBe(false)
  })

  it('in records of other languages too', async () => {
    expect(await finds('municipality', 'Municipalities of Kosovo', 'en')).toBe(true)
    expect(await finds('komuna', 'Municipalities of Kosovo', 'en')).toBe(true)
    expect(await finds('meetings', 'a public meeting', 'en')).toBe(true)
    expect(await finds('Призрен', 'Prizren')).toBe(true)
    expect(await finds('opstina', 'Општине Призрен', 'sr')).toBe(true)
    expect(await finds('Opštinu Prizren', 'Општина Призрен', 'sr')).toBe(true)
    expect(await finds('komuna', 'Општина Призрен', 'sr')).toBe(true)
  })

  it('while the last word is being typed', async () => {
    expect(await finds('këshillta', 'këshilltarëve', 'sq', true)).toBe(true)
    expect(await finds('këshillta', 'këshilltarëve', 'sq')).toBe(false)
    expect(await finds('12/20', 'Vendimi 12/2026', 'sq', true)).toBe(true)
    expect(await finds('këshillta ', 'këshilltarëve', 'sq', true)).toBe(false)
  })

  it('the exact spelling of a name first', async () => {
    expect(await rankOf('Prizren', 'në Prizren')).toBeGreaterThan(await rankOf('Prizren', 'e prizrenit'))
    expect(await rankOf('Bashkia', 'e Bashkia')).toBeGreaterThan(await rankOf('Bashkia', 'e Bashkive'))
  })
})

/** Letters, digits, and every sign that means something to the database, to this program, or to nobody. */
const signs = fc.constantFrom(
  ...`abeëçijkzEËÇшпё0129 '"\\&|!<->():*/.,-–“”«»%_=~№`,
  ' nr. ',
  ' komunë ',
  'bashki',
  'kartë identiteti',
  ' -',
  '12/2026',
  ':*',
  '\\\\',
  "''",
  '\u0000',
  '\ud800',
  '½',
  'ﷺ',
  '𝒳',
  '한국',
)
const anything = fc.oneof(fc.string({ unit: signs, maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))

describe('Whatever is typed or written', () => {
  it('is null or a query that the database takes', async () => {
    const typed = fc.sample(anything, 1500)
    const queries = typed.flatMap((words, at) => {
      const query = tsqueryOf(words, { lang: 'sq', prefixLast: at % 2 === 0, synonyms: at % 3 !== 0 })
      return query === null ? [] : [query.tsquery]
    })
    expect(queries.length).toBeGreaterThan(500)
    const [row] = await db<{ empty: number }[]>`
      select count(*) filter (where numnode(query::tsquery) = 0)::int as empty from unnest(${queries}::text[]) as query`
    expect(row?.empty).toBe(0)
  })

  it('is a vector that the database takes', async () => {
    const vectors = fc
      .sample(anything, 1500)
      .flatMap((text) => (['sq', 'en', 'sr'] as const).map((lang) => tsvectorOf([{ text, weight: 'A' }], lang)))
    const [row] = await db<{ number: number }[]>`
      select count(vector::tsvector)::int as number from unnest(${vectors}::text[]) as vector`
    expect(row?.number).toBe(vectors.length)
  })

  it('is found by itself', async () => {
    const words = fc.sample(fc.string({ unit: signs, minLength: 1, maxLength: 12 }), 300)
    const pairs = words.flatMap((word) => {
      const query = tsqueryOf(word.replaceAll(/["“”„«»−-]/g, ' '), { lang: 'sq' })
      if (query === null || query.onlyStopWords) return []
      return [
        {
          word,
          query: query.tsquery,
          vector: tsvectorOf([{ text: word.replaceAll(/["“”„«»−-]/g, ' '), weight: 'D' }], 'sq'),
        },
      ]
    })
    const missed = await db<{ word: string }[]>`
      select pair.at as word
      from unnest(${pairs.map((pair) => pair.query)}::text[], ${pairs.map((pair) => pair.vector)}::text[]) with ordinality
        as pair (query, vector, at)
      where not pair.vector::tsvector @@ pair.query::tsquery`
    expect(missed.map((row) => pairs[Number(row.word) - 1])).toEqual([])
  })

  it('may be very long', async () => {
    const long = Array.from({ length: 120_000 }, (_, at) => `fjala${at}`).join(' ')
    for (const text of [long, 'x'.repeat(1_000_000), "o'\\".repeat(100_000), 'ë ç '.repeat(200_000)]) {
      const vector = tsvectorOf(
        [
          { text, weight: 'A' },
          { text: 'fund', weight: 'D' },
        ],
        'sq',
      )
      const [row] = await db<{ ok: boolean }[]>`select ${vector}::tsvector is not null as ok`
      expect(row?.ok).toBe(true)
      const query = tsqueryOf(text, { lang: 'sq', prefixLast: true })
      if (query) await db`select ${query.tsquery}::tsquery`
    }
  })
})
