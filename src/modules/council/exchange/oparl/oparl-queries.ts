import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { JsonObject, OparlType, Tombstone } from './oparl-rules.ts'
import type { ListQuestion } from './oparl-question-rules.ts'

export type OparlBody = {
  institutionId: string
  slug: string
  zone: string
  jurisdiction: 'AL' | 'XK'
  name: string
  shortName: string | null
  website: string | null
  createdAt: Date
  modifiedAt: Date
}

/** Institutions with a council that everybody reads. */
export const listOparlBodies = (db: Queryable): Promise<OparlBody[]> =>
  db<OparlBody[]>`
    select body.institution_id, body.slug, body.zone, body.jurisdiction, body.name, body.short_name, body.website,
           body.created_at, body.modified_at
    from council.oparl_bodies as body order by body.slug limit 500`

export const findOparlBody = async (db: Queryable, slug: string): Promise<OparlBody | null> =>
  one(
    await db<OparlBody[]>`
      select body.institution_id, body.slug, body.zone, body.jurisdiction, body.name, body.short_name, body.website,
             body.created_at, body.modified_at
      from council.oparl_bodies as body where body.slug = ${slug}`,
  )

export const zoneOfInstitution = async (db: Queryable, institutionId: string): Promise<string | null> =>
  one(await db<{ zone: string }[]>`select zone from platform.institutions where id = ${institutionId}`)?.zone ?? null

export type IndexRow = Tombstone & { institutionId: string; deletedAt: Date | null }

export type ListOf = { institutionId: string; type: OparlType; organization: string | null }

const fits = (db: Queryable, of: ListOf, asked: ListQuestion) => db`
  row.institution_id = ${of.institutionId} and row.type = ${of.type}
  ${of.organization === null ? db`` : db`and row.organizations @> ${[of.organization]}::uuid[]`}
  ${asked.modifiedSince === null ? db`and row.deleted_at is null` : db`and row.modified_at >= ${asked.modifiedSince}`}
  ${asked.modifiedUntil === null ? db`` : db`and row.modified_at <= ${asked.modifiedUntil}`}
  ${asked.createdSince === null ? db`` : db`and row.created_at >= ${asked.createdSince}`}
  ${asked.createdUntil === null ? db`` : db`and row.created_at <= ${asked.createdUntil}`}`

/** In the order of ids. Those that are no more only where it is asked what changed. */
export const pageOfIndex = (db: Queryable, of: ListOf, asked: ListQuestion): Promise<IndexRow[]> =>
  db<IndexRow[]>`
    select row.type, row.id, row.institution_id, row.created_at, row.modified_at, row.deleted_at
    from council.exchange_index as row
    where ${fits(db, of, asked)} ${asked.after === null ? db`` : db`and row.id > ${asked.after}`}
    order by row.id limit ${asked.limit + 1}`

/** How many there are, and how many of them stand before this place. */
export async function countIndex(
  db: Queryable,
  of: ListOf,
  asked: ListQuestion,
): Promise<{ total: number; before: number }> {
  const row = one(
    await db<{ total: number; before: number }[]>`
      select count(*)::int as total,
             count(*) filter (where ${asked.after === null ? db`false` : db`row.id <= ${asked.after}`})::int as before
      from council.exchange_index as row where ${fits(db, of, asked)}`,
  )
  return row ?? { total: 0, before: 0 }
}

export const findIndexRows = (db: Queryable, ids: readonly string[]): Promise<IndexRow[]> =>
  db<IndexRow[]>`
    select row.type, row.id, row.institution_id, row.created_at, row.modified_at, row.deleted_at
    from council.exchange_index as row where row.id = any(${[...ids]}::uuid[])`

export type ObjectRow = { type: OparlType; id: string; institutionId: string; createdAt: Date; object: JsonObject }

export const findObjects = (db: Queryable, type: OparlType, ids: readonly string[]): Promise<ObjectRow[]> =>
  db<ObjectRow[]>`
    select said.type, said.id, said.institution_id, said.created_at, said.object
    from council.oparl_objects as said where said.type = ${type} and said.id = any(${[...ids]}::uuid[])`

