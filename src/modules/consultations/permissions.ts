import type { PermissionTable } from '#platform/auth/permissions.ts'

/** Who may do what with consultations. The operator runs the installation and has no say in its content. */
export const consultationPermissions = {
  'consultations.read': ['administrator', 'consultation-coordinator', 'moderator', 'auditor'],
  'consultations.write': ['administrator', 'consultation-coordinator'],
  'consultations.publish': ['consultation-coordinator'],
  'comments.read': ['administrator', 'consultation-coordinator', 'moderator', 'auditor'],
  'comments.moderate': ['moderator', 'consultation-coordinator'],
} as const satisfies PermissionTable
