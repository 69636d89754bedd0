import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'

export type Pair = {
  id: string
  institutionId: string
  keptId: string
  kept: string
  keptFrom: CivilDate | null
  keptTerms: string | null
  otherId: string
  other: string
  otherFrom: CivilDate | null
  otherTerms: string | null
  why: 'same-name' | 'like-name' | 'same-identifier'
  proposedAt: Date
  decision: 'merged' | 'two-people' | null
}

const terms = (db: Queryable, column: 'kept_id' | 'other_id') => db`
  (select string_agg(distinct term.name, ', ') from council.mandates as held join council.terms as term on term.id = held.term_id
   where held.person_id = ${db(`pair.${column}`)})`

const columns = (db: Queryable) => db`
  pair.id, pair.institution_id, pair.kept_id, kept.name as kept, pair.other_id, other.name as other, pair.why,
  pair.proposed_at, pair.decision, ${terms(db, 'kept_id')} as kept_terms, ${terms(db, 'other_id')} as other_terms,
  (select min(from_on) from council.mandates where person_id = pair.kept_id) as kept_from,
  (select min(from_on) from council.mandates where person_id = pair.other_id) as other_from
  from council.person_pairs as pair
  join platform.persons as kept on kept.id = pair.kept_id
  join platform.persons as other on other.id = pair.other_id`

export const findPair = async (db: Queryable, id: string): Promise<Pair | null> =>
  one(await db<Pair[]>`select ${columns(db)} where pair.id = ${id}`)

