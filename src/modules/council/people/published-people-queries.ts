import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { Contact, EndKind } from './people-rules.ts'

/** A member as everybody reads them. */
export type PublicCouncillor = {
  id: string
  subject: string
  institutionId: string
  institution: string
  institutionName: string
  jurisdiction: 'AL' | 'XK'
  zone: string
  slug: string
  name: string
  givenName: string | null
  familyName: string | null
  gender: 'female' | 'male' | 'other' | null
  profession: string | null
  /** In the language of the page where it was written in it. */
  biography: string | null
  biographyLang: Lang
  contacts: Contact[]
  photoId: string | null
  photoAlt: string | null
  photoCredit: string | null
  version: number
  publishedAt: Date
  changedAt: Date
  /** Of the newest mandate: of the term asked for, else of all. */
  party: string | null
  partyName: string | null
  term: string | null
  fromOn: CivilDate | null
  toOn: CivilDate | null
}

const newest = (db: Queryable, term: string | null) => db`
  left join lateral (
    select mandate.from_on, mandate.to_on, mandate.party_id, term.title as term,
           coalesce(party.short_name, party.title) as party, party.title as party_name
    from council.published_mandates as mandate join council.published_terms as term on term.id = mandate.term_id
    left join council.published_parties as party on party.id = mandate.party_id
    where mandate.person_id = councillor.id ${term ? db`and mandate.term_id = ${term}` : db``}
    order by mandate.from_on desc, mandate.id limit 1) as newest on true`

const columns = (db: Queryable, lang: Lang) => db`
  councillor.id, councillor.subject, councillor.institution_id, councillor.institution_slug as institution,
  platform.institution_name(councillor.institution_id, ${lang}, current_date) as institution_name,
  councillor.jurisdiction, councillor.zone, councillor.slug, councillor.title as name, councillor.given_name,
  councillor.family_name, councillor.gender, councillor.profession,
  case when ${lang}::text = 'en' then coalesce(councillor.biography_en, councillor.body) else councillor.body end as biography,
  case when ${lang}::text = 'en' and councillor.biography_en is not null then 'en' else 'sq' end as biography_lang,
  councillor.contacts, photo.id as photo_id, photo.alt as photo_alt, councillor.photo_credit, councillor.version,
  councillor.published_at, councillor.changed_at, newest.party, newest.party_name, newest.term, newest.from_on, newest.to_on`

/** A photograph that was taken away alone is gone here too. */
const photo = (db: Queryable, lang: Lang) => db`
  left join lateral (
    select document.id,
           (select words.alt from platform.document_words as words where words.document_id = document.id and words.alt is not null
            order by (words.lang = ${lang}) desc, words.lang limit 1) as alt
    from platform.documents as document
    where document.id = councillor.photo_id and document.removed_at is null and document.class = 'public'
      and exists (select 1 from platform.document_files as file
                  where file.document_id = document.id and file.replaced_at is null and file.taken_down_at is null)) as photo on true`

export const findPublicCouncillor = async (db: Queryable, lang: Lang, slug: string): Promise<PublicCouncillor | null> =>
  one(
    await db<PublicCouncillor[]>`
      select ${columns(db, lang)} from council.published_councillors as councillor ${newest(db, null)} ${photo(db, lang)}
      where councillor.slug = ${slug}`,
  )

export const listPublicByIds = (db: Queryable, lang: Lang, ids: readonly string[]): Promise<PublicCouncillor[]> =>
  db<PublicCouncillor[]>`
    select ${columns(db, lang)} from council.published_councillors as councillor ${newest(db, null)} ${photo(db, lang)}
    where ${amongIds(db, 'councillor.id', ids)}`

