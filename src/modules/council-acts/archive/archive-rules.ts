import type { ActKind, RelationKind, StatedForce } from '../act-rules.ts'
import { KIND_IN_ADDRESS } from '../making/making-rules.ts'
import type { ReadText } from '#platform/texts/text-rules.ts'

/** The record of an import, in references and in the history of the office. */
export const ARCHIVE_KIND = 'council-acts.archive'

export const ARCHIVE_KINDS = ['jsonl', 'table', 'wxr', 'catalogue', 'codes'] as const
export type ArchiveKind = (typeof ARCHIVE_KINDS)[number]

export const ARCHIVE_STATES = ['waiting', 'running', 'done', 'failed', 'undoing', 'undone'] as const
export type ArchiveState = (typeof ARCHIVE_STATES)[number]

/** So many rows are taken in one transaction. */
export const BATCH_ROWS = 1000
export const LONGEST_TEXT = 5_000_000

export const REFUSALS = [
  'not-json',
  'not-an-object',
  'no-id',
  'same-id-twice',
  'no-title',
  'too-long',
  'year-unread',
  'number-unread',
  'id-of-another',
  'title-glued',
  'not-an-article',
] as const
export type RefusalReason = (typeof REFUSALS)[number]

export const DOUBTS = [
  'kind-unknown',
  'status-unknown',
  'topic-unknown',
  'date-unread',
  'date-differs',
  'year-differs',
  'kind-differs',
  'title-unread',
  'file-missing',
  'file-not-readable',
  'file-kind',
  'not-readable-yet',
  'relation-unnamed',
  'label-repealed-unsure',
] as const
export type DoubtReason = (typeof DOUBTS)[number]

/** About a word that may stand in many rows: one line, counted. */
export const WORD_DOUBTS: readonly DoubtReason[] = ['kind-unknown', 'status-unknown', 'topic-unknown']

export type Doubt = { column: string; reason: DoubtReason; words: string }
export type RefusedRow = { at: number; column: string; reason: RefusalReason; words: string }

/** `to`: the printed number of the other act; null: the source names none. */
export type FoundRelation = {
  kind: RelationKind
  passive: boolean
  to: string | null
  otherWords: string | null
  foundIn: string
}

/** A row as it becomes an act. */
export type ArchiveAct = {
  at: number
  key: string
  kind: ActKind
  kindWords: string | null
  series: string
  year: number | null
  serial: number | null
  numberWords: string | null
  title: string
  adoptedOn: string | null
  adoptedWords: string | null
  announcedOn: string | null
  statedForce: StatedForce | null
  commissionWords: string | null
  plainText: string | null
  unreadable: boolean
  /** Words of topics, as the source has them. */
  topics: readonly string[]
  source: Record<string, unknown> | null
  doubts: readonly Doubt[]
  relations: readonly FoundRelation[]
  text: ReadText | null
  /** Files beside the table, by their paths. */
  files: readonly { path: string; name: string }[]
  /** Of the row as it came: by it a later import knows whether it changed. */
  digest: string
}

/** What an act of an archive has not, until a row says so. */
export const EMPTY_ACT = {
  kindWords: null,
  series: '',
  year: null,
  serial: null,
  numberWords: null,
  adoptedOn: null,
  adoptedWords: null,
  announcedOn: null,
  statedForce: null,
  commissionWords: null,
  plainText: null,
  unreadable: false,
  topics: [],
  source: null,
  doubts: [],
  relations: [],
  text: null,
  files: [],
} as const satisfies Partial<ArchiveAct>

export type ArchiveRow = { kind: 'act'; act: ArchiveAct } | { kind: 'refused'; refused: RefusedRow }

export const refusedRow = (at: number, column: string, reason: RefusalReason, words = ''): ArchiveRow => ({
  kind: 'refused',
  refused: { at, column, reason, words: words.slice(0, 300) },
})

// oxlint-disable-next-line no-control-regex -- what no database takes
const UNSTORABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Words as they are stored: composed, without signs that nobody sees. */
export const cleaned = (words: string): string =>
  words.replace(UNSTORABLE, '').replaceAll('\r\n', '\n').normalize('NFC').trim()

export const plainWord = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** Words in an address; Cyrillic or Greek ones give none. */
export const slugWords = (words: string): string =>
  plainWord(words)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')

/** What an act is called in addresses, before it is looked whether another one has that already. */
export function slugBase(
  institution: string,
  act: Pick<ArchiveAct, 'kind' | 'serial' | 'year' | 'numberWords' | 'key'>,
): string {
  const number =
    act.numberWords !== null && slugWords(act.numberWords) !== ''
      ? `${slugWords(act.numberWords).slice(0, 40)}${act.year !== null && !act.numberWords.includes(String(act.year)) ? `-${act.year}` : ''}`
      : act.serial !== null
        ? `${act.serial}${act.year === null ? '' : `-${act.year}`}`
        : slugWords(act.key).slice(0, 60)
  const base = `${institution.slice(0, 50)}-${KIND_IN_ADDRESS[act.kind]}-${number === '' ? '0' : number}`
  return /\d/.test(base) ? base : `${base}-0`
}
