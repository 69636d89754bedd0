import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { holdForOffice } from '../drafting/draft-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { byAccount, recordOfConsultation } from '../record-history.ts'
import { ensureReport, saveWritten } from './report-queries.ts'
import type { WrittenParts } from './report-rules.ts'

export type WriteOutcome =
  | { kind: 'saved' }
  | { kind: 'changed-meanwhile'; revision: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/** Keeps what the institution writes for the report. Nobody outside sees it before a version is published. */
export const writeReport = (
  services: Services,
  official: Official,
  id: string,
  { written, revision }: { written: WrittenParts; revision: number },
): Promise<WriteOutcome> =>
  services.db.begin(async (tx): Promise<WriteOutcome> => {
    const current = await holdForOffice(tx, id)
    if (!current) return { kind: 'no-such-consultation' }
    const { institutionId } = current
    if (!mayIn(official, may['consultations.conclude'], institutionId)) return { kind: 'not-permitted' }
    const at = services.clock.now()
    const report = await ensureReport(tx, { institutionId, consultationId: id }, at)
    const order = { id: report.id, written, revision, at, by: official.accountId }
    if (!(await saveWritten(tx, order))) return { kind: 'changed-meanwhile', revision: report.revision }
    await recordOfConsultation(tx, { id, institutionId, kind: 'report-written', by: byAccount(order.by), at })
    return { kind: 'saved' }
  })
