import type { PermissionTable } from '#platform/auth/permissions.ts'

/** Who may do what with consultations. The operator runs the installation and has no say in its content. */
export const consultationPermissions = {
  'consultations.read': [
    'administrator',
    'head',
    'council-secretary',
    'consultation-coordinator',
    'legal-drafter',
    'data-protection-officer',
    'moderator',
    'auditor',
  ],
  'consultations.write': ['administrator', 'consultation-coordinator'],
  'consultations.publish': ['consultation-coordinator'],
  // With names that are not public: no more people than the work needs, and every look is in the access log.
  'comments.read': [
    'administrator',
    'head',
    'consultation-coordinator',
    'data-protection-officer',
    'moderator',
    'auditor',
  ],
  'comments.moderate': ['moderator', 'consultation-coordinator'],
} as const satisfies PermissionTable
