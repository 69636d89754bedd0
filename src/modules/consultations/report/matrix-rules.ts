import { DECISIONS, type Decision, type NotConsideredGround } from '../answers/answer-rules.ts'
import { CHANNELS, SENDER_KINDS, type Channel, type SenderKind } from '../comments/comment-rules.ts'

export const MATRIX_PER_PAGE = 50

/** What the matrix may be narrowed to. */
export type MatrixFilter = {
  decision: Decision | 'unanswered' | null
  /** The lineage of an article, or `whole`. */
  article: string | null
  channel: Channel | null
  senderKind: SenderKind | null
  /** The code of a comment or of an answer. */
  code: string | null
}

export const WHOLE_MATRIX: MatrixFilter = { decision: null, article: null, channel: null, senderKind: null, code: null }

/** One comment with its answer, as everybody may read both. What waits, is held or was taken down has no words and no author. */
export type MatrixRow = {
  id: string
  confirmedAt: Date
  code: string
  state: 'waiting' | 'published' | 'held' | 'taken-down'
  lang: 'sq' | 'en' | null
  heldGround: string | null
  nodeId: string | null
  articleLabel: string | null
  channel: Channel | null
  senderKind: SenderKind | null
  late: boolean | null
  authorName: string | null
  organisation: string | null
  body: string | null
  suggestion: string | null
  groupCode: string | null
  answerCode: string | null
  answerLang: 'sq' | 'en' | null
  decision: Decision | null
  ground: NotConsideredGround | null
  /** Null beside a decision: the answer was taken down. */
  reason: string | null
  answeredAt: Date | null
}

/** An answer and whom it answers. */
export type AnswerRow = {
  id: string
  code: string
  lang: 'sq' | 'en'
  decision: Decision
  ground: NotConsideredGround | null
  reason: string | null
  number: number
  comments: string[]
  publishedAt: Date
}

const among = <Known extends string>(known: readonly Known[], words: string | undefined): Known | null =>
  known.find((one) => one === words) ?? null

const CODE = /^[2-9A-HJKMNP-Z]{4}-?[2-9A-HJKMNP-Z]{4}$/
const NODE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type MatrixQuestion = Partial<Record<'vendimi' | 'neni' | 'kanali' | 'kush' | 'kodi' | 'sipas' | 'pas', string>>

/** What the address asks for. A value that is none is left out; a code that is none finds nothing. */
export function readMatrixFilter(query: MatrixQuestion): MatrixFilter {
  const code = (query.kodi ?? '').trim().toUpperCase()
  return {
    decision: among([...DECISIONS, 'unanswered'] as const, query.vendimi),
    article: query.neni === 'teresi' ? 'whole' : NODE.test(query.neni ?? '') ? (query.neni ?? null) : null,
    channel: among(CHANNELS, query.kanali),
    senderKind: among(SENDER_KINDS, query.kush),
    code: code === '' ? null : CODE.test(code) ? `${code.slice(0, 4)}-${code.slice(-4)}` : code.slice(0, 40),
  }
}

export function matrixQuery(filter: MatrixFilter, byAnswer: boolean): string {
  const { decision, article, channel, senderKind, code } = filter
  const asked = Object.entries({
    vendimi: decision,
    neni: article === 'whole' ? 'teresi' : article,
    kanali: channel,
    kush: senderKind,
    kodi: code,
    sipas: byAnswer ? 'pergjigjes' : null,
  }).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  return new URLSearchParams(asked).toString()
}
