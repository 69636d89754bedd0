import type { Database, Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import { shapeOf, type PublicRecord } from '#platform/ledger/entry-rules.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { systemClock } from '#platform/time/clock.ts'

type WithId = readonly { readonly [column: string]: unknown }[]

/**
 * Rows of a public record that a test writes by hand, entered in the ledger as the deed would have done: `write` gives the
 * records that it changed, each with its `id`.
 */
export async function entered<Rows extends WithId>(
  db: Database,
  kind: RecordKind,
  write: (tx: Transaction) => PromiseLike<Rows>,
): Promise<Rows> {
  const done = await db.begin(async (tx) => {
    const rows = await write(tx)
    await appendToLedger(tx, { clock: systemClock }, { kind, ids: rows.map(({ id }) => String(id)) })
    return { rows }
  })
  return done.rows
}

export type Entry = { kind: string; version: number; ended: string | null; institution: string | null }

/** What the ledger says of a subject, from the beginning. */
export async function entriesOf(db: Database, subject: string): Promise<Entry[]> {
  return db<Entry[]>`
    select entry.kind, entry.version, entry.ended, entry.entry::jsonb ->> 'institution' as institution
    from platform.ledger_entries as entry where entry.subject = ${subject} order by entry.id`
}

/** What everybody reads of a record, in the shape that is entered; null: nothing. */
export async function recordOf(db: Database, kind: RecordKind, id: string): Promise<PublicRecord | null> {
  const [row] = await kind.find(db, [id])
  return row ? shapeOf(row.record, kind.shapes.at(-1) ?? []) : null
}

/** How the database refuses a public change that nobody entered. */
export const UNENTERED = { constraint_name: 'public_change_in_ledger' }
