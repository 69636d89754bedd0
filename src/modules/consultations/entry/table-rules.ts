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

type Wrong = { ok: false; column: TableColumn; why: RowRefusal }
type Part<Value> = ({ ok: true } & Value) | Wrong
type ReadRow = Part<{ row: TableRow }>
type CellOf = (column: TableColumn) => string

const wrong = (column: TableColumn, why: RowRefusal): Wrong => ({ ok: false, column, why })

/** One row as a comment, or the first cell that is wrong with it. */
export function readRow(cells: Cells, articles: readonly NamedArticle[], today: CivilDate): ReadRow {
  const cellOf: CellOf = (column) =>
    String(cells[column] ?? '')
      .normalize('NFC')
      .trim()
  const way = wayOf(cellOf)
  if (!way.ok) return way
  const words = String(cells.words ?? '')
    .replace(/\r\n?/g, '\n')
    .trim()
  if (words === '' || [...words].length > COMMENT_LIMITS.body) return wrong('words', 'words')
  const sender = senderOf(cellOf, cells.public === true)
  if (!sender.ok) return sender
  const article = articleOf(cellOf('article'), articles)
  if (article === null) return wrong('article', 'article')
  const days = daysOf(cellOf, today)
  if (!days.ok) return days
  const email = cellOf('email') === '' ? null : readEmail(cellOf('email'))
  if (cellOf('email') !== '' && email === null) return wrong('email', 'email')
  const { channel, kind } = way
  const { authorName, organisation, namePublic } = sender
  const senderKind = kind ?? (organisation === null ? 'citizen' : null)
  const { happenedOn, receivedOn } = days
  const said = { channel, senderKind, authorName, organisation, words, nodeId: article.nodeId }
  return { ok: true, row: { ...said, happenedOn, receivedOn, email, namePublic } }
}

/** How it came in, and from what kind of sender, where the row says one. */
function wayOf(cellOf: CellOf): Part<{ channel: EntryChannel; kind: SenderKind | null }> {
  const way = cellOf('channel')
  const channel = ENTRY_CHANNELS.find((one) => one === way || CHANNEL_WORDS[one].test(plain(way)))
  if (!channel) return wrong('channel', 'channel')
  const named = cellOf('kind')
  const kind = SENDER_KINDS.find((one) => one === named || KIND_WORDS[one].test(plain(named))) ?? null
  return named !== '' && kind === null ? wrong('kind', 'kind') : { ok: true, channel, kind }
}

/** Who said it. A name that is to be public must be there. */
function senderOf(
  cellOf: CellOf,
  namePublic: boolean,
): Part<{ authorName: string | null; organisation: string | null; namePublic: boolean }> {
  const name = cellOf('name')
  if (name === '' ? namePublic : name.length < 2 || name.length > COMMENT_LIMITS.name) return wrong('name', 'name')
  const organisation = cellOf('organisation')
  if (organisation !== '' && (organisation.length < 2 || organisation.length > COMMENT_LIMITS.organisation))
    return wrong('organisation', 'organisation')
  return { ok: true, authorName: name || null, organisation: organisation || null, namePublic }
}

/** When it was said, where the row tells, and when it arrived. */
function daysOf(cellOf: CellOf, today: CivilDate): Part<{ happenedOn: CivilDate; receivedOn: CivilDate }> {
  const receivedOn = cellOf('received')
  const happenedOn = cellOf('happened') || receivedOn
  const refusal = refusalOfDays(happenedOn, receivedOn, today)
  if (refusal) return wrong(refusal === 'order' ? 'happened' : 'received', refusal)
  return { ok: true, happenedOn, receivedOn }
}

/** `12`, `Neni 12`, `neni 3/1`; empty: the whole text. Null: the text holds no such article. */
function articleOf(words: string, articles: readonly NamedArticle[]): { nodeId: string | null } | null {
  if (words === '') return { nodeId: null }
  const label = plain(words).replace(/^(neni[nt]?|article|art\.?)\s*/, '')
  const nodeId = articles.find((one) => one.label !== null && plain(one.label) === label)?.nodeId
  return nodeId === undefined ? null : { nodeId }
}

/** The number under which a row is kept: the same row brought again is the same comment, unless that was taken back. */
export const submissionOfRow = (consultationId: string, cells: Cells, nth: number, again: number): string =>
  createHash('sha256')
    .update(JSON.stringify([consultationId, TABLE_COLUMNS.map((column) => cells[column] ?? null), nth, again]))
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
