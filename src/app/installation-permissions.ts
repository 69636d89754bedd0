import type { PermissionTable } from '#platform/auth/permissions.ts'
import { ROLES } from '#platform/auth/visitor.ts'

/** Everyone with a role has an office, from outside too. */
const OFFICIALS = ROLES

/** Rights that belong to no module. */
export const installationPermissions = {
  'office.enter': OFFICIALS,
  'mail.read': ['operator', 'administrator', 'auditor'],
  'mail.send-again': ['operator', 'administrator'],
  'gallery.read': OFFICIALS,
} as const satisfies PermissionTable
