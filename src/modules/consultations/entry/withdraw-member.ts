import { digestOfToken } from '#platform/auth/private-link.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import { recordOfComment } from '../record-history.ts'
import { findMemberByToken, markWithdrawn } from './member-queries.ts'

/** "Not in our name": the submission stands, and everybody sees that this member withdrew from it. Pressed twice it is once. */
export async function withdrawMember(services: Services, token: string): Promise<'done' | 'no-such-member'> {
  return services.db.begin(async (tx) => {
    const member = await findMemberByToken(tx, 'sq', digestOfToken(token), { lock: true })
    if (!member) return 'no-such-member'
    if (member.withdrawnAt) return 'done'
    const at = services.clock.now()
    await markWithdrawn(tx, member.id, at)
    const { institutionId, commentId, n } = member
    const fields = [{ field: 'member', from: String(n), to: null }]
    await recordOfComment(tx, { institutionId, id: commentId, kind: 'member-withdrew', by: 'citizen', at, fields })
    await appendToLedger(tx, services, { kind: publishedComments, ids: [commentId] })
    return 'done'
  })
}
