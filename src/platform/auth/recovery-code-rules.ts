import { createHmac } from 'node:crypto'

export const RECOVERY_CODES = 10
/** From here on the page of the account warns. */
export const FEW_CODES = 3

/** As in receipts: without 0, 1, I, L, O, for they are copied from paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 10

/**
 * Ten codes of 49 bits from a key that only we have and a number that only the form has: the same form sent twice gives
 * the same codes, and nothing that is kept tells them.
 */
export function codesFrom(key: Uint8Array, accountId: string, form: string): string[] {
  return Array.from({ length: RECOVERY_CODES }, (_, n) => {
    const bytes = createHmac('sha256', key).update(`${accountId}\n${form}\n${n}`).digest()
    const letters = Array.from({ length: LENGTH }, (__, at) => LETTERS[bytes.readUInt16BE(at * 2) % LETTERS.length])
    return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
  })
}

/** As it was meant, whatever case and dashes it was typed with; null when it cannot be one. */
export function readRecoveryCode(words: string): string | null {
  const letters = words.toUpperCase().replace(/[\s-]/g, '')
  if (letters.length !== LENGTH || [...letters].some((one) => !LETTERS.includes(one))) return null
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}
