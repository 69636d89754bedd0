import type { Queryable, Transaction } from '../db/database.ts'
import type { EndedWhy } from './entry-rules.ts'

export type NewEntry = {
  kind: string
  subject: string
  version: number
  institutionId: string | null
  at: Date
  entry: string
  leafHash: Uint8Array
  digest: Uint8Array | null
  salt: Uint8Array | null
  ended: EndedWhy | null
}

/**
 * All in one statement, in the order given: entries of one deed follow each other in the log. What is derived of their
 * subjects (the index of the search) waits in `changed_subjects` to be made anew.
 */
export async function insertEntries(tx: Transaction, entries: readonly NewEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    kind: entry.kind,
    subject: entry.subject,
    version: entry.version,
    institution_id: entry.institutionId,
    at: entry.at.toISOString(),
    entry: entry.entry,
    leaf_hash: hexOf(entry.leafHash),
    digest: entry.digest && hexOf(entry.digest),
    salt: entry.salt && hexOf(entry.salt),
    ended: entry.ended,
  }))
  await tx`
    with entered as (
      insert into platform.ledger_entries (kind, subject, version, institution_id, at, entry, leaf_hash, digest, salt, ended)
      select kind, subject, version, institution_id, at, entry,
             decode(leaf_hash, 'hex'), decode(digest, 'hex'), decode(salt, 'hex'), ended
      from jsonb_to_recordset(${tx.json(rows)}::jsonb) as row (
        kind text, subject text, version int, institution_id uuid, at timestamptz, entry text, leaf_hash text, digest text,
        salt text, ended text)
      returning subject, at)
    insert into platform.changed_subjects (subject, at) select subject, at from entered`
}

export type NewestEntry = {
  subject: string
  version: number
  institutionId: string | null
  institution: string | null
  ended: EndedWhy | null
}

/** The last word of the log on each of these subjects, as far as it has one. */
export const findNewestEntries = (db: Queryable, kind: string, subjects: readonly string[]): Promise<NewestEntry[]> =>
  db<NewestEntry[]>`
    select newest.subject, newest.version, newest.institution_id, institution.slug as institution, newest.ended
    from unnest(${subjects as string[]}::text[]) as asked (subject)
    cross join lateral (
      select entry.subject, entry.version, entry.institution_id, entry.ended
      from platform.ledger_entries as entry
      where entry.kind = ${kind} and entry.subject = asked.subject
      order by entry.version desc limit 1
    ) as newest
    left join platform.institutions as institution on institution.id = newest.institution_id`

/** Of all kinds that speak of the subject. */
export async function forgetSalts(tx: Transaction, subject: string): Promise<void> {
  await tx`update platform.ledger_entries set salt = null where subject = ${subject} and salt is not null`
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
