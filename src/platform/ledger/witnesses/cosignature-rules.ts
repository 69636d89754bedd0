import { COSIGNATURE, parseNote, readVkey, verifyEd25519 } from '../tree/note-rules.ts'

/** Eight bytes of time, then the signature. */
const TIME_BYTES = 8
const LATEST = 2n ** 63n - 1n

/** The key of a witness as C2SP tlog-cosignature has it; null: it is none. */
export function witnessKeyOf(vkey: string): { name: string; keyId: string; publicKey: Buffer } | null {
  const key = readVkey(vkey)
  return key?.type === COSIGNATURE ? key : null
}

/** What a witness signs: that it saw this at that time (C2SP tlog-cosignature, Ed25519). */
export const cosignedMessage = (text: string, time: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${time}\n${text}`, 'utf8')

export type Cosigned = { line: string; at: Date }

/**
 * The line with which this witness has signed the checkpoint, out of what it answered. Lines of others are not looked at;
 * null when there is none of its own, or a wrong one among them.
 */
export function cosignatureIn(answer: string, checkpoint: string, vkey: string): Cosigned | null {
  const key = witnessKeyOf(vkey)
  const note = parseNote(`${checkpoint}\n${answer}`)
  if (!key || note?.text !== checkpoint) return null
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId)
  const read = own.map(({ line, bytes }): Cosigned | null => {
    if (bytes.length !== TIME_BYTES + 64) return null
    const time = bytes.readBigUInt64BE(0)
    // Zero is for subtrees, which say nothing of when.
    if (time === 0n || time > LATEST) return null
    const message = cosignedMessage(checkpoint, time)
    return verifyEd25519(message, bytes.subarray(TIME_BYTES), key.publicKey)
      ? { line, at: new Date(Number(time) * 1000) }
      : null
  })
  return read.every((one) => one !== null) ? (read.at(-1) ?? null) : null
}
