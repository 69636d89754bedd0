/** By which methods signatures are made, by their numbers, as node's cryptography names them. */

const DIGESTS: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
}

export const digestOf = (oid: string): string | null => DIGESTS[oid] ?? null

/** `digest`: of what is signed; null: the method has its own. */
export type Scheme =
  | { name: 'rsa' | 'ecdsa'; digest: string }
  | { name: 'rsa-pss'; digest: string; saltLength: number }
  | { name: 'ed25519' }

const WITH_DIGEST: Record<string, Scheme> = {
  '1.2.840.113549.1.1.5': { name: 'rsa', digest: 'sha1' },
  '1.2.840.113549.1.1.14': { name: 'rsa', digest: 'sha224' },
  '1.2.840.113549.1.1.11': { name: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { name: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { name: 'rsa', digest: 'sha512' },
  '1.2.840.10045.4.1': { name: 'ecdsa', digest: 'sha1' },
  '1.2.840.10045.4.3.1': { name: 'ecdsa', digest: 'sha224' },
  '1.2.840.10045.4.3.2': { name: 'ecdsa', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { name: 'ecdsa', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { name: 'ecdsa', digest: 'sha512' },
  '1.3.101.112': { name: 'ed25519' },
}

/** Where the number names the key alone, the digest is that of the message. */
const BY_KEY: Record<string, 'rsa' | 'ecdsa'> = {
  '1.2.840.113549.1.1.1': 'rsa',
  '1.2.840.10045.2.1': 'ecdsa',
}

/** RSASSA-PSS says its digest and its salt in parameters of its own. */
const PSS = '1.2.840.113549.1.1.10'

export function schemeOf(oid: string, digest: string | null): Scheme | null {
  if (oid === PSS) return { name: 'rsa-pss', digest: digest ?? '', saltLength: 0 }
  const byKey = BY_KEY[oid]
  if (byKey) return digest === null ? null : { name: byKey, digest }
  return WITH_DIGEST[oid] ?? null
}

export const SHOWN = {
  rsa: 'RSA',
  'rsa-pss': 'RSA-PSS',
  ecdsa: 'ECDSA',
  ed25519: 'Ed25519',
} as const satisfies Record<Scheme['name'], string>

/** `SHA-256, RSA`. */
export const methodWords = (digest: string | null, scheme: Scheme | null): string | null =>
  scheme === null
    ? null
    : [digest?.toUpperCase().replace(/^SHA(\d)/, 'SHA-$1'), SHOWN[scheme.name]].filter(Boolean).join(', ')
