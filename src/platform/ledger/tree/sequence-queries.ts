import { one, type Queryable, type Transaction } from '../../db/database.ts'
import type { Tile } from './growth-rules.ts'

/** Number of the advisory lock of whoever orders and signs, and of whoever copies the checkpoint elsewhere. */
const ORDERING = 7_311_605_001
const COPYING = 7_311_605_002

/**
 * Becomes the only one that orders entries, until the end of the transaction; false: somebody else is. Whoever hangs is
 * cut off by the database: a statement after 20 seconds, a process that says nothing within the transaction after five.
 * So the lock of a worker that was stopped or lost its network is free again while the others look for it every second.
 */
export async function holdLedger(tx: Transaction): Promise<boolean> {
  const row = one(
    await tx<{ held: boolean }[]>`
      select set_config('statement_timeout', '20s', true),
             set_config('idle_in_transaction_session_timeout', '5s', true),
             pg_try_advisory_xact_lock(${ORDERING}) as held`,
  )
  return row?.held ?? false
}

/** The same for deeds of people, which wait for their turn. */
export async function waitForLedger(tx: Transaction): Promise<void> {
  await tx`select set_config('lock_timeout', '30s', true), set_config('statement_timeout', '60s', true)`
  await tx`select pg_advisory_xact_lock(${ORDERING})`
}

export async function holdCopying(tx: Transaction): Promise<boolean> {
  const row = one(
    await tx<{ held: boolean }[]>`
      select set_config('idle_in_transaction_session_timeout', '30s', true), pg_try_advisory_xact_lock(${COPYING}) as held`,
  )
  return row?.held ?? false
}

/** Whether a round would find anything to do. */
export async function isWorkWaiting(db: Queryable): Promise<boolean> {
  const row = one(
    await db<{ waiting: boolean }[]>`
      select exists (select from platform.ledger_entries where leaf_index is null)
          or exists (select from platform.ledger_checkpoints
                     where published_at is null and log_id = (select max(id) from platform.ledger_logs)) as waiting`,
  )
  return row?.waiting ?? false
}

export type LogRow = {
  id: number
  uid: string
  origin: string
  /** The note of the one before with which this one was opened. */
  predecessorNote: string | null
  keyId: number | null
  vkey: string | null
  publicKey: Buffer | null
}

/** Every log that was opened here, the newest first, each with the key that it uses now. */
export const listLogs = (db: Queryable): Promise<LogRow[]> =>
  db<LogRow[]>`
    select log.id, log.uid, log.origin, log.predecessor_note, key.id as key_id, key.vkey, key.public_key
    from platform.ledger_logs as log
    left join platform.ledger_keys as key on key.log_id = log.id and key.until is null
    order by log.id desc`

export type SignedRow = { logId: number; size: number; root: Buffer; note: string; publishedAt: Date | null }

/** The last checkpoint that was signed, whether or not anybody was shown it; and how many leaves have their place. */
export async function findTreeState(db: Queryable): Promise<{ size: number; signed: SignedRow | null }> {
  const [counted, signed] = await Promise.all([
    db<{ size: number }[]>`
      select coalesce(max(leaf_index) + 1, 0)::float8 as size from platform.ledger_entries`,
    db<SignedRow[]>`
      select log_id, size::float8 as size, root, note, published_at from platform.ledger_checkpoints
      order by log_id desc, size desc limit 1`,
  ])
  return { size: one(counted)?.size ?? 0, signed: one(signed) }
}

/**
 * Gives the next entries their places, in the order in which they were written. One that another transaction holds just
 * now (it forgets a salt) is left for the next round, so that nobody waits for anybody.
 */
export async function placeEntries(
  tx: Transaction,
  first: number,
  limit: number,
): Promise<{ count: number; hashes: Buffer }> {
  const row = one(
    await tx<{ count: number; hashes: Buffer | null }[]>`
      with free as (
        select id from platform.ledger_entries where leaf_index is null order by id limit ${limit}
        for no key update skip locked
      ), ordered as (
        select id, ${first}::bigint + row_number() over (order by id) - 1 as place from free
      ), placed as (
        update platform.ledger_entries as entry set leaf_index = ordered.place from ordered where entry.id = ordered.id
        returning entry.leaf_index, entry.leaf_hash
      )
      select count(*)::int as count, string_agg(leaf_hash, ''::bytea order by leaf_index) as hashes from placed`,
  )
  return { count: row?.count ?? 0, hashes: row?.hashes ?? Buffer.alloc(0) }
}

export async function writeTiles(tx: Transaction, tiles: readonly Tile[]): Promise<void> {
  const rows = tiles.map(({ level, n, hashes }) => ({ level, n, hashes: hashes.toString('hex') }))
  await tx`
    insert into platform.ledger_tiles (level, n, hashes)
    select level, n, decode(hashes, 'hex') from jsonb_to_recordset(${tx.json(rows)}::jsonb) as tile (level int, n bigint, hashes text)
    on conflict (level, n) do update set hashes = excluded.hashes`
}

export type NewCheckpoint = { logId: number; size: number; root: Buffer; note: string; at: Date }

export async function insertCheckpoint(tx: Transaction, { logId, size, root, note, at }: NewCheckpoint): Promise<void> {
  await tx`
    insert into platform.ledger_checkpoints (log_id, size, root, note, signed_at)
    values (${logId}, ${size}, ${root}, ${note}, ${at})`
}

/** Of this log all that are not larger: they are the beginnings of one that is kept outside. */
export async function markPublished(tx: Transaction, logId: number, size: number, at: Date): Promise<void> {
  await tx`
    update platform.ledger_checkpoints set published_at = ${at}
    where log_id = ${logId} and size <= ${size} and published_at is null`
}
