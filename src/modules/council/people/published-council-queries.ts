import { one, type Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { Contact, PaymentKind } from './people-rules.ts'

export type PublicPayment = {
  id: string
  personId: string
  person: string
  slug: string
  fromOn: CivilDate
  toOn: CivilDate
  kind: PaymentKind
  amount: string
  currency: 'ALL' | 'EUR'
  note: string | null
}

export const listPublicPayments = (
  db: Queryable,
  f: {
    institutionId: string | null
    personId: string | null
    year: number | null
    after: { day: CivilDate; id: string } | null
  },
  limit: number,
): Promise<PublicPayment[]> =>
  db<PublicPayment[]>`
    select payment.id, payment.person_id, councillor.title as person, councillor.slug, payment.from_on, payment.to_on,
           payment.payment_kind as kind, payment.amount::text as amount, payment.currency, payment.title as note
    from council.published_payments as payment
    join council.published_councillors as councillor on councillor.id = payment.person_id
    where true
      ${f.institutionId ? db`and payment.institution_id = ${f.institutionId}` : db``}
      ${f.personId ? db`and payment.person_id = ${f.personId}` : db``}
      ${f.year ? db`and payment.from_on between make_date(${f.year}, 1, 1) and make_date(${f.year}, 12, 31)` : db``}
      ${f.after ? db`and (payment.from_on, payment.id) < (${f.after.day}, ${f.after.id})` : db``}
    order by payment.from_on desc, payment.id desc limit ${limit}`

export type YearTotal = { year: number; currency: 'ALL' | 'EUR'; amount: string; people: number; payments: number }

/** By the year in which a period begins. */
export const listPaymentYears = (
  db: Queryable,
  f: { institutionId: string | null; personId: string | null },
): Promise<YearTotal[]> =>
  db<YearTotal[]>`
    select extract(year from payment.from_on)::int as year, payment.currency, sum(payment.amount)::text as amount,
           count(distinct payment.person_id)::int as people, count(*)::int as payments
    from council.published_payments as payment
    where true
      ${f.institutionId ? db`and payment.institution_id = ${f.institutionId}` : db``}
      ${f.personId ? db`and payment.person_id = ${f.personId}` : db``}
    group by 1, 2 order by 1 desc, 2 limit 100`

export type PublicTerm = {
  id: string
  institutionId: string
  institution: string
  institutionName: string
  bodyId: string
  body: string
  name: string
  seats: number
  electionOn: CivilDate | null
  electionSource: string | null
  voters: number | null
  votesCast: number | null
  constitutedOn: CivilDate | null
  fromOn: CivilDate
  toOn: CivilDate | null
}

export const listPublicTerms = (db: Queryable, lang: Lang, institutionId: string | null): Promise<PublicTerm[]> =>
  db<PublicTerm[]>`
    select term.id, term.institution_id, institution.slug as institution,
           platform.institution_name(term.institution_id, ${lang}, current_date) as institution_name, term.body_id,
           case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as body,
           term.title as name, term.seats, term.election_on, term.election_source, term.voters, term.votes_cast,
           term.constituted_on, term.from_on, term.to_on
    from council.published_terms as term
    join platform.institutions as institution on institution.id = term.institution_id
    join platform.bodies as body on body.id = term.body_id
    ${institutionId ? db`where term.institution_id = ${institutionId}` : db``}
    order by term.from_on desc, term.id limit 60`

export type PublicResult = {
  termId: string
  ordinal: number
  listName: string
  party: string | null
  votes: number | null
  seats: number
}

export const listPublicResults = (db: Queryable, termIds: readonly string[]): Promise<PublicResult[]> =>
  db<PublicResult[]>`
    select result.term_id, result.ordinal, result.list_name, party.title as party, result.votes, result.seats
    from council.election_results as result left join council.published_parties as party on party.id = result.party_id
    where result.term_id = any(${termIds as string[]}::uuid[]) order by result.term_id, result.ordinal limit 3000`

export type PublicStaff = {
  id: string
  name: string
  post: string
  gender: 'female' | 'male' | 'other' | null
  biography: string | null
  contacts: Contact[]
  fromOn: CivilDate | null
  toOn: CivilDate | null
  institutionName: string
}

export const listPublicStaff = (db: Queryable, lang: Lang, institutionId: string | null): Promise<PublicStaff[]> =>
  db<PublicStaff[]>`
    select staff.id, staff.title as name, case when ${lang}::text = 'en' then coalesce(staff.post_en, staff.post) else staff.post end as post,
           staff.gender, staff.body as biography, staff.contacts, staff.from_on, staff.to_on,
           platform.institution_name(staff.institution_id, ${lang}, current_date) as institution_name
    from council.published_staff as staff
    ${institutionId ? db`where staff.institution_id = ${institutionId}` : db``}
    order by institution_name, (staff.to_on is not null), staff.ordinal, staff.title, staff.id limit 300`

export type PublicAffiliation = {
  id: string
  organisation: string
  url: string | null
  purpose: string | null
  fromOn: CivilDate | null
  toOn: CivilDate | null
  person: string | null
  slug: string | null
  institutionName: string
}

export const listPublicAffiliations = (
  db: Queryable,
  lang: Lang,
  institutionId: string | null,
): Promise<PublicAffiliation[]> =>
  db<PublicAffiliation[]>`
    select one.id, case when ${lang}::text = 'en' then coalesce(one.organisation_en, one.title) else one.title end as organisation,
           one.url, one.body as purpose, one.from_on, one.to_on, councillor.title as person, councillor.slug,
           platform.institution_name(one.institution_id, ${lang}, current_date) as institution_name
    from council.published_affiliations as one
    left join council.published_councillors as councillor on councillor.id = one.person_id
    ${institutionId ? db`where one.institution_id = ${institutionId}` : db``}
    order by institution_name, organisation, one.id limit 300`

export type PublicBody = {
  id: string
  institutionId: string
  institution: string
  kind: 'council' | 'commission'
  name: string
  foundedOn: CivilDate | null
  endedOn: CivilDate | null
  orderSubject: string | null
}

const bodies = (db: Queryable, lang: Lang) => db`
  body.id, body.institution_id, institution.slug as institution, body.kind,
  case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as name, body.founded_on,
  body.ended_on, body.order_subject
  from platform.bodies as body join platform.institutions as institution on institution.id = body.institution_id`

export const listPublicBodies = (db: Queryable, lang: Lang, institutionId: string): Promise<PublicBody[]> =>
  db<PublicBody[]>`
    select ${bodies(db, lang)} where body.institution_id = ${institutionId} and body.kind in ('council', 'commission')
    order by (body.ended_on is not null), (body.kind = 'commission'), body.name collate "sq-x-icu", body.id limit 300`

export const findPublicBody = async (db: Queryable, lang: Lang, id: string): Promise<PublicBody | null> =>
  one(
    await db<PublicBody[]>`select ${bodies(db, lang)} where body.id = ${id} and body.kind in ('council', 'commission')`,
  )

export type BodySeat = {
  name: string
  slug: string | null
  role: 'chair' | 'deputy' | 'secretary' | 'member' | 'expert'
  post: string | null
  party: string | null
  fromOn: CivilDate | null
  toOn: CivilDate | null
}

/** Who sat in it on a day. Of a council those with a mandate; who of them is not published has a name alone, as in the order. */
export const listSeatsOn = (db: Queryable, bodyId: string, day: CivilDate): Promise<BodySeat[]> =>
  db<BodySeat[]>`
    select seat.name, seat.slug, seat.role, seat.post, seat.party, seat.from_on, seat.to_on from (
      select coalesce(person.name, one.organisation, one.post, '') as name, councillor.slug, one.role, one.post,
             (select coalesce(party.short_name, party.title) from council.published_mandates as held
              join council.published_parties as party on party.id = held.party_id
              where held.person_id = one.person_id and held.from_on <= ${day} and (held.to_on is null or held.to_on >= ${day})
              order by held.from_on desc limit 1) as party,
             one.from_on, one.to_on
      from platform.body_members as one
      left join platform.persons as person on person.id = one.person_id
      left join council.published_councillors as councillor on councillor.id = one.person_id
      where one.body_id = ${bodyId} and (one.from_on is null or one.from_on <= ${day})
        and (one.to_on is null or one.to_on >= ${day})
      union all
      select mandate.title, councillor.slug, 'member', null, coalesce(party.short_name, party.title), mandate.from_on, mandate.to_on
      from council.published_mandates as mandate
      join council.published_terms as term on term.id = mandate.term_id and term.body_id = ${bodyId}
      join council.published_councillors as councillor on councillor.id = mandate.person_id
      left join council.published_parties as party on party.id = mandate.party_id
      where mandate.from_on <= ${day} and (mandate.to_on is null or mandate.to_on >= ${day})
        and not exists (select 1 from platform.body_members as led
                        where led.body_id = ${bodyId} and led.person_id = mandate.person_id
                          and (led.from_on is null or led.from_on <= ${day}) and (led.to_on is null or led.to_on >= ${day}))
    ) as seat
    order by array_position(array['chair', 'deputy', 'secretary', 'member', 'expert'], seat.role), seat.name collate "sq-x-icu"
    limit 1000`

export const listChairsOf = (db: Queryable, bodyId: string): Promise<BodySeat[]> =>
  db<BodySeat[]>`
    select coalesce(person.name, one.organisation, '') as name, councillor.slug, one.role, one.post, null as party, one.from_on, one.to_on
    from platform.body_members as one
    left join platform.persons as person on person.id = one.person_id
    left join council.published_councillors as councillor on councillor.id = one.person_id
    where one.body_id = ${bodyId} and one.role in ('chair', 'deputy')
    order by one.from_on desc nulls last, one.role, one.id limit 100`

export const listPublicParties = (
  db: Queryable,
  institutionId: string | null,
): Promise<{ id: string; name: string }[]> =>
  db<{ id: string; name: string }[]>`
    select party.id, party.title as name from council.published_parties as party
    ${institutionId ? db`where party.institution_id = ${institutionId}` : db``}
    order by party.title collate "sq-x-icu", party.id limit 300`

/** Institutions that have somebody to show. */
export const listCouncilInstitutions = (
  db: Queryable,
  lang: Lang,
): Promise<{ slug: string; name: string; id: string }[]> =>
  db<{ slug: string; name: string; id: string }[]>`
    select listed.slug, listed.id, listed.name from (
      select institution.slug, institution.id, platform.institution_name(institution.id, ${lang}, current_date) as name
    from platform.institutions as institution
    where exists (select 1 from council.councillors as one where one.institution_id = institution.id and one.state = 'published')
       or exists (select 1 from council.terms as one where one.institution_id = institution.id)
    ) as listed
    order by listed.name collate "sq-x-icu", listed.slug limit 500`
