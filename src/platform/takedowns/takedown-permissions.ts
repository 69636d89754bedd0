import type { PermissionTable } from '../auth/permissions.ts'

/** Who may take something away at once, in their own institution. The operator touches no content. */
export const takedownPermissions = {
  'takedowns.read': ['administrator', 'consultation-coordinator', 'data-protection-officer', 'moderator', 'auditor'],
  'takedowns.take': ['administrator', 'consultation-coordinator', 'data-protection-officer', 'moderator'],
  'takedowns.lift': ['administrator', 'data-protection-officer'],
} as const satisfies PermissionTable
