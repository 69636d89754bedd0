import type { PermissionTable } from '../auth/permissions.ts'

/** Who may do what with institutions, their bodies, topics and places. The operator founds and closes any of them. */
export const institutionPermissions = {
  'institutions.read': ['operator', 'administrator', 'head', 'council-secretary', 'data-protection-officer', 'auditor'],
  'institutions.found': ['operator'],
  'institutions.write': ['operator', 'administrator'],
  'bodies.write': ['administrator', 'council-secretary'],
  'topics.write': ['administrator'],
  'places.write': ['administrator'],
} as const satisfies PermissionTable
