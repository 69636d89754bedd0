import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'

export type CasePoint = {
  id: string
  caseId: string
  ordinal: number
  /** Null: the letter as a whole. */
  title: string | null
  words: string | null
  ownerAccountId: string | null
  ownerName: string | null
  ownerRole: string | null
  answer: string | null
  answerReason: string | null
  answeredAt: Date | null
  version: number
}

const columns = (db: Queryable) => db`
  point.id, point.case_id, point.ordinal, point.title, point.words, point.owner_account_id, account.name as owner_name,
  point.owner_role, point.answer, point.answer_reason, point.answered_at, point.version`

export function listPoints(db: Queryable, caseId: string): Promise<CasePoint[]> {
  return db<CasePoint[]>`
    select ${columns(db)} from platform.case_points as point
    left join platform.accounts as account on account.id = point.owner_account_id
    where point.case_id = ${caseId} order by point.ordinal`
}

export const findPoint = async (db: Queryable, caseId: string, id: string): Promise<CasePoint | null> =>
  one(
    await db<CasePoint[]>`
      select ${columns(db)} from platform.case_points as point
      left join platform.accounts as account on account.id = point.owner_account_id
      where point.case_id = ${caseId} and point.id = ${id}`,
  )

export type NewPoint = {
  institutionId: string
  caseId: string
  ordinal: number
  title: string | null
  words: string | null
  ownerRole: string | null
}

export async function insertPoint(tx: Transaction, point: NewPoint): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.case_points (institution_id, case_id, ordinal, title, words, owner_role)
    values (${point.institutionId}, ${point.caseId}, ${point.ordinal}, ${point.title}, ${point.words}, ${point.ownerRole})
    returning id`
  if (!row) throw new Error('An insert gives a row')
  return row.id
}

/** Before a letter is taken apart anew: what has no answer yet goes. */
export async function deleteUnansweredPoints(tx: Transaction, caseId: string): Promise<void> {
  await tx`delete from platform.case_points where case_id = ${caseId} and answered_at is null`
}

export async function answerPoint(
  tx: Transaction,
  id: string,
  answered: { answer: string; reason: string | null; by: string; at: Date },
): Promise<void> {
  await tx`
    update platform.case_points set
      answer = ${answered.answer}, answer_reason = ${answered.reason}, answered_at = ${answered.at},
      answered_by = ${answered.by}, version = version + 1
    where id = ${id}`
}

export async function setPointOwner(
  tx: Transaction,
  id: string,
  owner: { accountId: string | null; role: string | null },
): Promise<void> {
  await tx`
    update platform.case_points set
      owner_account_id = ${owner.accountId}, owner_role = ${owner.role}, version = version + 1
    where id = ${id}`
}
