import type { Database, Queryable } from '../db/database.ts'

/** Tables whose rows simply age. The columns are named here and come from nowhere else. */
const AGING = {
  'auth.codes': { table: 'platform.sign_in_codes', column: 'expires_at' },
  'auth.sessions': { table: 'platform.sessions', column: 'expires_at' },
  'auth.limits': { table: 'platform.rate_limits', column: 'window_start' },
  'own-data.asks': { table: 'platform.contact_asks', column: 'expires_at' },
} as const
export type Aging = keyof typeof AGING

export async function countOlder(db: Queryable, what: Aging, than: Date): Promise<number> {
  const { table, column } = AGING[what]
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from ${db(table)} where ${db(column)} < ${than}`
  return row?.count ?? 0
}

/** A few thousand at a time, so that nobody waits behind one long deletion; gives how many in all. */
export async function deleteOlder(db: Database, what: Aging, than: Date): Promise<number> {
  const { table, column } = AGING[what]
  let deleted = 0
  for (let count = -1; count !== 0; deleted += Math.max(count, 0)) {
    const result = await db`
      delete from ${db(table)} where ctid in (select ctid from ${db(table)} where ${db(column)} < ${than} limit 5000)`
    count = result.count
  }
  return deleted
}

export async function countBodiesSentBefore(db: Queryable, moment: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.mail_messages
    where body is not null and state = 'sent' and sent_at < ${moment}`
  return row?.count ?? 0
}

export async function countLettersSentBefore(db: Queryable, moment: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.mail_messages
    where state = 'sent' and kind <> 'legal' and sent_at < ${moment}`
  return row?.count ?? 0
}

export async function countUnusedContacts(db: Queryable, madeBefore: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.unused_contacts(${madeBefore}, 100000)`
  return row?.count ?? 0
}

/** Locked first and asked again: somebody may be sending something at this very moment. */
export async function deleteUnusedContacts(db: Database, madeBefore: Date): Promise<number> {
  return db.begin(async (tx) => {
    const held = await tx<{ id: string }[]>`
      select id from platform.contacts
      where id in (select unused.id from platform.unused_contacts(${madeBefore}, 5000) as unused (id))
      for update skip locked`
    const ids = held.map((row) => row.id)
    const result = await tx`
      delete from platform.contacts
      where id in (select unused.id from platform.unused_among(${ids}::uuid[]) as unused (id))`
    return result.count
  })
}

export type RetentionRun = { rule: string; at: Date; due: number; forgotten: number | null; failure: string | null }

export async function insertRun(db: Queryable, run: RetentionRun): Promise<void> {
  await db`
    insert into platform.retention_runs (rule, at, due, forgotten, failure)
    values (${run.rule}, ${run.at}, ${run.due}, ${run.forgotten}, ${run.failure})`
}

/** The last run of each rule. */
export function listLastRuns(db: Queryable, rules: readonly string[]): Promise<RetentionRun[]> {
  return db<RetentionRun[]>`
    select run.rule, run.at, run.due, run.forgotten, run.failure
    from unnest(${rules as string[]}::text[]) as wanted (rule)
    join lateral (
      select rule, at, due, forgotten, failure from platform.retention_runs as one
      where one.rule = wanted.rule order by one.id desc limit 1) as run on true`
}

/** The newest runs that found something, or failed. */
export function listNewestRuns(db: Queryable, limit: number): Promise<RetentionRun[]> {
  return db<RetentionRun[]>`
    select rule, at, due, forgotten, failure from platform.retention_runs
    where due > 0 or failure is not null order by id desc limit ${limit}`
}
