import type { Role } from '#platform/auth/visitor.ts'

/** Roles to whom a conclusion can be given as a task. */
export const OUTCOME_ROLES = [
  'administrator',
  'head',
  'council-secretary',
  'consultation-coordinator',
  'legal-drafter',
  'information-coordinator',
  'clerk',
] as const satisfies readonly Role[]
