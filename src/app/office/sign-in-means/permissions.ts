import type { PermissionTable } from '#platform/auth/permissions.ts'

export const signInMeansPermissions = {
  'people.remove-factor': ['operator', 'administrator'],
} as const satisfies PermissionTable
