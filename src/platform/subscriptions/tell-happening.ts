import type { Transaction } from '../db/database.ts'
import { insertHappening, type NewHappening } from './happening-queries.ts'

/**
 * Tells in one line what a deed did to a public matter, in the deed's transaction: feeds list it, and whoever follows is
 * written to. Whoever calls has a sentence for the kind at its door (`happenings`).
 */
export async function tellHappening(tx: Transaction, happening: NewHappening): Promise<void> {
  await insertHappening(tx, happening)
}
