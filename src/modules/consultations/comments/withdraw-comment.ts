import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { dropFromDraft } from '../answers/move-comments.ts'
import { phaseAt } from '../consultation-rules.ts'
import { groupLater } from '../groups/keep-groups.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import { recordOfComment } from '../record-history.ts'
import { insertCommentEvent, moveComment } from './move-queries.ts'
import { refusalToChange } from './comment-rules.ts'
import { findOwn, type ChangeOutcome, type OwnerProof } from './correct-comment.ts'

/** Takes an own comment back. Its place stays, with the day it was withdrawn and without its words. */
export async function withdrawComment(services: Services, proof: OwnerProof): Promise<ChangeOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<ChangeOutcome> => {
    const own = await findOwn(tx, proof)
    if (!own) return { kind: 'no-such-comment' }
    if (own.state === 'withdrawn') return { kind: 'changed' }
    const refusal = refusalToChange(own, phaseAt({ ...own, state: own.consultationState }, now))
    if (refusal) return { kind: 'refused', refusal }
    await moveComment(tx, { id: own.id, state: 'withdrawn', now })
    const { institutionId, id: commentId, version } = own
    await insertCommentEvent(tx, { institutionId, commentId, kind: 'withdrawn', version, at: now })
    const fields = [{ field: 'state', from: own.state, to: 'withdrawn' }]
    await recordOfComment(tx, { institutionId, id: commentId, kind: 'withdrawn', by: 'citizen', at: now, fields })
    await dropFromDraft(tx, commentId, now)
    await appendToLedger(tx, services, { kind: publishedComments, ids: [commentId] })
    await groupLater(tx, commentId)
    return { kind: 'changed' }
  })
}
