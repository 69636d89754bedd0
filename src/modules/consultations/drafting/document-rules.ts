export const DOCUMENT_ROLES = ['draft', 'reasoning', 'notice', 'annex'] as const
export type DocumentRole = (typeof DOCUMENT_ROLES)[number]
