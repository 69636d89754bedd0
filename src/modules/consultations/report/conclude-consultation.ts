import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { formWasSent } from '../closing/closing-queries.ts'
import { phaseAt } from '../consultation-rules.ts'
import { holdForOffice, type OfficeConsultation } from '../drafting/draft-queries.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { byAccount, recordOfConsultation } from '../record-history.ts'
import {
  findConclusionFacts,
  insertConclusionEvent,
  listUnanswered,
  setConcluded,
  type Unanswered,
} from './conclusion-queries.ts'
import { publishVersion } from './publish-version.ts'
import { enterReport } from './report-records.ts'
import { findOwnReport } from './report-queries.ts'
import { refusalToConclude, REPORT_LIMITS, type ConclusionRefusal, type Outcome } from './report-rules.ts'

export type ConclusionForm = {
  outcome: Outcome
  statement: string
  statementEn: string | null
  /** Why the report is written anew; compulsory once there is one. */
  reason: string | null
  formId: string
  /** The version of the consultation that the form showed. */
  fromVersion: number
}

export type ConcludeOutcome =
  | { kind: 'concluded' }
  | { kind: 'refused'; refusal: ConclusionRefusal }
  /** The first of those that miss an answer, and how many there are. */
  | { kind: 'unanswered'; count: number; comments: Unanswered[] }
  | { kind: 'reason-missing' }
  | { kind: 'report-taken-down' }
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/**
 * Every voice has its answer: the consultation is concluded and its report published, in one go. A comment that is
 * confirmed in that very moment counts as one that came after the conclusion, and the page says so. Whoever took part is
 * told by a job.
 */
export const concludeConsultation = (
  services: Services,
  official: Official,
  id: string,
  form: ConclusionForm,
): Promise<ConcludeOutcome> =>
  services.db.begin(async (tx): Promise<ConcludeOutcome> => {
    const current = await holdForOffice(tx, id)
    if (!current) return { kind: 'no-such-consultation' }
    if (!mayIn(official, may['consultations.conclude'], current.institutionId)) return { kind: 'not-permitted' }
    if (await formWasSent(tx, form.formId)) return { kind: 'concluded' }
    const refused = await refusalOf(tx, services, current, form)
    if (refused) return refused
    await conclude(tx, services, current, form, official.accountId)
    return { kind: 'concluded' }
  })

async function refusalOf(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  current: OfficeConsultation,
  form: ConclusionForm,
): Promise<Exclude<ConcludeOutcome, { kind: 'concluded' }> | null> {
  const { id, history, version } = current
  const facts = await findConclusionFacts(tx, id)
  if (!facts) return { kind: 'no-such-consultation' }
  const refusal = refusalToConclude(phaseAt(current, clock.now()), history, facts.concludedAt !== null)
  if (refusal) return { kind: 'refused', refusal }
  if (version !== form.fromVersion) return { kind: 'changed-meanwhile', version }
  if (facts.unanswered > 0) {
    const comments = await listUnanswered(tx, id, REPORT_LIMITS.unansweredNamed)
    return { kind: 'unanswered', count: facts.unanswered, comments }
  }
  const report = await findOwnReport(tx, id)
  if (report?.state === 'taken-down') return { kind: 'report-taken-down' }
  return report && report.version > 0 && form.reason === null ? { kind: 'reason-missing' } : null
}

async function conclude(
  tx: Transaction,
  services: Services,
  { id, institutionId, title }: OfficeConsultation,
  form: ConclusionForm,
  by: string,
): Promise<void> {
  const at = services.clock.now()
  const version = await setConcluded(tx, id, at, at)
  const { statement, statementEn, formId, outcome } = form
  const event = await insertConclusionEvent(tx, {
    institutionId,
    consultationId: id,
    kind: 'concluded',
    version,
    at,
    by,
    reason: statement,
    reasonEn: statementEn,
    formId,
  })
  await recordOfConsultation(tx, { id, institutionId, kind: 'concluded', by: byAccount(by), at, reason: statement })
  const { reportId } = await publishVersion(tx, services, {
    consultation: { id, institutionId, title },
    outcome,
    statement,
    statementEn,
    reason: form.reason,
    by,
    formId,
  })
  await tellOfConsultation(tx, { id, institutionId, kind: 'concluded', at })
  await enqueue(tx, 'consultations.tell-participants', { event })
  await enterConsultation(tx, services, id)
  await enterReport(tx, services, reportId)
}
