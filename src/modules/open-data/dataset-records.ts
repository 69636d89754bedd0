import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Ended } from '#platform/ledger/entry-rules.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { KIND } from './dataset-rules.ts'
import { findDatasetRecords, listDatasetRecords } from './published-queries.ts'
import { inEvery } from './texts.ts'

/** A dataset with one digest over all its rows: every import, correction and undoing is a version of it. */
export const publishedDatasets: RecordKind = {
  kind: KIND,
  words: inEvery((t) => t.kind),
  shapes: [
    [
      'institution_id',
      'kind',
      'slug',
      'title_sq',
      'title_en',
      'description_sq',
      'description_en',
      'licence',
      'source_sq',
      'source_en',
      'themes',
      'columns',
      'state',
      'version',
      'row_count',
      'published_at',
      'changed_at',
      'rows',
    ],
  ],
  find: findDatasetRecords,
  each: (db, after, limit) => listDatasetRecords(db, after?.id ?? null, limit),
}

/** Of a draft nothing is entered. */
export const enterDataset = (
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  id: string,
  ended?: Ended,
): Promise<void> => appendToLedger(tx, services, { kind: publishedDatasets, ids: [id], ...(ended && { ended }) })
