import type { PermissionTable } from '../auth/permissions.ts'

const WORKERS = ['administrator', 'council-secretary', 'information-coordinator', 'consultation-coordinator'] as const

/** Who may do what with the papers that come in. The operator only says whose a message is, and reads none. */
export const intakePermissions = {
  'cases.read': [...WORKERS, 'clerk', 'auditor'],
  'cases.enter': ['clerk', 'administrator'],
  'cases.assign': ['clerk', 'administrator'],
  'cases.keep': [...WORKERS, 'clerk'],
  'cases.answer': WORKERS,
  'cases.discard': ['clerk', 'administrator'],
  'cases.export': ['clerk', 'administrator', 'auditor'],
  'mails.sort': ['operator'],
} as const satisfies PermissionTable

/** Roles that can own a case or a point of it. */
export const OWNER_ROLES = ['clerk', ...WORKERS] as const
export type OwnerRole = (typeof OWNER_ROLES)[number]
