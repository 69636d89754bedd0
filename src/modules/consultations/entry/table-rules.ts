import { createHash } from 'node:crypto'
import { readEmail } from '#platform/auth/email.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { COMMENT_LIMITS, SENDER_KINDS, type SenderKind } from '../comments/comment-rules.ts'
import { ENTRY_CHANNELS, refusalOfDays, type EntryChannel } from './entry-rules.ts'
import type { NamedArticle } from './split-rules.ts'

export const TABLE_COLUMNS = [
  'channel',
  'kind',
  'name',
  'organisation',
  'words',
  'article',
  'happened',
  'received',
  'email',
  'public',
  'reference',
] as const
export type TableColumn = (typeof TABLE_COLUMNS)[number]
type Cells = Readonly<Record<string, string | number | boolean | null>>

/** As people write them in a column, without marks above the letters. */
const CHANNEL_WORDS: Record<EntryChannel, RegExp> = {
  email: /^(e-?mail|e-?poste|poste elektronike|me e-?poste)$/,
  post: /^(post[ae]?|leter|me leter|letter|mail)$/,
  counter: /^(sportel|ne sportel|counter)$/,
  phone: /^(telefon|me telefon|phone|telephone)$/,
  meeting: /^(takim|ne takim|tryeze|meeting)$/,
  register: /^(regjist[ea]r|regjistri.*|rekp|e-?konsultime|platforma.*|register)$/,
}
const KIND_WORDS: Record<SenderKind, RegExp> = {
  citizen: /^(qytetar[e]?|individ|person|citizen)$/,
  'civil-society': /^(shoqeri civile|ojf|ojq|shoqate|ngo|civil society)$/,
  business: /^(biznes|kompani|business|company)$/,
  academia: /^(akademi.*|universitet|academia|university)$/,
  'local-government': /^(qeverisje vendore|bashki|komune|local government|municipality)$/,
  institution: /^(institucion.*|institution)$/,
  international: /^(organizate nderkombetare|nderkombetar.*|international)$/,
  group: /^(grup.*|group)$/,
  other: /^(tjeter|other)$/,
}

const plain = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

export type TableRow = {
  channel: EntryChannel
  senderKind: SenderKind | null
  authorName: string | null
  organisation: string | null
  words: string
  nodeId: string | null
  happenedOn: CivilDate
  receivedOn: CivilDate
  email: string | null
  namePublic: boolean
}

export type RowRefusal =
  'channel' | 'kind' | 'words' | 'name' | 'organisation' | 'article' | 'email' | 'future' | 'order' | 'too-old'
type ReadRow = { ok: true; row: TableRow } | { ok: false; column: TableColumn; why: RowRefusal }

/** One row as a comment, or the cell that is wrong with it. */
export function readRow(cells: Cells, articles: readonly NamedArticle[], today: CivilDate): ReadRow {
  const word = (column: TableColumn): string =>
    String(cells[column] ?? '')
      .normalize('NFC')
      .trim()
  const no = (column: TableColumn, why: RowRefusal): ReadRow => ({ ok: false, column, why })
  const channel = ENTRY_CHANNELS.find(
    (one) => one === word('channel') || CHANNEL_WORDS[one].test(plain(word('channel'))),
  )
  if (!channel) return no('channel', 'channel')
  const kind = SENDER_KINDS.find((one) => one === word('kind') || KIND_WORDS[one].test(plain(word('kind'))))
  if (word('kind') !== '' && !kind) return no('kind', 'kind')
  const words = String(cells.words ?? '')
    .replace(/\r\n?/g, '\n')
    .trim()
  if (words === '' || [...words].length > COMMENT_LIMITS.body) return no('words', 'words')
  const name = word('name')
  const namePublic = cells.public === true
  if (name === '' ? namePublic : name.length < 2 || name.length > COMMENT_LIMITS.name) return no('name', 'name')
  const organisation = word('organisation')
  if (organisation !== '' && (organisation.length < 2 || organisation.length > COMMENT_LIMITS.organisation))
    return no('organisation', 'organisation')
  const article = articleOf(word('article'), articles)
  if (article === 'unknown') return no('article', 'article')
  const receivedOn = word('received')
  const happenedOn = word('happened') || receivedOn
  const days = refusalOfDays(happenedOn, receivedOn, today)
  if (days) return no(days === 'order' ? 'happened' : 'received', days)
  const email = word('email') === '' ? null : readEmail(word('email'))
  if (word('email') !== '' && email === null) return no('email', 'email')
  const senderKind = kind ?? (organisation === '' ? 'citizen' : null)
  const row = {
    channel,
    senderKind,
    authorName: name || null,
    organisation: organisation || null,
    words,
    nodeId: article,
  }
  return { ok: true, row: { ...row, happenedOn, receivedOn, email, namePublic } }
}

/** `12`, `Neni 12`, `neni 3/1`; empty: the whole text. */
function articleOf(words: string, articles: readonly NamedArticle[]): string | null | 'unknown' {
  if (words === '') return null
  const label = plain(words).replace(/^(neni[nt]?|article|art\.?)\s*/, '')
  return articles.find((one) => one.label !== null && plain(one.label) === label)?.nodeId ?? 'unknown'
}

/** The number under which a row is kept: the same row brought again is the same comment, unless that was taken back. */
export const submissionOfRow = (consultationId: string, cells: Cells, nth: number, again: number): string =>
  createHash('sha256')
    .update(JSON.stringify([consultationId, TABLE_COLUMNS.map((column) => cells[column] ?? null), nth, again]))
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
