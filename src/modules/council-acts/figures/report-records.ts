import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import type { Services } from '#platform/services.ts'
import { DECISION_REPORT_RECORD } from '../act-rules.ts'
import { findReportRecords, listReportRecords } from './report-queries.ts'
import { inEvery } from './texts.ts'

/** A yearly report on decision-making, with the figures as they were frozen. */
export const publishedDecisionReports: RecordKind = {
  kind: DECISION_REPORT_RECORD,
  words: inEvery((t) => t.report.kind),
  shapes: [[...VIEW_HEAD, 'year', 'version', 'words', 'figures', 'counted_at', 'reason', 'versions']],
  find: findReportRecords,
  each: (db, after, limit) => listReportRecords(db, after?.id ?? null, limit),
}

export const enterDecisionReport = (tx: Transaction, services: Pick<Services, 'clock'>, id: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedDecisionReports, ids: [id] })
