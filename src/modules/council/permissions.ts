import type { PermissionTable } from '#platform/auth/permissions.ts'

/** Who may do what with a council. The secretary with one assistant does the day's work. */
export const councilPermissions = {
  'council.read': [
    'administrator',
    'head',
    'council-chair',
    'council-secretary',
    'clerk',
    'data-protection-officer',
    'auditor',
  ],
  // Terms, mandates, profiles, secretariat, payments.
  'council-people.write': ['administrator', 'council-secretary'],
  // Papers, meetings, agenda, invitations, opinions, postings.
  'council-meetings.write': ['council-secretary', 'council-chair', 'clerk'],
  // The record of the meeting, live or afterwards.
  'council-sitting.write': ['council-secretary', 'clerk'],
  'council-minutes.write': ['council-secretary', 'clerk'],
  'council-minutes.approve': ['council-secretary'],
  'council-recordings.write': ['council-secretary', 'clerk', 'administrator'],
  'council-settings.write': ['administrator', 'council-secretary'],
  // What excuses say, who asked for a copy, private addresses of members.
  'council-private.read': ['council-secretary', 'clerk', 'auditor', 'data-protection-officer'],
} as const satisfies PermissionTable
