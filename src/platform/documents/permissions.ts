import type { PermissionTable } from '../auth/permissions.ts'
import { HOUSE_ROLES } from '../auth/visitor.ts'

/** Rights in the central list of documents. Each document asks, besides, for the right to read its record. */
export const documentPermissions = {
  'documents.read': [...HOUSE_ROLES, 'auditor'],
  'documents.write': [
    'administrator',
    'council-secretary',
    'clerk',
    'consultation-coordinator',
    'legal-drafter',
    'information-coordinator',
    'plan-secretariat',
  ],
  'documents.import': ['administrator', 'council-secretary', 'clerk', 'information-coordinator'],
  'documents.confidential': ['administrator', 'head', 'council-secretary', 'data-protection-officer', 'auditor'],
  'documents.space': ['operator', 'administrator', 'auditor'],
  'documents.set-quota': ['operator'],
} as const satisfies PermissionTable
