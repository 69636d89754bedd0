import type { PublicRecord } from '../entry-rules.ts'
import { tlogProofOf } from '../tree/tlog-proof-rules.ts'

/** The words of the format: docs/receipts.md. A stranger writes a verifier from them, so they never change under this name. */
export const RECEIPT_FORMAT = 'kuvend-receipt/1'

/** One file with which anybody can check, without asking us, that these words stand in the log. */
export type Receipt = {
  format: typeof RECEIPT_FORMAT
  state: 'received' | 'proved'
  subject: string
  /** The leaf, exactly. */
  entry: string
  /** Null: erased, or not this version any more. The salt is null with it. */
  record: PublicRecord | null
  /** 32 hexadecimal digits. */
  salt: string | null
  shape: readonly string[]
  proof: ReceiptProof | null
  log: ReceiptLog
  /** For the reader. Nothing vouches for it. */
  history: readonly ReceiptEvent[]
}

export type ReceiptProof = { index: number; size: number; hashes: readonly string[]; checkpoint: string }
export type ReceiptLog = { origin: string; url: string; keys: readonly string[] }
export type ReceiptEvent = { at: string; what: string }

/** A receipt, with what a page says of it. */
export type ReceiptView = {
  receipt: Receipt
  version: number
  /** When it was entered. */
  at: Date
  /** Of the record; null when the entry ends one. */
  digest: string | null
  /** Null: received, and no checkpoint holds it yet. */
  proved: { index: number; size: number; signedAt: Date } | null
  /** `altered`: what the database has now is not what was entered. A receipt never hides that. */
  words: 'whole' | 'gone' | 'altered'
}

/** All receipts that can be had of one record, without their proofs. */
export type ReceiptStates = {
  /** The newest first. `index` is null until a published checkpoint holds the entry. */
  versions: readonly { version: number; at: Date; digest: string; index: number | null }[]
  checkpoint: { size: number; signedAt: Date } | null
}

export const receiptText = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 2)}\n`

/** The proof alone, in the form of C2SP tlog-proof; null while there is none. The entry goes with it as `extra`. */
export function receiptTlogProof({ entry, proof }: Receipt): string | null {
  return (
    proof &&
    tlogProofOf({
      index: proof.index,
      hashes: proof.hashes.map((hash) => Buffer.from(hash, 'base64')),
      checkpoint: proof.checkpoint,
      extra: Buffer.from(entry, 'utf8'),
    })
  )
}
