import type { Transaction } from '../db/database.ts'
import { insertChanges } from './change-queries.ts'
import type { FieldChange } from './change-rules.ts'

/** Who did it: an official by account, or one of those who have none. */
export type ChangedBy = { accountId: string } | 'citizen' | 'program' | 'command-line'

export type Change = {
  /** Null: it concerns the whole installation. */
  institutionId: string | null
  /** `consultations.consultation:<id>` */
  subject: string
  /** A past participle of the program: `created`, `changed`, `published`, `assigned`. Pages have its words. */
  kind: string
  by: ChangedBy
  at: Date
  /** What the official wrote as a reason. */
  reason?: string | null
  /**
   * What was changed, from what, to what. History cannot be erased: the words, names and addresses of citizens never
   * stand here, only that they changed (`{ field: 'telephone', from: null, to: null }`).
   */
  fields?: readonly FieldChange[]
}

/** One line of the history of a record. Written in the transaction of the deed, so that both stand or neither does. */
export const recordChange = (tx: Transaction, change: Change): Promise<void> => recordChanges(tx, [change])

/** What one deed did, in its order. */
export const recordChanges = (tx: Transaction, changes: readonly Change[]): Promise<void> =>
  insertChanges(
    tx,
    changes.map(({ by, ...change }) => ({
      institutionId: change.institutionId,
      subject: change.subject,
      kind: change.kind,
      byKind: typeof by === 'string' ? by : 'official',
      byAccountId: typeof by === 'string' ? null : by.accountId,
      at: change.at,
      reason: change.reason ?? null,
      fields: change.fields ?? [],
    })),
  )
