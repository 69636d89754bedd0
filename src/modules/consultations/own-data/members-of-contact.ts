import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { forgetMember, listMembersOfContact } from '../entry/member-queries.ts'
import { enterCommentAnew } from '../ledger/enter-comment-anew.ts'
import { recordOfComment } from '../record-history.ts'
import { forgetRatingWordsOfMember } from '../telling/rating-queries.ts'
import { holdCommentById } from './personal-comment-queries.ts'

/** Where somebody is the address of a member of a joint submission: its organisation stays, their name and address go. */
export async function forgetMembersOf(
  tx: Transaction,
  services: Services,
  contactId: string,
  by: ChangedBy,
): Promise<number> {
  const members = await listMembersOfContact(tx, contactId)
  const at = services.clock.now()
  for (const { id, institutionId, commentId } of members.toSorted((a, b) => (a.commentId < b.commentId ? -1 : 1))) {
    await holdCommentById(tx, commentId)
    // A link that nobody was given: that in the old letter opens nothing any more.
    await forgetMember(tx, id, newPrivateLink().digest)
    await forgetRatingWordsOfMember(tx, id)
    const fields = [{ field: 'member', from: null, to: null }]
    await recordOfComment(tx, { institutionId, id: commentId, kind: 'member-forgotten', by, at, fields })
    await enterCommentAnew(tx, services, commentId, {
      ground: 'own-data',
      role: typeof by === 'string' ? by : 'official',
    })
  }
  return members.length
}
