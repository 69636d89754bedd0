import type { PermissionTable } from '#platform/auth/permissions.ts'

export const backupPermissions = {
  'backups.read': ['operator', 'auditor'],
  'backups.write': ['operator'],
} as const satisfies PermissionTable
