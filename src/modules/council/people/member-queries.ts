import { one, type Queryable } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'

/** Who sits in a body, for whoever calls the roll, counts or writes to them. */
export type MemberOn = {
  /** `platform.persons.id`, which is `council.councillors.person_id`. */
  id: string
  name: string
  slug: string
  /** The short name of the party, else its name; null: of none. */
  party: string | null
  role: 'chair' | 'deputy' | 'member'
}

const roleIn = (db: Queryable, bodyId: string, day: CivilDate) => db`
  (select seat.role from platform.body_members as seat
   where seat.body_id = ${bodyId} and seat.person_id = councillor.person_id and seat.role in ('chair', 'deputy')
     and (seat.from_on is null or seat.from_on <= ${day}) and (seat.to_on is null or seat.to_on >= ${day})
   order by seat.role limit 1)`

/** The party of somebody on a day: that of the mandate in the council, whatever body is asked. */
const partyOf = (db: Queryable, day: CivilDate) => db`
  (select coalesce(party.short_name, party.name) from council.mandates as held
   join council.parties as party on party.id = held.party_id
   where held.person_id = councillor.person_id and held.from_on <= ${day} and (held.to_on is null or held.to_on >= ${day})
   order by held.from_on desc, held.id limit 1)`

/**
 * Those whose mandate in a council, or seat in a commission, holds on that day; the first and the last day count. Chair and
 * deputies come first, then by family name.
 */
export const listMembersOn = (db: Queryable, bodyId: string, day: CivilDate): Promise<MemberOn[]> =>
  db<MemberOn[]>`
    select member.id, member.name, member.slug, member.party, coalesce(member.role, 'member') as role
    from (
      select councillor.person_id as id, person.name, councillor.slug, ${partyOf(db, day)} as party,
             ${roleIn(db, bodyId, day)} as role,
             coalesce(councillor.family_name, person.name) as sorted
      from council.councillors as councillor
      join platform.persons as person on person.id = councillor.person_id
      where councillor.merged_into is null and (
        exists (
          select 1 from council.mandates as mandate join council.terms as term on term.id = mandate.term_id
          where mandate.person_id = councillor.person_id and term.body_id = ${bodyId} and mandate.from_on <= ${day}
            and (mandate.to_on is null or mandate.to_on >= ${day}))
        or exists (
          select 1 from platform.body_members as seat join platform.bodies as body on body.id = seat.body_id
          where seat.person_id = councillor.person_id and seat.body_id = ${bodyId} and body.kind <> 'council'
            and seat.role in ('chair', 'deputy', 'member') and (seat.from_on is null or seat.from_on <= ${day})
            and (seat.to_on is null or seat.to_on >= ${day})))
    ) as member
    order by array_position(array['chair', 'deputy'], member.role) nulls last, member.sorted collate "sq-x-icu",
             member.name collate "sq-x-icu", member.id
    limit 1000`

/** Of a council the seats of its term on that day; of another body the number of its members then. Zero: nothing is known. */
export async function seatsOn(db: Queryable, bodyId: string, day: CivilDate): Promise<number> {
  const term = await findTermOn(db, bodyId, day)
  if (term) return term.seats
  const rows = await db<{ members: number }[]>`
    select count(distinct seat.person_id)::int as members
    from platform.body_members as seat
    join platform.bodies as body on body.id = seat.body_id
    join council.councillors as councillor on councillor.person_id = seat.person_id
    where seat.body_id = ${bodyId} and body.kind <> 'council' and seat.role in ('chair', 'deputy', 'member')
      and (seat.from_on is null or seat.from_on <= ${day}) and (seat.to_on is null or seat.to_on >= ${day})`
  return one(rows)?.members ?? 0
}

export type TermOn = {
  id: string
  institutionId: string
  name: string
  seats: number
  fromOn: CivilDate
  toOn: CivilDate | null
}

/** The term of a council that runs on that day. */
export const findTermOn = async (db: Queryable, bodyId: string, day: CivilDate): Promise<TermOn | null> =>
  one(
    await db<TermOn[]>`
      select term.id, term.institution_id, term.name, term.seats, term.from_on, term.to_on from council.terms as term
      where term.body_id = ${bodyId} and term.from_on <= ${day} and (term.to_on is null or term.to_on >= ${day})
      order by term.from_on desc limit 1`,
  )

export type FoundCouncillor = {
  personId: string
  institutionId: string
  slug: string
  name: string
  state: 'draft' | 'published' | 'taken-down'
  /** The address of the row that this one was merged into. */
  mergedSlug: string | null
}

export const findCouncillorBySlug = async (db: Queryable, slug: string): Promise<FoundCouncillor | null> =>
  one(
    await db<FoundCouncillor[]>`
      select councillor.person_id, councillor.institution_id, councillor.slug, person.name, councillor.state,
             kept.slug as merged_slug
      from council.councillors as councillor
      join platform.persons as person on person.id = councillor.person_id
      left join council.councillors as kept on kept.person_id = councillor.merged_into
      where councillor.slug = ${slug}`,
  )

export type CouncilBody = {
  id: string
  institutionId: string
  kind: 'council' | 'commission'
  name: string
  nameEn: string | null
  parentId: string | null
  endedOn: CivilDate | null
}

/** The council first, then its commissions; those that have ended last. */
export const listCouncilBodies = (db: Queryable, institutionId: string): Promise<CouncilBody[]> =>
  db<CouncilBody[]>`
    select id, institution_id, kind, name, name_en, parent_id, ended_on from platform.bodies
    where institution_id = ${institutionId} and kind in ('council', 'commission')
    order by (ended_on is not null), (kind = 'commission'), name collate "sq-x-icu", id limit 500`

export type MemberAddress = {
  id: string
  email: string | null
  phone: string | null
  postal: string | null
  lang: 'sq' | 'en' | 'sr'
}

/** Private: where letters to members go. For the secretary alone, never shown to everybody. */
export const listMemberAddresses = (db: Queryable, ids: readonly string[]): Promise<MemberAddress[]> =>
  db<MemberAddress[]>`
    select person_id as id, email, phone, postal, lang from council.councillors
    where person_id = any(${ids as string[]}::uuid[]) order by person_id`
