import type { Transaction } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { holdComment } from '../comments/move-queries.ts'
import { moveIn, type Move } from '../moderation/moderate-comment.ts'
import { assignIn } from './assign-comment.ts'
import { holdDeskComment, type HeldDeskComment } from './assignment-queries.ts'
import {
  findBulkDeed,
  finishBulk,
  holdMember,
  listHiddenWordings,
  listMemberIds,
  settleMember,
  type Before,
  type BulkDeed,
  type BulkMember,
} from './bulk-queries.ts'
import { canBeDone, tellsAuthors, type BulkOutcome } from './bulk-rules.ts'
import { UNDO_MINUTES } from './desk-rules.ts'
import { labelIn } from './label-comments.ts'

export const BULK_LETTERS_JOB = 'consultations.bulk-letters'

/**
 * Does what is left of a deed on many: each comment in a transaction of its own, with its own history and its own entries,
 * so that one that fails keeps back none of the others, and a program that dies goes on where it was.
 */
export async function runBulkDeed(services: Services, id: string): Promise<void> {
  const deed = await findBulkDeed(services.db, id)
  if (deed?.state !== 'running') return
  for (const commentId of await listMemberIds(services.db, id, 'waiting')) await doOne(services, deed, commentId)
  const at = services.clock.now()
  const undoUntil = new Date(at.getTime() + UNDO_MINUTES * 60_000)
  await services.db.begin(async (tx) => {
    if (!(await finishBulk(tx, id, at, undoUntil)) || !tellsAuthors(deed.deed)) return
    // Letters wait until nobody can undo the deed any more: an author who is told that a comment was hidden, and a minute
    // later that it was not, trusts neither letter. What the page shows does not wait.
    await enqueue(tx, BULK_LETTERS_JOB, { deed: id }, { key: `${BULK_LETTERS_JOB}:${id}`, runAt: undoUntil })
  })
}

async function doOne(services: Services, deed: BulkDeed, commentId: string): Promise<void> {
  const where = { deedId: deed.id, commentId }
  try {
    await services.db.begin(async (tx) => {
      const member = await holdMember(tx, deed.id, commentId, 'waiting')
      if (!member) return
      const { outcome, before = null } = await stepOf(tx, services, deed, commentId, member)
      await settleMember(tx, where, { outcome, before, at: services.clock.now() })
    })
  } catch (error) {
    services.log.error({ err: error, deed: deed.id, comment: commentId }, 'a comment of a deed on many failed')
    await services.db.begin((tx) => settleMember(tx, where, { outcome: 'failed', at: services.clock.now() }))
  }
}

type Step = { outcome: BulkOutcome; before?: Before }

async function stepOf(
  tx: Transaction,
  services: Services,
  deed: BulkDeed,
  commentId: string,
  member: BulkMember,
): Promise<Step> {
  const comment = await holdDeskComment(tx, commentId)
  if (!comment) return { outcome: 'changed-meanwhile' }
  if (tellsAuthors(deed.deed)) return moved(tx, services, deed, comment, member)
  const at = services.clock.now()
  const before = { underHold: false, hidden: [], changedAt: comment.changedAt.toISOString() }
  if (deed.deed === 'assign') {
    if (comment.assigneeId === deed.assigneeId) return { outcome: 'nothing-to-do' }
    if (comment.assigneeId !== member.assigneeId) return { outcome: 'changed-meanwhile' }
    await assignIn(tx, deed.byAccountId, comment, deed.assigneeId, at)
    return { outcome: 'done', before }
  }
  const order = { name: deed.label ?? '', wears: deed.deed === 'label' }
  const changed = await labelIn(tx, deed.byAccountId, comment, order, at)
  return changed ? { outcome: 'done', before } : { outcome: 'nothing-to-do' }
}

async function moved(
  tx: Transaction,
  services: Services,
  deed: BulkDeed,
  { id }: HeldDeskComment,
  { version, state }: BulkMember,
): Promise<Step> {
  const move = moveOf(deed)
  const comment = await holdComment(tx, id)
  if (!comment || comment.version !== version || comment.state !== state) return { outcome: 'changed-meanwhile' }
  if (!canBeDone(move.move, state)) return { outcome: 'nothing-to-do' }
  const hidden = await listHiddenWordings(tx, id)
  await moveIn(tx, services, deed.byAccountId, comment, { version, state }, move)
  // As it was written, not a clock read once more: it tells an undoing whether anybody has changed the comment since.
  const after = await holdDeskComment(tx, id)
  const before = {
    underHold: comment.underHold,
    hidden: hidden.map(({ n, byHoldAt }) => ({ n, byHoldAt: byHoldAt?.toISOString() ?? null })),
    changedAt: (after?.changedAt ?? services.clock.now()).toISOString(),
  }
  return { outcome: 'done', before }
}

export const moveOf = ({ deed, ground, note }: BulkDeed): Move =>
  deed === 'hold' && ground !== null ? { move: 'hold', ground, note } : { move: 'release' }
