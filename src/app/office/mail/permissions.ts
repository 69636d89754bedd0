import type { PermissionTable } from '#platform/auth/permissions.ts'

/**
 * Papers that leave the house, and the words around its letters. The letters of the program themselves stand in the
 * permissions of the installation: in demonstration they are open to everybody.
 */
export const mailPermissions = {
  'mail.print': ['administrator'],
  'mail.words': ['administrator'],
  'dispatches.read': [
    'administrator',
    'head',
    'council-secretary',
    'clerk',
    'consultation-coordinator',
    'information-coordinator',
    'auditor',
  ],
  'dispatches.write': [
    'administrator',
    'council-secretary',
    'clerk',
    'consultation-coordinator',
    'information-coordinator',
  ],
} as const satisfies PermissionTable
