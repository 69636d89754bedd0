import { numberFits, type Numbering } from './numbering-rules.ts'
import {
  cleaned,
  EMPTY_ACT,
  LONGEST_TEXT,
  refusedRow,
  type ArchiveAct,
  type ArchiveRow,
  type Doubt,
} from './archive-rules.ts'
import { dayIn, forceOfWord, kindOfWord, readNumber, readTitle, type TitleParts } from './title-rules.ts'

/** What a row says of an act, before it was looked at: words all of them, empty where it says nothing. */
export type RowWords = {
  id: string
  number: string
  title: string
  body: string
  type: string
  year: string
  date: string
  status: string
  commission: string
  topics: readonly string[]
}

type Facts = { at: number; digest: string; numbering: Numbering }

/** An act of a row, with what does not agree in it; or why it cannot be one. */
export function actOfRow(words: RowWords, { at, digest, numbering }: Facts): ArchiveRow {
  const refusal = refusalOf(at, words)
  if (refusal) return refusal
  const doubts: Doubt[] = []
  const doubt = (column: string, reason: Doubt['reason'], said: string) =>
    void doubts.push({ column, reason, words: said.slice(0, 300) })
  const parts = readTitle(words.title)
  const kind = kindOf(words, parts, doubt)
  const adoptedOn = dayOf(words, parts, doubt)
  const numberWords = parts?.number ?? (words.number === '' ? null : words.number)
  const read = numberWords === null ? { series: '', serial: null, year: null } : readNumber(numberWords)
  const year = yearOf(words, adoptedOn, read.year, doubt)
  const statedForce = words.status === '' ? null : forceOfWord(words.status)
  if (words.status !== '' && statedForce === null) doubt('status', 'status-unknown', words.status)
  const series = read.series !== '' ? read.series : numbering === 'by-kind' ? kind : ''
  const act: ArchiveAct = {
    ...EMPTY_ACT,
    at,
    key: words.id,
    kind,
    kindWords: words.type === '' ? (parts?.kindWords ?? null) : words.type.slice(0, 200),
    series,
    year: read.series === '' ? year : read.year,
    serial: numberFits(read.serial) ? read.serial : null,
    numberWords: numberWords === null ? null : numberWords.slice(0, 100),
    title: titleOf(words.title, parts),
    adoptedOn,
    adoptedWords: adoptedOn === null && words.date !== '' ? words.date.slice(0, 100) : null,
    statedForce,
    commissionWords: words.commission === '' ? null : words.commission.slice(0, 300),
    plainText: words.body === '' ? null : words.body,
    topics: words.topics,
    source: sourceOf(words),
    doubts,
    digest,
  }
  return { kind: 'act', act }
}

/** In signs as the database counts them: one of another plane is one, not two. */
const isTooShort = (words: string): boolean => words.length < 4 && [...words].length < 2

function refusalOf(at: number, { id, title, body, year }: RowWords): ArchiveRow | null {
  if (id === '') return refusedRow(at, 'id', 'no-id')
  if (id.length > 500) return refusedRow(at, 'id', 'too-long', id)
  if (isTooShort(title)) return refusedRow(at, 'title', 'no-title', title)
  if (title.length > 2000) return refusedRow(at, 'title', 'too-long', title)
  if (body.length > LONGEST_TEXT) return refusedRow(at, 'body', 'too-long', body.slice(0, 100))
  if (year !== '' && !/^(19\d\d|20\d\d|21\d\d)$/.test(year)) return refusedRow(at, 'year', 'year-unread', year)
  return null
}

type Doubting = (column: string, reason: Doubt['reason'], words: string) => void

function kindOf(words: RowWords, parts: TitleParts | null, doubt: Doubting): ArchiveAct['kind'] {
  const [typed, titled] = [kindOfWord(words.type), parts ? kindOfWord(parts.kindWords) : null]
  if (words.type !== '' && typed === null) doubt('type', 'kind-unknown', words.type)
  if (typed !== null && titled !== null && typed !== titled)
    doubt('type', 'kind-differs', `${words.type} / ${parts?.kindWords}`)
  return typed ?? titled ?? 'other'
}

function dayOf(words: RowWords, parts: TitleParts | null, doubt: Doubting): string | null {
  const field = words.date === '' ? null : dayIn(words.date)
  if (words.date !== '' && field === null) doubt('date', 'date-unread', words.date)
  if (parts?.dateWords && parts.date === null) doubt('title', 'date-unread', parts.dateWords)
  if (field !== null && parts?.date && parts.date !== field)
    doubt('date', 'date-differs', `${words.date} / ${parts.dateWords}`)
  return field ?? parts?.date ?? null
}

function yearOf(words: RowWords, adoptedOn: string | null, printed: number | null, doubt: Doubting): number | null {
  const told = words.year === '' ? null : Number(words.year)
  const ofDay = adoptedOn === null ? null : Number(adoptedOn.slice(0, 4))
  const other = [printed, ofDay].find((one) => one !== null && told !== null && one !== told)
  if (other !== undefined && other !== null) doubt('year', 'year-differs', `${words.year} / ${other}`)
  return told ?? printed ?? ofDay
}

const titleOf = (title: string, parts: TitleParts | null): string => {
  const subject = parts?.subject ?? ''
  return isTooShort(subject) ? title : subject
}

/** What of the row has no place in an act, as it came. */
const sourceOf = ({ title, type, date, status, topics }: RowWords): Record<string, unknown> => ({
  title,
  ...(type !== '' && { type }),
  ...(date !== '' && { date }),
  ...(status !== '' && { status }),
  ...(topics.length > 0 && { topics }),
})

const wordsIn = (value: unknown): string =>
  typeof value === 'string'
    ? cleaned(value)
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''

/** An object of a line of JSON as words. */
export const wordsOfObject = (object: Readonly<Record<string, unknown>>): RowWords => ({
  id: wordsIn(object.id),
  number: wordsIn(object.number),
  title: wordsIn(object.title).replace(/\s+/g, ' '),
  body: wordsIn(object.body),
  type: wordsIn(object.type),
  year: wordsIn(object.year),
  date: wordsIn(object.date),
  status: wordsIn(object.status),
  commission: wordsIn(object.commission).replace(/\s+/g, ' '),
  topics: (Array.isArray(object.topics) ? object.topics : [object.topics]).map(wordsIn).filter((one) => one !== ''),
})
