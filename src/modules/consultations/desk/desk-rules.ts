import { isUuid } from '#platform/http/field-rules.ts'
import { addDays, readCivilDate, startOfDay, type CivilDate } from '#platform/time/civil-date.ts'
import {
  CHANNELS,
  COMMENT_STATES,
  SENDER_KINDS,
  type Channel,
  type CommentState,
  type SenderKind,
} from '../comments/comment-rules.ts'

/** So many rows stand on one page of the desk. */
export const DESK_PAGE = 50
/** So many comments a deed on all that match may touch, and a file may hold. */
export const MOST_AT_ONCE = 5000
/** More than these are done by the worker, so that no page waits for them. */
export const MOST_WHILE_WAITING = 200
/** So long a deed on many can be taken back, and so long its letters wait. */
export const UNDO_MINUTES = 30

/** What the check of the words found, and `wave` for what came in too many at once (`wave-routes.ts`). */
export const FOUND = ['telephone', 'email', 'identity-number', 'wave'] as const
export type Found = (typeof FOUND)[number]

export const SORTS = ['te-rejat', 'te-vjetrat', 'neni'] as const
export type Sort = (typeof SORTS)[number]

/** Albania's and Kosovo's days begin at the same moment. */
const ZONE = 'Europe/Tirane'

export type DateTyped = { day: string; month: string; year: string }

/** What was asked for, as it stands in the address. Empty words: not narrowed by that. */
export type DeskQuestion = {
  consultationId: string
  state: CommentState | ''
  channel: Channel | ''
  sender: SenderKind | ''
  /** `tere`: the whole text; `pa-nen`: on articles that are gone; otherwise the lineage of an article. */
  article: string
  late: boolean
  suggestion: boolean
  answers: boolean
  /** The institution has not answered it yet. */
  unanswered: boolean
  file: boolean
  /** `po`: anything. */
  found: Found | 'po' | ''
  label: string
  /** `mua`, `askush`, `dikush`, or an account. */
  assignee: string
  group: string
  words: string
  from: DateTyped
  to: DateTyped
  lang: 'sq' | 'en' | ''
  sort: Sort
}

/** Where a page begins: after a row (`older`), or before one. */
export type DeskKey = { at: Date; id: string; place: number }
export type DeskPlace = { way: 'older' | 'newer'; key: DeskKey } | null

type Query = Record<string, string | undefined>

export function readDeskQuestion(query: Query): DeskQuestion {
  const one = <T extends string>(values: readonly T[], name: string): T | '' =>
    values.find((value) => value === query[name]) ?? ''
  const id = (name: string): string => (isUuid(query[name] ?? '') ? (query[name] ?? '') : '')
  const yes = (name: string): boolean => query[name] === 'po'
  return {
    consultationId: id('konsultimi'),
    state: one(COMMENT_STATES, 'gjendja'),
    channel: one(CHANNELS, 'kanali'),
    sender: one(SENDER_KINDS, 'derguesi'),
    article: one(['tere', 'pa-nen'], 'neni') || id('neni'),
    late: yes('vonese'),
    suggestion: yes('formulim'),
    answers: yes('pergjigje'),
    unanswered: yes('pa-pergjigje'),
    file: yes('dokument'),
    found: one(['po', ...FOUND], 'gjetur'),
    label: id('etiketa'),
    assignee: one(['mua', 'askush', 'dikush'], 'caktuar') || id('caktuar'),
    group: id('grupi'),
    words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
    from: dateTyped(query, 'nga'),
    to: dateTyped(query, 'deri'),
    lang: one(['sq', 'en'], 'gjuha'),
    sort: one(SORTS, 'rendi') || 'te-rejat',
  }
}

const dateTyped = (query: Query, name: string): DateTyped => {
  const part = (which: string) => (query[`${name}-${which}`] ?? '').trim().slice(0, 4)
  return { day: part('day'), month: part('month'), year: part('year') }
}

export const asksForDay = ({ day, month, year }: DateTyped): boolean => `${day}${month}${year}` !== ''

/** Null when none was asked for, or one that does not exist. */
export const dayOf = ({ day, month, year }: DateTyped): CivilDate | null =>
  readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)

/** From the beginning of the first day to the end of the last. */
export function momentsOf({ from, to }: DeskQuestion): { from: Date | null; to: Date | null } {
  const [first, last] = [dayOf(from), dayOf(to)]
  return { from: first ? startOfDay(first, ZONE) : null, to: last ? startOfDay(addDays(last, 1), ZONE) : null }
}

/** The question as it stands in an address, in one order, so that two equal questions have one address. */
export function deskQuery(question: DeskQuestion): string {
  const pairs: [string, string][] = [
    ['gjendja', question.state],
    ['konsultimi', question.consultationId],
    ['kanali', question.channel],
    ['derguesi', question.sender],
    ['neni', question.article],
    ['vonese', question.late ? 'po' : ''],
    ['formulim', question.suggestion ? 'po' : ''],
    ['pergjigje', question.answers ? 'po' : ''],
    ['pa-pergjigje', question.unanswered ? 'po' : ''],
    ['dokument', question.file ? 'po' : ''],
    ['gjetur', question.found],
    ['etiketa', question.label],
    ['caktuar', question.assignee],
    ['grupi', question.group],
    ['q', question.words],
    ...datePairs('nga', question.from),
    ...datePairs('deri', question.to),
    ['gjuha', question.lang],
    ['rendi', question.sort === 'te-rejat' ? '' : question.sort],
  ]
  return new URLSearchParams(pairs.filter(([, value]) => value !== '')).toString()
}

const datePairs = (name: string, { day, month, year }: DateTyped): [string, string][] => [
  [`${name}-day`, day],
  [`${name}-month`, month],
  [`${name}-year`, year],
]

export const readDeskWords = (words: string): DeskQuestion =>
  readDeskQuestion(Object.fromEntries(new URLSearchParams(words.slice(0, 2000))))

export const isNarrowed = (question: DeskQuestion): boolean => deskQuery({ ...question, sort: 'te-rejat' }) !== ''

export const writeDeskKey = ({ place, at, id }: DeskKey): string => `${place}.${at.getTime()}.${id}`

function readDeskKey(words: string | undefined): DeskKey | null {
  const parts = /^(-?\d{1,7})\.(\d{1,14})\.(.{36})$/.exec(words ?? '')
  const id = parts?.[3] ?? ''
  return isUuid(id) ? { place: Number(parts?.[1]), at: new Date(Number(parts?.[2])), id } : null
}

/** Somebody has changed it: the list then begins at its beginning. */
export function readDeskPlace(query: Query): DeskPlace {
  const [older, newer] = [readDeskKey(query.para), readDeskKey(query.pas)]
  if (older) return { way: 'older', key: older }
  return newer && { way: 'newer', key: newer }
}

/** A code as it is printed on a receipt: then that one comment is meant. */
export const isCode = (words: string): boolean => /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(words.toUpperCase())
