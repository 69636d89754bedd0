import type { PermissionTable } from '#platform/auth/permissions.ts'
import { ROLES } from '#platform/auth/visitor.ts'

/** Everybody reads the history of the records that they may read, and of their own deeds. */
export const historyPermissions = { 'history.read': ROLES } as const satisfies PermissionTable

/** Who reads the whole log of an institution. */
export const LOG_READERS = ['administrator', 'auditor'] as const
