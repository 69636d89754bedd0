import type { Services } from '../services.ts'
import { insertAccess } from './access-log-queries.ts'
import type { Official } from './visitor.ts'

/**
 * Notes that an official saw what is known of a private person: name, address, words that are not public. People can read
 * this about themselves (S0-5.3-07), so it is written before the page is answered. `what`: `opened`, `downloaded`,
 * `exported`.
 */
export async function noteAccess(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  seen: { institutionId: string; subject: string; contactId: string | null; what: string },
): Promise<void> {
  await insertAccess(db, { ...seen, accountId: official.accountId, at: clock.now() })
}
