import { randomUUID } from 'node:crypto'
import type { Jurisdiction, Words } from '#law/jurisdiction.ts'
import type { Transaction } from '../../db/database.ts'
import { enqueue } from '../../jobs/jobs.ts'

/** Whose open deadlines may move: those of a whole country, or of one institution. */
export type Reach = { jurisdiction: Jurisdiction } | { institutionId: string }

/**
 * Has what is open computed again, in the transaction of the deed that makes it necessary. `cause`: why, as it will stand
 * in the history of each deadline that moves. `run`: by which its moves are found again.
 * One run after the other: one that began with the calendar of before would move back what a later one has moved.
 */
export const askRecompute = (tx: Transaction, reach: Reach, cause: Words, run: string = randomUUID()): Promise<void> =>
  enqueue(tx, 'deadlines.recompute', { ...reach, cause: JSON.stringify(cause), run }, { queue: 'deadlines.recompute' })
