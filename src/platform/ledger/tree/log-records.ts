import type { RecordKind, RecordRow } from '../record-kind.ts'
import { eachKeyRecord, eachLogRecord, findKeyRecords, findLogRecords } from './log-queries.ts'
import { kindWords } from '../kind-texts.ts'

type Found = Awaited<ReturnType<typeof findLogRecords>>[number]

/** Logs and keys belong to the whole installation. */
const rowOf = ({ id, record }: Found): RecordRow => ({ id, institutionId: null, institution: null, record })

/** A log that continues another under a new name. */
export const logRecords: RecordKind = {
  kind: 'platform.ledger-log',
  words: kindWords.origin,
  shapes: [['origin', 'opened_at', 'opened_size', 'predecessor', 'predecessor_note', 'reason', 'vkey']],
  find: async (db, ids) => (await findLogRecords(db, ids)).map(rowOf),
  each: async (db, after, limit) => (await eachLogRecord(db, after?.id ?? null, limit)).map(rowOf),
}

/** A key that takes the place of another. */
export const keyRecords: RecordKind = {
  kind: 'platform.ledger-key',
  words: kindWords.key,
  shapes: [['origin', 'vkey', 'since', 'replaces']],
  find: async (db, ids) => (await findKeyRecords(db, ids)).map(rowOf),
  each: async (db, after, limit) => (await eachKeyRecord(db, after?.id ?? null, limit)).map(rowOf),
}
