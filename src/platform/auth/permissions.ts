import type { Absent, Official, Role } from './visitor.ts'

/**
 * Which roles may do a thing. Each module declares its own rows at its door; `app/permissions.ts` joins them into the one
 * table that the office shows and the tests walk: role × route × institution.
 */
export type PermissionTable = Record<string, readonly Role[]>

/** A right in one institution, or in the whole installation for roles that are granted there. */
export function mayIn(official: Official, roles: readonly Role[], institutionId: string): boolean {
  return official.roles.some(
    (grant) => roles.includes(grant.role) && (grant.institutionId === null || grant.institutionId === institutionId),
  )
}

/** A right in at least one institution: enough to see that a page exists, never enough to read a record. */
export function mayAnywhere(official: Official, roles: readonly Role[]): boolean {
  return [...official.roles, ...(official.bodyRoles ?? [])].some((grant) => roles.includes(grant.role))
}

/** A right in one body, by a role held there or in the whole institution. */
export function mayInBody(
  official: Official,
  roles: readonly Role[],
  body: { institutionId: string; bodyId: string },
): boolean {
  return (
    mayIn(official, roles, body.institutionId) ||
    (official.bodyRoles ?? []).some(({ role, bodyId }) => roles.includes(role) && bodyId === body.bodyId)
  )
}

/** In whose stead a right is used there; null where the official has it of their own. */
export function insteadOf(official: Official, roles: readonly Role[], institutionId: string | null): Absent | null {
  const grants = official.roles.filter(
    (grant) => roles.includes(grant.role) && (grant.institutionId === null || grant.institutionId === institutionId),
  )
  return grants.every((grant) => grant.insteadOf) ? (grants[0]?.insteadOf ?? null) : null
}

/** The institutions in which a right holds; null means all of them. */
export function institutionsWhere(official: Official, roles: readonly Role[]): readonly string[] | null {
  const grants = official.roles.filter((grant) => roles.includes(grant.role))
  if (grants.some((grant) => grant.institutionId === null)) return null
  return [...new Set(grants.flatMap((grant) => grant.institutionId ?? []))]
}
