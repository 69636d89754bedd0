import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Jurisdiction } from '../institutions/institution-rules.ts'
import type { PlaceLevel } from './place-rules.ts'

export type Place = {
  id: string
  /** Of a place that comes with the program; null for one that an institution added. */
  key: string | null
  jurisdiction: Jurisdiction
  level: PlaceLevel
  parentId: string | null
  parentName: string | null
  institutionId: string | null
  code: string | null
  /** In the language asked for, else in Albanian. */
  name: string
  nameSq: string
  nameEn: string | null
  nameSr: string | null
  officialSq: string | null
  officialEn: string | null
  officialSr: string | null
  version: number
  retiredOn: string | null
}

const columns = (db: Queryable, lang: Lang) => db`
  place.id, place.key, place.jurisdiction, place.level, place.parent_id, place.institution_id, place.code,
  place.name_sq, place.name_en, place.name_sr, place.official_sq, place.official_en, place.official_sr, place.version,
  place.retired_on,
  case when ${lang}::text = 'en' then coalesce(place.name_en, place.name_sq) else place.name_sq end as name,
  case when ${lang}::text = 'en' then coalesce(parent.name_en, parent.name_sq) else parent.name_sq end as parent_name`

const tables = (db: Queryable) => db`
  platform.places as place left join platform.places as parent on parent.id = place.parent_id`

export async function findPlace(db: Queryable, lang: Lang, id: string): Promise<Place | null> {
  return one(await db<Place[]>`select ${columns(db, lang)} from ${tables(db)} where place.id = ${id}`)
}

export async function holdPlace(tx: Transaction, id: string): Promise<Place | null> {
  await tx`select from platform.places where id = ${id} for update`
  return findPlace(tx, 'sq', id)
}

/** All municipalities, or those of a country, in Albanian order. */
export function listMunicipalities(db: Queryable, lang: Lang, jurisdiction: Jurisdiction | null): Promise<Place[]> {
  return db<Place[]>`
    select ${columns(db, lang)} from ${tables(db)}
    where place.level = 'municipality' ${jurisdiction ? db`and place.jurisdiction = ${jurisdiction}` : db``}
    order by place.jurisdiction, place.name_sq collate "sq-x-icu", place.id limit 500`
}

/** The place itself and all below it: what an institution's records can be about. A municipality has some hundreds. */
export function listPlacesUnder(db: Queryable, lang: Lang, placeId: string): Promise<Place[]> {
  return db<Place[]>`
    with recursive below (id) as (
      select id from platform.places where id = ${placeId}
      union
      select child.id from platform.places as child join below on child.parent_id = below.id
    )
    select ${columns(db, lang)} from ${tables(db)} where place.id in (select id from below)
    order by array_position(array['region', 'municipality', 'unit', 'village', 'quarter'], place.level),
             place.name_sq collate "sq-x-icu", place.id
    limit 5000`
}

/** The places of records, by record. */
export function listSubjectPlaces(
  db: Queryable,
  lang: Lang,
  subjects: readonly string[],
): Promise<(Place & { subject: string })[]> {
  return db<(Place & { subject: string })[]>`
    select link.subject, ${columns(db, lang)}
    from platform.subject_places as link
    join platform.places as place on place.id = link.place_id
    left join platform.places as parent on parent.id = place.parent_id
    where link.subject = any(${subjects as string[]}::text[])
    order by place.name_sq collate "sq-x-icu", place.id`
}

/** The places of the institutions that work here, and the one that was chosen: for the filter of a public list. */
export function listMemberPlaces(db: Queryable, lang: Lang, chosenId: string | null): Promise<Place[]> {
  return db<Place[]>`
    select ${columns(db, lang)} from ${tables(db)}
    where place.id in (select place_id from platform.institutions where standing = 'member' and place_id is not null)
      ${chosenId ? db`or place.id = ${chosenId}` : db``}
    order by place.name_sq collate "sq-x-icu", place.id limit 500`
}

/** All that the records of these institutions can be about. */
export function listPlacesOf(db: Queryable, lang: Lang, institutionIds: readonly string[]): Promise<Place[]> {
  return db<Place[]>`
    with recursive below (id) as (
      select place_id from platform.institutions
      where id = any(${institutionIds as string[]}::uuid[]) and place_id is not null
      union
      select child.id from platform.places as child join below on child.parent_id = below.id
    )
    select ${columns(db, lang)} from ${tables(db)} where place.id in (select id from below)
    order by array_position(array['region', 'municipality', 'unit', 'village', 'quarter'], place.level),
             place.name_sq collate "sq-x-icu", place.id
    limit 2000`
}

export type PlaceFacts = {
  parentId: string
  level: PlaceLevel
  nameSq: string
  nameEn: string | null
  nameSr: string | null
  code: string | null
}

export async function isPlaceNameTaken(db: Queryable, facts: PlaceFacts, exceptId: string): Promise<boolean> {
  const rows = await db`
    select from platform.places
    where parent_id = ${facts.parentId} and level = ${facts.level} and retired_on is null and id <> ${exceptId}
      and platform.plain(name_sq) = platform.plain(${facts.nameSq}) limit 1`
  return rows.length > 0
}

