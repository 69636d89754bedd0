import { constants, createHash, timingSafeEqual, verify, type KeyObject } from 'node:crypto'
import type { Cms } from './read-cms.ts'
import type { Scheme } from './method-rules.ts'

/** What is signed, in one piece or in two. */
export type Signed = readonly Buffer[]
export type CmsState = 'valid' | 'altered' | 'forged' | 'unreadable' | 'unsupported'

/** Whether these bytes are what was signed, and whether the key of the certificate signed it. */
export function verifyCms(cms: Cms, signed: Signed): CmsState {
  const { certificate, digest, scheme, signedAttributes } = cms
  if (digest === null || scheme === null) return 'unsupported'
  if (certificate === null) return 'unreadable'
  if (!cms.namesCertificate) return 'forged'
  if (signedAttributes === null) return isSigned(certificate.publicKey, scheme, Buffer.concat(signed), cms.signature)
  if (cms.messageDigest === null || cms.signedContentType !== cms.contentType) return 'unreadable'
  const state = isSigned(certificate.publicKey, scheme, signedAttributes, cms.signature)
  if (state !== 'valid') return state
  return isSame(hashOf(digest, signed), cms.messageDigest) ? 'valid' : 'altered'
}

export function hashOf(digest: string, signed: Signed): Buffer {
  const hash = createHash(digest)
  for (const piece of signed) hash.update(piece)
  return hash.digest()
}

export const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

const KEYS: Record<Scheme['name'], readonly (string | undefined)[]> = {
  rsa: ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  ed25519: ['ed25519'],
}

function isSigned(key: KeyObject, scheme: Scheme, data: Buffer, signature: Buffer): 'valid' | 'forged' | 'unsupported' {
  if (!KEYS[scheme.name].includes(key.asymmetricKeyType)) return 'unsupported'
  try {
    return verify(scheme.name === 'ed25519' ? null : scheme.digest, data, withPadding(key, scheme), signature)
      ? 'valid'
      : 'forged'
  } catch {
    return 'unsupported'
  }
}

function withPadding(key: KeyObject, scheme: Scheme) {
  if (scheme.name === 'rsa') return { key, padding: constants.RSA_PKCS1_PADDING }
  if (scheme.name !== 'rsa-pss') return { key }
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength }
}
