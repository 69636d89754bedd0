import type { Database } from '#platform/db/database.ts'
import type { LoadHouse } from './synthetic-documents.ts'

/** One kind of search, in several variants: the same one again would be answered from what is warm alone. */
export type Question = { name: string; variants: Record<string, string>[] }

/** The word of two documents of three, and others that many have. */
const COMMON = 'çështje'
const FREQUENT = ['bashkia', 'ligji', 'neni', 'kodi', 'tarifës', 'njësinë', 'vitin', 'kontrata', 'rruga', 'furnizim']
const TOPICAL = [
  'ujësjellës',
  'buxheti',
  'pastrimit',
  'mbetjeve',
  'kopsht',
  'ndriçim',
  'bursa',
  'pronë',
  'trashëgimi',
  'martesa',
]
const PHRASES = [
  '"personi juridik"',
  '"kontrata e punës"',
  '"marrëveshje kolektive"',
  '"ndihmës ekonomike"',
  '"njësia administrative"',
  '"transportit publik"',
]

/** What people ask of a register, as the page is asked. Words that stand in few documents are drawn from the index itself. */
export async function questionsOf(db: Database, house: LoadHouse): Promise<Question[]> {
  const rare = await rareWords(db)
  const pairs = FREQUENT.map((word, n) => `${word} ${TOPICAL[n] ?? ''}`)
  return [
    { name: 'two words', variants: pairs.map((q) => ({ q })) },
    { name: 'one word of many', variants: FREQUENT.map((q) => ({ q })) },
    { name: 'the word of 68 %', variants: [{ q: COMMON }, { q: 'vendos' }] },
    { name: 'two words of 68 %', variants: [{ q: `${COMMON} vendos` }, { q: `vendos ${COMMON}` }] },
    {
      name: 'the word of 68 %, newest first',
      variants: [
        { q: COMMON, renditja: 'data' },
        { q: 'vendos', renditja: 'data' },
      ],
    },
    ...narrowed(house),
    { name: 'a rare word', variants: rare.map((q) => ({ q })) },
    { name: 'a phrase', variants: PHRASES.map((q) => ({ q })) },
    { name: 'a number', variants: [1, 55, 139, 320, 707].map((n) => ({ q: `${n}/${2013 + (n % 12)}` })) },
    {
      name: 'a word without its ë and ç',
      variants: ['keshilli bashkiak', 'ceshtje', 'ndricim publik', 'ujesjelles'].map((q) => ({ q })),
    },
    {
      name: 'a word mistyped',
      variants: ['bashkja', 'kontarta', 'prokurmi', 'ndrcimi', 'tregtra'].map((q) => ({ q })),
    },
    { name: 'nothing to find', variants: [{ q: 'zzqxv' }, { q: `${COMMON} zzqxv` }] },
    ...withoutWords(house),
  ]
}

function narrowed(house: LoadHouse): Question[] {
  const { matter } = house.kinds
  const large = house.institutions.slice(0, 5)
  const small = house.institutions.slice(60, 70)
  return [
    {
      name: 'the word of 68 %, kind, institution, year',
      variants: [...large, ...small].map(({ slug }, n) => ({
        q: COMMON,
        lloji: matter.kind,
        institucioni: slug,
        viti: String(2016 + (n % 10)),
      })),
    },
    { name: 'the word of 68 %, a small town', variants: small.map(({ slug }) => ({ q: COMMON, institucioni: slug })) },
    { name: 'a word, a topic', variants: TOPICAL.map((q, n) => ({ q, tema: house.topics[n] ?? '' })) },
    { name: 'a word, a place', variants: TOPICAL.map((q, n) => ({ q, vendi: small[n]?.placeId ?? '' })) },
    {
      name: 'a word, a kind, a state',
      variants: FREQUENT.map((q) => ({ q, lloji: matter.kind, gjendja: matter.states[0] ?? '' })),
    },
  ]
}

/** Lists that are narrowed alone. */
function withoutWords(house: LoadHouse): Question[] {
  const { voice } = house.kinds
  const large = house.institutions.slice(0, 5)
  const small = house.institutions.slice(60, 70)
  return [
    { name: 'no words: an institution', variants: [...large, ...small].map(({ slug }) => ({ institucioni: slug })) },
    {
      name: 'no words: a kind and a year',
      variants: [2015, 2020, 2025].map((year) => ({ lloji: voice.kind, viti: String(year) })),
    },
    { name: 'no words: a topic', variants: house.topics.slice(0, 8).map((tema) => ({ tema })) },
    { name: 'no words: a place', variants: [...large, ...small].map(({ placeId }) => ({ vendi: placeId })) },
    { name: 'the first page', variants: [{}] },
  ]
}

/** Words that stand in few of the documents looked at, as they are written there. */
async function rareWords(db: Database): Promise<string[]> {
  const rows = await db<{ body: string }[]>`
    select body from platform.search_documents where kind = 'comment' order by md5(id::text) limit 400`
  const counts = new Map<string, number>()
  for (const { body } of rows)
    for (const word of new Set(body.match(/\p{L}{7,}/gu) ?? [])) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].flatMap(([word, count]) => (count === 1 ? [word] : [])).slice(0, 20)
}
