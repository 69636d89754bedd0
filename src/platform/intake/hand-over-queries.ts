import type { Queryable, Transaction } from '../db/database.ts'

const OPEN = ['new', 'assigned', 'in-work']

export type HeldNumber = {
  id: string
  registerNumber: number | null
  registerYear: number | null
  printedNumber: string | null
}

/** Cases still open with an official: theirs as a whole, or with a point of theirs that waits for an answer. */
export const listCasesWith = (db: Queryable, accountId: string): Promise<HeldNumber[]> =>
  db<HeldNumber[]>`
    select held.id, held.register_number, held.register_year, held.printed_number from platform.cases as held
    where held.state = any(${OPEN}::text[]) and (held.owner_account_id = ${accountId} or exists (
      select from platform.case_points as point
      where point.case_id = held.id and point.owner_account_id = ${accountId} and point.answered_at is null))
    order by held.received_at, held.id limit 500`

type HandingOver = { from: string; to: string; at: Date }

/** Where the successor works too: nobody is given what they may not read. */
const worksThere = (db: Queryable, { to, at }: HandingOver) => db`
  select role.institution_id from platform.roles as role
  where role.account_id = ${to} and role.valid_from <= ${at} and (role.valid_to is null or role.valid_to > ${at})`

/** Those that were theirs as a whole, with their institution. */
export async function takeOverCases(
  tx: Transaction,
  order: HandingOver,
): Promise<{ id: string; institutionId: string }[]> {
  const held = tx`
    select id from platform.cases where owner_account_id = ${order.from} and state = any(${OPEN}::text[])
      and institution_id in (${worksThere(tx, order)}) order by id for update`
  return tx<{ id: string; institutionId: string }[]>`
    update platform.cases set owner_account_id = ${order.to}, changed_at = ${order.at}, version = version + 1
    where id in (${held}) returning id, institution_id`
}

export async function takeOverPoints(tx: Transaction, order: HandingOver): Promise<number> {
  const result = await tx`
    update platform.case_points set owner_account_id = ${order.to}, version = version + 1
    where owner_account_id = ${order.from} and answered_at is null and institution_id in (${worksThere(tx, order)})`
  return result.count
}
