import { one, type Queryable } from '#platform/db/database.ts'

export type DemoSecretary = { accountId: string; name: string; email: string }

export const findDemoSecretary = async (db: Queryable, institutionId: string): Promise<DemoSecretary | null> =>
  one(
    await db<DemoSecretary[]>`
      select account.id as account_id, account.name, account.email from platform.accounts as account
      join platform.roles as held on held.account_id = account.id
      where held.institution_id = ${institutionId} and held.role = 'council-secretary' and account.demonstration
      order by account.name limit 1`,
  )

export const hasActs = async (db: Queryable, institutionId: string): Promise<boolean> =>
  one(
    await db<{ found: boolean }[]>`
      select exists (select from council_acts.acts as act where act.institution_id = ${institutionId}) as found`,
  )?.found ?? false

export type DemoVote = {
  id: string
  title: string
  meetingId: string
  takenAt: Date
  adoptedOn: string
}

/** What the council adopted, the oldest first. */
export const listDemoVotes = (db: Queryable, institutionId: string): Promise<DemoVote[]> =>
  db<DemoVote[]>`
    select vote.id, vote.title, vote.meeting_id, vote.taken_at, vote.adopted_on
    from council.adopted_votes as vote
    where vote.institution_id = ${institutionId}
    order by vote.taken_at, vote.id`

/** The standing relations to an act that no state of its text carries out yet. */
export const listRelationsTo = (db: Queryable, actId: string): Promise<{ id: string }[]> =>
  db<{ id: string }[]>`
    select relation.id from council_acts.relations as relation
    where relation.other_id = ${actId} and relation.state = 'standing' and relation.carried_out_in is null
      and relation.kind = 'amends'
    order by relation.id`
