import type { CivilDate } from '#law/days.ts'
import type { Database, Queryable } from '../../db/database.ts'
import { one } from '../../db/database.ts'
import { narrowing, selectionFilter } from './find-queries.ts'
import type { ResolvedSelection } from './resolved-selection-rules.ts'
import type { SearchKey } from './search-key-rules.ts'

/** No more findings are counted and sorted at once. */
export const MOST_COUNTED = 2_000
/** Of so many of the newest findings, and of so many whose title says the words, it is reckoned which fit best. */
const MOST_RANKED = 500
/** So many of the newest documents are looked at first: a word that is common is common among them. */
const NEWEST = 6_000
/** A reader is told that the question was too hard, and others are served meanwhile. */
const TIMEOUT = '2500ms'

export type HitQuestion = {
  resolved: ResolvedSelection
  order: 'relevance' | 'date'
  after: SearchKey | null
  /** Of groups. */
  limit: number
  /** Findings shown of each group. */
  perGroup: number
}

export type Hit = SearchKey & {
  group: string
  /** Its place among the findings of its group, from 1. */
  place: number
  /** How many findings the group has among those that were sorted. */
  ofGroup: number
}
export type FacetCount = {
  field: 'kind' | 'institution' | 'year' | 'state' | 'topic' | 'place'
  value: string
  hits: number
}

export type Hits = {
  /** Up to MOST_COUNTED + 1, which means: more. */
  total: number
  /** How many findings the counts of the facets and the order by date are made of: all of them, or the newest ones. */
  counted: number
  matters: number
  /** How many of them are put in order, and so can be paged through. */
  listed: number
  facets: FacetCount[]
  /** One more group than asked for, where there is one. */
  hits: Hit[]
}

/**
 * What a selection finds. Null: it took too long. The index that holds words and days is asked for the newest documents
 * first, then, if they hold few findings, for all: so neither a common word nor a rare one reads a million rows. What is
 * found is settled in a step of its own (materialized), else PostgreSQL would rather walk the list of days row by row.
 */
export async function findHits(db: Database, question: HitQuestion): Promise<Hits | null> {
  return withinTime(db, async (tx) => {
    const newest = await newestFrom(db, tx)
    await preferWords(tx)
    const { resolved, after, limit, perGroup } = question
    const row = one(
      await tx<Hits[]>`
        with ${matching(tx, resolved, newest)},
        ${ranked(tx, question, newest)},
        placed as (
          select id, "group", tier, rank, day, row_number() over (partition by "group" collate "C" order by tier desc, rank desc, day desc, id desc)::int as place,
            count(*) over (partition by "group" collate "C")::int as of_group
          from ranked
        ), leaders as (
          select "group", tier, rank, day, id from placed
          where place = 1
            ${after ? tx`and (tier, rank, day, id) < (${after.tier}, ${after.rank}, ${after.day}::date, ${after.id}::bigint)` : tx``}
          order by tier desc, rank desc, day desc, id desc limit ${limit + 1}
        )
        select case when facts.far > 0 then facts.far else facts.near end as total,
          (select count(*) from hits)::int as counted,
          (select count(*) from (select from hits group by matter) as matters)::int as matters,
          (select count(*) from ranked)::int as listed,
          (select coalesce(json_agg(facets), '[]') from (${facets(tx)}) as facets) as facets,
          (select coalesce(json_agg(json_build_object('id', placed.id::text, 'group', placed."group", 'tier', placed.tier,
              'rank', placed.rank, 'day', placed.day, 'place', placed.place, 'ofGroup', placed.of_group)
              order by leaders.tier desc, leaders.rank desc, leaders.day desc, leaders.id desc, placed.place), '[]')
           from leaders join placed on placed."group" = leaders."group" and placed.place <= ${perGroup}) as hits
        from facts`,
    )
    return row
  })
}

/** `hits`: the findings, all of them or the newest; `facts`: how many were found among the newest and among all. */
const matching = (db: Queryable, resolved: ResolvedSelection, newest: CivilDate | null) => db`
  sliced as materialized (
    select ${columns(db)} from platform.search_documents as doc
    where ${selectionFilter(db, resolved)} ${since(db, newest)}
    order by doc.day desc, doc.id desc limit ${MOST_COUNTED + 1}
  ), whole as materialized (
    select ${columns(db)} from platform.search_documents as doc
    where ${newest === null ? db`false` : db`true`} and (select count(*) from sliced) <= ${MOST_COUNTED} and ${selectionFilter(db, resolved)}
    limit ${MOST_COUNTED + 1}
  ), facts as materialized (
    select (select count(*) from sliced)::int as near, (select count(*) from whole)::int as far
  ), hits as materialized (
    select ${found(db)} from whole where (select far from facts) between 1 and ${MOST_COUNTED}
    union all
    (select ${found(db)} from sliced where (select far from facts) not between 1 and ${MOST_COUNTED}
     order by day desc, id desc limit ${MOST_COUNTED})
  )`

const found = (db: Queryable) => db`id, day, kind, institution_id, year, state, topics, places, matter`

const columns = (db: Queryable) => db`
  doc.id, doc.day, doc.kind, doc.institution_id, doc.year, doc.state, doc.topics, doc.places, doc.matter`

