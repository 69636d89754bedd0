import type { Transaction } from '#platform/db/database.ts'

export async function setPlanState(
  tx: Transaction,
  id: string,
  state: 'published' | 'taken-down',
  at: Date,
): Promise<void> {
  await tx`update consultations.plans set state = ${state}, changed_at = ${at} where id = ${id}`
}
