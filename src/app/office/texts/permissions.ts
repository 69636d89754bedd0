import type { PermissionTable } from '#platform/auth/permissions.ts'

/** Who reads a text of any kind of record. What stands on the list is of the records that they may read. */
export const textPermissions = {
  'texts.read': [
    'administrator',
    'head',
    'council-chair',
    'council-secretary',
    'consultation-coordinator',
    'clerk',
    'legal-drafter',
    'data-protection-officer',
    'moderator',
    'auditor',
  ],
} as const satisfies PermissionTable
