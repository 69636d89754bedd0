import { DECISIONS, type Decision } from '../answers/answer-rules.ts'
import { CHANNELS, SENDER_KINDS, type Channel, type SenderKind } from './comment-rules.ts'

/** In the address of a list: those without an answer that everybody can read. */
export const UNANSWERED = 'pa'

/** In the address of a list: only comments on articles that the newest version no longer holds. */
export const LOST = 'jashte'

/** What the public list of comments is narrowed to, as it stands in its address. */
export type CommentFilter = {
  channel: Channel | null
  senderKind: SenderKind | null
  late: boolean
  /** With a wording of their own for the article or the passage. */
  proposing: boolean
  /** Only of articles that the newest version no longer holds. */
  lost: boolean
  /** Of a confirmed group of like comments one alone. */
  folded: boolean
  /** What the institution decided; `pa`: there is no answer yet. */
  decision: Decision | typeof UNANSWERED | null
}

export const EVERY_COMMENT: CommentFilter = {
  channel: null,
  senderKind: null,
  late: false,
  proposing: false,
  lost: false,
  folded: false,
  decision: null,
}

export const readCommentFilter = (query: Record<string, string | undefined>): CommentFilter => ({
  channel: CHANNELS.find((one) => one === query.kanali) ?? null,
  senderKind: SENDER_KINDS.find((one) => one === query.kush) ?? null,
  late: query.vonese === 'po',
  proposing: query.formulim === 'po',
  lost: query.nenet === LOST,
  folded: query.grupe === 'po',
  decision: ([...DECISIONS, UNANSWERED] as const).find((one) => one === query.vendimi) ?? null,
})

/** `?kanali=post&vonese=po`; empty where nothing is narrowed. Keeps `before`, the place in the list. */
export function commentFilterQuery(filter: CommentFilter, before: string | null = null): string {
  const address = new URLSearchParams()
  if (filter.channel) address.set('kanali', filter.channel)
  if (filter.senderKind) address.set('kush', filter.senderKind)
  if (filter.late) address.set('vonese', 'po')
  if (filter.proposing) address.set('formulim', 'po')
  if (filter.lost) address.set('nenet', LOST)
  if (filter.decision) address.set('vendimi', filter.decision)
  if (filter.folded) address.set('grupe', 'po')
  if (before !== null) address.set('para', before)
  return address.size > 0 ? `?${address}` : ''
}
