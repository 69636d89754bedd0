import type { PermissionTable } from '#platform/auth/permissions.ts'

/** Who brings in tables; into which register is asked of the register besides. */
export const importPermissions = {
  'imports.read': [
    'administrator',
    'head',
    'council-secretary',
    'information-coordinator',
    'data-protection-officer',
    'auditor',
  ],
  'imports.write': ['administrator', 'council-secretary', 'information-coordinator'],
} as const satisfies PermissionTable
