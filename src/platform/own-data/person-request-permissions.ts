import type { PermissionTable } from '../auth/permissions.ts'

/** The data protection officer alone sees and erases what is kept of a person; the auditor sees that it was done. */
export const personRequestPermissions = {
  'own-data.read': ['data-protection-officer', 'auditor'],
  'own-data.serve': ['data-protection-officer'],
  'retention.read': ['operator', 'administrator', 'data-protection-officer', 'auditor'],
} as const satisfies PermissionTable
