import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'

export type FoundInstitution = {
  id: string
  slug: string
  name: string
  /** Earlier ones, and those in other languages. */
  otherNames: string[]
  place: string | null
  placeId: string | null
  closed: boolean
  since: Date
  changedAt: Date
  day: string
}

export const listFoundInstitutions = (db: Queryable, ids: readonly string[]): Promise<FoundInstitution[]> =>
  db<FoundInstitution[]>`
    select recorded.id, recorded.slug, platform.institution_name(recorded.id, 'sq', current_date) as name,
           (select coalesce(array_agg(distinct other.name), '{}') from platform.institution_names as other
            where other.institution_id = recorded.id
              and other.name <> platform.institution_name(recorded.id, 'sq', current_date)) as other_names,
           (select place.name_sq from platform.places as place where place.id = recorded.place_id) as place,
           recorded.place_id, recorded.closed_on is not null as closed, institution.created_at as since,
           institution.changed_at, (institution.created_at at time zone recorded.zone)::date::text as day
    from platform.recorded_institutions as recorded
    join platform.institutions as institution on institution.id = recorded.id
    where ${amongIds(db, 'recorded.id', ids)}`

export const listPublicInstitutionIds = async (
  db: Queryable,
  after: string | null,
  limit: number,
): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from platform.institutions ${after === null ? db`` : db`where id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

export type FoundBody = {
  id: string
  institutionId: string
  slug: string
  name: string
  otherNames: string[]
  ended: boolean
  since: Date
  changedAt: Date
  day: string
}

export const listFoundBodies = (db: Queryable, ids: readonly string[]): Promise<FoundBody[]> => db<FoundBody[]>`
  select recorded.id, recorded.institution_id, recorded.institution as slug, recorded.name,
         array_remove(array[recorded.name_en, recorded.name_sr], null)
           || (select coalesce(array_agg(former.name), '{}') from platform.body_names as former
               where former.body_id = recorded.id) as other_names,
         recorded.ended_on is not null as ended, institution.created_at as since, body.changed_at,
         (institution.created_at at time zone institution.zone)::date::text as day
  from platform.recorded_bodies as recorded
  join platform.bodies as body on body.id = recorded.id
  join platform.institutions as institution on institution.id = recorded.institution_id
  where ${amongIds(db, 'recorded.id', ids)}`

export const listPublicBodyIds = async (db: Queryable, after: string | null, limit: number): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from platform.recorded_bodies ${after === null ? db`` : db`where id > ${after}`} order by id limit ${limit}`
  return rows.map(({ id }) => id)
}
