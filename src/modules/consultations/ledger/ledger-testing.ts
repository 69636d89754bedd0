import type { Database } from '#platform/db/database.ts'

/** Help for tests of the ledger. Only tests import this. */

type Entry = { kind: string; version: number; ended: string | null; salted: boolean; entry: string }

/** Every entry that speaks of a record, in order: `comment 2`, `received-comment 1 erased`; `–` where its salt is gone. */
export async function entriesOf(db: Database, subject: string): Promise<string[]> {
  const entries = await db<Entry[]>`
    select kind, version, ended, salt is not null as salted, entry from platform.ledger_entries
    where subject = ${subject} order by id`
  return entries.map(({ kind, version, ended, salted }) =>
    [kind.split('.')[1], version, ended ?? (salted ? null : '–')].filter((one) => one !== null).join(' '),
  )
}

/** The end that an entry tells in plain sight. */
export async function endsOf(db: Database, subject: string): Promise<unknown[]> {
  const entries = await db<{ entry: string }[]>`
    select entry from platform.ledger_entries where subject = ${subject} and ended is not null order by id`
  return entries.map(({ entry }) => (JSON.parse(entry) as { ended: unknown }).ended)
}
