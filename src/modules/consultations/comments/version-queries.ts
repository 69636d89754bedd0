import type { Transaction } from '#platform/db/database.ts'

export async function showVersion(tx: Transaction, commentId: string, n: number): Promise<void> {
  await tx`update consultations.comment_versions set hidden = false where comment_id = ${commentId} and n = ${n}`
}

export async function hideVersion(tx: Transaction, commentId: string, n: number): Promise<void> {
  await tx`update consultations.comment_versions set hidden = true where comment_id = ${commentId} and n = ${n}`
}

/** Those that are shown until now; which hold hid them is kept with them. */
export async function hideVersions(tx: Transaction, commentId: string, upTo: number, now: Date): Promise<void> {
  await tx`
    update consultations.comment_versions set hidden = true, hidden_by_hold_at = ${now}
    where comment_id = ${commentId} and n <= ${upTo} and not hidden`
}

export async function showHiddenByLastHold(tx: Transaction, commentId: string): Promise<void> {
  await tx`
    update consultations.comment_versions as version set hidden = false, hidden_by_hold_at = null
    where version.comment_id = ${commentId} and version.hidden_by_hold_at = (
      select max(event.at) from consultations.comment_events as event
      where event.comment_id = ${commentId} and event.kind = 'held')`
}

const newestEntry = (tx: Transaction, commentId: string) => tx`
  select max(entry.version) as version from platform.ledger_entries as entry
  where entry.kind = 'consultations.received-comment' and entry.subject = 'consultations.comment:' || ${commentId}::text`

const newestWording = (tx: Transaction, commentId: string) => tx`
  select max(other.n) from consultations.comment_versions as other where other.comment_id = ${commentId}`

/**
 * The number of a new wording in the ledger is its own, unless something had to be put right in an earlier one, which took
 * numbers of its own: then it is the next.
 */
export async function numberWording(tx: Transaction, commentId: string): Promise<void> {
  await tx`
    update consultations.comment_versions as wording set entered_as = newest.version + 1
    from (${newestEntry(tx, commentId)}) as newest
    where wording.comment_id = ${commentId} and wording.n = (${newestWording(tx, commentId)})
      and newest.version >= wording.n`
}

/**
 * None of its wordings is vouched for as it was sent, but the newest under the next number. False: none of them was
 * entered yet.
 */
export async function renumberWordings(tx: Transaction, commentId: string): Promise<boolean> {
  const result = await tx`
    update consultations.comment_versions as wording
    set entered_as = case when wording.n = (${newestWording(tx, commentId)}) then newest.version + 1 else 0 end
    from (${newestEntry(tx, commentId)}) as newest
    where wording.comment_id = ${commentId} and newest.version is not null`
  return result.count > 0
}
