import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import { findReplyRecords, listReplyRecords } from './reply-queries.ts'
import { findReportRecords, listReportRecords } from './year-report-queries.ts'
import { kindWords } from '../ledger/kind-texts.ts'
import { YEAR_REPLY_KIND, YEAR_REPORT_KIND } from './year-report-rules.ts'

const HEAD = [...VIEW_HEAD, 'year', 'version'] as const

/** A yearly report with the figures as they were frozen. */
export const publishedYearReports: RecordKind = {
  kind: YEAR_REPORT_KIND,
  words: kindWords.yearReport,
  shapes: [
    [...HEAD, 'introduction', 'difficulties', 'measures', 'other_acts', 'figures', 'counted_at', 'reason', 'versions'],
  ],
  find: findReportRecords,
  each: (db, after, limit) => listReportRecords(db, after?.id ?? null, limit),
}

/** What an institution said to its row of the comparison; withdrawn, there are no words in it. */
export const publishedYearReplies: RecordKind = {
  kind: YEAR_REPLY_KIND,
  words: kindWords.yearReply,
  shapes: [[...HEAD, 'role', 'said_at', 'withdrawn_at', 'earlier']],
  find: findReplyRecords,
  each: (db, after, limit) => listReplyRecords(db, after?.id ?? null, limit),
}

export const enterYearReport = (tx: Transaction, services: Pick<Services, 'clock'>, id: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedYearReports, ids: [id] })

export const enterYearReply = (tx: Transaction, services: Pick<Services, 'clock'>, id: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedYearReplies, ids: [id] })
