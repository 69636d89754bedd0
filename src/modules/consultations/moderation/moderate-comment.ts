import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { heldLetter, releasedLetter } from '../comments/comment-mail.ts'
import {
  holdComment as lockComment,
  insertCommentEvent,
  moveComment,
  type CommentToMove,
} from '../comments/move-queries.ts'
import { MODERATOR_MOVES, type CommentState, type HoldGround } from '../comments/comment-rules.ts'
import { hideVersions, showHiddenByLastHold, showVersion } from '../comments/version-queries.ts'
import { tellCommentPublished } from '../following/followed-queries.ts'
import { groupLater } from '../groups/keep-groups.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import { recordOfComment } from '../record-history.ts'
import { consultationPermissions } from '../permissions.ts'

export type ModerationOutcome =
  | { kind: 'done' }
  /** Somebody else was faster, or the author withdrew it: the page shows what stands now. */
  | { kind: 'moved-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-comment' }

export type Move = { move: 'hold'; ground: HoldGround; note: string | null } | { move: 'release' }

/** What the page showed. What somebody else released a moment ago is not held unread, though it could be. */
export type Seen = { version: number; state?: CommentState | undefined }

/**
 * Holds a comment back with a ground that everyone sees, or releases it. `seenVersion` is the version the moderator had
 * before their eyes: words that changed since are looked at again.
 */
export async function moderateComment(
  services: Services,
  official: Official,
  commentId: string,
  seenVersion: number,
  { from, ...move }: Move & { from?: CommentState | undefined },
): Promise<ModerationOutcome> {
  return services.db.begin(async (tx): Promise<ModerationOutcome> => {
    const comment = await lockComment(tx, commentId)
    if (!comment) return { kind: 'no-such-comment' }
    const { institutionId } = comment
    if (!mayIn(official, consultationPermissions['comments.moderate'], institutionId)) return { kind: 'not-permitted' }
    if (!(await moveIn(tx, services, official.accountId, comment, { version: seenVersion, state: from }, move)))
      return { kind: 'moved-meanwhile' }
    await tellOfMove(tx, services, comment, move)
    return { kind: 'done' }
  })
}

/**
 * The move itself, of a comment that the caller holds; false when it cannot be made from where the comment stands now.
 * Nobody is told yet.
 */
export async function moveIn(
  tx: Transaction,
  services: Services,
  accountId: string,
  comment: CommentToMove,
  seen: Seen,
  move: Move,
): Promise<boolean> {
  const stands = comment.version === seen.version && comment.state === (seen.state ?? comment.state)
  if (!stands || !MODERATOR_MOVES[comment.state].includes(move.move)) return false
  await writeMove(tx, accountId, comment, move, services.clock.now())
  await appendToLedger(tx, services, { kind: publishedComments, ids: [comment.id] })
  await groupLater(tx, comment.id)
  return true
}

/** The author by letter; of what is public from now on, those who follow the consultation too. */
export async function tellOfMove(
  tx: Transaction,
  services: Services,
  comment: CommentToMove,
  move: Move,
): Promise<void> {
  const { institutionId, email } = comment
  if (move.move === 'release') await tellCommentPublished(tx, comment.id, services.clock.now())
  if (!email) return
  const facts = { title: comment.title, code: comment.code ?? '', url: services.settings.url, slug: comment.slug }
  const letter =
    move.move === 'hold' ? heldLetter(comment.lang, { ...facts, ...move }) : releasedLetter(comment.lang, facts)
  await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...letter })
}

/** The new state, what of earlier wordings is shown with it, and its trace. */
async function writeMove(
  tx: Transaction,
  accountId: string,
  comment: CommentToMove,
  move: Move,
  now: Date,
): Promise<void> {
  const { id: commentId, institutionId } = comment
  await moveComment(tx, { id: commentId, state: move.move === 'hold' ? 'held' : 'published', now })
  const event = { institutionId, commentId, version: comment.version, at: now, byAccountId: accountId }
  if (move.move === 'hold') {
    // Held words must not come back as "earlier wording" once the author has corrected them.
    await hideVersions(tx, commentId, comment.version, now)
    await insertCommentEvent(tx, { ...event, kind: 'held', ground: move.ground, note: move.note })
  } else {
    // Released as it was held, what had been public before comes back; of a corrected one the new words alone.
    await showVersion(tx, commentId, comment.version)
    if (comment.state === 'held') await showHiddenByLastHold(tx, commentId)
    await insertCommentEvent(tx, { ...event, kind: 'released' })
  }
  const fields = [
    { field: 'state', from: comment.state, to: move.move === 'hold' ? 'held' : 'published' },
    ...(move.move === 'hold' ? [{ field: 'ground', from: null, to: move.ground }] : []),
  ]
  const kind = move.move === 'hold' ? 'held' : 'released'
  await recordOfComment(tx, { institutionId, id: commentId, kind, by: { accountId }, at: now, fields })
}
