import { createHash } from 'node:crypto'
import type { SearchDocument } from '#platform/search/search-source.ts'
import { randomOf, type Random } from '#test/random.ts'
import type { RealWords } from './real-words.ts'

export type LoadKind = { kind: string; subjectKind: string; states: readonly string[] }
export type LoadHouse = {
  institutions: readonly { id: string; slug: string; name: string; placeId: string }[]
  topics: readonly string[]
  /** Of matters, of their articles, of what people say, of papers. */
  kinds: { matter: LoadKind; part: LoadKind; voice: LoadKind; paper: LoadKind }
}

/** Documents are made in batches of this size, each from a seed of its own: the same however many processes share the work. */
export const BATCH = 1000
const SEED = 20261123
const FIRST_YEAR = 2012
const YEARS = 15
const DAY_MS = 86_400_000

/** Matters with their articles, comments and papers, until the batch is full. */
export function batchOf(batch: number, house: LoadHouse, words: RealWords): SearchDocument[] {
  const random = randomOf(SEED + batch)
  const documents: SearchDocument[] = []
  for (let n = 0; documents.length < BATCH; n++) documents.push(...matterOf(`${batch}-${n}`, house, words, random))
  return documents.slice(0, BATCH)
}

function matterOf(key: string, house: LoadHouse, words: RealWords, random: Random): SearchDocument[] {
  // A few large cities do most of it; most matters are of the last years.
  const institution =
    house.institutions[skewed(random, house.institutions.length, 2.2)] ?? random.of(house.institutions)
  const day = dayOf(random)
  const id = uuidOf(key)
  const title = random.of(words.titles).slice(0, 200)
  const { matter, part, voice, paper } = house.kinds
  const state = matter.states[skewed(random, matter.states.length, 2)] ?? matter.states[0] ?? 'published'
  const frame = {
    matter: `${matter.subjectKind}:${id}`,
    institutionId: institution.id,
    lang: 'sq' as const,
    ...datesOf(day),
    topics: some(random, house.topics, 3),
    places: [institution.placeId],
    dueOn: null,
    numbers: [numberOf(day, random)],
  }
  const record = (kind: LoadKind, n: number, facts: Pick<SearchDocument, 'title' | 'heading' | 'body' | 'part'>) => ({
    ...frame,
    ...facts,
    subject:
      kind === matter || kind === part ? frame.matter : `${kind.subjectKind}:${uuidOf(`${key}-${kind.kind}-${n}`)}`,
    kind: kind.kind,
    href: `/matja/${key}/${n}`,
    state:
      kind === matter || kind === part ? state : (kind.states[skewed(random, kind.states.length, 2)] ?? 'published'),
  })
  const said = (from: number, to: number) => bodyOf(words, institution.name, random, from, to)
  return [
    record(matter, 0, { title, heading: null, body: said(4, 9), part: '' }),
    ...times(skewed(random, 40, 2), (n) =>
      record(part, n + 1, { title, heading: `Neni ${n + 1}`, body: said(2, 9), part: uuidOf(`${key}-article-${n}`) }),
    ),
    ...times(skewed(random, 60, 3), (n) => record(voice, n, { title, heading: null, body: said(1, 5), part: '' })),
    ...times(random.below(3), (n) =>
      record(paper, n, { title: random.of(words.titles).slice(0, 200), heading: title, body: said(6, 14), part: '' }),
    ),
  ]
}

const numberOf = (day: Date, random: Random): string => `${1 + random.below(900)}/${day.getUTCFullYear()}`
const datesOf = (day: Date) => ({ publishedAt: day, changedAt: day, day: day.toISOString().slice(0, 10) })

/** Two documents of three name the institution: a word that says nothing, as in every real register. */
function bodyOf(words: RealWords, institution: string, random: Random, from: number, to: number): string {
  const sentences = times(from + random.below(to - from), () => random.of(words.sentences))
  if (random.below(100) < 68) sentences.splice(1, 0, `Për këtë çështje vendos ${institution}.`)
  return sentences.join(' ').slice(0, 6000)
}

/** Small numbers more often than large ones: the higher the power the more so. */
const skewed = (random: Random, limit: number, power: number): number =>
  Math.floor(limit * (random.below(1_000_000) / 1_000_000) ** power)

function dayOf(random: Random): Date {
  const year = FIRST_YEAR + YEARS - 1 - skewed(random, YEARS, 1.6)
  const from = Date.UTC(year, 0, 1)
  const until = Math.min(Date.UTC(year + 1, 0, 1), Date.UTC(2026, 10, 20))
  return new Date(from + random.below(Math.floor((until - from) / DAY_MS)) * DAY_MS + random.below(DAY_MS))
}

const some = (random: Random, from: readonly string[], most: number): string[] => [
  ...new Set(times(random.below(most + 1), () => from[skewed(random, from.length, 2)] ?? random.of(from))),
]

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

function uuidOf(key: string): string {
  const hex = createHash('md5').update(`matja ${key}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
