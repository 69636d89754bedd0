import type { Queryable, Transaction } from '../../db/database.ts'

export type SearchState = { stemVersion: number; filling: boolean }

export async function findSearchState(db: Queryable): Promise<SearchState> {
  const [row] = await db<SearchState[]>`select stem_version, filling from platform.search_state`
  // A restored database has none: its index was not in the copy.
  return row ?? { stemVersion: 0, filling: false }
}

/** From now on every change goes into both. What an earlier, broken attempt left is gone. */
export async function beginFilling(tx: Transaction): Promise<void> {
  await tx`truncate platform.search_documents_next`
  await tx`
    insert into platform.search_state (stem_version, built_at, filling) values (0, null, true)
    on conflict (one) do update set filling = true`
}

/** Whoever searches waits at most this long for the names to change, and whoever changes them for who searches. */
const LOCK_LIMIT = '2s'

/** Both tables change their names in one moment. Fails (55P03) where somebody reads for too long; nothing is changed then. */
export async function swapIndexes(tx: Transaction, stemVersion: number, at: Date): Promise<void> {
  await tx`select set_config('lock_timeout', ${LOCK_LIMIT}, true)`
  await tx`lock table platform.search_documents, platform.search_documents_next in access exclusive mode`
  await tx`alter table platform.search_documents rename to search_documents_old`
  await tx`alter table platform.search_documents_next rename to search_documents`
  await tx`alter table platform.search_documents_old rename to search_documents_next`
  await tx`update platform.search_state set filling = false, stem_version = ${stemVersion}, built_at = ${at}`
}

export async function emptyNext(tx: Transaction): Promise<void> {
  await tx`truncate platform.search_documents_next`
}

/** What the planner knows of the words; a table that was just filled has none of it. */
export async function analyseIndex(db: Queryable): Promise<void> {
  await db`analyze platform.search_documents_next`
}

const REBUILD_LOCK = 7_301_145

/** For the life of the connection; false: somebody else is at it. */
export async function tryRebuildLock(db: Queryable): Promise<boolean> {
  const [row] = await db<{ held: boolean }[]>`select pg_try_advisory_lock(${REBUILD_LOCK}::bigint) as held`
  return row?.held ?? false
}

export async function releaseRebuildLock(db: Queryable): Promise<void> {
  await db`select pg_advisory_unlock(${REBUILD_LOCK}::bigint)`
}
