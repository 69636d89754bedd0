import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'
import type { Services } from '#platform/services.ts'
import { VIEW_HEAD } from '#platform/ledger/view-head-rules.ts'
import { MINUTES_KIND } from '../council-rules.ts'
import { findMinutesRecords, listMinutesRecords } from './published-queries.ts'
import { inEvery } from './texts.ts'

/** Minutes as everybody reads them: the newest version whole, and what the others were. */
export const publishedMinutes: RecordKind = {
  kind: MINUTES_KIND,
  words: inEvery((t) => t.kindName),
  shapes: [[...VIEW_HEAD, 'version', 'reason', 'record', 'versions']],
  find: findMinutesRecords,
  each: (db, after, limit) => listMinutesRecords(db, after?.id ?? null, limit),
}

/** Last in the deed. Also for the deed that takes the meeting itself from the public: its minutes are read through it. */
export const enterMinutes = (tx: Transaction, services: Pick<Services, 'clock'>, meetingId: string): Promise<void> =>
  appendToLedger(tx, services, { kind: publishedMinutes, ids: [meetingId] })
