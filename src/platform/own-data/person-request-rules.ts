/** How an official made sure who stands before them. */
export const IDENTIFICATIONS = [
  'identity-document',
  'known-to-office',
  'receipt',
  'representative',
  'court-order',
] as const
export type Identification = (typeof IDENTIFICATIONS)[number]

export const PERSON_REQUEST_LIMITS = { note: 2000 } as const

/** A receipt's code as people say it: small letters, with or without the line between. */
export function readReceiptCode(words: string): string | null {
  const letters = words.toUpperCase().replace(/[\s-]/g, '')
  return /^[2-9A-HJKMNP-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null
}
