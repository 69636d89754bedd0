import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { findBouncedContact, holdFollower, setPause } from './follow-queries.ts'

/**
 * A digest came back, or was refused for good: nobody is written to again at that address until its owner asks for it.
 * Other letters say nothing of following.
 */
export async function pauseAfterBounce(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  letterId: string,
): Promise<void> {
  const contactId = await findBouncedContact(tx, letterId)
  const follower = contactId === null ? null : await holdFollower(tx, contactId)
  if (!follower || follower.pausedAt) return
  await setPause(tx, follower.contactId, { at: clock.now(), because: 'bounced' })
}
