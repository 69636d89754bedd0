import { insteadOf, mayIn } from './permissions.ts'
import type { Official, Role, RoleGrant } from './visitor.ts'

/** Who gives and takes rights: an official, or whoever holds the machine and its command line. */
export type Authority = Official | 'command-line'

export type GrantRefusal = 'not-permitted' | 'wrong-scope'

/** Roles that may stand without an institution, as `role_scope` in the database has it. */
const INSTALLATION_ROLES: readonly Role[] = ['operator', 'auditor']

/** An administrator gives roles in the own institution; what holds everywhere is given by an operator alone. */
export function refusalToGrant(by: Authority, grant: RoleGrant): GrantRefusal | null {
  const { role, institutionId } = grant
  if (institutionId === null && !INSTALLATION_ROLES.includes(role)) return 'wrong-scope'
  if (institutionId !== null && role === 'operator') return 'wrong-scope'
  return mayManage(by, grant) ? null : 'not-permitted'
}

/** Who manages people in another's stead keeps no right for the time after. */
export const refusalToGrantOneself = (
  by: Authority,
  accountId: string,
  institutionId: string | null,
): GrantRefusal | null =>
  by !== 'command-line' && by.accountId === accountId && absentBehind(by, institutionId) !== null
    ? 'not-permitted'
    : null

/** Roles without which nobody could let anybody in any more. */
const KEEPERS: readonly Role[] = ['operator', 'administrator']

/** Whether this role must not end with its last holder: the rights of the installation, and of each institution. */
export const isKeeper = ({ role, bodyId = null }: { role: Role; bodyId?: string | null }): boolean =>
  KEEPERS.includes(role) && bodyId === null

/** In whose stead an official manages people there; null for the command line and for a right of their own. */
export const absentBehind = (by: Authority, institutionId: string | null): string | null =>
  by === 'command-line' ? null : (insteadOf(by, KEEPERS, institutionId)?.accountId ?? null)

/** An account is ended by an operator, or by an administrator of every institution in which it has a role. */
export function refusalToEndAccount(by: Authority, grants: readonly RoleGrant[]): GrantRefusal | null {
  if (by === 'command-line' || isOperator(by)) return null
  return grants.length > 0 && grants.every((grant) => mayManage(by, grant)) ? null : 'not-permitted'
}

export function refusalToAddAccount(by: Authority): GrantRefusal | null {
  if (by === 'command-line' || isOperator(by)) return null
  return by.roles.some((grant) => grant.role === 'administrator') ? null : 'not-permitted'
}

function mayManage(by: Authority, grant: RoleGrant): boolean {
  if (by === 'command-line' || isOperator(by)) return true
  return grant.institutionId !== null && mayIn(by, ['administrator'], grant.institutionId)
}

export const isOperator = (official: Official): boolean =>
  official.roles.some((grant) => grant.role === 'operator' && grant.institutionId === null)
