import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { HandOver } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { isHousePerson } from '#platform/tasks/people-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { recordOfComment } from '../record-history.ts'
import { findNameOf, holdDeskComment, setAssignee, takeOverComments } from './assignment-queries.ts'

export type AssignOutcome =
  | { kind: 'done' }
  /** Somebody else has assigned it since the page was opened; `with`: to whom, null: to nobody. */
  | { kind: 'assigned-meanwhile'; with: string | null }
  | { kind: 'no-such-person' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-comment' }

/** Gives a comment to an official who may work on comments there, or takes it from whoever has it (`to` null). */
export async function assignComment(
  services: Services,
  official: Official,
  commentId: string,
  order: { to: string | null; seen: string | null },
): Promise<AssignOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<AssignOutcome> => {
    const comment = await holdDeskComment(tx, commentId)
    if (!comment) return { kind: 'no-such-comment' }
    const { institutionId, assigneeId } = comment
    if (!mayIn(official, may['comments.moderate'], institutionId)) return { kind: 'not-permitted' }
    // Pressed twice it is done once.
    if (assigneeId === order.to) return { kind: 'done' }
    if (assigneeId !== order.seen)
      return { kind: 'assigned-meanwhile', with: assigneeId && (await findNameOf(tx, assigneeId)) }
    if (!(await mayHave(tx, order.to, institutionId, now))) return { kind: 'no-such-person' }
    await assignIn(tx, official.accountId, comment, order.to, now)
    return { kind: 'done' }
  })
}

/** Whether somebody may be given comments of an institution; nobody always may. */
export const mayHave = async (
  tx: Transaction,
  accountId: string | null,
  institutionId: string,
  now: Date,
): Promise<boolean> => accountId === null || isHousePerson(tx, accountId, institutionId, may['comments.moderate'], now)

export async function assignIn(
  tx: Transaction,
  by: string,
  comment: { id: string; institutionId: string; assigneeId: string | null },
  to: string | null,
  at: Date,
): Promise<void> {
  await setAssignee(tx, comment.id, to)
  const fields = [{ field: 'assignee', from: comment.assigneeId, to }]
  const { id, institutionId } = comment
  await recordOfComment(tx, { institutionId, id, kind: 'assigned', by: { accountId: by }, at, fields })
}

/** Who leaves hands on the comments that are with them. Gives how many. */
export async function handOverComments(tx: Transaction, { from, to, byAccountId, at }: HandOver): Promise<number> {
  const given = await takeOverComments(tx, { from, to, roles: may['comments.moderate'], at })
  for (const { id, institutionId } of given) {
    const fields = [{ field: 'assignee', from, to }]
    await recordOfComment(tx, { institutionId, id, kind: 'assigned', by: { accountId: byAccountId }, at, fields })
  }
  return given.length
}
