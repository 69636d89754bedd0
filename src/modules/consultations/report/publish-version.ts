import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { byAccount } from '../record-history.ts'
import { gatherReport } from './gather-report.ts'
import { ensureReport, insertReportVersion } from './report-queries.ts'
import { REPORT_KIND, type Outcome } from './report-rules.ts'

export type VersionOrder = {
  consultation: { id: string; institutionId: string; title: string }
  outcome: Outcome
  statement: string
  statementEn: string | null
  /** Null: only for the first. */
  reason: string | null
  by: string | null
  formId: string
}

/**
 * Inside a deed that holds the consultation: everything is gathered and becomes the next version, for ever. The deed
 * enters it in the ledger, last. Gives the report and the number of the version.
 */
export async function publishVersion(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  order: VersionOrder,
): Promise<{ reportId: string; version: number }> {
  const at = services.clock.now()
  const { id: consultationId, institutionId, title } = order.consultation
  const report = await ensureReport(tx, { institutionId, consultationId }, at)
  const version = report.version + 1
  const reason = version === 1 ? null : order.reason
  const content = await gatherReport(tx, consultationId)
  const { outcome, statement, statementEn, by, formId } = order
  await insertReportVersion(tx, {
    institutionId,
    reportId: report.id,
    n: version,
    title,
    outcome,
    statement,
    statementEn,
    content,
    at,
    by,
    reason,
    formId,
  })
  await recordChange(tx, {
    institutionId,
    subject: refOf(REPORT_KIND, report.id),
    kind: 'published',
    by: byAccount(by),
    at,
    reason,
    fields: [{ field: 'version', from: version === 1 ? null : String(version - 1), to: String(version) }],
  })
  return { reportId: report.id, version }
}
