import type { Transaction } from '../db/database.ts'
import { giveDeadlineTo } from '../deadlines/give-deadline.ts'
import type { HandOver } from '../door.ts'
import { recordChange } from '../history/record-change.ts'
import { CASE_SLOT } from './clock-rules.ts'
import { refOfCase } from './enter-case.ts'
import { takeOverCases, takeOverPoints } from './hand-over-queries.ts'

/** Who leaves hands on the cases and points that are still open with them. Gives how many. */
export async function handOverCases(tx: Transaction, { from, to, byAccountId, at }: HandOver): Promise<number> {
  const cases = await takeOverCases(tx, { from, to, at })
  for (const { id, institutionId } of cases) {
    const fields = [{ field: 'owner', from, to }]
    const change = { institutionId, subject: refOfCase(id), kind: 'assigned', by: { accountId: byAccountId }, at }
    await recordChange(tx, { ...change, fields })
    await giveDeadlineTo(tx, refOfCase(id), CASE_SLOT, { accountId: to, role: null })
  }
  return cases.length + (await takeOverPoints(tx, { from, to, at }))
}
