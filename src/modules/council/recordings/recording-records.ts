import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { findRecordingRecords, listRecordingRecords } from './published-recording-queries.ts'
import { RECORDING_KIND } from './recording-rules.ts'
import { inEvery } from './texts.ts'

/** Where a meeting is watched, with its chapters and the words of its subtitles. */
export const publishedRecordings: RecordKind = {
  kind: RECORDING_KIND,
  words: inEvery((t) => t.kindName),
  shapes: [
    [
      'institution_id',
      'meeting',
      'recording_kind',
      'url',
      'title',
      'starts_at',
      'seconds',
      'closed_parts_cut',
      'published_at',
      'version',
      'marks',
      'subtitles',
    ],
  ],
  find: findRecordingRecords,
  each: (db, after, limit) => listRecordingRecords(db, after?.id ?? null, limit),
}

/** Of one that is not published nothing is entered. */
export const enterRecording = (tx: Transaction, services: Pick<Services, 'clock'>, id: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedRecordings, ids: [id] })
