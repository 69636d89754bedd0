import { listIdentities, listProviders } from '#platform/auth/oidc-queries.ts'
import { findFactors, type Factors } from '#platform/auth/second-factor-queries.ts'
import { findSessionProof } from '#platform/auth/session-queries.ts'
import type { StaffMember } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { passkeyPlace } from './passkey-view.ts'

export type ProofView = {
  factors: Factors
  passkeyPlace: string | null
  /** An invented person, in demonstration mode. */
  demonstration: boolean
  /** Providers whose word opens the office, where this account is linked. */
  providers: readonly { slug: string; name: string }[]
}

/** All by which this account can show once more who it is. */
export async function viewProof(services: Services, staff: StaffMember): Promise<ProofView> {
  const { db, settings } = services
  const [factors, proof, linked, providers] = await Promise.all([
    findFactors(db, staff.accountId),
    findSessionProof(db, staff.sessionId),
    listIdentities(db, { accountId: staff.accountId }),
    listProviders(db),
  ])
  return {
    factors,
    passkeyPlace: passkeyPlace(services),
    demonstration: settings.demo && proof?.means === 'demonstration',
    providers: providers.filter(
      ({ slug, officeFrom }) => officeFrom !== null && linked.some((identity) => identity.slug === slug),
    ),
  }
}
