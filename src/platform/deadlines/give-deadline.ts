import type { Transaction } from '../db/database.ts'
import type { Holder } from './deadline-order.ts'
import { updateHolder } from './deadline-queries.ts'

/**
 * Whose the deadline is from now on. What the holder does not name is nobody's; the unit stays where none is named. The
 * history of the record says it already: who gives it away gives the record away. False: there is none, or it is over.
 */
export const giveDeadlineTo = (tx: Transaction, subject: string, slot: string, holder: Holder): Promise<boolean> =>
  updateHolder(tx, subject, slot, {
    holderId: holder.accountId ?? null,
    role: holder.role ?? null,
    ...(holder.bodyId === undefined ? {} : { bodyId: holder.bodyId }),
  })
