import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import type { Services } from '#platform/services.ts'
import { GAP_NOTE_RECORD } from '../act-rules.ts'
import { findGapNoteRecords, listGapNoteRecords } from './gap-queries.ts'
import { inEvery } from './texts.ts'

/** What an institution says about numbers that are missing. */
export const publishedGapNotes: RecordKind = {
  kind: GAP_NOTE_RECORD,
  words: inEvery((t) => t.kindName),
  shapes: [[...VIEW_HEAD, 'series', 'year', 'serial', 'until', 'version']],
  find: findGapNoteRecords,
  each: (db, after, limit) => listGapNoteRecords(db, after?.id ?? null, limit),
}

export const enterGapNote = (tx: Transaction, services: Pick<Services, 'clock'>, id: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedGapNotes, ids: [id] })
