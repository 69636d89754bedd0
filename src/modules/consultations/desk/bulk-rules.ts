import { MODERATOR_MOVES, type CommentState, type HoldGround } from '../comments/comment-rules.ts'

export const BULK_DEEDS = ['assign', 'label', 'unlabel', 'release', 'hold'] as const
export type BulkDeedKind = (typeof BULK_DEEDS)[number]

/** What is to be done with each of the comments chosen. */
export type BulkOrder =
  | { deed: 'assign'; assigneeId: string | null }
  | { deed: 'label' | 'unlabel'; label: string }
  | { deed: 'release' }
  | { deed: 'hold'; ground: HoldGround; note: string | null }

export const BULK_OUTCOMES = [
  'waiting',
  'done',
  'nothing-to-do',
  'changed-meanwhile',
  'not-permitted',
  'failed',
  'undone',
  'changed-since',
] as const
export type BulkOutcome = (typeof BULK_OUTCOMES)[number]

/** A move that nobody can make from there does nothing; whether words and assignments do is seen when it is done. */
export const canBeDone = (deed: BulkDeedKind, state: CommentState): boolean =>
  deed === 'release' || deed === 'hold' ? MODERATOR_MOVES[state].includes(deed) : true

/** Of these deeds the authors are told. */
export const tellsAuthors = (deed: BulkDeedKind): boolean => deed === 'release' || deed === 'hold'

export type Forecast = { chosen: number; done: number; left: number; letters: number }

/** What a deed will do, told before it is done. */
export function forecastOf(
  deed: BulkDeedKind,
  chosen: readonly { state: CommentState; hasAddress: boolean }[],
): Forecast {
  const done = chosen.filter(({ state }) => canBeDone(deed, state))
  const letters = tellsAuthors(deed) ? done.filter(({ hasAddress }) => hasAddress).length : 0
  return { chosen: chosen.length, done: done.length, left: chosen.length - done.length, letters }
}
