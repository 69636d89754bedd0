import type { Services } from '#platform/services.ts'
import { holdComment } from '../comments/move-queries.ts'
import { tellOfMove } from '../moderation/moderate-comment.ts'
import { findBulkDeed, holdBulkDeed, holdMember, listMemberIds, noteMemberLetter } from './bulk-queries.ts'
import { moveOf } from './run-bulk-deed.ts'

/**
 * Tells the authors of a deed on many, once nobody can undo it any more: each of a comment that stands as the deed left
 * it. Whoever changed it since then has told its author of that.
 */
export async function sendBulkLetters(services: Services, id: string): Promise<void> {
  const deed = await findBulkDeed(services.db, id)
  if (!deed) return
  const left = deed.deed === 'hold' ? 'held' : 'published'
  for (const commentId of await listMemberIds(services.db, id, 'done')) {
    await services.db.begin(async (tx) => {
      if ((await holdBulkDeed(tx, id))?.state !== 'done') return
      const member = await holdMember(tx, id, commentId, 'done')
      const comment = member && member.letterAt === null ? await holdComment(tx, commentId) : null
      if (!member || !comment || comment.state !== left || comment.version !== member.version) return
      await tellOfMove(tx, services, comment, moveOf(deed))
      await noteMemberLetter(tx, id, commentId, services.clock.now())
    })
  }
}
