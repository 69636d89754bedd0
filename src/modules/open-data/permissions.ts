import type { PermissionTable } from '#platform/auth/permissions.ts'

/** Who may do what with the plain datasets of an institution. The auditor reads. */
export const openDataPermissions = {
  'open-data.read': [
    'administrator',
    'head',
    'council-secretary',
    'information-coordinator',
    'data-protection-officer',
    'auditor',
  ],
  'open-data.write': ['administrator', 'council-secretary', 'information-coordinator'],
  'open-data.publish': ['administrator', 'information-coordinator'],
} as const satisfies PermissionTable
