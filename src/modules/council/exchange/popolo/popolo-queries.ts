import type { Queryable } from '#platform/db/database.ts'
import type { PopoloMembership, PopoloOrganization, PopoloPerson, PopoloTerm, PopoloVote } from './popolo-rules.ts'

/** What Popolo tells of a council: everything from the views that everybody reads. */

export const listPopoloPersons = (db: Queryable, institutionId: string): Promise<PopoloPerson[]> =>
  db<PopoloPerson[]>`
    select person.id, person.title as name, person.given_name, person.family_name, person.gender, person.body as biography,
           person.photo_id, person.slug, person.contacts, person.identifiers, person.other_names, person.links,
           person.sources, person.changed_at
    from council.published_councillors as person where person.institution_id = ${institutionId} order by person.id limit 20000`

export const listPopoloOrganizations = (db: Queryable, institutionId: string): Promise<PopoloOrganization[]> =>
  db<PopoloOrganization[]>`
    select body.id, body.name, null::text as short_name,
           case body.kind when 'council' then 'legislature' when 'commission' then 'committee' else body.kind end as classification,
           parent.id as parent_id, body.founded_on as founded, body.ended_on as dissolved, true as is_body
    from platform.recorded_bodies as body
    left join platform.recorded_bodies as parent on parent.id = body.parent_id and parent.kind in ('council', 'commission')
    where body.institution_id = ${institutionId} and body.kind in ('council', 'commission')
    union all
    select party.id, coalesce(said.object ->> 'name', party.title), party.short_name,
           case party.party_kind when 'group' then 'parliamentary group' else 'party' end, null, null, null, false
    from council.published_parties as party
    left join council.exchange_sources as said
      on said.id = party.id and said.format = 'popolo' and party.changed_at = said.changed_at
    where party.institution_id = ${institutionId}
    order by 1 limit 5000`

export const listPopoloMemberships = (db: Queryable, institutionId: string): Promise<PopoloMembership[]> =>
  db<PopoloMembership[]>`
    select one.id, one.person_id, one.body_id, one.term_id, one.party_id, one.role, one.area, one.from_on, one.to_on
    from council.exchange_memberships as one where one.institution_id = ${institutionId}
    union all
    select other.id, other.person_id, other.body_id, other.term_id, other.party_id, other.role, null, other.from_on, other.to_on
    from council.exchange_other_memberships as other where other.institution_id = ${institutionId}
    order by 1 limit 50000`

/** The newest first, a page of them. */
export const listPopoloVotes = (db: Queryable, institutionId: string, limit: number): Promise<PopoloVote[]> =>
  db<PopoloVote[]>`
    select vote.id, vote.motion_id, meeting.body_id, vote.question, vote.stage, vote.method, vote.result, vote.votes_for,
           vote.votes_against, vote.votes_abstain, vote.not_voting, vote.majority_basis, vote.opened_at, vote.taken_at,
           vote.meeting_slug, vote.ballots
    from council.published_votes as vote join council.published_meetings as meeting on meeting.id = vote.meeting_id
    where vote.institution_id = ${institutionId} order by vote.taken_at desc, vote.id limit ${limit}`

export const listPopoloTerms = (db: Queryable, institutionId: string): Promise<PopoloTerm[]> =>
  db<PopoloTerm[]>`
    select term.id, term.title as name, term.body_id, term.from_on, term.to_on
    from council.published_terms as term where term.institution_id = ${institutionId} order by term.from_on, term.id limit 1000`
