import type { PermissionTable } from '#platform/auth/permissions.ts'

/** Who may do what with acts. The secretary numbers and announces; the authority that supervises speaks at a desk of its own. */
export const actPermissions = {
  'acts.read': [
    'administrator',
    'head',
    'council-chair',
    'council-secretary',
    'clerk',
    'legal-drafter',
    'data-protection-officer',
    'auditor',
  ],
  // From the vote to the text: taking it, writing amendments into it, relations, postings.
  'acts.write': ['council-secretary', 'clerk'],
  // Numbering, confirming the text, announcing, void numbers, states in force.
  'acts.decide': ['council-secretary'],
  // Letters to the authority, and its word entered from the paper.
  'acts-review.write': ['council-secretary', 'clerk'],
  // The authority's own desk.
  'acts-review.decide': ['supervising-authority'],
  'acts-archive.write': ['council-secretary', 'administrator'],
  'acts-settings.write': ['administrator', 'council-secretary'],
  // To whom individual acts were notified.
  'acts-private.read': ['council-secretary', 'clerk', 'auditor', 'data-protection-officer'],
  'acts-report.publish': ['council-secretary'],
} as const satisfies PermissionTable
