import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { insertCommentEvents, moveComment, type CommentEventKind } from '../comments/move-queries.ts'
import type { CommentState } from '../comments/comment-rules.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { recordOfComment } from '../record-history.ts'
import { assignIn } from './assign-comment.ts'
import { holdDeskComment, type HeldDeskComment } from './assignment-queries.ts'
import {
  beginUndo,
  findBulkDeed,
  findLastGround,
  finishUndo,
  holdBulkDeed,
  holdMember,
  listMemberIds,
  restoreHidden,
  settleMember,
  type Before,
  type BulkDeed,
  type BulkMember,
} from './bulk-queries.ts'
import { MOST_WHILE_WAITING } from './desk-rules.ts'
import { labelIn } from './label-comments.ts'

export const BULK_UNDO_JOB = 'consultations.bulk-undo'

export type UndoOutcome =
  | { kind: 'undone' }
  | { kind: 'too-late' }
  | { kind: 'still-running' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-deed' }

/**
 * Takes a deed on many back while its letters have not gone out: for whoever may do such deeds there, since a mistake is
 * often seen by somebody else. What others have changed since then stays as they left it, and is named.
 */
export async function undoBulkDeed(services: Services, official: Official, id: string): Promise<UndoOutcome> {
  const now = services.clock.now()
  const outcome = await services.db.begin(async (tx): Promise<UndoOutcome> => {
    const deed = await holdBulkDeed(tx, id)
    if (!deed) return { kind: 'no-such-deed' }
    if (!mayIn(official, may['comments.moderate'], deed.institutionId)) return { kind: 'not-permitted' }
    if (deed.state === 'undone' || deed.state === 'undoing') return { kind: 'undone' }
    if (deed.undoUntil === null) return { kind: 'still-running' }
    if (now >= deed.undoUntil) return { kind: 'too-late' }
    await beginUndo(tx, id, official.accountId, now)
    const runAt = new Date(now.getTime() + 60_000)
    const members = await listMemberIds(tx, id, 'done')
    const wait = members.length > MOST_WHILE_WAITING ? {} : { runAt }
    await enqueue(tx, BULK_UNDO_JOB, { deed: id }, { key: `${BULK_UNDO_JOB}:${id}`, ...wait })
    return { kind: 'undone' }
  })
  if (outcome.kind !== 'undone') return outcome
  const members = await listMemberIds(services.db, id, 'done')
  if (members.length <= MOST_WHILE_WAITING) await runUndo(services, id)
  return outcome
}

/** What is left of an undoing, comment by comment. */
export async function runUndo(services: Services, id: string): Promise<void> {
  const deed = await findBulkDeed(services.db, id)
  if (deed?.state !== 'undoing') return
  for (const commentId of await listMemberIds(services.db, id, 'done')) {
    await services.db.begin(async (tx) => {
      const member = await holdMember(tx, id, commentId, 'done')
      if (!member) return
      const comment = await holdDeskComment(tx, commentId)
      const restored = comment !== null && (await restore(tx, services, deed, comment, member))
      const outcome = restored ? 'undone' : 'changed-since'
      await settleMember(tx, { deedId: id, commentId }, { outcome, at: services.clock.now() })
    })
  }
  await services.db.begin((tx) => finishUndo(tx, id))
}

/** False: somebody has changed it since. */
async function restore(
  tx: Transaction,
  services: Services,
  deed: BulkDeed,
  comment: HeldDeskComment,
  member: BulkMember,
): Promise<boolean> {
  const by = deed.undoneById ?? deed.byAccountId
  const at = services.clock.now()
  switch (deed.deed) {
    case 'assign':
      if (comment.assigneeId !== deed.assigneeId) return false
      await assignIn(tx, by, comment, member.assigneeId, at)
      return true
    case 'label':
    case 'unlabel':
      return labelIn(tx, by, comment, { name: deed.label ?? '', wears: deed.deed === 'unlabel' }, at)
    case 'hold':
    case 'release': {
      const left: CommentState = deed.deed === 'hold' ? 'held' : 'published'
      const same = comment.state === left && comment.version === member.version
      if (!same || !member.before || comment.changedAt.toISOString() !== member.before.changedAt) return false
      await restoreState(tx, services, by, comment, { state: member.state, before: member.before })
      return true
    }
  }
}

/**
 * The state, and exactly the wordings hidden that were. That it was public, or was not, for a while stays in its history
 * and in the ledger, where nothing is undone; so does the time of its first publication.
 */
async function restoreState(
  tx: Transaction,
  services: Services,
  by: string,
  { id, institutionId, version, state }: HeldDeskComment,
  was: { state: CommentState; before: Before },
): Promise<void> {
  const at = services.clock.now()
  await moveComment(tx, { id, state: was.state, now: at })
  const heldAgain = was.state === 'held' || was.before.underHold
  // Which wordings come back when it is released is told by the moment of the hold: that is now.
  const hidden = was.before.hidden.map(({ n, byHoldAt }) => ({
    n,
    byHoldAt: byHoldAt === null || was.state !== 'held' ? byHoldAt : at.toISOString(),
  }))
  await restoreHidden(tx, id, hidden)
  const event = { institutionId, commentId: id, version, at, byAccountId: by }
  const ground = heldAgain ? await findLastGround(tx, id) : null
  const kinds: CommentEventKind[] = [
    ...(heldAgain ? (['held'] as const) : state === 'held' ? (['released'] as const) : []),
    ...(was.state === 'waiting' ? (['waiting'] as const) : []),
  ]
  await insertCommentEvents(
    tx,
    kinds.map((kind) => ({ ...event, kind, ground: kind === 'held' ? ground : null })),
  )
  const fields = [{ field: 'state', from: state, to: was.state }]
  await recordOfComment(tx, { institutionId, id, kind: 'bulk-undone', by: { accountId: by }, at, fields })
  await appendToLedger(tx, services, { kind: publishedComments, ids: [id] })
}
