import { ACT_KINDS, LEGALITIES, NATURES, type ActKind, type Force, type Legality, type Nature } from '../act-rules.ts'

export const SHOWN_FORCES = [
  'in-force',
  'not-yet',
  'repealed',
  'suspended',
  'not-known',
] as const satisfies readonly Force[]
export type ShownForce = (typeof SHOWN_FORCES)[number]

export const PROPOSERS = ['mayor', 'councillor', 'group', 'commission', 'secretariat', 'citizens', 'other'] as const
export type Proposer = (typeof PROPOSERS)[number]

export const REGISTER_SORTS = ['newest', 'number'] as const
export type RegisterSort = (typeof REGISTER_SORTS)[number]
/** As the address names them. */
export const SORT_WORDS: Record<RegisterSort, string> = { newest: 'te-rejat', number: 'numri' }

export const COUNTRIES = ['AL', 'XK'] as const
export type Country = (typeof COUNTRIES)[number]

export const PER_PAGE = 25
export const MOST_PAGES = 1000
/** Acts are counted no further. */
export const MOST_COUNTED = 10_000

/** What a reader asked for, as it stands in the address. Unknown values are left aside, never an error. */
export type RegisterQuestion = {
  words: string
  institution: string
  country: Country | null
  year: number | null
  kind: ActKind | null
  nature: Nature | null
  /** Its id, or what the source of an archive calls it. */
  commission: string
  proposer: Proposer | null
  topic: string
  place: string
  legality: Legality | null
  force: ShownForce | null
  sort: RegisterSort
  page: number
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const isId = (words: string): boolean => UUID.test(words)
const idIn = (words: string | undefined): string => (words !== undefined && UUID.test(words) ? words : '')
const among = <Value extends string>(values: readonly Value[], words: string | undefined): Value | null =>
  values.find((value) => value === words) ?? null

export function readRegisterQuestion(query: Record<string, string | undefined>): RegisterQuestion {
  return {
    words: (query.q ?? '').normalize('NFC').replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, 100),
    institution: (query.institucioni ?? '').slice(0, 120),
    country: among(COUNTRIES, query.shteti),
    year: /^(19|20|21)\d\d$/.test(query.viti ?? '') ? Number(query.viti) : null,
    kind: among(ACT_KINDS, query.lloji),
    nature: among(NATURES, query.natyra),
    commission: (query.komisioni ?? '').replaceAll('\0', '').trim().slice(0, 300),
    proposer: among(PROPOSERS, query.propozuesi),
    topic: idIn(query.fusha),
    place: idIn(query.vendi),
    legality: among(LEGALITIES, query.ligjshmeria),
    force: among(SHOWN_FORCES, query.fuqia),
    sort: REGISTER_SORTS.find((sort) => SORT_WORDS[sort] === query.renditja) ?? 'newest',
    page: /^[1-9]\d{0,3}$/.test(query.faqja ?? '') ? Math.min(Number(query.faqja), MOST_PAGES) : 1,
  }
}

/** The same as an address: `?q=…`, or nothing. Without what is not chosen, and without the first page. */
export function addressOfRegister(question: RegisterQuestion): string {
  const { sort, page } = question
  const pairs: [string, string | null][] = [
    ['q', question.words],
    ['institucioni', question.institution],
    ['shteti', question.country],
    ['viti', question.year === null ? null : String(question.year)],
    ['lloji', question.kind],
    ['natyra', question.nature],
    ['komisioni', question.commission],
    ['propozuesi', question.proposer],
    ['fusha', question.topic],
    ['vendi', question.place],
    ['ligjshmeria', question.legality],
    ['fuqia', question.force],
    ['renditja', sort === 'newest' ? null : SORT_WORDS[sort]],
    ['faqja', page === 1 ? null : String(page)],
  ]
  const address = new URLSearchParams(pairs.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return address.size === 0 ? '' : `?${address.toString()}`
}

/** Whether anything narrows it; order and page do not. */
export const isNarrowed = (question: RegisterQuestion): boolean =>
  addressOfRegister({ ...question, sort: 'newest', page: 1 }) !== ''

/** The pages that are offered beside this one: the first, the last that is counted, and those around it; null: a gap. */
export function pagesAround(page: number, last: number): (number | null)[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, last].filter((one) => one >= 1 && one <= last)
  const pages = [...new Set(wanted)].toSorted((one, other) => one - other)
  return pages.flatMap((one, at) => {
    const before = pages[at - 1]
    return before !== undefined && one > before + 1 ? [null, one] : [one]
  })
}

/** The last page that can be opened, of so many acts; one more than are counted means: more. */
export const lastPageOf = (count: number): number =>
  count > MOST_COUNTED ? MOST_PAGES : Math.max(1, Math.min(MOST_PAGES, Math.ceil(count / PER_PAGE)))
