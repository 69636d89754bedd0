import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { CommentState, HoldGround } from '../comments/comment-rules.ts'
import type { BulkDeedKind, BulkOutcome } from './bulk-rules.ts'
import type { Chosen } from './chosen-queries.ts'

export type NewBulkDeed = {
  institutionId: string
  by: string
  formId: string
  deed: BulkDeedKind
  assigneeId: string | null
  label: string | null
  ground: HoldGround | null
  note: string | null
  at: Date
}

/** Null when this form has begun it already. */
export async function insertBulkDeed(tx: Transaction, deed: NewBulkDeed): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.bulk_deeds
        (institution_id, by_account_id, form_id, deed, assignee_id, label, ground, note, started_at)
      values (${deed.institutionId}, ${deed.by}, ${deed.formId}, ${deed.deed}, ${deed.assigneeId}, ${deed.label},
              ${deed.ground}, ${deed.note}, ${deed.at})
      on conflict (form_id) do nothing returning id`,
  )
  return row?.id ?? null
}

export const findBulkByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from consultations.bulk_deeds where form_id = ${formId}`)?.id ?? null

export async function insertBulkMembers(
  tx: Transaction,
  deedId: string,
  members: readonly (Chosen & { outcome: BulkOutcome })[],
): Promise<void> {
  const rows = members.map((member) => ({
    institution_id: member.institutionId,
    comment_id: member.id,
    version: member.version,
    state: member.state,
    assignee_id: member.assigneeId,
    outcome: member.outcome,
  }))
  await tx`
    insert into consultations.bulk_members (institution_id, deed_id, comment_id, version, state, assignee_id, outcome)
    select institution_id, ${deedId}, comment_id, version, state, assignee_id, outcome
    from jsonb_to_recordset(${tx.json(rows)}::jsonb) as row (
      institution_id uuid, comment_id uuid, version int, state text, assignee_id uuid, outcome text)`
}

export type BulkDeed = {
  id: string
  institutionId: string
  byAccountId: string
  by: string
  deed: BulkDeedKind
  assigneeId: string | null
  assignee: string | null
  label: string | null
  ground: HoldGround | null
  note: string | null
  state: 'running' | 'done' | 'undoing' | 'undone'
  startedAt: Date
  doneAt: Date | null
  undoUntil: Date | null
  undoneAt: Date | null
  undoneById: string | null
  undoneBy: string | null
  zone: string
}

const deeds = (db: Queryable) => db`
  select deed.id, deed.institution_id, deed.by_account_id, account.name as by, deed.deed, deed.assignee_id,
         assignee.name as assignee, deed.label, deed.ground, deed.note, deed.state, deed.started_at, deed.done_at,
         deed.undo_until, deed.undone_at, deed.undone_by as undone_by_id, undoer.name as undone_by, institution.zone
  from consultations.bulk_deeds as deed
  join platform.accounts as account on account.id = deed.by_account_id
  join platform.institutions as institution on institution.id = deed.institution_id
  left join platform.accounts as assignee on assignee.id = deed.assignee_id
  left join platform.accounts as undoer on undoer.id = deed.undone_by`

export const findBulkDeed = async (db: Queryable, id: string): Promise<BulkDeed | null> =>
  one(await db<BulkDeed[]>`${deeds(db)} where deed.id = ${id}`)

export const listBulkDeeds = (db: Queryable, institutions: readonly string[] | null): Promise<BulkDeed[]> => db<
  BulkDeed[]
>`
  ${deeds(db)} ${institutions ? db`where deed.institution_id = any(${institutions as string[]}::uuid[])` : db``}
  order by deed.started_at desc, deed.id desc limit 50`

export type OutcomeCount = { deedId: string; outcome: BulkOutcome; count: number }

export const countOutcomes = (db: Queryable, ids: readonly string[]): Promise<OutcomeCount[]> => db<OutcomeCount[]>`
  select deed_id, outcome, count(*)::int as count from consultations.bulk_members
  where deed_id = any(${ids as string[]}::uuid[]) group by deed_id, outcome`

export type NamedMember = { commentId: string; code: string; outcome: BulkOutcome }

/** Those with which it did not go as it should, to be named. */
export const listNamedMembers = (db: Queryable, deedId: string): Promise<NamedMember[]> => db<NamedMember[]>`
  select member.comment_id, comment.code, member.outcome from consultations.bulk_members as member
  join consultations.comments as comment on comment.id = member.comment_id
  where member.deed_id = ${deedId} and member.outcome in ('changed-meanwhile', 'not-permitted', 'failed', 'changed-since')
  order by member.outcome, comment.code limit 500`

