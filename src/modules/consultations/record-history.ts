import type { Transaction } from '#platform/db/database.ts'
import { recordChange, recordChanges, type Change } from '#platform/history/record-change.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'

type Happened = Omit<Change, 'subject'> & { id: string }

/** One line in the history of a consultation. */
export const recordOfConsultation = (tx: Transaction, { id, ...change }: Happened): Promise<void> =>
  recordChange(tx, { ...change, subject: refOf('consultations.consultation', id) })

/** One line in the history of a comment: never its words, its author, or what a moderator wrote to them. */
export const recordOfComment = (tx: Transaction, { id, ...change }: Happened): Promise<void> =>
  recordChange(tx, { ...change, subject: refOf('consultations.comment', id) })

/** Several lines at once, in their order. */
export const recordsOfComment = (
  tx: Transaction,
  id: string,
  changes: readonly Omit<Change, 'subject'>[],
): Promise<void> =>
  recordChanges(
    tx,
    changes.map((change) => ({ ...change, subject: refOf('consultations.comment', id) })),
  )

/** Whoever has no account here works at the command line. */
export const byAccount = (accountId: string | null): Change['by'] =>
  accountId === null ? 'command-line' : { accountId }
