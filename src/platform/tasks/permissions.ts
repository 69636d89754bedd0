import type { PermissionTable } from '../auth/permissions.ts'
import type { Role } from '../auth/visitor.ts'

/** Who works in the house: may be given a task and read what officials note. Councillors and outside bodies are guests. */
export const HOUSE_ROLES = [
  'administrator',
  'head',
  'council-chair',
  'council-secretary',
  'clerk',
  'consultation-coordinator',
  'legal-drafter',
  'information-coordinator',
  'plan-secretariat',
  'focal-point',
  'data-protection-officer',
  'moderator',
] as const satisfies readonly Role[]

/** A task is the house's own: everybody in it may read, take over and finish it, and the history says who did. */
export const taskPermissions = {
  'tasks.read': [...HOUSE_ROLES, 'auditor'],
  'tasks.write': HOUSE_ROLES,
  'tasks.board': ['administrator', 'head', 'auditor'],
  'notes.erase': ['administrator', 'data-protection-officer'],
} as const satisfies PermissionTable
