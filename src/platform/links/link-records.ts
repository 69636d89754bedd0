import type { Transaction } from '../db/database.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import { endLinkRow, insertLink } from './link-queries.ts'
import type { LinkKind } from './link-rules.ts'

export type LinkOrder = {
  institutionId: string
  /** The record that tells of the link, and whose entry in the ledger holds it: the deed enters that record afterwards. */
  from: string
  to: string
  kind: LinkKind
  by: ChangedBy
  at: Date
}

/** Binds two records, inside the deed that makes them belong together. Whether the link is new. */
export async function linkRecords(tx: Transaction, order: LinkOrder): Promise<boolean> {
  const { institutionId, from, to, kind, by, at } = order
  const byAccountId = typeof by === 'string' ? null : by.accountId
  const id = await insertLink(tx, { institutionId, fromRef: from, toRef: to, kind, at, byAccountId })
  if (id === null) return false
  const fields = [{ field: 'link', from: null, to }]
  await recordChange(tx, { institutionId, subject: from, kind: 'linked', by, at, fields })
  return true
}

/** Ends a link that stands; its trace stays. Whether there was one. */
export async function endLink(tx: Transaction, order: LinkOrder & { reason: string | null }): Promise<boolean> {
  const { institutionId, from, to, kind, by, at, reason } = order
  const byAccountId = typeof by === 'string' ? null : by.accountId
  if (!(await endLinkRow(tx, { fromRef: from, toRef: to, kind, at, byAccountId, reason }))) return false
  const fields = [{ field: 'link', from: to, to: null }]
  await recordChange(tx, { institutionId, subject: from, kind: 'unlinked', by, at, reason, fields })
  return true
}
