import { createHmac, timingSafeEqual } from 'node:crypto'

const SIGN_BYTES = 12

/**
 * Where a page of the API goes on, as it stands in an address: nothing to be read or made by anybody else. It holds for
 * this register alone.
 */
export const writeCursor = (secret: Uint8Array, dataset: string, key: string): string =>
  Buffer.concat([signOf(secret, dataset, key), Buffer.from(key)]).toString('base64url')

/** Null: it was not made here, or for another register. */
export function readCursor(secret: Uint8Array, dataset: string, words: string): string | null {
  if (!/^[\w-]{16,400}$/.test(words)) return null
  const bytes = Buffer.from(words, 'base64url')
  // The last sign may hold bits that mean nothing: one place has one way to be written.
  if (bytes.length < SIGN_BYTES || bytes.toString('base64url') !== words) return null
  const key = bytes.subarray(SIGN_BYTES).toString()
  return timingSafeEqual(bytes.subarray(0, SIGN_BYTES), signOf(secret, dataset, key)) ? key : null
}

const signOf = (secret: Uint8Array, dataset: string, key: string): Buffer =>
  createHmac('sha256', secret).update(`cursor\n${dataset}\n${key}`).digest().subarray(0, SIGN_BYTES)
