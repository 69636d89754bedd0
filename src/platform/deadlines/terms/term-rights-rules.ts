import type { PermissionTable } from '../../auth/permissions.ts'
import { HOUSE_ROLES, type Role } from '../../auth/visitor.ts'

/** Everybody who works by the rules may see what the institution has set about them. */
const READERS = ['operator', ...HOUSE_ROLES, 'auditor'] as const satisfies readonly Role[]

/** What an institution sets about the rules is its administrator's; a country's calendar is the operator's. */
export const termPermissions = {
  'rules.read': READERS,
  'rules.write': ['administrator'],
  'calendar.read': READERS,
  'calendar.write': ['operator'],
  'moves.read': READERS,
} as const satisfies PermissionTable
