import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { kindWords } from '../ledger/kind-texts.ts'
import { findMonitoringRecords, listMonitoringRecords } from './monitoring-queries.ts'
import { MONITORING_KIND } from './monitoring-rules.ts'

/** The newest version as everybody reads it; earlier ones by the digest of what they hold. */
export const publishedMonitorings: RecordKind = {
  kind: MONITORING_KIND,
  words: kindWords.monitoring,
  shapes: [
    [
      'institution_id',
      'kind',
      'lang',
      'title',
      'published_at',
      'changed_at',
      'state',
      'consultation_id',
      'version',
      'stage',
      'reason',
      'content',
      'versions',
    ],
  ],
  find: findMonitoringRecords,
  each: (db, after, limit) => listMonitoringRecords(db, after?.id ?? null, limit),
}

/** Of what is only written nothing is entered. */
export const enterMonitoring = (tx: Transaction, services: Pick<Services, 'clock'>, planId: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedMonitorings, ids: [planId] })
