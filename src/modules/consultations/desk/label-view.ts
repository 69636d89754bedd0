import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findLabelledConsultation, listLabels, type Label, type LabelledConsultation } from './label-queries.ts'

export async function viewLabels(
  { db }: Services,
  official: Official,
  consultationId: string,
): Promise<{ consultation: LabelledConsultation; labels: Label[] } | null> {
  const consultation = isUuid(consultationId) ? await findLabelledConsultation(db, consultationId) : null
  if (!consultation || !mayIn(official, may['comments.read'], consultation.institutionId)) return null
  return { consultation, labels: await listLabels(db, consultation.id) }
}
