import { one, type Queryable, type Transaction } from '../../db/database.ts'
import type { Json } from '../canonical-json-rules.ts'

export type NewLog = {
  origin: string
  at: Date
  size: number
  after: { id: number; note: string; reason: string } | null
}

export async function insertLog(tx: Transaction, log: NewLog): Promise<{ id: number; uid: string }> {
  const row = one(
    await tx<{ id: number; uid: string }[]>`
      insert into platform.ledger_logs (origin, opened_at, opened_size, predecessor_id, predecessor_note, reason)
      values (${log.origin}, ${log.at}, ${log.size}, ${log.after?.id ?? null}, ${log.after?.note ?? null},
              ${log.after?.reason ?? null})
      returning id, uid`,
  )
  if (!row) throw new Error('An insert gives its row')
  return row
}

export type NewKey = { logId: number; vkey: string; publicKey: Buffer; at: Date; replaces: number | null }

export async function insertKey(tx: Transaction, key: NewKey): Promise<{ uid: string }> {
  const row = one(
    await tx<{ uid: string }[]>`
      insert into platform.ledger_keys (log_id, vkey, public_key, since, replaces_id)
      values (${key.logId}, ${key.vkey}, ${key.publicKey}, ${key.at}, ${key.replaces})
      returning uid`,
  )
  if (!row) throw new Error('An insert gives its row')
  return row
}

export async function endKeysOf(tx: Transaction, logId: number, at: Date): Promise<void> {
  await tx`update platform.ledger_keys set until = ${at} where log_id = ${logId} and until is null`
}

type Found = { id: string; record: { [field: string]: Json } }

/** Logs that follow another: what was said when they were opened, and the key that they began with. */
export const findLogRecords = (db: Queryable, ids: readonly string[]): Promise<Found[]> =>
  db<Found[]>`
    select log.uid as id, ${logRecord(db)} as record from platform.ledger_logs as log
    join platform.ledger_logs as before on before.id = log.predecessor_id
    where log.uid = any(${ids as string[]}::uuid[]) order by log.uid`

export const eachLogRecord = (db: Queryable, after: string | null, limit: number): Promise<Found[]> =>
  db<Found[]>`
    select log.uid as id, ${logRecord(db)} as record from platform.ledger_logs as log
    join platform.ledger_logs as before on before.id = log.predecessor_id
    where ${after}::uuid is null or log.uid > ${after}::uuid order by log.uid limit ${limit}`

const logRecord = (db: Queryable) => db`
  jsonb_build_object(
    'origin', log.origin, 'opened_at', log.opened_at, 'opened_size', log.opened_size, 'predecessor', before.origin,
    'predecessor_note', log.predecessor_note, 'reason', log.reason,
    'vkey', (select key.vkey from platform.ledger_keys as key
             where key.log_id = log.id and key.replaces_id is null order by key.id limit 1))`

/** Keys that replace another one of their log. When the other ended is when this one began. */
export const findKeyRecords = (db: Queryable, ids: readonly string[]): Promise<Found[]> =>
  db<Found[]>`
    select key.uid as id, ${keyRecord(db)} as record from platform.ledger_keys as key
    join platform.ledger_logs as log on log.id = key.log_id
    join platform.ledger_keys as before on before.id = key.replaces_id
    where key.uid = any(${ids as string[]}::uuid[]) order by key.uid`

export const eachKeyRecord = (db: Queryable, after: string | null, limit: number): Promise<Found[]> =>
  db<Found[]>`
    select key.uid as id, ${keyRecord(db)} as record from platform.ledger_keys as key
    join platform.ledger_logs as log on log.id = key.log_id
    join platform.ledger_keys as before on before.id = key.replaces_id
    where ${after}::uuid is null or key.uid > ${after}::uuid order by key.uid limit ${limit}`

const keyRecord = (db: Queryable) => db`
  jsonb_build_object('origin', log.origin, 'vkey', key.vkey, 'since', key.since, 'replaces', before.vkey)`