const since = (db: Queryable, newest: CivilDate | null) => (newest === null ? db`` : db`and doc.day >= ${newest}::date`)

/** `ranked`: what is sorted, with its place. By relevance: title matches first, then by rank, then the newest. */
function ranked(db: Queryable, { resolved, order }: HitQuestion, newest: CivilDate | null) {
  const group = resolved.matter === null ? db`matter` : db`id::text`
  const { tsquery } = resolved
  if (order === 'date' || tsquery === null) {
    return db`ranked as (select id, ${group} as "group", day, 0 as tier, 0 as rank from hits)`
  }
  const titled = (near: boolean) => db`
    select doc.id, doc.day from platform.search_documents as doc
    where ${narrowing(db, resolved)} and doc.title_words @@ ${tsquery}::tsquery
      ${near ? since(db, newest) : db`and ${newest === null ? db`false` : db`true`} and (select count(*) from titled_near) < 200`}
    order by doc.day desc, doc.id desc limit ${MOST_RANKED}`
  return db`
    titled_near as materialized (${titled(true)}),
    titled_far as materialized (${titled(false)}),
    candidates as (
      select id, 1 as tier from titled_near union all select id, 1 from titled_far
      union all (select id, 0 from hits order by day desc, id desc limit ${MOST_RANKED})
    ), best as materialized (select id, max(tier) as tier from candidates group by id),
    ranked as (
      select doc.id, doc.${group} as "group", doc.day, best.tier,
        least(ts_rank(doc.words, ${tsquery}::tsquery, 1) * 1000000, 999999999)::int as rank
      from best join platform.search_documents as doc on doc.id = best.id
    )`
}

/** The findings are gone through once for all that each has one of. */
const facets = (db: Queryable) => db`
  select * from (
    select case when grouping(kind) = 0 then 'kind' when grouping(institution_id) = 0 then 'institution'
                when grouping(year) = 0 then 'year' else 'state' end as field,
      coalesce(kind, institution_id::text, year::text, state) as value, count(*)::int as hits
    from hits group by grouping sets ((kind), (institution_id), (year), (state))
  ) as single where value is not null
  union all
  select 'topic', topic, count(*)::int from hits, unnest(topics) as topic group by topic
  union all
  select 'place', place, count(*)::int from hits, unnest(places) as place group by place`

/** How many a selection finds, up to a cap. Null: it took too long. */
export function countHits(
  db: Database,
  selections: readonly ResolvedSelection[],
  cap: number,
): Promise<number[] | null> {
  return withinTime(db, async (tx) => {
    await preferWords(tx)
    const counts: number[] = []
    // One after the other, on one connection: other readers are not made to wait.
    for (const resolved of selections) {
      const row = one(
        await tx<{ found: number }[]>`
          select count(*)::int as found from (
            select from platform.search_documents as doc where ${selectionFilter(tx, resolved)} limit ${cap}) as found`,
      )
      counts.push(row?.found ?? 0)
    }
    return counts
  })
}

/** How many documents of each kind there are, counted no further than `cap`. */
export function countKinds(
  db: Queryable,
  kinds: readonly string[],
  cap: number,
): Promise<{ kind: string; found: number }[]> {
  return db<{ kind: string; found: number }[]>`
    select asked.kind, (select count(*) from (
      select from platform.search_documents as doc where doc.kind = asked.kind limit ${cap}) as counted)::int as found
    from unnest(${kinds as string[]}::text[]) as asked (kind)`
}

/** The day from which the newest documents are; null: there are no more than that. */
export async function findNewestFrom(db: Queryable): Promise<CivilDate | null> {
  const row = one(
    await db<{ day: CivilDate }[]>`
      select day from platform.search_documents order by day desc, id desc offset ${NEWEST} limit 1`,
  )
  return row?.day ?? null
}

/** As long as that the day is taken for known: a day too early makes the first look longer, one too late is mended by the second. */
const NEWEST_KNOWN_MS = 60_000
const newestKnown = new WeakMap<Database, { day: CivilDate | null; until: number }>()

async function newestFrom(db: Database, tx: Queryable): Promise<CivilDate | null> {
  const known = newestKnown.get(db)
  if (known && performance.now() < known.until) return known.day
  const day = await findNewestFrom(tx)
  // Of few documents it costs nothing to ask again, and they may soon be many.
  if (day !== null) newestKnown.set(db, { day, until: performance.now() + NEWEST_KNOWN_MS })
  return day
}

/** What follows is planned for these very words, and with the indexes of words: the list of days is not walked row by row. */
const preferWords = (tx: Queryable) => tx`
  select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
         set_config('enable_indexscan', 'off', true), set_config('enable_indexonlyscan', 'off', true),
         set_config('work_mem', '32MB', true), set_config('jit', 'off', true)`

/** Reading alone, and no longer than people wait. */
async function withinTime<T>(db: Database, read: (tx: Queryable) => Promise<T>): Promise<T | null> {
  try {
    return (await db.begin(async (tx) => {
      await tx`select set_config('statement_timeout', ${TIMEOUT}, true), set_config('transaction_read_only', 'on', true)`
      return read(tx)
    })) as T
  } catch (error) {
    // 57014: the database gave up at our wish.
    if (error instanceof Error && 'code' in error && error.code === '57014') return null
    throw error
  }
}
