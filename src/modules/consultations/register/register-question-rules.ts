import { ACT_KINDS, isTooShort, type ActKind } from '../consultation-rules.ts'
import {
  readNumber,
  REGISTER_BASES,
  REGISTER_COUNTRIES,
  REGISTER_SORTS,
  REGISTER_STATES,
  SORT_WORDS,
  type RegisterBasis,
  type RegisterCountry,
  type RegisterSelection,
  type RegisterSort,
  type RegisterState,
} from './register-rules.ts'

/** What a reader asked for, as it stands in the address. Unknown values are left aside, never an error. */
export type RegisterQuestion = {
  words: string
  institution: string
  country: RegisterCountry | null
  year: number | null
  actKind: ActKind | null
  state: RegisterState | null
  topic: string
  place: string
  report: boolean | null
  basis: RegisterBasis | null
  sort: RegisterSort
  after: string
  before: string
}

type Asked = Record<string, string | undefined>

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const idIn = (words: string | undefined): string => (words !== undefined && UUID.test(words) ? words : '')
const among = <Value extends string>(values: readonly Value[], words: string | undefined): Value | null =>
  values.find((value) => value === words) ?? null

export function readRegisterQuestion(query: Asked): RegisterQuestion {
  return {
    words: (query.q ?? '').normalize('NFC').replaceAll('\0', '').trim().slice(0, 100),
    institution: (query.institucioni ?? '').slice(0, 120),
    country: among(REGISTER_COUNTRIES, query.shteti),
    year: /^(19|20|21)\d\d$/.test(query.viti ?? '') ? Number(query.viti) : null,
    actKind: among(ACT_KINDS, query.lloji),
    state: among(REGISTER_STATES, query.gjendja),
    topic: idIn(query.fusha),
    place: idIn(query.vendi),
    report: query.raporti === 'po' ? true : query.raporti === 'jo' ? false : null,
    basis: among(REGISTER_BASES, query.baza),
    sort: REGISTER_SORTS.find((sort) => SORT_WORDS[sort] === query.renditja) ?? 'newest',
    after: query.pas ?? '',
    before: query.para ?? '',
  }
}

/** The same as an address: `?q=…`, or nothing. Without the page, and what is not chosen. */
export function addressOfRegister(question: RegisterQuestion, more: Record<string, string | null> = {}): string {
  const { report } = question
  const pairs: [string, string | null][] = [
    ['q', question.words],
    ['institucioni', question.institution],
    ['shteti', question.country],
    ['viti', question.year === null ? null : String(question.year)],
    ['lloji', question.actKind],
    ['gjendja', question.state],
    ['fusha', question.topic],
    ['vendi', question.place],
    ['raporti', report === null ? null : report ? 'po' : 'jo'],
    ['baza', question.basis],
    ['renditja', question.sort === 'newest' ? null : SORT_WORDS[question.sort]],
    ...Object.entries(more),
  ]
  const address = new URLSearchParams(pairs.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return address.size === 0 ? '' : `?${address.toString()}`
}

/** Whether anything narrows it; the order does not. */
export const isNarrowed = (question: RegisterQuestion): boolean =>
  addressOfRegister({ ...question, sort: 'newest' }) !== ''

/** Nothing narrows it but whose it is, and the year: then every number has its row or its reason. */
export const isWholeRegister = (question: RegisterQuestion): boolean =>
  !isNarrowed({ ...question, institution: '', year: null }) && question.after === '' && question.before === ''

/** `institutionId`: of the institution that is named; null where none is. */
export function selectionOf(question: RegisterQuestion, institutionId: string | null): RegisterSelection {
  const { words, country, year, actKind, state, topic, place, report, basis } = question
  const number = readNumber(words)
  return {
    institutionId,
    country,
    year,
    actKind,
    state,
    topicId: topic || null,
    placeId: place || null,
    words: number || isTooShort(words) ? '' : words,
    number,
    report,
    basis,
  }
}
