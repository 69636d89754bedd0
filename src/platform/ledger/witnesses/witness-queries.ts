import { one, type Database, type Queryable, type Transaction } from '../../db/database.ts'

export type Witness = {
  id: number
  vkey: string
  /** The address before `/add-checkpoint`, without a slash at the end. */
  url: string
  since: Date
  until: Date | null
  /** Up to where it has signed; null: nothing yet. */
  seenSize: number | null
  seenAt: Date | null
  failingSince: Date | null
  failure: string | null
}

export const listWitnesses = (db: Queryable): Promise<Witness[]> =>
  db<Witness[]>`
    select id, vkey, url, since, until, seen_size::float8 as seen_size, seen_at, failing_since, failure
    from platform.ledger_witnesses order by id limit 100`

/** False: a witness with this key is there already. One that had ended is asked again from now on. */
export async function addWitness(
  db: Database,
  { vkey, url, at }: { vkey: string; url: string; at: Date },
): Promise<boolean> {
  const rows = await db`
    insert into platform.ledger_witnesses (vkey, url, since) values (${vkey}, ${url}, ${at})
    on conflict (vkey) do update set url = excluded.url, until = null, failing_since = null, failure = null
      where platform.ledger_witnesses.until is not null
    returning id`
  return rows.length > 0
}

export async function endWitness(db: Database, vkey: string, at: Date): Promise<boolean> {
  const rows = await db`
    update platform.ledger_witnesses set until = ${at}, failing_since = null, failure = null
    where vkey = ${vkey} and until is null returning id`
  return rows.length > 0
}

/** The line of a witness under a checkpoint; a later line of the same witness takes the place of an earlier one. */
export async function keepCosignature(
  tx: Transaction,
  { logId, size, witnessId, line, at }: { logId: number; size: number; witnessId: number; line: string; at: Date },
): Promise<void> {
  await tx`
    insert into platform.ledger_cosignatures (log_id, size, witness_id, line, at)
    values (${logId}, ${size}, ${witnessId}, ${line}, ${at})
    on conflict (log_id, size, witness_id) do update set line = excluded.line, at = excluded.at`
  await tx`
    update platform.ledger_witnesses
    set seen_size = ${size}, seen_at = ${at}, failing_since = null, failure = null where id = ${witnessId}`
}

/** Up to where it says it has seen this log. */
export async function setSeenSize(db: Database, witnessId: number, size: number): Promise<void> {
  await db`update platform.ledger_witnesses set seen_size = ${size} where id = ${witnessId}`
}

export async function noteFailure(db: Database, witnessId: number, failure: string, at: Date): Promise<void> {
  await db`
    update platform.ledger_witnesses
    set failing_since = coalesce(failing_since, ${at}), failure = ${failure} where id = ${witnessId}`
}

/** When this witness signed this checkpoint; null: not yet. */
export const findCosignedAt = async (
  db: Queryable,
  { logId, size, witnessId }: { logId: number; size: number; witnessId: number },
): Promise<Date | null> =>
  one(
    await db<{ at: Date }[]>`
      select at from platform.ledger_cosignatures
      where log_id = ${logId} and size = ${size} and witness_id = ${witnessId}`,
  )?.at ?? null
