import type { PermissionTable } from '#platform/auth/permissions.ts'

/** Who may do what with the meetings of an institution. The auditor reads. */
export const meetingPermissions = {
  'meetings.read': [
    'administrator',
    'head',
    'council-secretary',
    'consultation-coordinator',
    'data-protection-officer',
    'auditor',
  ],
  'meetings.write': ['administrator', 'council-secretary', 'consultation-coordinator'],
  // Names of private persons: no more people than the work needs, and every look is in the access log.
  'registrations.read': [
    'administrator',
    'council-secretary',
    'consultation-coordinator',
    'data-protection-officer',
    'auditor',
  ],
} as const satisfies PermissionTable
