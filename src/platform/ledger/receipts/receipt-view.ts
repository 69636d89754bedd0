import type { Database } from '../../db/database.ts'
import { refOf } from '../../subjects/subject-rules.ts'
import { digestOf, shapeOf, type PublicRecord } from '../entry-rules.ts'
import { subjectKindOf, type RecordKind } from '../record-kind.ts'
import { checkpointNote, findHead, findInclusionProof, type Head } from '../tree/tree-view.ts'
import {
  findReceiptEntry,
  listLaterEntries,
  listReceiptKeys,
  listReceiptVersions,
  type LaterEntry,
  type ReceiptEntry,
} from './receipt-queries.ts'
import {
  RECEIPT_FORMAT,
  type Receipt,
  type ReceiptEvent,
  type ReceiptProof,
  type ReceiptStates,
  type ReceiptView,
} from './receipt-rules.ts'

/** What `kuvend-receipt/1` allows; the newest are those that sign. */
const MOST_KEYS = 100

export type AskedReceipt = {
  kind: RecordKind
  /** Of the subject: the part after the colon. */
  id: string
  version: number
  /** What else has happened to it, told by whoever knows the subject. */
  history?: readonly ReceiptEvent[]
}

type Needed = { db: Database; settings: { url: string } }

/** Null: there is no such entry. */
export async function viewReceipt({ db, settings }: Needed, asked: AskedReceipt): Promise<ReceiptView | null> {
  const { kind, id, version } = asked
  const subject = refOf(subjectKindOf(kind), id)
  // The entry first: a checkpoint that is found after it only holds more.
  const entry = await findReceiptEntry(db, kind.kind, subject, version)
  if (!entry) return null
  const head = await findHead(db)
  const [record, proof, later, keys] = await Promise.all([
    recordOf(db, asked, entry),
    proofOf(db, entry, head),
    listLaterEntries(db, subject, entry.id),
    head ? listReceiptKeys(db, head.logId) : [],
  ])
  const origin = head?.origin ?? `${new URL(settings.url).host}/ditari`
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    state: proof ? 'proved' : 'received',
    subject,
    entry: entry.entry,
    record,
    salt: record && entry.salt ? entry.salt.toString('hex') : null,
    shape: kind.shapes[entry.v - 1] ?? [],
    proof,
    log: { origin, url: `${settings.url}/ditari`, keys: keys.slice(-MOST_KEYS).map(({ vkey }) => vkey) },
    history: historyOf(asked.history ?? [], later),
  }
  return {
    receipt,
    version,
    at: entry.at,
    digest: entry.digest?.toString('hex') ?? null,
    proved: proof && head && { index: proof.index, size: proof.size, signedAt: head.signedAt },
    words: wordsOf(entry, record),
  }
}

/** Which receipts there are of a record. */
export async function viewReceiptStates(
  db: Database,
  kind: Pick<RecordKind, 'kind' | 'subjectKind'>,
  id: string,
): Promise<ReceiptStates> {
  // The entries first: a checkpoint that is found after them only holds more.
  const entries = await listReceiptVersions(db, kind.kind, refOf(kind.subjectKind ?? kind.kind, id))
  const head = entries.length > 0 ? await findHead(db) : null
  return {
    versions: entries.map(({ version, at, digest, leafIndex }) => ({
      version,
      at,
      digest: digest.toString('hex'),
      index: head && leafIndex !== null && leafIndex < head.size ? leafIndex : null,
    })),
    checkpoint: head && { size: head.size, signedAt: head.signedAt },
  }
}

/** The record that this entry covers, while it stands as that version. */
async function recordOf(db: Database, { kind, id, version }: AskedReceipt, entry: ReceiptEntry) {
  const shape = kind.shapes[entry.v - 1]
  if (!entry.salt || !shape) return null
  const rows = kind.everyVersion
    ? (await kind.each(db, { id, version: version - 1 }, 1)).filter((row) => row.id === id && row.version === version)
    : entry.newest
      ? await kind.find(db, [id])
      : []
  const row = rows[0]
  return row ? shapeOf(row.record, shape) : null
}

async function proofOf(db: Database, { leafIndex }: ReceiptEntry, head: Head | null): Promise<ReceiptProof | null> {
  if (!head || leafIndex === null || leafIndex >= head.size) return null
  const hashes = await findInclusionProof(db, leafIndex, head.size)
  return {
    index: leafIndex,
    size: head.size,
    hashes: hashes.map((hash) => hash.toString('base64')),
    checkpoint: checkpointNote(head),
  }
}

function wordsOf({ salt, digest }: ReceiptEntry, record: PublicRecord | null): ReceiptView['words'] {
  if (!record || !salt || !digest) return 'gone'
  return digestOf(salt, record).equals(digest) ? 'whole' : 'altered'
}

const historyOf = (told: readonly ReceiptEvent[], later: readonly LaterEntry[]): ReceiptEvent[] =>
  [
    ...told,
    ...later.map(({ kind, version, ended, at }) => ({
      at: at.toISOString(),
      what: ['entry', `${kind}/${version}`, ended].filter(Boolean).join(' '),
    })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
