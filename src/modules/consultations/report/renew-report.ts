import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { holdForOffice } from '../drafting/draft-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findConclusionFacts } from './conclusion-queries.ts'
import { publishVersion } from './publish-version.ts'
import { enterReport } from './report-records.ts'
import { findPublishedReport, versionWasSent } from './report-queries.ts'
import { REPORT_KIND } from './report-rules.ts'

export type RenewOutcome =
  | { kind: 'published' }
  | { kind: 'unanswered'; count: number }
  | { kind: 'not-concluded' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/** A version of the report anew, with a reason: its figures as they are now, its outcome as it was said. */
export const renewReport = (
  services: Services,
  official: Official,
  id: string,
  { reason, formId }: { reason: string; formId: string },
): Promise<RenewOutcome> =>
  services.db.begin(async (tx): Promise<RenewOutcome> => {
    const current = await holdForOffice(tx, id)
    if (!current) return { kind: 'no-such-consultation' }
    const { institutionId, title } = current
    if (!mayIn(official, may['consultations.conclude'], institutionId)) return { kind: 'not-permitted' }
    if (await versionWasSent(tx, formId)) return { kind: 'published' }
    const facts = await findConclusionFacts(tx, id)
    const standing = facts?.concludedAt ? await findPublishedReport(tx, id, null) : null
    if (!facts || !standing) return { kind: 'not-concluded' }
    if (facts.unanswered > 0) return { kind: 'unanswered', count: facts.unanswered }
    const { outcome, statement, statementEn } = standing
    const consultation = { id, institutionId, title }
    const order = { consultation, outcome, statement, statementEn, reason, by: official.accountId, formId }
    const { reportId, version } = await publishVersion(tx, services, order)
    await tellHappening(tx, {
      matter: refOf(CONSULTATION_KIND, id),
      subject: refOf(REPORT_KIND, reportId),
      kind: 'consultations.report-changed',
      institutionId,
      at: services.clock.now(),
      facts: { version: String(version) },
    })
    await enterReport(tx, services, reportId)
    return { kind: 'published' }
  })