export async function isPlaceCodeTaken(
  db: Queryable,
  jurisdiction: string,
  facts: PlaceFacts,
  exceptId: string,
): Promise<boolean> {
  const rows = await db`
    select from platform.places
    where jurisdiction = ${jurisdiction} and level = ${facts.level} and code = ${facts.code} and id <> ${exceptId} limit 1`
  return rows.length > 0
}

/** False: it is there already. */
export async function insertPlace(
  tx: Transaction,
  owner: { institutionId: string; jurisdiction: string; demonstration: boolean },
  id: string,
  facts: PlaceFacts,
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    insert into platform.places
      (id, jurisdiction, level, parent_id, institution_id, code, name_sq, name_en, name_sr, demonstration, created_at)
    values (${id}, ${owner.jurisdiction}, ${facts.level}, ${facts.parentId}, ${owner.institutionId}, ${facts.code},
            ${facts.nameSq}, ${facts.nameEn}, ${facts.nameSr}, ${owner.demonstration}, ${now})
    on conflict (id) do nothing returning id`
  return rows.length > 0
}

export async function updatePlace(tx: Transaction, id: string, facts: PlaceFacts): Promise<void> {
  await tx`
    update platform.places set parent_id = ${facts.parentId}, level = ${facts.level}, name_sq = ${facts.nameSq},
      name_en = ${facts.nameEn}, name_sr = ${facts.nameSr}, code = ${facts.code}, version = version + 1
    where id = ${id}`
}

/** `on` null: it is used again. */
/** From the day on that it is then in the institution's zone; null: offered again. */
export async function setPlaceRetired(tx: Transaction, id: string, at: Date | null): Promise<void> {
  await tx`
    update platform.places as place set version = place.version + 1,
      retired_on = (${at}::timestamptz at time zone (
        select zone from platform.institutions where id = place.institution_id))::date
    where place.id = ${id}`
}

/** A municipality that stands in no table: an invented one of the demonstration. */
export async function insertOwnMunicipality(
  tx: Transaction,
  place: { institutionId: string; jurisdiction: string; nameSq: string; officialSq: string; demonstration: boolean },
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.places (jurisdiction, level, institution_id, name_sq, official_sq, demonstration)
    values (${place.jurisdiction}, 'municipality', ${place.institutionId}, ${place.nameSq}, ${place.officialSq}, ${place.demonstration})
    returning id`
  if (!row) throw new Error('An insert gives a row')
  return row.id
}

export type ShippedPlace = {
  key: string
  jurisdiction: string
  level: string
  parentKey: string | null
  code: string | null
  nameSq: string
  nameEn: string | null
  nameSr: string | null
  officialSq: string
  officialEn: string | null
  officialSr: string | null
}

/** Brings the places of the program to what it says now; gives how many were new or changed. Parents come first. */
export async function upsertShippedPlaces(db: Queryable, places: readonly ShippedPlace[]): Promise<number> {
  const rows = await db`
    insert into platform.places
      (id, key, jurisdiction, level, parent_id, code, name_sq, name_en, name_sr, official_sq, official_en, official_sr)
    select md5('kuvend.place:' || given.key)::uuid, given.key, given.jurisdiction, given.level,
           (select parent.id from platform.places as parent where parent.key = given."parentKey"), given.code,
           given."nameSq", given."nameEn", given."nameSr", given."officialSq", given."officialEn", given."officialSr"
    from jsonb_to_recordset(${db.json(places)}) as given (
      key text, jurisdiction text, level text, "parentKey" text, code text, "nameSq" text, "nameEn" text, "nameSr" text,
      "officialSq" text, "officialEn" text, "officialSr" text)
    on conflict (key) do update set
      code = excluded.code, parent_id = excluded.parent_id, name_sq = excluded.name_sq, name_en = excluded.name_en,
      name_sr = excluded.name_sr, official_sq = excluded.official_sq, official_en = excluded.official_en,
      official_sr = excluded.official_sr
    where (places.code, places.parent_id, places.name_sq, places.name_en, places.name_sr, places.official_sq,
           places.official_en, places.official_sr)
      is distinct from (excluded.code, excluded.parent_id, excluded.name_sq, excluded.name_en, excluded.name_sr,
           excluded.official_sq, excluded.official_en, excluded.official_sr)
    returning id`
  return rows.length
}

export async function deleteSubjectPlaces(tx: Transaction, subject: string): Promise<void> {
  await tx`delete from platform.subject_places where subject = ${subject}`
}

export async function insertSubjectPlaces(
  tx: Transaction,
  subject: string,
  institutionId: string,
  placeIds: readonly string[],
): Promise<void> {
  await tx`
    insert into platform.subject_places (institution_id, subject, place_id)
    select ${institutionId}, ${subject}, place.id from platform.places as place
    where place.id = any(${placeIds as string[]}::uuid[])
    on conflict do nothing`
}

/** A condition on a column that holds a reference: what is tied to the place or to one below it. */
export const ofPlace = (db: Queryable, placeId: string) => db`
  in (with recursive below (id) as (
        select ${placeId}::uuid
        union
        select child.id from platform.places as child join below on child.parent_id = below.id)
      select link.subject from platform.subject_places as link where link.place_id in (select id from below))`
