import type { PermissionTable } from '../auth/permissions.ts'
import { HOUSE_ROLES } from '../auth/visitor.ts'

/** A task is the house's own: everybody in it may read, take over and finish it, and the history says who did. */
export const taskPermissions = {
  'tasks.read': [...HOUSE_ROLES, 'auditor'],
  'tasks.write': HOUSE_ROLES,
  'tasks.board': ['administrator', 'head', 'auditor'],
  'notes.erase': ['administrator', 'data-protection-officer'],
} as const satisfies PermissionTable
