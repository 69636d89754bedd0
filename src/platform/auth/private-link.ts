import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 random bits in a letter; we keep only their digest, so that a stolen table opens nothing. */
export function newPrivateLink(): { token: string; digest: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, digest: digestOfToken(token) }
}

export const digestOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Without 0, 1, I, L, O: the code is read out on the telephone and copied from paper. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** `7K3M-Q9TB`: 31⁸ ≈ 8.5 · 10¹¹ codes, drawn at random so that nobody waits for a counter. */
export function newReceiptCode(): string {
  const letters = Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