export async function listPublicCouncillorIds(db: Queryable, after: string | null, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from council.published_councillors ${after === null ? db`` : db`where id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

export type PublicPeopleFilter = {
  institutionId: string | null
  term: string | null
  party: string | null
  body: string | null
  today: CivilDate
  after: string | null
}

const sorted = (db: Queryable) => db`concat_ws(' ', councillor.family_name, councillor.title) collate "sq-x-icu"`

/** Those of now before those of the past, each by family name. */
export const listPublicCouncillors = (
  db: Queryable,
  lang: Lang,
  f: PublicPeopleFilter,
  limit: number,
): Promise<PublicCouncillor[]> =>
  db<PublicCouncillor[]>`
    select ${columns(db, lang)} from council.published_councillors as councillor ${newest(db, f.term)} ${photo(db, lang)}
    where true
      ${f.institutionId ? db`and councillor.institution_id = ${f.institutionId}` : db``}
      ${f.term ? db`and newest.from_on is not null` : db``}
      ${f.party === 'none' ? db`and newest.from_on is not null and newest.party_id is null` : f.party ? db`and newest.party_id = ${f.party}` : db``}
      ${
        f.body
          ? db`and exists (
              select 1 from platform.body_members as seat
              where seat.person_id = councillor.id and seat.body_id = ${f.body}
                and (seat.from_on is null or seat.from_on <= ${f.today}) and (seat.to_on is null or seat.to_on >= ${f.today}))`
          : db``
      }
      ${
        f.after
          ? db`and (${sorted(db)}, councillor.id) > (
              select concat_ws(' ', last.family_name, last.title) collate "sq-x-icu", last.id
              from council.published_councillors as last where last.id = ${f.after})`
          : db``
      }
    order by ${sorted(db)}, councillor.id limit ${limit}`

export type PublicMandate = {
  id: string
  termId: string
  term: string
  bodyId: string
  body: string
  partyId: string | null
  party: string | null
  listName: string | null
  area: string | null
  fromOn: CivilDate
  toOn: CivilDate | null
  endKind: EndKind | null
  endNote: string | null
  replacement: string | null
  replacementSlug: string | null
  predecessor: string | null
  predecessorSlug: string | null
}

export const listPublicMandates = (db: Queryable, lang: Lang, personId: string): Promise<PublicMandate[]> =>
  db<PublicMandate[]>`
    select mandate.id, mandate.term_id, term.title as term, term.body_id,
           case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as body,
           mandate.party_id, party.title as party, mandate.list_name, mandate.area, mandate.from_on, mandate.to_on,
           mandate.end_kind, mandate.end_note, after_one.title as replacement, after_one.slug as replacement_slug,
           before_one.title as predecessor, before_one.slug as predecessor_slug
    from council.published_mandates as mandate
    join council.published_terms as term on term.id = mandate.term_id
    join platform.bodies as body on body.id = term.body_id
    left join council.published_parties as party on party.id = mandate.party_id
    left join council.published_mandates as next on next.id = mandate.replaced_by
    left join council.published_councillors as after_one on after_one.id = next.person_id
    left join council.published_mandates as earlier on earlier.replaced_by = mandate.id
    left join council.published_councillors as before_one on before_one.id = earlier.person_id
    where mandate.person_id = ${personId} order by mandate.from_on desc, mandate.id limit 100`

export type Presence = { bodyId: string; body: string; present: number; excused: number; absent: number }

export const listPresenceOf = (db: Queryable, lang: Lang, personId: string): Promise<Presence[]> =>
  db<Presence[]>`
    select body.id as body_id, case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as body,
           count(*) filter (where one.presence = 'present')::int as present,
           count(*) filter (where one.presence = 'excused')::int as excused,
           count(*) filter (where one.presence = 'absent')::int as absent
    from council.councillor_presence as one join platform.bodies as body on body.id = one.body_id
    where one.person_id = ${personId} group by body.id order by (body.kind = 'commission'), body.name`

export type VoteOf = {
  voteId: string
  meetingSlug: string
  takenAt: Date
  question: string
  stage: string
  result: 'adopted' | 'rejected' | 'tied'
  choice: 'for' | 'against' | 'abstain' | 'not-voting'
}

export const listVotesOf = (
  db: Queryable,
  personId: string,
  after: { at: Date; id: string } | null,
  limit: number,
): Promise<VoteOf[]> =>
  db<VoteOf[]>`
    select one.vote_id, one.meeting_slug, one.taken_at, one.question, one.stage, one.result, one.choice
    from council.councillor_votes as one
    where one.person_id = ${personId}
      ${after ? db`and (one.taken_at, one.vote_id) < (${after.at}, ${after.id})` : db``}
    order by one.taken_at desc, one.vote_id desc limit ${limit}`
