import type { PermissionTable } from '#platform/auth/permissions.ts'

export const healthPermissions = { 'health.read': ['operator', 'auditor'] } as const satisfies PermissionTable
