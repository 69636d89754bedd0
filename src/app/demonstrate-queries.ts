import type { Transaction } from '#platform/db/database.ts'

/** Held while the content is loaded, so that of processes that start together one does it. The number means nothing. */
const DEMONSTRATION_LOCK = 5_880_627

export async function lockDemonstration(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(${DEMONSTRATION_LOCK})`
}

export async function hasInstitution(tx: Transaction): Promise<boolean> {
  const [row] = await tx<{ any: boolean }[]>`select exists (select from platform.institutions) as any`
  return row?.any ?? false
}
