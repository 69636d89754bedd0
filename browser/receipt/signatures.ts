import { Point } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { utf8 } from './bytes.ts'
import { LOG, WITNESS, type Checkpoint, type Line, type Vkey } from './note.ts'
import { must } from './refusal.ts'

export type Seen = { name: string; time: number }

const ORDER = Point.CURVE().n

/** The bytes as a number, the smallest first. */
const numberOf = (bytes: Uint8Array): bigint => bytes.reduceRight((sum, one) => sum * 256n + BigInt(one), 0n)

/**
 * RFC 8032 5.1.7 by `[S]B = R + [k]A`, without the factor 8 that the library's own `verify` has: one answer everywhere.
 * `fromBytes` refuses what is not encoded in the one right way, `multiply` what is not below the order.
 */
function isSignedBy(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const [r, s] = [signature.subarray(0, 32), signature.subarray(32)]
    const [pointA, pointR] = [Point.fromBytes(key), Point.fromBytes(r)]
    if (signature.length !== 64 || pointA.isSmallOrder() || pointR.isSmallOrder()) return false
    const k = numberOf(sha512.create().update(r).update(key).update(message).digest()) % ORDER
    return Point.BASE.multiply(numberOf(s), false).equals(pointA.multiply(k, false).add(pointR))
  } catch {
    return false
  }
}

type Right = (key: Uint8Array, bytes: Uint8Array) => boolean

/** Each line of a known key, with the one that it is right by: two keys may have one name and id. */
function signedLines(checkpoint: Checkpoint, keys: readonly Vkey[], isRight: Right, why: string) {
  return checkpoint.lines.flatMap((line: Line) => {
    const same = keys.filter(({ name, id }) => name === line.name && id === line.id)
    if (same.length === 0) return []
    const key = same.find((one) => isRight(one.key, line.bytes))
    must(key, why)
    return [{ key, bytes: line.bytes }]
  })
}

/** The keys of this log that have signed. None: refused; one that is wrong: refused. */
export function signersOf(checkpoint: Checkpoint, keys: readonly Vkey[]): Vkey[] {
  const own = keys.filter(({ type, name }) => type === LOG && name === checkpoint.origin)
  const message = utf8(checkpoint.text)
  const lines = signedLines(checkpoint, own, (key, bytes) => isSignedBy(key, message, bytes), 'bad-signature')
  must(lines.length > 0, 'unknown-key')
  return [...new Set(lines.map(({ key }) => key))]
}

/** Known witnesses that have seen the checkpoint, by C2SP tlog-cosignature. */
export function witnessesOf(checkpoint: Checkpoint, keys: readonly Vkey[]): Seen[] {
  const known = keys.filter(({ type }) => type === WITNESS)
  const isRight: Right = (key, bytes) =>
    bytes.length === 72 &&
    (bytes[0] ?? 0) < 128 &&
    isSignedBy(key, utf8(`cosignature/v1\ntime ${timeOf(bytes)}\n${checkpoint.text}`), bytes.subarray(8))
  const lines = signedLines(checkpoint, known, isRight, 'bad-cosignature')
  return lines.map(({ key, bytes }) => ({ name: key.name, time: Number(timeOf(bytes)) }))
}

const timeOf = (bytes: Uint8Array): bigint => new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
