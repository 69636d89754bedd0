import type { Queryable } from '../../db/database.ts'
import type { CheckpointRow, KeyRow, LogRow } from './kept-note-rules.ts'

/** Oldest first: the last one is the one that goes on. */
export const listLogs = (db: Queryable): Promise<LogRow[]> =>
  db<LogRow[]>`
    select id, origin, opened_size::float8 as opened_size, predecessor_id, predecessor_note
    from platform.ledger_logs order by id`

export const listKeys = (db: Queryable): Promise<KeyRow[]> =>
  db<KeyRow[]>`select log_id, vkey, public_key, since, until from platform.ledger_keys order by log_id, since, id`

/** Those whose size lies above `from` and not above `to`, smallest first. */
export const listCheckpoints = (
  db: Queryable,
  logIds: readonly number[],
  { from, to }: { from: number; to: number },
): Promise<CheckpointRow[]> =>
  db<CheckpointRow[]>`
    select log_id, size::float8 as size, root, note, signed_at from platform.ledger_checkpoints
    where log_id = any(${logIds as number[]}::int[]) and size > ${from} and size <= ${to} order by size, log_id`

/** How far the checkpoints reach; null: there is none. */
export async function findLargestSize(db: Queryable): Promise<number | null> {
  const [row] = await db<{ size: number | null }[]>`
    select max(newest.size)::float8 as size from platform.ledger_logs as log
    cross join lateral (
      select checkpoint.size from platform.ledger_checkpoints as checkpoint
      where checkpoint.log_id = log.id order by checkpoint.size desc limit 1
    ) as newest`
  return row?.size ?? null
}

export type CosignatureRow = {
  logId: number
  size: number
  witnessId: number
  vkey: string
  line: string
  note: string
}

export const listCosignatures = (
  db: Queryable,
  after: { logId: number; size: number; witnessId: number },
  limit: number,
): Promise<CosignatureRow[]> =>
  db<CosignatureRow[]>`
    select signed.log_id, signed.size::float8 as size, signed.witness_id, witness.vkey, signed.line, checkpoint.note
    from platform.ledger_cosignatures as signed
    join platform.ledger_witnesses as witness on witness.id = signed.witness_id
    join platform.ledger_checkpoints as checkpoint on checkpoint.log_id = signed.log_id and checkpoint.size = signed.size
    where (signed.log_id, signed.size, signed.witness_id) > (${after.logId}, ${after.size}, ${after.witnessId})
    order by signed.log_id, signed.size, signed.witness_id limit ${limit}`
