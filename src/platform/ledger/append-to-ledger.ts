import { randomBytes } from 'node:crypto'
import type { Transaction } from '../db/database.ts'
import { together } from '../db/together.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { findNewestEntries, forgetSalts, insertEntries, type NewEntry, type NewestEntry } from './entry-queries.ts'
import { digestOf, entryOf, leafHashOf, shapeOf, type Ended, type EntryFacts } from './entry-rules.ts'
import { subjectKindOf, type RecordKind, type RecordRow } from './record-kind.ts'

export type LedgerOrder = {
  kind: RecordKind
  ids: readonly string[]
  /** Why those that are public no more are not. */ ended?: Ended
  /** Nobody could read them before this deed, in whatever form: the log is not asked what it says of them. */ first?: true
}

type Needed = Pick<Services, 'clock'>

/**
 * Enters what a deed has published, changed or taken away, as the database has it now: to be called in the deed's
 * transaction, after its last write. Records that are not public and never were get no entry; those that were public until
 * now get one that says why they ended. The caller holds the records, so that no other deed changes them meanwhile.
 */
export async function appendToLedger(
  tx: Transaction,
  { clock }: Needed,
  ...orders: readonly LedgerOrder[]
): Promise<void> {
  const at = clock.now()
  // Sent together: the driver does not wait for the first answer to ask the second question.
  const found = await together(
    orders.map(async ({ kind, ids, ended, first }) => {
      const subjects = ids.map((id) => refOf(subjectKindOf(kind), id))
      const [rows, newest] = await together([
        kind.find(tx, ids),
        first ? [] : findNewestEntries(tx, kind.kind, subjects),
      ])
      return entriesOf(kind, subjects, rows, newest, ended ?? { why: 'removed' }, at)
    }),
  )
  const entries = found.flat()
  if (entries.length > 0) await insertEntries(tx, entries)
}

/**
 * Ends a record that is erased: an entry with ground and role, and no salt of any of its entries stays, so that nobody can
 * try any more which words stood there. Whatever is still public of it is entered afterwards, with `appendToLedger`.
 */
export async function eraseFromLedger(
  tx: Transaction,
  { clock }: Needed,
  kind: RecordKind,
  id: string,
  ended: Omit<Ended, 'why'>,
): Promise<void> {
  const subject = refOf(subjectKindOf(kind), id)
  const [newest] = await findNewestEntries(tx, kind.kind, [subject])
  if (!newest) return
  await forgetSalts(tx, subject)
  await insertEntries(tx, [endOf(kind, newest, { why: 'erased', ...ended }, clock.now())])
}

function entriesOf(
  kind: RecordKind,
  subjects: readonly string[],
  rows: readonly RecordRow[],
  newest: readonly NewestEntry[],
  ended: Ended,
  at: Date,
): NewEntry[] {
  const before = new Map(newest.map((entry) => [entry.subject, entry]))
  const standing = new Set(rows.map(({ id }) => refOf(subjectKindOf(kind), id)))
  const ends = subjects.flatMap((subject) => {
    const last = before.get(subject)
    return standing.has(subject) || !last || last.ended !== null ? [] : [endOf(kind, last, ended, at)]
  })
  const stands = rows.map((row) => {
    const subject = refOf(subjectKindOf(kind), row.id)
    return standOf(kind, subject, row, row.version ?? (before.get(subject)?.version ?? 0) + 1, at)
  })
  return [...ends, ...stands]
}

function standOf(kind: RecordKind, subject: string, row: RecordRow, version: number, at: Date): NewEntry {
  const salt = randomBytes(16)
  const digest = digestOf(salt, shapeOf(row.record, kind.shapes.at(-1) ?? []))
  const facts = { v: kind.shapes.length, kind: kind.kind, subject, version, institution: row.institution, at }
  return newEntry(facts, row.institutionId, entryOf(facts, { digest }), { digest, salt, ended: null })
}

function endOf(kind: RecordKind, last: NewestEntry, ended: Ended, at: Date): NewEntry {
  const { subject, institution, institutionId } = last
  const facts = { v: kind.shapes.length, kind: kind.kind, subject, version: last.version + 1, institution, at }
  return newEntry(facts, institutionId, entryOf(facts, { ended }), { digest: null, salt: null, ended: ended.why })
}

const newEntry = (
  { kind, subject, version, at }: EntryFacts,
  institutionId: string | null,
  entry: string,
  what: Pick<NewEntry, 'digest' | 'salt' | 'ended'>,
): NewEntry => ({ kind, subject, version, institutionId, at, entry, leafHash: leafHashOf(entry), ...what })
