import type { Transaction } from '../db/database.ts'
import type { FieldChange } from '../history/change-rules.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import { absentBehind, type Authority } from './account-rules.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import type { SecurityEventKind } from './security-event-rules.ts'

export const accountOf = (by: Authority): string | null => (by === 'command-line' ? null : by.accountId)
export const changedBy = (by: Authority): ChangedBy => (by === 'command-line' ? by : { accountId: by.accountId })

export type PersonNote = {
  at: Date
  kind: SecurityEventKind
  accountId: string
  institutionId?: string | null
  /** A word of the program, or a role. */
  details?: string
  fields?: readonly FieldChange[]
  reason?: string | null
}

/** What was done with an account stands in two places: in what its holder reads, and in the history of the record. */
export async function notePerson(tx: Transaction, by: Authority, note: PersonNote): Promise<void> {
  const { at, kind, accountId, institutionId = null, details = '' } = note
  const forAccountId = absentBehind(by, institutionId)
  const event = { at, kind, accountId, byAccountId: accountOf(by), forAccountId, institutionId, details }
  await insertSecurityEvent(tx, event)
  await recordChange(tx, {
    institutionId,
    subject: `people.account:${accountId}`,
    kind,
    by: changedBy(by),
    at,
    reason: note.reason ?? null,
    fields: note.fields ?? [],
  })
}
