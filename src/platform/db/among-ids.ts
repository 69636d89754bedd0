import type { Queryable } from './database.ts'

/**
 * A condition: the column holds one of these ids. A list is counted, and its statement planned anew, each time it is asked,
 * which for the records of the ledger takes many times as long as reading one; for a single id a plan is made once and kept.
 */
export const amongIds = (db: Queryable, column: string, ids: readonly string[]) =>
  ids.length === 1 ? db`${db(column)} = ${ids[0] ?? ''}` : db`${db(column)} = any(${ids as string[]}::uuid[])`
