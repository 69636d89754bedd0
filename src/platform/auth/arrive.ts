import type { Transaction } from '../db/database.ts'
import { acceptInvitation } from './invitation-queries.ts'
import { insertSecurityEvent } from './security-event-queries.ts'

/** Whoever shows both factors for the first time has accepted the invitation. Called wherever level 2 begins. */
export async function arrive(tx: Transaction, accountId: string, now: Date): Promise<void> {
  if (await acceptInvitation(tx, accountId, now)) {
    await insertSecurityEvent(tx, { at: now, kind: 'invitation-accepted', accountId })
  }
}
