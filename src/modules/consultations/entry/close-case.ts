import type { Official } from '#platform/auth/visitor.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import { findCaseDetail } from '#platform/intake/office-case-queries.ts'
import { intakePermissions } from '#platform/intake/intake-permissions.ts'
import { MOVES } from '#platform/intake/case-rules.ts'
import { closeCase } from '#platform/intake/settle-case.ts'
import type { Services } from '#platform/services.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import { textsIn } from '../texts.ts'

/** Why a case of the inbox is closed: its words are comments now, under these codes. */
export const caseReasonOf = (title: string, codes: readonly string[]): string =>
  textsIn('sq').entry.caseReason(title, codes.slice(0, 20).join(', ')).slice(0, 1000)

/**
 * Closes the case that an entry came from, where this official may. Null: it came from no case; false: it stays open, and
 * somebody who may has to close it.
 */
export async function closeCaseWith(
  services: Services,
  official: Official,
  sourceRef: string | null,
  reason: string,
): Promise<boolean | null> {
  const ref = readRef(sourceRef ?? '')
  if (ref?.kind !== 'intake.case') return null
  const found = await findCaseDetail(services.db, ref.id)
  if (!found || !mayIn(official, intakePermissions['cases.answer'], found.institutionId)) return false
  if (found.state === 'sent' || !MOVES[found.state].includes('close')) return false
  const { version } = found
  return (await closeCase(services, official, { caseId: ref.id, version, reason })).kind === 'done'
}
