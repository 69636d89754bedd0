import type { Transaction } from '../db/database.ts'
import type { FieldChange } from './change-rules.ts'

export type ChangeRow = {
  institutionId: string | null
  subject: string
  kind: string
  byKind: 'official' | 'citizen' | 'program' | 'command-line'
  byAccountId: string | null
  at: Date
  reason: string | null
  fields: readonly FieldChange[]
}

export async function insertChange(tx: Transaction, change: ChangeRow): Promise<void> {
  await tx`
    insert into platform.changes (institution_id, subject, kind, by_kind, by_account_id, at, reason, fields)
    values (${change.institutionId}, ${change.subject}, ${change.kind}, ${change.byKind}, ${change.byAccountId},
            ${change.at}, ${change.reason}, ${tx.json(change.fields)})`
}
