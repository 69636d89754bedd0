import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import {
  findInstitutionById,
  listInstitutions,
  listRoleAddresses,
  type RoleAddress,
} from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { CASE_SLOT } from '#platform/intake/clock-rules.ts'
import { refOfCase } from '#platform/intake/enter-case.ts'
import { intakePermissions as may } from '#platform/intake/intake-permissions.ts'
import { findCaseDetail, type CaseDetail } from '#platform/intake/office-case-queries.ts'
import type { Services } from '#platform/services.ts'

/** The institutions at whose counter this official stands: nearly always one. */
export const viewCounter = ({ db }: Services, lang: Lang, official: Official): Promise<InstitutionSummary[]> =>
  listInstitutions(db, lang, institutionsWhere(official, may['cases.enter']))

export type ReceiptView = {
  case: CaseDetail
  institution: InstitutionSummary
  documents: Document[]
  desk: RoleAddress | null
  deadline: DeadlineView | null
}

/** What stands on the receipt. Null for a case that is not there, or belongs to others. */
export async function viewReceipt(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<ReceiptView | null> {
  const { db } = services
  const found = isUuid(id) ? await findCaseDetail(db, id) : null
  if (!found || !mayIn(official, may['cases.read'], found.institutionId)) return null
  const [institution, documents, addresses, deadline] = await Promise.all([
    findInstitutionById(db, lang, found.institutionId),
    listDocuments(db, [`intake.case:${id}`]),
    listRoleAddresses(db, found.institutionId),
    deadlineView(services, lang, refOfCase(id), CASE_SLOT),
  ])
  if (!institution) return null
  const desk = addresses.find(({ role }) => role === 'front-desk') ?? addresses[0] ?? null
  return { case: found, institution, documents, desk, deadline }
}
