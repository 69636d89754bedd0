import { readCheckpoint, type Checkpoint } from '../tree/checkpoint-rules.ts'
import { parseNote, readVkey, verifyNote } from '../tree/note-rules.ts'
import { cosignatureIn } from '../witnesses/cosignature-rules.ts'

export type LogRow = {
  id: number
  origin: string
  openedSize: number
  predecessorId: number | null
  predecessorNote: string | null
}

export type KeyRow = { logId: number; vkey: string; publicKey: Buffer; since: Date; until: Date | null }

export type CheckpointRow = { logId: number; size: number; root: Buffer; note: string; signedAt: Date }

/** A checkpoint that somebody kept outside the database. */
export type KeptNote = { /** Where it was kept, in words for a terminal. */ source: string; note: string }

export type KnownLogs = { logs: readonly LogRow[]; keys: readonly KeyRow[] }

/** Why a line of the table of checkpoints is not one that the log signed; null: it is. The root is compared elsewhere. */
export function faultOf(
  row: CheckpointRow,
  { logs, keys }: KnownLogs,
): { way: 'checkpoint-altered' | 'checkpoint-signature'; detail: string } | null {
  const log = logs.find(({ id }) => id === row.logId)
  const read = readCheckpoint(row.note)
  if (!read) return { way: 'checkpoint-altered', detail: 'its note is no checkpoint' }
  if (read.origin !== log?.origin) return { way: 'checkpoint-altered', detail: 'its note has another origin' }
  if (read.size !== row.size) return { way: 'checkpoint-altered', detail: 'its note has another size' }
  if (!read.root.equals(row.root)) return { way: 'checkpoint-altered', detail: 'its note has another root' }
  const then = keys.filter((key) => key.logId === row.logId && isInUse(key, row.signedAt) && isWhole(key))
  return verifyNote(
    row.note,
    then.map(({ vkey }) => vkey),
  )
    ? null
    : { way: 'checkpoint-signature', detail: 'no key that the log had then signed it' }
}

const isInUse = ({ since, until }: KeyRow, at: Date): boolean => since <= at && (until === null || at <= until)

const isWhole = ({ vkey, publicKey }: KeyRow): boolean => readVkey(vkey)?.publicKey.equals(publicKey) ?? false

/** A kept note, read and with the log that signed it; or why it speaks against us. Null: of a log that ours goes on from. */
export function readKept(
  { note }: KeptNote,
  known: KnownLogs,
): { checkpoint: Checkpoint; log: LogRow } | string | null {
  const { logs, keys } = known
  const checkpoint = readCheckpoint(note)
  if (!checkpoint) return 'it is no checkpoint'
  const log = logs.find(({ origin }) => origin === checkpoint.origin)
  if (!log)
    return isPredecessor(checkpoint.origin, known) ? null : `no log of this database is called ${checkpoint.origin}`
  const vkeys = keys.filter(({ logId }) => logId === log.id).map(({ vkey }) => vkey)
  return verifyNote(note, vkeys) ? { checkpoint, log } : 'no key of the log signed it'
}

/** Whether a log of ours took the place of this one, which stands in another database. */
export const isPredecessor = (origin: string, { logs }: KnownLogs): boolean =>
  logs.some(({ predecessorNote }) => predecessorNote !== null && readCheckpoint(predecessorNote)?.origin === origin)

/** Whether the line of this witness is right under the checkpoint: judged as when it came. */
export function cosignatureHolds({ line, note, vkey }: { line: string; note: string; vkey: string }): boolean {
  const text = parseNote(note)?.text
  return text !== undefined && cosignatureIn(`${line}\n`, text, vkey) !== null
}
