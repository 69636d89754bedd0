import type { PermissionTable } from '#platform/auth/permissions.ts'
import { HOUSE_ROLES } from '#platform/auth/visitor.ts'

/**
 * Who may open the boards. What stands there is narrowed by the kind of the record (`DeadlineKind.readers`), and what may
 * be moved by whose it is (`reach-rules.ts`).
 */
export const boardPermissions = {
  'deadlines.read': [...HOUSE_ROLES, 'auditor'],
  'deadlines.move': HOUSE_ROLES,
  'deadlines.feed': HOUSE_ROLES,
} as const satisfies PermissionTable

/** Who answers for the whole house: every deadline that they may know of is theirs to move. */
export const LEADING_ROLES = ['administrator', 'head', 'council-secretary'] as const
