import type { PermissionTable } from '#platform/auth/permissions.ts'

/** Who may know the people of an institution, who brings them in and lets them go, and who watches over that. */
export const peoplePermissions = {
  'people.read': ['operator', 'administrator', 'head', 'data-protection-officer', 'auditor'],
  'people.manage': ['operator', 'administrator'],
  'accesses.read': ['data-protection-officer', 'auditor'],
  'accesses.keep': ['data-protection-officer'],
  'security.read': ['operator', 'administrator', 'auditor'],
} as const satisfies PermissionTable
