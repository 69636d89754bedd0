import type { Transaction } from '#platform/db/database.ts'

/** The last day on which it could be announced in time; null: no rule says one. */
export async function setAnnounceBy(tx: Transaction, id: string, day: string | null): Promise<void> {
  await tx`update council_acts.acts set announce_by = ${day} where id = ${id}`
}

export type ForceBasis = 'after-announcement' | 'on-notification' | 'on-day' | 'stated'

/**
 * From when it holds, and why; null: not known. Of its adopted words the same day. What was ended before that day never held: its
 * end moves with its beginning.
 */
export async function setForceFrom(
  tx: Transaction,
  id: string,
  { basis, from }: { basis: ForceBasis | null; from: string | null },
): Promise<void> {
  await tx`update council_acts.acts set force_basis = ${basis}, in_force_from = ${from},
      in_force_to = case when in_force_to < ${from}::date then ${from}::date else in_force_to end
    where id = ${id}`
  await tx`update council_acts.states set holds_from = ${from} where act_id = ${id} and role = 'adopted'`
}
