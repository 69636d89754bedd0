import type { PermissionTable } from '#platform/auth/permissions.ts'
import { modules } from './modules.ts'

/** Rights that belong to no module. */
export const installationPermissions = {
  'office.enter': ['operator', 'administrator', 'consultation-coordinator', 'moderator', 'auditor'],
  'mail.read': ['operator', 'administrator', 'auditor'],
  'mail.send-again': ['operator', 'administrator'],
  'gallery.read': ['operator', 'administrator', 'consultation-coordinator', 'moderator', 'auditor'],
} as const satisfies PermissionTable

/** The one table of who may do what, walked by the matrix test. */
export const permissions: PermissionTable = Object.fromEntries(
  [installationPermissions, ...modules.map((module) => module.permissions)].flatMap((table) => Object.entries(table)),
)
