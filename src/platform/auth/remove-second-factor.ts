import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { listHeldRoles, lockAccount, type HeldRole } from './account-queries.ts'
import { refusalToEndAccount, type Authority, type GrantRefusal } from './account-rules.ts'
import { notePerson } from './note-person.ts'
import { deleteIdentities } from './oidc-queries.ts'
import { deletePasskeys } from './passkey-queries.ts'
import { deleteCodes } from './recovery-code-queries.ts'
import { deleteFactor } from './second-factor-queries.ts'
import { closeSessions } from './session-queries.ts'
import { tellOfMeans } from './tell-of-means.ts'
import { isForTheOperator } from './two-people.ts'

export type RemoveFactorOutcome =
  | { kind: 'removed' }
  /** There was none: nothing was done and nobody was told. */
  | { kind: 'nothing' }
  | { kind: 'refused'; reason: GrantRefusal | 'no-such-account' | 'own-account' }

/**
 * For somebody who has lost every second factor: all of them go, for a thief may hold one, every session ends, and the
 * next mailed code leads to a new set-up. To be done face to face. Who still has one uses it and mends the rest alone.
 */
export async function removeSecondFactor(
  services: Services,
  by: Authority,
  accountId: string,
  reason: string,
): Promise<RemoveFactorOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<RemoveFactorOutcome> => {
    const account = await lockAccount(tx, accountId)
    if (!account) return { kind: 'refused', reason: 'no-such-account' }
    if (by !== 'command-line' && by.accountId === accountId) return { kind: 'refused', reason: 'own-account' }
    const held = await listHeldRoles(tx, accountId, now)
    const refusal = refusalToEndAccount(by, held)
    if (refusal) return { kind: 'refused', reason: refusal }
    if (await isForTheOperator(tx, by, accountId, held)) return { kind: 'refused', reason: 'not-permitted' }
    if (!(await removeAll(tx, accountId))) return { kind: 'nothing' }
    await closeSessions(tx, { accountId }, null, now)
    await record(tx, { by, accountId, held, reason, now })
    await tellOfMeans(tx, services, { email: account.email, lang: 'sq' }, { kind: 'factor-removed', reason })
    return { kind: 'removed' }
  })
}

async function removeAll(tx: Transaction, accountId: string): Promise<boolean> {
  const totp = await deleteFactor(tx, accountId)
  const passkeys = await deletePasskeys(tx, accountId)
  const codes = await deleteCodes(tx, accountId)
  const identities = await deleteIdentities(tx, { accountId })
  return totp || codes || passkeys + identities > 0
}

type Removal = { by: Authority; accountId: string; held: readonly HeldRole[]; reason: string; now: Date }

/** In the history of each institution where the person has a role; without a role, in that of the installation. */
async function record(tx: Transaction, { by, accountId, held, reason, now }: Removal): Promise<void> {
  const institutions = new Set(held.map(({ institutionId }) => institutionId))
  for (const institutionId of institutions.size > 0 ? institutions : [null]) {
    await notePerson(tx, by, { at: now, kind: 'second-factor-removed', accountId, institutionId, reason })
  }
}
