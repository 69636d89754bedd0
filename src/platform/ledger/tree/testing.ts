import type { Database, Queryable } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import { leafHashOf } from '../entry-rules.ts'
import { sequenceLedger, type Round, type SequenceOutcome } from './sequence-ledger.ts'

/**
 * Entries of no record, for tests of the tree alone. Their words and hashes are made by the database, in one statement, so
 * that tens of thousands of them cost little.
 */
export async function givenEntries(db: Queryable, count: number, name = 'test.leaf'): Promise<void> {
  await db`
    insert into platform.ledger_entries (kind, subject, version, at, entry, leaf_hash, ended)
    select ${name}, ${name} || ':' || gen_random_uuid(), 1, now(), leaf.entry,
           sha256('\\x00'::bytea || convert_to(leaf.entry, 'UTF8')), 'removed'
    from generate_series(1, ${count}) as number
    cross join lateral (select format('{"leaf":%s}', number) as entry) as leaf`
}

/** All hashes of leaves, in the order of the tree, computed from their words. */
export async function leavesOf(db: Database): Promise<Buffer[]> {
  const rows = await db<{ entry: string }[]>`
    select entry from platform.ledger_entries where leaf_index is not null order by leaf_index`
  return rows.map(({ entry }) => leafHashOf(entry))
}

/** A round that must sequence something. */
export async function sequenced(
  services: Services,
  round: Round = {},
): Promise<Extract<SequenceOutcome, { kind: 'sequenced' }>> {
  const outcome = await sequenceLedger(services, round)
  if (outcome.kind !== 'sequenced') throw new Error(`Nothing was sequenced: ${JSON.stringify(outcome)}`)
  return outcome
}
