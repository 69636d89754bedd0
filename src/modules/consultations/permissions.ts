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
  'plans.read': [
    'administrator',
    'head',
    'council-secretary',
    'consultation-coordinator',
    'legal-drafter',
    'data-protection-officer',
    'moderator',
    'auditor',
  ],
  'plans.write': ['administrator', 'consultation-coordinator'],
  'plans.publish': ['consultation-coordinator'],
  // Whoever opens the post, stands at the counter or comes back from a meeting.
  'comments.enter': ['consultation-coordinator', 'clerk', 'administrator'],
  // What came in, from whom and when: whoever enters, and whoever answers for it.
  'comments.entered': [
    'administrator',
    'head',
    'consultation-coordinator',
    'clerk',
    'data-protection-officer',
    'moderator',
    'auditor',
  ],
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
  // Which comments say the same: proposed by the program, decided by whoever answers them.
  'groups.settle': ['moderator', 'consultation-coordinator'],
  'comments.desk': ['administrator', 'head', 'consultation-coordinator', 'data-protection-officer', 'moderator'],
  // For good: no more people than answer for the data.
  'comments.redact': ['moderator', 'consultation-coordinator', 'data-protection-officer'],
  // What leaves the house in a file cannot be watched any more.
  'comments.export-names': ['consultation-coordinator', 'data-protection-officer'],
  // What is worked on as well: whoever drafts the act, decides, or looks after either.
  'answers.read': [
    'administrator',
    'head',
    'consultation-coordinator',
    'legal-drafter',
    'data-protection-officer',
    'moderator',
    'auditor',
  ],
  'answers.write': ['consultation-coordinator', 'legal-drafter'],
  'answers.decide': ['head', 'consultation-coordinator'],
  'answers.publish': ['consultation-coordinator'],
  'consultations.conclude': ['consultation-coordinator'],
  'answers.reasons': ['consultation-coordinator', 'legal-drafter', 'head'],
  'year-plans.read': [
    'administrator',
    'head',
    'council-secretary',
    'consultation-coordinator',
    'legal-drafter',
    'auditor',
  ],
  'year-plans.write': ['administrator', 'council-secretary', 'consultation-coordinator'],
  'year-plans.publish': ['council-secretary', 'consultation-coordinator'],
  'year-reports.read': ['administrator', 'head', 'council-secretary', 'consultation-coordinator', 'auditor'],
  'year-reports.write': ['council-secretary', 'consultation-coordinator'],
  'year-reports.publish': ['consultation-coordinator'],
  // What the institution says beside its row of the comparison.
  'year-reports.reply': ['head', 'consultation-coordinator'],
} as const satisfies PermissionTable
