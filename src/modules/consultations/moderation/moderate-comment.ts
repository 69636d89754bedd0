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
} from '../comments/comment-queries.ts'
import { MODERATOR_MOVES, type CommentState, type HoldGround } from '../comments/comment-rules.ts'
import { hideVersions, showHiddenByLastHold, showVersion } from '../comments/version-queries.ts'
import { tellCommentPublished } from '../following/followed-queries.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import { recordOfComment } from '../record-history.ts'
import { consultationPermissions } from '../permissions.ts'

export type ModerationOutcome =
  | { kind: 'done' }
  /** Somebody else was faster, or the author withdrew it: the page shows what stands now. */
  | { kind: 'moved-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-comment' }

type Move = ({ move: 'hold'; ground: HoldGround; note: string | null } | { move: 'release' }) & {
  /** The state that the page showed. What somebody else released a moment ago is not held unread, though it could be. */
  from?: CommentState | undefined
}

/**
 * Holds a comment back with a ground that everyone sees, or releases it. `seenVersion` is the version the moderator had
 * before their eyes: words that changed since are looked at again.
 */
export async function moderateComment(
  services: Services,
  official: Official,
  commentId: string,
  seenVersion: number,
  move: Move,
): Promise<ModerationOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<ModerationOutcome> => {
    const comment = await lockComment(tx, commentId)
    if (!comment) return { kind: 'no-such-comment' }
    const { institutionId } = comment
    if (!mayIn(official, consultationPermissions['comments.moderate'], institutionId)) return { kind: 'not-permitted' }
    const seen = comment.version === seenVersion && comment.state === (move.from ?? comment.state)
    if (!seen || !MODERATOR_MOVES[comment.state].includes(move.move)) {
      return { kind: 'moved-meanwhile' }
    }
    await writeMove(tx, official, comment, move, now)
    if (move.move === 'release') await tellCommentPublished(tx, commentId, now)
    await appendToLedger(tx, services, { kind: publishedComments, ids: [commentId] })
    if (comment.email) {
      const facts = { title: comment.title, code: comment.code ?? '', url: services.settings.url, slug: comment.slug }
      const letter =
        move.move === 'hold' ? heldLetter(comment.lang, { ...facts, ...move }) : releasedLetter(comment.lang, facts)
      await queueLetter(tx, services, { institutionId, kind: 'service', recipient: comment.email, ...letter })
    }
    return { kind: 'done' }
  })
}

/** The new state, what of earlier wordings is shown with it, and its trace. */
async function writeMove(
  tx: Transaction,
  official: Official,
  comment: CommentToMove,
  move: Move,
  now: Date,
): Promise<void> {
  const { id: commentId, institutionId } = comment
  await moveComment(tx, { id: commentId, state: move.move === 'hold' ? 'held' : 'published', now })
  const event = { institutionId, commentId, version: comment.version, at: now, byAccountId: official.accountId }
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
  await recordOfComment(tx, { institutionId, id: commentId, kind, by: official, at: now, fields })
}
