import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { CommentState } from '../comments/comment-rules.ts'

export type HeldDeskComment = {
  id: string
  institutionId: string
  consultationId: string
  code: string
  state: CommentState
  version: number
  assigneeId: string | null
  changedAt: Date
}

/** Locked until the deed ends. What was never confirmed is nobody's business, what is erased nobody's any more. */
export const holdDeskComment = async (tx: Transaction, id: string): Promise<HeldDeskComment | null> =>
  one(
    await tx<HeldDeskComment[]>`
      select id, institution_id, consultation_id, code, state, version, assignee_id, changed_at from consultations.comments
      where id = ${id} and confirmed_at is not null and state <> 'erased' for update`,
  )

export async function setAssignee(tx: Transaction, id: string, to: string | null): Promise<void> {
  await tx`update consultations.comments set assignee_id = ${to} where id = ${id}`
}

/** Open with an official, by consultation. */
export type AssignedCount = { consultationId: string; title: string; count: number }

export const countAssignedTo = (db: Queryable, accountId: string): Promise<AssignedCount[]> => db<AssignedCount[]>`
  select consultation.id as consultation_id, consultation.title, count(*)::int as count
  from consultations.comments as comment
  join consultations.consultations as consultation on consultation.id = comment.consultation_id
  where comment.assignee_id = ${accountId} and comment.confirmed_at is not null
    and comment.state in ('waiting', 'published', 'held')
  group by consultation.id, consultation.title order by consultation.title, consultation.id`

/** To a successor who works there too: nobody is given what they may not read. */
export const takeOverComments = (
  tx: Transaction,
  { from, to, roles, at }: { from: string; to: string; roles: readonly string[]; at: Date },
): Promise<{ id: string; institutionId: string }[]> => tx<{ id: string; institutionId: string }[]>`
  with held as (
    select id from consultations.comments
    where assignee_id = ${from} and confirmed_at is not null and institution_id in (
      select role.institution_id from platform.roles as role
      where role.account_id = ${to} and role.role = any(${roles as string[]}::text[]) and role.body_id is null
        and role.valid_from <= ${at} and (role.valid_to is null or role.valid_to > ${at}))
    order by id for update)
  update consultations.comments as comment set assignee_id = ${to} from held where comment.id = held.id
  returning comment.id, comment.institution_id`

/** Name of whoever has it, for those who come too late. */
export const findNameOf = async (db: Queryable, accountId: string): Promise<string | null> =>
  one(await db<{ name: string }[]>`select name from platform.accounts where id = ${accountId}`)?.name ?? null