/** Ids of those that are in one outcome still, in their order. */
export const listMemberIds = async (db: Queryable, deedId: string, outcome: BulkOutcome): Promise<string[]> => {
  const rows = await db<{ commentId: string }[]>`
    select comment_id from consultations.bulk_members where deed_id = ${deedId} and outcome = ${outcome} order by comment_id`
  return rows.map(({ commentId }) => commentId)
}

/** What stood when the deed came to it, and when it left it. Moments as text. */
export type Before = {
  underHold: boolean
  hidden: { n: number; byHoldAt: string | null }[]
  changedAt: string
}

export type BulkMember = {
  institutionId: string
  version: number
  state: CommentState
  assigneeId: string | null
  outcome: BulkOutcome
  before: Before | null
  letterAt: Date | null
}

/** Held until its one step ends; null while another run has it, or when it is not in that outcome any more. */
export const holdMember = async (
  tx: Transaction,
  deedId: string,
  commentId: string,
  outcome: BulkOutcome,
): Promise<BulkMember | null> =>
  one(
    await tx<BulkMember[]>`
      select institution_id, version, state, assignee_id, outcome, before, letter_at from consultations.bulk_members
      where deed_id = ${deedId} and comment_id = ${commentId} and outcome = ${outcome} for update`,
  )

export async function settleMember(
  tx: Transaction,
  where: { deedId: string; commentId: string },
  settled: { outcome: BulkOutcome; before?: Before | null; at: Date },
): Promise<void> {
  await tx`
    update consultations.bulk_members
    set outcome = ${settled.outcome}, at = ${settled.at},
        before = coalesce(${settled.before ? tx.json(settled.before) : null}::jsonb, before)
    where deed_id = ${where.deedId} and comment_id = ${where.commentId}`
}

export async function noteMemberLetter(tx: Transaction, deedId: string, commentId: string, at: Date): Promise<void> {
  await tx`
    update consultations.bulk_members set letter_at = ${at} where deed_id = ${deedId} and comment_id = ${commentId}`
}

/** Locked: whether it is being undone is decided once. */
export const holdBulkDeed = async (
  tx: Transaction,
  id: string,
): Promise<{ institutionId: string; state: BulkDeed['state']; undoUntil: Date | null } | null> =>
  one(
    await tx<{ institutionId: string; state: BulkDeed['state']; undoUntil: Date | null }[]>`
      select institution_id, state, undo_until from consultations.bulk_deeds where id = ${id} for update`,
  )

/** False: a member still waits, or it ended before. */
export async function finishBulk(tx: Transaction, id: string, at: Date, undoUntil: Date): Promise<boolean> {
  const result = await tx`
    update consultations.bulk_deeds set state = 'done', done_at = ${at}, undo_until = ${undoUntil}
    where id = ${id} and state = 'running'
      and not exists (select from consultations.bulk_members where deed_id = ${id} and outcome = 'waiting')`
  return result.count === 1
}

export async function beginUndo(tx: Transaction, id: string, by: string, at: Date): Promise<void> {
  await tx`
    update consultations.bulk_deeds set state = 'undoing', undone_by = ${by}, undone_at = ${at} where id = ${id}`
}

export async function finishUndo(tx: Transaction, id: string): Promise<void> {
  await tx`
    update consultations.bulk_deeds set state = 'undone'
    where id = ${id} and state = 'undoing'
      and not exists (select from consultations.bulk_members where deed_id = ${id} and outcome = 'done')`
}

export type HiddenWording = { n: number; byHoldAt: Date | null }

export const listHiddenWordings = (tx: Transaction, commentId: string): Promise<HiddenWording[]> => tx<HiddenWording[]>`
  select n, hidden_by_hold_at as by_hold_at from consultations.comment_versions
  where comment_id = ${commentId} and hidden order by n`

/** Exactly those wordings hidden that were before; all others shown. */
export async function restoreHidden(
  tx: Transaction,
  commentId: string,
  hidden: readonly { n: number; byHoldAt: string | null }[],
): Promise<void> {
  const rows = hidden.map(({ n, byHoldAt }) => ({ n, at: byHoldAt }))
  await tx`
    update consultations.comment_versions as version
    set hidden = before.n is not null, hidden_by_hold_at = before.at
    from consultations.comment_versions as same
    left join jsonb_to_recordset(${tx.json(rows)}::jsonb) as before (n int, at timestamptz) on before.n = same.n
    where same.comment_id = ${commentId} and version.comment_id = same.comment_id and version.n = same.n
      and (version.hidden, version.hidden_by_hold_at) is distinct from (before.n is not null, before.at)`
}

/** With which ground it was held last. */
export const findLastGround = async (tx: Transaction, commentId: string): Promise<HoldGround | null> =>
  one(
    await tx<{ ground: HoldGround }[]>`
      select ground from consultations.comment_events where comment_id = ${commentId} and kind = 'held'
      order by id desc limit 1`,
  )?.ground ?? null
