import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { insertCommentEvents } from '../comments/move-queries.ts'
import { publishedComments } from '../ledger/comment-records.ts'
import { recordOfComment } from '../record-history.ts'
import { bringIntoTime, bringUnconfirmedIntoTime, holdInTimeNow } from './point-queries.ts'

/** The window was put off: what had come late and falls inside it now is in time, and says when it became so. */
export async function bringCommentsIntoTime(
  tx: Transaction,
  services: Services,
  order: { consultationId: string; closesOn: CivilDate; closesAt: Date; by: ChangedBy },
): Promise<number> {
  const at = services.clock.now()
  await bringUnconfirmedIntoTime(tx, order.consultationId, order.closesAt)
  const late = await holdInTimeNow(tx, order)
  if (late.length === 0) return 0
  const ids = late.map(({ id }) => id)
  await bringIntoTime(tx, ids, at)
  const byAccountId = typeof order.by === 'string' ? null : order.by.accountId
  await insertCommentEvents(
    tx,
    late.map(({ id, institutionId, version }) => ({
      institutionId,
      commentId: id,
      kind: 'in-time',
      version,
      at,
      byAccountId,
    })),
  )
  const fields = [{ field: 'late', from: 'late', to: null }]
  for (const { id, institutionId } of late)
    await recordOfComment(tx, { institutionId, id, kind: 'in-time', by: order.by, at, fields })
  await appendToLedger(tx, services, { kind: publishedComments, ids })
  return ids.length
}
