import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { Contact, CouncillorState } from './people-rules.ts'

/** A member as the office keeps them, private addresses included. */
export type Councillor = {
  personId: string
  institutionId: string
  institution: string
  zone: string
  slug: string
  name: string
  givenName: string | null
  familyName: string | null
  gender: 'female' | 'male' | 'other' | null
  genderPublic: boolean
  profession: string | null
  biography: string | null
  biographyEn: string | null
  contacts: Contact[]
  email: string | null
  phone: string | null
  postal: string | null
  lang: 'sq' | 'en' | 'sr'
  photoId: string | null
  photoCredit: string | null
  state: CouncillorState
  version: number
  publishedAt: Date | null
  changedAt: Date
  mergedInto: string | null
}

const columns = (db: Queryable) => db`
  councillor.person_id, councillor.institution_id, institution.slug as institution, institution.zone, councillor.slug,
  person.name, councillor.given_name, councillor.family_name, councillor.gender, councillor.gender_public,
  councillor.profession, councillor.biography, councillor.biography_en, councillor.contacts, councillor.email,
  councillor.phone, councillor.postal, councillor.lang, councillor.photo_id, councillor.photo_credit, councillor.state,
  councillor.version, councillor.published_at, councillor.changed_at, councillor.merged_into
  from council.councillors as councillor
  join platform.persons as person on person.id = councillor.person_id
  join platform.institutions as institution on institution.id = councillor.institution_id`

export const findCouncillor = async (db: Queryable, id: string): Promise<Councillor | null> =>
  one(await db<Councillor[]>`select ${columns(db)} where councillor.person_id = ${id}`)

export async function holdCouncillor(tx: Transaction, id: string): Promise<Councillor | null> {
  await tx`select person_id from council.councillors where person_id = ${id} for update`
  return findCouncillor(tx, id)
}

export type PeopleFilter = {
  /** Null: all. */
  institutions: readonly string[] | null
  term: string | null
  body: string | null
  /** `none`: of no party. */
  party: string | null
  state: CouncillorState | null
  today: CivilDate
  /** The last one of the page before. */
  after: string | null
}

export type ListedCouncillor = {
  personId: string
  institutionId: string
  name: string
  state: CouncillorState
  party: string | null
  fromOn: CivilDate | null
  toOn: CivilDate | null
  term: string | null
}

const sorted = (db: Queryable) => db`concat_ws(' ', councillor.family_name, person.name) collate "sq-x-icu"`

/** By family name; with the newest mandate of each. */
export const listCouncillors = (db: Queryable, f: PeopleFilter, limit: number): Promise<ListedCouncillor[]> =>
  db<ListedCouncillor[]>`
    select councillor.person_id, councillor.institution_id, person.name, councillor.state, newest.party, newest.from_on,
           newest.to_on, newest.term
    from council.councillors as councillor
    join platform.persons as person on person.id = councillor.person_id
    left join lateral (
      select mandate.from_on, mandate.to_on, mandate.party_id, term.name as term,
             coalesce(party.short_name, party.name) as party
      from council.mandates as mandate join council.terms as term on term.id = mandate.term_id
      left join council.parties as party on party.id = mandate.party_id
      where mandate.person_id = councillor.person_id ${f.term ? db`and mandate.term_id = ${f.term}` : db``}
      order by mandate.from_on desc, mandate.id limit 1) as newest on true
    where councillor.merged_into is null
      ${f.institutions ? db`and councillor.institution_id = any(${f.institutions as string[]}::uuid[])` : db``}
      ${f.state ? db`and councillor.state = ${f.state}` : db``}
      ${f.term ? db`and newest.from_on is not null` : db``}
      ${f.party === 'none' ? db`and newest.from_on is not null and newest.party_id is null` : f.party ? db`and newest.party_id = ${f.party}` : db``}
      ${
        f.body
          ? db`and exists (
              select 1 from platform.body_members as seat
              where seat.person_id = councillor.person_id and seat.body_id = ${f.body}
                and (seat.from_on is null or seat.from_on <= ${f.today}) and (seat.to_on is null or seat.to_on >= ${f.today}))`
          : db``
      }
      ${
        f.after
          ? db`and (${sorted(db)}, councillor.person_id) > (
              select concat_ws(' ', last.family_name, named.name) collate "sq-x-icu", last.person_id
              from council.councillors as last join platform.persons as named on named.id = last.person_id
              where last.person_id = ${f.after})`
          : db``
      }
    order by ${sorted(db)}, councillor.person_id limit ${limit}`

export type CouncillorFields = Pick<
  Councillor,
  | 'givenName'
  | 'familyName'
  | 'gender'
  | 'genderPublic'
  | 'profession'
  | 'biography'
  | 'biographyEn'
  | 'contacts'
  | 'email'
  | 'phone'
  | 'postal'
  | 'lang'
>
export type NewCouncillor = CouncillorFields & {
  personId: string
  institutionId: string
  formId: string | null
  importId: string | null
  importKey: string | null
  slug: string
  at: Date
}

