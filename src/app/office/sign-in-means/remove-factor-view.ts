import { listHeldRoles } from '#platform/auth/account-queries.ts'
import { refusalToEndAccount } from '#platform/auth/account-rules.ts'
import { listIdentities } from '#platform/auth/oidc-queries.ts'
import { institutionsWhere } from '#platform/auth/permissions.ts'
import { findFactors, type Factors } from '#platform/auth/second-factor-queries.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { signInMeansPermissions } from './permissions.ts'
import { findPerson } from './remove-factor-queries.ts'

export type RemoveFactorView = {
  id: string
  name: string
  email: string
  factors: Factors
  identities: number
  /** Why it cannot be done here, or null. */
  stop: 'nothing' | 'own' | 'elsewhere' | null
}

/** Null: there is no such person, or none of their roles is in this official's hands. */
export async function viewRemoveFactor(
  { db, clock }: Services,
  official: Official,
  id: string,
): Promise<RemoveFactorView | null> {
  const person = await findPerson(db, id)
  if (person === null) return null
  const held = await listHeldRoles(db, id, clock.now())
  const mine = institutionsWhere(official, signInMeansPermissions['people.remove-factor'])
  const near = mine === null || held.some(({ institutionId }) => institutionId !== null && mine.includes(institutionId))
  if (!near) return null
  const factors = await findFactors(db, id)
  const identities = (await listIdentities(db, { accountId: id })).length
  const none = !factors.totp && factors.passkeys + factors.recoveryCodes + identities === 0
  const elsewhere = refusalToEndAccount(official, held) !== null
  const stop = id === official.accountId ? 'own' : elsewhere ? 'elsewhere' : none ? 'nothing' : null
  return { ...person, factors, identities, stop }
}
