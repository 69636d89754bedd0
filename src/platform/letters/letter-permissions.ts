import type { PermissionTable } from '../auth/permissions.ts'

/** Who may do what with official letters. The operator runs the installation and has no say in its papers. */
export const letterPermissions = {
  'letters.read': [
    'administrator',
    'head',
    'clerk',
    'council-secretary',
    'consultation-coordinator',
    'information-coordinator',
    'legal-drafter',
    'auditor',
  ],
  'letters.write': [
    'administrator',
    'head',
    'clerk',
    'council-secretary',
    'consultation-coordinator',
    'information-coordinator',
    'legal-drafter',
  ],
  'letters.issue': [
    'administrator',
    'head',
    'clerk',
    'council-secretary',
    'consultation-coordinator',
    'information-coordinator',
  ],
  'letters.templates': ['administrator'],
} as const satisfies PermissionTable