/** Which of these addresses of a source are something here. */
export const findTaken = (
  db: Queryable,
  institutionIds: readonly string[],
  keys: readonly string[],
): Promise<{ importKey: string; type: string; id: string }[]> =>
  db<{ importKey: string; type: string; id: string }[]>`
    select source.import_key, source.type, source.id from council.exchange_sources as source
    join council.exchange_index as row on row.id = source.id
    where source.institution_id = any(${[...institutionIds]}::uuid[]) and source.format = 'oparl'
      and source.import_key = any(${[...keys]}::text[])`

/** Institutions of which the ledger says more than when they were compared last. */
export const listStale = (db: Queryable): Promise<{ institutionId: string; leafIndex: string }[]> =>
  db<{ institutionId: string; leafIndex: string }[]>`
    select institution.id as institution_id, newest.id::text as leaf_index
    from platform.institutions as institution
    join lateral (
      select max(entry.leaf_index) as id from platform.ledger_entries as entry
      where entry.institution_id = institution.id and entry.leaf_index is not null) as newest on newest.id is not null
    left join council.exchange_marks as mark on mark.institution_id = institution.id
    where (mark.leaf_index is null or mark.leaf_index < newest.id)
      and exists (select 1 from council.oparl_bodies as body where body.institution_id = institution.id)
    order by institution.id`

/** One at a time for each institution. */
export const holdMark = async (tx: Transaction, institutionId: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended('council.exchange:' || ${institutionId}::text, 0))`
}

/** Compares what is public now with the index. Gives how many came, changed or went. */
export async function compareIndex(tx: Transaction, institutionId: string, now: Date): Promise<number> {
  const rows = await tx`
    with said as materialized (
      select one.id, one.type, one.institution_id, one.created_at, one.organizations, md5(one.object::text) as digest,
             array(select (part #>> '{}')::uuid from jsonb_path_query(one.object, 'strict $.**."$in"') as part) as parts
      from council.oparl_objects as one where one.institution_id = ${institutionId}),
    put as (
      insert into council.exchange_index as row
        (id, type, institution_id, digest, parts, organizations, created_at, modified_at)
      select said.id, said.type, said.institution_id, said.digest, said.parts, said.organizations,
             least(said.created_at, ${now}::timestamptz), ${now}::timestamptz from said
      on conflict (id) do update set
        digest = excluded.digest, parts = excluded.parts, organizations = excluded.organizations,
        modified_at = excluded.modified_at, deleted_at = null
      where row.digest <> excluded.digest or row.deleted_at is not null or row.organizations <> excluded.organizations
      returning row.id),
    gone as (
      update council.exchange_index as row set deleted_at = ${now}, modified_at = ${now}, digest = ''
      where row.institution_id = ${institutionId} and row.deleted_at is null
        and not exists (select 1 from said where said.id = row.id)
      returning row.id)
    select id from put union all select id from gone`
  return rows.length
}

/** What holds something that changed has changed too. */
export const moveHolders = async (tx: Transaction, institutionId: string, now: Date): Promise<number> => {
  const rows = await tx`
    update council.exchange_index as holder set modified_at = ${now}
    from (
      select distinct outer_row.id from council.exchange_index as outer_row
      cross join lateral unnest(outer_row.parts) as inside (id)
      join council.exchange_index as part on part.id = inside.id and part.modified_at = ${now}
      where outer_row.institution_id = ${institutionId} and outer_row.deleted_at is null
        and outer_row.modified_at < ${now}) as moved
    where holder.id = moved.id returning holder.id`
  return rows.length
}

export const setMark = async (tx: Transaction, institutionId: string, leafIndex: string, now: Date): Promise<void> => {
  await tx`
    insert into council.exchange_marks (institution_id, leaf_index, at) values (${institutionId}, ${leafIndex}::bigint, ${now})
    on conflict (institution_id) do update set leaf_index = excluded.leaf_index, at = excluded.at`
}

export const newestLeafOf = async (tx: Transaction, institutionId: string): Promise<string> =>
  one(
    await tx<{ id: string }[]>`
      select coalesce(max(entry.leaf_index), -1)::text as id from platform.ledger_entries as entry
      where entry.institution_id = ${institutionId} and entry.leaf_index is not null`,
  )?.id ?? '0'
