import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { ReturnOutcome, ReturnStanding } from './return-rules.ts'

export type MayorReturn = {
  id: string
  returnedOn: string
  reasons: string
  protocol: string | null
  outcome: ReturnOutcome | null
  outcomeOn: string | null
  outcomeVoteRef: string | null
  outcomeNote: string | null
}

/** Of an act, the oldest first. */
export const listReturns = (db: Queryable, actId: string): Promise<MayorReturn[]> => db<MayorReturn[]>`
  select one.id, one.returned_on, one.reasons, one.protocol, one.outcome, one.outcome_on, one.outcome_vote_ref,
         one.outcome_note
  from council_acts.mayor_returns as one where one.act_id = ${actId} order by one.created_at, one.id`

/** Whether the mayor returned it and the council has not said anything yet: then it is neither numbered nor announced. */
export async function returnIsOpen(db: Queryable, actId: string): Promise<boolean> {
  return (await findReturnStanding(db, actId)) === 'open'
}

export async function findReturnStanding(db: Queryable, actId: string): Promise<ReturnStanding> {
  const row = one(
    await db<{ open: boolean; withdrawn: boolean }[]>`
      select coalesce(bool_or(one.outcome is null), false) as open,
             coalesce(bool_or(one.outcome = 'withdrawn'), false) as withdrawn
      from council_acts.mayor_returns as one where one.act_id = ${actId}`,
  )
  if (row?.open) return 'open'
  return row?.withdrawn ? 'withdrawn' : 'none'
}

export const findReturnByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(
    await db<
      { actId: string }[]
    >`select one.act_id from council_acts.mayor_returns as one where one.form_id = ${formId}`,
  )?.actId ?? null

export type NewReturn = {
  institutionId: string
  actId: string
  formId: string
  returnedOn: string
  reasons: string
  protocol: string | null
  at: Date
  by: string | null
}

export async function insertReturn(tx: Transaction, of: NewReturn): Promise<void> {
  await tx`
    insert into council_acts.mayor_returns
      (institution_id, act_id, form_id, returned_on, reasons, protocol, created_at, by_account_id)
    values (${of.institutionId}, ${of.actId}, ${of.formId}, ${of.returnedOn}, ${of.reasons}, ${of.protocol}, ${of.at},
            ${of.by})`
}

export type Settling = { outcome: ReturnOutcome; on: string; voteRef: string | null; note: string | null }

/** The open return of the act, with its day; null: there is none. */
export const findOpenReturn = async (
  db: Queryable,
  actId: string,
): Promise<{ id: string; returnedOn: string } | null> =>
  one(
    await db<{ id: string; returnedOn: string }[]>`
      select one.id, one.returned_on from council_acts.mayor_returns as one
      where one.act_id = ${actId} and one.outcome is null`,
  )

export async function settleReturnRow(tx: Transaction, id: string, of: Settling): Promise<void> {
  await tx`
    update council_acts.mayor_returns set outcome = ${of.outcome}, outcome_on = ${of.on}, outcome_vote_ref = ${of.voteRef},
      outcome_note = ${of.note}
    where id = ${id}`
}

export type VoteChoice = { ref: string; day: string; title: string; result: string }

/** Votes of the institution since that day, the newest first: one of them is the vote on what was returned. */
export const listVotesSince = (
  db: Queryable,
  institutionId: string,
  day: string,
  zone: string,
): Promise<VoteChoice[]> => db<VoteChoice[]>`
  select vote.subject as ref, (vote.published_at at time zone ${zone})::date as day, vote.title, vote.state as result
  from council.published_votes as vote
  where vote.institution_id = ${institutionId} and (vote.published_at at time zone ${zone})::date >= ${day}
  order by vote.published_at desc, vote.id limit 200`

export const findVote = async (db: Queryable, institutionId: string, ref: string): Promise<VoteChoice | null> =>
  one(
    await db<VoteChoice[]>`
      select vote.subject as ref, vote.published_at::date as day, coalesce(vote.title, '') as title, vote.state as result
      from council.published_votes as vote where vote.institution_id = ${institutionId} and vote.subject = ${ref}`,
  )
