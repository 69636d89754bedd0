import { createHash, X509Certificate } from 'node:crypto'
import { fromBER, OctetString, Sequence, UTCTime, GeneralizedTime, type BaseBlock } from 'asn1js'
import {
  ContentInfo,
  IssuerAndSerialNumber,
  RSASSAPSSParams,
  SignedData,
  Certificate,
  type AlgorithmIdentifier,
  type Attribute,
  type SignerInfo,
} from 'pkijs'
import { digestOf, schemeOf, type Scheme } from './method-rules.ts'

/** A signature in the Cryptographic Message Syntax (RFC 5652), read and not believed. */
export type Cms = {
  /** What kind of thing was signed. */
  contentType: string
  /** What was signed, where it stands inside; null: it stands outside. */
  content: Buffer | null
  certificates: X509Certificate[]
  /** Null: the certificate of the signer is not among them. */
  certificate: X509Certificate | null
  /** As node names it: `sha256`; null: one that is not known here. */
  digest: string | null
  scheme: Scheme | null
  /** What was put under the signature, as it is signed; null: the content itself. */
  signedAttributes: Buffer | null
  messageDigest: Buffer | null
  signedContentType: string | null
  signingTime: Date | null
  /** False: it names another certificate than the one that comes with it. */
  namesCertificate: boolean
  signature: Buffer
  timeStamp: Buffer | null
}

const ATTRIBUTES = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamp: '1.2.840.113549.1.9.16.2.14',
} as const

const MOST_CERTIFICATES = 50

/** Null: it is none, or not one of one signer. What a hostile file makes the library throw ends here too. */
export function readCms(der: Buffer): Cms | null {
  try {
    return cmsIn(der)
  } catch {
    return null
  }
}

function cmsIn(der: Buffer): Cms | null {
  const read = fromBER(Uint8Array.from(der))
  if (read.offset === -1) return null
  const info = new ContentInfo({ schema: read.result })
  if (info.contentType !== ContentInfo.SIGNED_DATA) return null
  const data = new SignedData({ schema: info.content as BaseBlock })
  const [signer, ...more] = data.signerInfos
  if (!signer || more.length > 0) return null
  const found = (data.certificates ?? []).filter((one) => one instanceof Certificate)
  if (found.length > MOST_CERTIFICATES) return null
  const own = found.find((one) => isOf(signer, one))
  const certificate = own ? x509(own) : null
  const { eContent, eContentType } = data.encapContentInfo
  return {
    contentType: eContentType,
    content: eContent ? Buffer.from(eContent.getValue()) : null,
    certificates: found.map(x509),
    certificate,
    ...methodOf(signer),
    ...signedFacts(signer.signedAttrs?.attributes ?? [], certificate),
    signedAttributes: signer.signedAttrs ? Buffer.from(signer.signedAttrs.encodedValue) : null,
    signature: Buffer.from(signer.signature.valueBlock.valueHexView),
    timeStamp: bytesOf(valueOf(signer.unsignedAttrs?.attributes ?? [], ATTRIBUTES.timeStamp)),
  }
}

const x509 = (one: Certificate): X509Certificate => new X509Certificate(Buffer.from(one.toSchema(false).toBER()))

const bytesOf = (value: BaseBlock | null): Buffer | null => (value ? Buffer.from(value.toBER()) : null)

function isOf({ sid }: SignerInfo, certificate: Certificate): boolean {
  if (sid instanceof IssuerAndSerialNumber)
    return sid.issuer.isEqual(certificate.issuer) && sid.serialNumber.isEqual(certificate.serialNumber)
  const wanted = hexOf(sid)
  const key = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')
  return wanted !== '' && key !== undefined && hexOf(key.parsedValue) === wanted
}

/** An octet string, be it tagged or plain. */
function hexOf(value: unknown): string {
  const { valueBlock } = value as { valueBlock?: { valueHexView?: Uint8Array; value?: unknown[] } }
  if (valueBlock?.valueHexView && valueBlock.valueHexView.length > 0)
    return Buffer.from(valueBlock.valueHexView).toString('hex')
  const [first] = valueBlock?.value ?? []
  return first === undefined ? '' : hexOf(first)
}

function methodOf(signer: SignerInfo): Pick<Cms, 'digest' | 'scheme'> {
  const digest = digestOf(signer.digestAlgorithm.algorithmId)
  const scheme = schemeOf(signer.signatureAlgorithm.algorithmId, digest)
  return { digest, scheme: scheme?.name === 'rsa-pss' ? pssOf(signer.signatureAlgorithm) : scheme }
}

function pssOf({ algorithmParams }: AlgorithmIdentifier): Scheme | null {
  const read: unknown = algorithmParams
  const params = new RSASSAPSSParams(read instanceof Sequence ? { schema: read } : {})
  const digest = digestOf(params.hashAlgorithm.algorithmId)
  return digest === null ? null : { name: 'rsa-pss', digest, saltLength: params.saltLength }
}

const valueOf = (attributes: readonly Attribute[], type: string): BaseBlock | null =>
  (attributes.find((one) => one.type === type)?.values[0] as BaseBlock | undefined) ?? null

type Signed = Pick<Cms, 'messageDigest' | 'signedContentType' | 'signingTime' | 'namesCertificate'>

function signedFacts(attributes: readonly Attribute[], certificate: X509Certificate | null): Signed {
  const [digest, type, time] = (['messageDigest', 'contentType', 'signingTime'] as const).map((name) =>
    valueOf(attributes, ATTRIBUTES[name]),
  )
  return {
    messageDigest: digest instanceof OctetString ? Buffer.from(digest.valueBlock.valueHexView) : null,
    signedContentType: type ? wordsOf(type) : null,
    signingTime: time instanceof UTCTime || time instanceof GeneralizedTime ? soundDate(time.toDate()) : null,
    namesCertificate: certificate === null || namesIt(attributes, certificate),
  }
}

export const soundDate = (moment: Date): Date | null => (Number.isNaN(moment.getTime()) ? null : moment)

/** RFC 5035: the digest of the certificate stands under the signature, so that none can be put in its place. */
function namesIt(attributes: readonly Attribute[], certificate: X509Certificate): boolean {
  const [second, first] = [ATTRIBUTES.signingCertificateV2, ATTRIBUTES.signingCertificate].map((type) =>
    valueOf(attributes, type),
  )
  const value = second ?? first
  if (!value) return true
  const id = childrenOf(childrenOf(childrenOf(value)[0])[0])
  const named = id[0] instanceof OctetString ? (second ? 'sha256' : 'sha1') : digestOf(oidIn(id[0]))
  const hash = id.find((one) => one instanceof OctetString)
  if (!named || !hash) return false
  return createHash(named).update(certificate.raw).digest().equals(Buffer.from(hash.valueBlock.valueHexView))
}

const childrenOf = (value: unknown): unknown[] => (value instanceof Sequence ? value.valueBlock.value : [])

const oidIn = (value: unknown): string => wordsOf(childrenOf(value)[0])

/** What an element gives as words: an object identifier as its numbers. */
function wordsOf(element: unknown): string {
  const value = (element as { getValue?: () => unknown } | undefined)?.getValue?.()
  return typeof value === 'string' ? value : ''
}
