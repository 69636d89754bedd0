import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { kindWords } from '../ledger/kind-texts.ts'
import { findReportRecords, listReportRecords } from './report-queries.ts'
import { REPORT_KIND } from './report-rules.ts'

/** The newest version as everybody reads it; earlier ones by the digest of what they hold. */
export const publishedReports: RecordKind = {
  kind: REPORT_KIND,
  words: kindWords.report,
  shapes: [
    [
      'institution_id',
      'kind',
      'lang',
      'title',
      'body',
      'published_at',
      'changed_at',
      'state',
      'consultation_id',
      'version',
      'outcome',
      'statement_en',
      'reason',
      'content',
      'versions',
    ],
  ],
  find: findReportRecords,
  each: (db, after, limit) => listReportRecords(db, after?.id ?? null, limit),
}

/** Of what is only written nothing is entered. */
export const enterReport = (tx: Transaction, services: Pick<Services, 'clock'>, id: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedReports, ids: [id] })
