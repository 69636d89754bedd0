import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import { removeContent } from '#platform/takedowns/remove-content.ts'
import { listDocumentIdsOf } from '#platform/takedowns/takedown-queries.ts'
import { dropFromDraft } from '../answers/move-comments.ts'
import { insertCommentEvent } from '../comments/move-queries.ts'
import { forgetDelivery } from '../entry/forget-delivery.ts'
import { deleteMembers } from '../entry/member-queries.ts'
import { groupLater } from '../groups/keep-groups.ts'
import { enterErasure } from '../ledger/enter-comment-anew.ts'
import { recordOfComment } from '../record-history.ts'
import { forgetRatingWords } from '../telling/rating-queries.ts'
import { forgetMembersOf } from './members-of-contact.ts'
import {
  deleteComment,
  eraseWords,
  holdCommentById,
  holdCommentsOf,
  type HeldComment,
} from './personal-comment-queries.ts'

/** All comments of a contact. Those that had been public keep their place without words and without a name. */
export async function eraseCommentsOf(
  tx: Transaction,
  services: Services,
  contactId: string,
  by: ChangedBy,
): Promise<number> {
  const comments = await holdCommentsOf(tx, contactId)
  for (const comment of comments) await eraseComment(tx, services, comment, by)
  return comments.length + (await forgetMembersOf(tx, services, contactId, by))
}

export async function eraseCommentAlone(
  tx: Transaction,
  services: Services,
  ref: string,
  by: ChangedBy,
  /** A word of the program: why, where nobody asked for it. */
  ground = 'own-data',
): Promise<boolean> {
  const [comment] = await holdCommentById(tx, readRef(ref)?.id ?? '')
  if (comment) await eraseComment(tx, services, comment, by, ground)
  return comment !== undefined
}

async function eraseComment(
  tx: Transaction,
  services: Services,
  comment: HeldComment,
  by: ChangedBy,
  ground = 'own-data',
): Promise<void> {
  const { id, institutionId, state, version } = comment
  const at = services.clock.now()
  await removeContent(tx, services, await listDocumentIdsOf(tx, [`consultations.comment:${id}`]), at)
  await deleteMembers(tx, id)
  await forgetRatingWords(tx, id)
  if (state === 'sent') await deleteComment(tx, id)
  else {
    // A link that nobody was given: the old one opens nothing any more.
    await eraseWords(tx, { id, tokenDigest: newPrivateLink().digest, at })
    const byAccountId = typeof by === 'string' ? null : by.accountId
    await insertCommentEvent(tx, { institutionId, commentId: id, kind: 'erased', version, at, byAccountId })
  }
  await dropFromDraft(tx, id, at)
  await forgetDelivery(tx, services, id)
  const fields = [{ field: 'state', from: state, to: 'erased' }]
  await recordOfComment(tx, { institutionId, id, kind: 'erased', by, at, fields })
  await enterErasure(tx, services, id, { ground, role: typeof by === 'string' ? by : 'official' })
  await groupLater(tx, id)
}
