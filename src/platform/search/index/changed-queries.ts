import type { Queryable, Transaction } from '../../db/database.ts'

/** One writer at a time: who fills the next index and who follows a change would write over each other. */
const WRITERS_LOCK = 7_301_144

export async function holdIndex(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(${WRITERS_LOCK}::bigint)`
}

export type Changed = { id: string; subject: string; attempts: number }

/** The oldest that are due, until the end of the transaction nobody else's. */
export function takeChanged(tx: Transaction, now: Date, limit: number): Promise<Changed[]> {
  return tx<Changed[]>`
    select id::text as id, subject, attempts from platform.changed_subjects
    where retry_at <= ${now} order by retry_at, id limit ${limit} for update skip locked`
}

export async function deleteChanged(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx`delete from platform.changed_subjects where id = any(${ids as string[]}::bigint[])`
}

/** What follows from a change: the comments of a consultation carry its topics. Deeds go before it, whenever they come. */
export async function insertChanged(tx: Transaction, subjects: readonly string[], at: Date): Promise<void> {
  await tx`
    insert into platform.changed_subjects (subject, at, retry_at)
    select distinct one.subject, ${at}::timestamptz, ${at}::timestamptz from unnest(${subjects as string[]}::text[]) as one (subject)`
}

/** What will read differently at a moment to come, once for each moment. */
export async function insertComing(tx: Transaction, coming: readonly { subject: string; at: Date }[]): Promise<void> {
  await tx`
    insert into platform.changed_subjects (subject, at, retry_at)
    select one.subject, one.at, one.at
    from unnest(${coming.map(({ subject }) => subject)}::text[], ${coming.map(({ at }) => at.toISOString())}::timestamptz[])
      as one (subject, at)
    where not exists (
      select from platform.changed_subjects as known where known.retry_at = one.at and known.subject = one.subject)`
}

export async function postponeChanged(tx: Transaction, id: string, retryAt: Date, fault: string): Promise<void> {
  await tx`
    update platform.changed_subjects set attempts = least(attempts + 1, 1000), retry_at = ${retryAt}, fault = left(${fault}, 500)
    where id = ${id}`
}

/** A record that could not be read, and of which no change waits that could be put off. */
export async function insertFaulty(
  tx: Transaction,
  { subject, at, retryAt, fault }: { subject: string; at: Date; retryAt: Date; fault: string },
): Promise<void> {
  await tx`
    insert into platform.changed_subjects (subject, at, attempts, retry_at, fault)
    select ${subject}, ${at}::timestamptz, 1, ${retryAt}::timestamptz, left(${fault}, 500)
    where not exists (select from platform.changed_subjects where subject = ${subject} and attempts > 0)`
}

export type SearchFigures = {
  waiting: number
  /** Of those that wait, since when the oldest does. */
  oldest: Date | null
  /** Those that could not be read. */
  faulty: number
  stemVersion: number
  builtAt: Date | null
  filling: boolean
}

export async function findSearchFigures(db: Queryable, now: Date): Promise<SearchFigures> {
  const [row] = await db<SearchFigures[]>`
    select changed.waiting, changed.oldest, changed.faulty, coalesce(state.stem_version, 0)::int as stem_version, state.built_at,
           coalesce(state.filling, false) as filling
    from (
      select count(*)::int as waiting, min(at) as oldest, (count(*) filter (where attempts > 0))::int as faulty
      from platform.changed_subjects where retry_at <= ${now} or attempts > 0) as changed
    left join platform.search_state as state on true`
  return row ?? { waiting: 0, oldest: null, faulty: 0, stemVersion: 0, builtAt: null, filling: false }
}