/** False: the address is taken. */
export async function insertCouncillor(tx: Transaction, row: NewCouncillor): Promise<boolean> {
  const rows = await tx`
    insert into council.councillors
      (person_id, institution_id, form_id, import_id, import_key, slug, given_name, family_name, gender, gender_public,
       profession, biography, biography_en, contacts, email, phone, postal, lang, created_at, changed_at)
    values (${row.personId}, ${row.institutionId}, ${row.formId}, ${row.importId}, ${row.importKey}, ${row.slug},
            ${row.givenName}, ${row.familyName}, ${row.gender}, ${row.genderPublic}, ${row.profession}, ${row.biography},
            ${row.biographyEn}, ${tx.json(row.contacts)}, ${row.email}, ${row.phone}, ${row.postal}, ${row.lang}, ${row.at},
            ${row.at})
    on conflict (slug) do nothing returning person_id`
  return rows.length > 0
}

export async function updateCouncillor(tx: Transaction, id: string, row: CouncillorFields, at: Date): Promise<void> {
  await tx`
    update council.councillors set
      given_name = ${row.givenName}, family_name = ${row.familyName}, gender = ${row.gender},
      gender_public = ${row.genderPublic}, profession = ${row.profession}, biography = ${row.biography},
      biography_en = ${row.biographyEn}, contacts = ${tx.json(row.contacts)}, email = ${row.email}, phone = ${row.phone},
      postal = ${row.postal}, lang = ${row.lang}, version = version + 1, changed_at = ${at}
    where person_id = ${id}`
}

export async function renamePerson(tx: Transaction, id: string, name: string): Promise<void> {
  await tx`update platform.persons set name = ${name} where id = ${id}`
}

export async function moveCouncillor(tx: Transaction, id: string, state: CouncillorState, at: Date): Promise<void> {
  await tx`
    update council.councillors set state = ${state}, version = version + 1, changed_at = ${at},
      published_at = case when ${state} = 'draft' then null else coalesce(published_at, ${at}) end
    where person_id = ${id}`
}

export async function writePhoto(
  tx: Transaction,
  id: string,
  photo: { photoId: string | null; photoCredit: string | null },
  at: Date,
): Promise<void> {
  await tx`
    update council.councillors
    set photo_id = ${photo.photoId}, photo_credit = ${photo.photoCredit}, version = version + 1, changed_at = ${at}
    where person_id = ${id}`
}

/** A change of what belongs to somebody (a mandate) is one of theirs. */
export async function touchCouncillor(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update council.councillors set version = version + 1, changed_at = ${at} where person_id = ${id}`
}

export const findCouncillorByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select person_id as id from council.councillors where form_id = ${formId}`)?.id ?? null

/** Those of an institution with this name, whatever its accents: for a table that comes again. */
export const findNamed = (
  db: Queryable,
  institutionId: string,
  name: string,
): Promise<{ id: string; state: CouncillorState }[]> =>
  db<{ id: string; state: CouncillorState }[]>`
    select councillor.person_id as id, councillor.state
    from council.councillors as councillor join platform.persons as person on person.id = councillor.person_id
    where councillor.institution_id = ${institutionId} and councillor.merged_into is null
      and platform.plain(person.name) = platform.plain(${name})
    order by councillor.created_at, councillor.person_id limit 5`

export type NamedCouncillor = { id: string; name: string; state: CouncillorState }

/** For the choice in a form. */
export const listCouncillorChoices = (db: Queryable, institutionId: string): Promise<NamedCouncillor[]> =>
  db<NamedCouncillor[]>`
    select councillor.person_id as id, person.name, councillor.state
    from council.councillors as councillor join platform.persons as person on person.id = councillor.person_id
    where councillor.institution_id = ${institutionId} and councillor.merged_into is null
    order by ${sorted(db)}, councillor.person_id limit 1000`

export type PersonBody = {
  bodyId: string
  body: string
  bodyKind: string
  role: 'chair' | 'deputy' | 'secretary' | 'member' | 'expert'
  fromOn: CivilDate | null
  toOn: CivilDate | null
}

/** Where somebody sits or sat, what holds now first. */
export const listBodiesOfPerson = (db: Queryable, lang: 'sq' | 'en', personId: string): Promise<PersonBody[]> =>
  db<PersonBody[]>`
    select body.id as body_id, case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as body,
           body.kind as body_kind, seat.role, seat.from_on, seat.to_on
    from platform.body_members as seat join platform.bodies as body on body.id = seat.body_id
    where seat.person_id = ${personId}
    order by (seat.to_on is not null), seat.from_on desc nulls last, body.name, seat.id limit 200`

export const listSeatBodyIds = async (db: Queryable, personId: string): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select distinct body_id as id from platform.body_members where person_id = ${personId} order by body_id`
  ).map(({ id }) => id)

export type CouncillorSubject = {
  id: string
  institutionId: string
  title: string
  slug: string | null
}

/** Who stands behind references; the address only of those whom everybody reads. */
export const listCouncillorSubjects = (db: Queryable, ids: readonly string[]): Promise<CouncillorSubject[]> =>
  db<CouncillorSubject[]>`
    select councillor.person_id as id, councillor.institution_id, person.name as title,
           case when councillor.state = 'published' and councillor.merged_into is null then councillor.slug end as slug
    from council.councillors as councillor join platform.persons as person on person.id = councillor.person_id
    where councillor.person_id = any(${ids as string[]}::uuid[])`
