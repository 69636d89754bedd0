import { hasConfirmedFactor } from '#platform/auth/second-factor-queries.ts'
import { listSecurityEvents, type SecurityEvent } from '#platform/auth/security-event-queries.ts'
import { listSessions, type ListedSession } from '#platform/auth/sessions.ts'
import type { RoleGrant, StaffMember, Visitor } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'

/** `institution` null: held in the whole installation. */
export type NamedRole = { role: RoleGrant['role']; institution: InstitutionSummary | null }

export type StaffView = {
  staff: StaffMember
  roles: readonly NamedRole[]
  hasFactor: boolean
  events: readonly SecurityEvent[]
}

export type AccountView = { visitor: Visitor; sessions: readonly ListedSession[]; staff: StaffView | null }

/** All that the page of one's own account shows. */
export async function viewAccount(services: Services, lang: Lang, visitor: Visitor): Promise<AccountView> {
  const [sessions, staff] = await Promise.all([
    listSessions(services, visitor),
    visitor.kind === 'staff' ? viewStaff(services, lang, visitor) : null,
  ])
  return { visitor, sessions, staff }
}

async function viewStaff({ db }: Services, lang: Lang, staff: StaffMember): Promise<StaffView> {
  const ids = staff.roles.flatMap((grant) => grant.institutionId ?? [])
  const [institutions, hasFactor, events] = await Promise.all([
    ids.length > 0 ? listInstitutions(db, lang, ids) : [],
    hasConfirmedFactor(db, staff.accountId),
    listSecurityEvents(db, lang, staff.accountId),
  ])
  const roles = staff.roles.map(({ role, institutionId }) => ({
    role,
    institution: institutions.find(({ id }) => id === institutionId) ?? null,
  }))
  return { staff, roles, hasFactor, events }
}
