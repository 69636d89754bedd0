import type { X509Certificate } from 'node:crypto'
import type { CertificateFacts, CertificateName, Trust } from './signature-report-rules.ts'

/** What a certificate says of its holder; nobody has checked it but the authority that gave it. */
export function factsOf(certificate: X509Certificate): CertificateFacts {
  const { subject, issuer } = certificate.toLegacyObject()
  return {
    subject: nameIn(subject),
    issuer: nameIn(issuer),
    serial: certificate.serialNumber.slice(0, 200),
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    selfSigned: isOwnIssuer(certificate),
  }
}

export const subjectOf = (certificate: X509Certificate): CertificateName => nameIn(certificate.toLegacyObject().subject)

type Names = Record<string, string | readonly string[] | undefined>

function nameIn(names: unknown): CertificateName {
  const { CN, GN, SN, O, C } = (names ?? {}) as Names
  return {
    name: words(CN, 300) ?? words([words(GN, 140) ?? '', words(SN, 140) ?? ''].join(' '), 300),
    organisation: words(O, 300),
    country: words(C, 20),
  }
}

function words(value: string | readonly string[] | undefined, most: number): string | null {
  const all = [value ?? []].flat().join(', ')
  const clean = all
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return [...clean].slice(0, most).join('').slice(0, most).toWellFormed() || null
}

const isOwnIssuer = (one: X509Certificate): boolean => one.subject === one.issuer && isIssuedBy(one, one)

function isIssuedBy(one: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return one.checkIssued(issuer) && one.verify(issuer.publicKey)
  } catch {
    return false
  }
}

export const heldAt = (one: X509Certificate, at: Date): 'held' | 'expired' | 'not-yet' => {
  if (at < one.validFromDate) return 'not-yet'
  return at > one.validToDate ? 'expired' : 'held'
}

const LONGEST_CHAIN = 8

/**
 * Whether it leads to a certificate of the operator, each link issued by the next, an authority, and within its time. Neither
 * revocation nor the policies of the authorities are asked.
 */
export function trustIn(
  certificate: X509Certificate,
  beside: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): Trust {
  if (anchors.length === 0) return 'unknown'
  let link = certificate
  for (let length = 0; length < LONGEST_CHAIN; length += 1) {
    const now = link
    if (heldAt(now, at) !== 'held') return 'untrusted'
    if (anchors.some((anchor) => anchor.fingerprint256 === now.fingerprint256)) return 'trusted'
    const anchor = anchors.find((one) => one.ca && isIssuedBy(now, one))
    if (anchor) return heldAt(anchor, at) === 'held' ? 'trusted' : 'untrusted'
    const issuer = beside.find((one) => one.ca && one.fingerprint256 !== now.fingerprint256 && isIssuedBy(now, one))
    if (!issuer) return 'untrusted'
    link = issuer
  }
  return 'untrusted'
}