/** Those that wait for a decision, oldest first. */
export const listOpenPairs = (db: Queryable, institutions: readonly string[] | null): Promise<Pair[]> =>
  db<Pair[]>`
    select ${columns(db)}
    where pair.decision is null ${institutions ? db`and pair.institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by pair.proposed_at, pair.id limit 200`

/**
 * Proposes who may be one person: the same name whatever its accents and capitals, or the same words in another order. A
 * pair that somebody decided is not proposed again.
 */
export async function proposePairs(
  tx: Transaction,
  institutionId: string,
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx`
    insert into council.person_pairs (institution_id, kept_id, other_id, why, proposed_at)
    select one.institution_id, least(one.person_id, other.person_id), greatest(one.person_id, other.person_id),
           case when platform.plain(mine.name) = platform.plain(theirs.name) then 'same-name' else 'like-name' end, ${at}
    from council.councillors as one
    join platform.persons as mine on mine.id = one.person_id
    join council.councillors as other on other.institution_id = one.institution_id and other.person_id <> one.person_id
      and other.merged_into is null
    join platform.persons as theirs on theirs.id = other.person_id
    where one.institution_id = ${institutionId} and one.person_id = any(${personIds as string[]}::uuid[])
      and one.merged_into is null
      and (select string_agg(word, ' ' order by word collate "C") from regexp_split_to_table(platform.plain(mine.name), '[^[:alnum:]]+') as word)
        = (select string_agg(word, ' ' order by word collate "C") from regexp_split_to_table(platform.plain(theirs.name), '[^[:alnum:]]+') as word)
    on conflict do nothing`
}

export async function decidePair(
  tx: Transaction,
  id: string,
  decided: { decision: 'merged' | 'two-people'; at: Date; by: string | null },
): Promise<void> {
  await tx`
    update council.person_pairs set decision = ${decided.decision}, decided_at = ${decided.at}, decided_by = ${decided.by}
    where id = ${id}`
}

/** Locks the pair; null: there is none. */
export async function holdPair(tx: Transaction, id: string): Promise<Pair | null> {
  await tx`select id from council.person_pairs where id = ${id} for update`
  return findPair(tx, id)
}

/** What only two people can do: sit, vote, be counted, be invited at the same time. */
export const bothAtOnce = async (db: Queryable, a: string, b: string): Promise<boolean> =>
  one(
    await db<{ both: boolean }[]>`
      select exists (
               select 1 from council.mandates as one join council.mandates as other on other.term_id = one.term_id
               where one.person_id = ${a} and other.person_id = ${b}
                 and daterange(one.from_on, one.to_on, '[]') && daterange(other.from_on, other.to_on, '[]'))
          or exists (select 1 from council.ballots as one join council.ballots as other on other.vote_id = one.vote_id
                     where one.person_id = ${a} and other.person_id = ${b})
          or exists (select 1 from council.attendances as one join council.attendances as other on other.meeting_id = one.meeting_id
                     where one.person_id = ${a} and other.person_id = ${b})
          or exists (select 1 from council.invitations as one join council.invitations as other on other.meeting_id = one.meeting_id
                     where one.person_id = ${a} and other.person_id = ${b})
          or exists (select 1 from council.meeting_callers as one join council.meeting_callers as other on other.meeting_id = one.meeting_id
                     where one.person_id = ${a} and other.person_id = ${b})
          or exists (select 1 from council.conflicts as one join council.conflicts as other on other.item_id = one.item_id
                     where one.person_id = ${a} and other.person_id = ${b} and one.lifted_at is null and other.lifted_at is null)
          as both`,
  )?.both ?? false

export type Moved = {
  mandates: number
  seats: number
  votes: number
  attendances: number
  payments: number
  invitations: number
  /** Ids of the records that everybody reads and that speak of the person. */
  bodyIds: string[]
  meetingIds: string[]
  paperIds: string[]
  voteIds: string[]
  affiliationIds: string[]
  /** The meetings in whose presence they stand. */
  presenceIds: string[]
}

/** All that stood with one row stands with the other. Their order is that of the tables, so that two merges cannot lock each other. */
export async function movePerson(tx: Transaction, from: string, to: string): Promise<Moved> {
  const meetings = await tx<{ id: string }[]>`
    update council.meeting_callers set person_id = ${to} where person_id = ${from} returning meeting_id as id`
  const papers = await tx<{ id: string }[]>`
    update council.papers set proposer_id = ${to} where proposer_id = ${from} returning id`
  const invitations = await tx`update council.invitations set person_id = ${to} where person_id = ${from} returning id`
  await tx`update council.conflicts set person_id = ${to} where person_id = ${from}`
  const attendances = await tx<{ id: string }[]>`
    update council.attendances set person_id = ${to} where person_id = ${from} returning meeting_id as id`
  await tx`update council.motions set person_id = ${to} where person_id = ${from}`
  await tx`update council.speeches set person_id = ${to} where person_id = ${from}`
  const ballots = await tx<{ id: string }[]>`
    update council.ballots set person_id = ${to} where person_id = ${from} returning vote_id as id`
  const mandates = await tx`update council.mandates set person_id = ${to} where person_id = ${from} returning id`
  const payments = await tx`update council.payments set person_id = ${to} where person_id = ${from} returning id`
  const affiliations = await tx<{ id: string }[]>`
    update council.affiliations set person_id = ${to} where person_id = ${from} returning id`
  const seats = await tx<{ id: string }[]>`
    update platform.body_members set person_id = ${to} where person_id = ${from} returning body_id as id`
  const ids = (rows: readonly { id: string }[]) => [...new Set(rows.map(({ id }) => id))]
  return {
    mandates: mandates.length,
    seats: seats.length,
    votes: ballots.length,
    attendances: attendances.length,
    payments: payments.length,
    invitations: invitations.length,
    bodyIds: ids(seats),
    meetingIds: ids([...meetings, ...attendances]),
    paperIds: ids(papers),
    voteIds: ids(ballots),
    affiliationIds: ids(affiliations),
    presenceIds: ids(attendances),
  }
}

/**
 * The row stays, empty but for the key of its source: its address leads to the other one. What was merged into it goes along.
 */
export async function emptyPerson(tx: Transaction, id: string, into: string, at: Date): Promise<void> {
  await tx`
    update council.councillors set merged_into = ${into}, state = 'draft', published_at = null, gender = null,
      profession = null, biography = null, biography_en = null, contacts = '[]', email = null, phone = null, postal = null,
      photo_id = null, photo_credit = null, identifiers = '[]', other_names = '[]', links = '[]', sources = '[]',
      version = version + 1, changed_at = ${at}
    where person_id = ${id}`
  await tx`update council.councillors set merged_into = ${into} where merged_into = ${id}`
  await tx`delete from council.person_pairs where decision is null and (kept_id = ${id} or other_id = ${id})`
}

/** What a source knew of the one that empties is kept with the other. */
export async function keepSourcesOf(tx: Transaction, from: string, to: string): Promise<void> {
  await tx`
    update council.councillors as kept set
      identifiers = kept.identifiers || other.identifiers,
      other_names = kept.other_names || other.other_names
        || (select case when mine.name = theirs.name then '[]'::jsonb else jsonb_build_array(jsonb_build_object('name', theirs.name)) end
            from platform.persons as mine, platform.persons as theirs where mine.id = ${to} and theirs.id = ${from}),
      links = kept.links || other.links, sources = kept.sources || other.sources,
      email = coalesce(kept.email, other.email), phone = coalesce(kept.phone, other.phone),
      postal = coalesce(kept.postal, other.postal), gender = coalesce(kept.gender, other.gender),
      profession = coalesce(kept.profession, other.profession), biography = coalesce(kept.biography, other.biography),
      biography_en = coalesce(kept.biography_en, other.biography_en)
    from council.councillors as other where kept.person_id = ${to} and other.person_id = ${from}`
}
