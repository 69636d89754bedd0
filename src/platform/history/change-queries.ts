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

/** All in one statement, in the order given: histories are read by number. */
export async function insertChanges(tx: Transaction, changes: readonly ChangeRow[]): Promise<void> {
  const rows = changes.map((change) => ({
    institution_id: change.institutionId,
    subject: change.subject,
    kind: change.kind,
    by_kind: change.byKind,
    by_account_id: change.byAccountId,
    at: change.at.toISOString(),
    reason: change.reason,
    fields: change.fields,
  }))
  await tx`
    insert into platform.changes (institution_id, subject, kind, by_kind, by_account_id, at, reason, fields)
    select institution_id, subject, kind, by_kind, by_account_id, at, reason, fields
    from jsonb_to_recordset(${tx.json(rows)}::jsonb) as row (
      institution_id uuid, subject text, kind text, by_kind text, by_account_id uuid, at timestamptz, reason text,
      fields jsonb)`
}
