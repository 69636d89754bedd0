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
