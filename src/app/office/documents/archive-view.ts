import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { documentPermissions as may } from '#platform/documents/permissions.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'

/** Institutions into whose archive this official may bring papers. */
export const listImportPlaces = ({ db }: Services, lang: Lang, official: Official): Promise<InstitutionSummary[]> =>
  listInstitutions(db, lang, institutionsWhere(official, may['documents.import']))
