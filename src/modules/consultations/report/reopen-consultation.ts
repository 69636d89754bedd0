import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { formWasSent } from '../closing/closing-queries.ts'
import { holdForOffice } from '../drafting/draft-queries.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { byAccount, recordOfConsultation } from '../record-history.ts'
import { findConclusionFacts, insertConclusionEvent, setConcluded } from './conclusion-queries.ts'

export type ReopenOutcome =
  { kind: 'reopened' } | { kind: 'not-concluded' } | { kind: 'not-permitted' } | { kind: 'no-such-consultation' }

/** Takes the conclusion back, with a reason that everybody reads. The report that was published stays as it is. */
export const reopenConsultation = (
  services: Services,
  official: Official,
  id: string,
  { reason, formId }: { reason: string; formId: string },
): Promise<ReopenOutcome> =>
  services.db.begin(async (tx): Promise<ReopenOutcome> => {
    const current = await holdForOffice(tx, id)
    if (!current) return { kind: 'no-such-consultation' }
    const { institutionId } = current
    if (!mayIn(official, may['consultations.conclude'], institutionId)) return { kind: 'not-permitted' }
    if (await formWasSent(tx, formId)) return { kind: 'reopened' }
    const facts = await findConclusionFacts(tx, id)
    if (!facts?.concludedAt || current.state !== 'published') return { kind: 'not-concluded' }
    const at = services.clock.now()
    const by = official.accountId
    const version = await setConcluded(tx, id, null, at)
    const event = { institutionId, consultationId: id, kind: 'reopened', version, at, by, formId } as const
    await insertConclusionEvent(tx, { ...event, reason, reasonEn: null })
    await recordOfConsultation(tx, { id, institutionId, kind: 'reopened', by: byAccount(by), at, reason })
    await tellOfConsultation(tx, { id, institutionId, kind: 'reopened', at })
    await enterConsultation(tx, services, id)
    return { kind: 'reopened' }
  })
