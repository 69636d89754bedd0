import { listIdentities } from '#platform/auth/oidc-queries.ts'
import { findFactors, type Factors } from '#platform/auth/second-factor-queries.ts'
import { listSecurityEvents, type SecurityEvent } from '#platform/auth/security-event-queries.ts'
import { listSessions, ownerOf, type ListedSession } from '#platform/auth/sessions.ts'
import type { RoleGrant, StaffMember, Visitor } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'

/** `institution` null: held in the whole installation. */
export type NamedRole = Pick<RoleGrant, 'role' | 'insteadOf'> & { institution: InstitutionSummary | null }

export type StaffView = {
  staff: StaffMember
  roles: readonly NamedRole[]
  factors: Factors
  events: readonly SecurityEvent[]
}

export type AccountView = {
  visitor: Visitor
  sessions: readonly ListedSession[]
  staff: StaffView | null
  /** Names of the providers where this person is linked. */
  linked: readonly string[]
}

/** All that the page of one's own account shows. */
export async function viewAccount(services: Services, lang: Lang, visitor: Visitor): Promise<AccountView> {
  const [sessions, identities, staff] = await Promise.all([
    listSessions(services, visitor),
    listIdentities(services.db, ownerOf(visitor)),
    visitor.kind === 'staff' ? viewStaff(services, lang, visitor) : null,
  ])
  return { visitor, sessions, staff, linked: identities.map(({ provider }) => provider) }
}

async function viewStaff({ db }: Services, lang: Lang, staff: StaffMember): Promise<StaffView> {
  const ids = staff.roles.flatMap((grant) => grant.institutionId ?? [])
  const [institutions, factors, events] = await Promise.all([
    ids.length > 0 ? listInstitutions(db, lang, ids) : [],
    findFactors(db, staff.accountId),
    listSecurityEvents(db, lang, staff.accountId),
  ])
  const roles = staff.roles.map(({ role, institutionId, insteadOf }) => ({
    role,
    ...(insteadOf ? { insteadOf } : {}),
    institution: institutions.find(({ id }) => id === institutionId) ?? null,
  }))
  return { staff, roles, factors, events }
}
