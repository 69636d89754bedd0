import { z } from 'zod'

/**
 * What the check of the electronic signatures in a file found. It holds facts and no words, so that it can be kept and read
 * years later; what was not asked at all (`NOT_ASKED`) is as much a part of it as what was.
 */

export const SIGNATURE_STATES = [
  /** The bytes are those that were signed, by the key of this certificate. */
  'valid',
  /** The bytes that it covers were changed after signing. */
  'altered',
  /** The signature does not fit the key of the certificate. */
  'forged',
  /** Its range of bytes is no honest one: parts lie over each other, outside the file, or leave out more than the signature. */
  'bad-range',
  /** What stands in the place of the signature cannot be read as one. */
  'unreadable',
  /** Of a kind, or by a method, that this program does not check. */
  'unsupported',
] as const
export type SignatureState = (typeof SIGNATURE_STATES)[number]

/** How much of the file it covers. `signed-after`: what was added is covered by a later signature that is valid. */
export const COVERAGES = ['whole', 'signed-after', 'added-after'] as const
export type Coverage = (typeof COVERAGES)[number]

/**
 * `unknown`: the operator gave no certificates to compare with; `untrusted`: they did, and it leads to none of them.
 */
export const TRUSTS = ['unknown', 'trusted', 'untrusted'] as const
export type Trust = (typeof TRUSTS)[number]

/** Asked of no signature: whether its certificate was revoked; whether it is qualified by law; whether the pages look the same. */
export const NOT_ASKED = ['revocation', 'qualified', 'appearance'] as const

const Name = z.object({
  name: z.string().max(300).nullable(),
  organisation: z.string().max(300).nullable(),
  country: z.string().max(20).nullable(),
})
export type CertificateName = z.infer<typeof Name>

const Certificate = z.object({
  subject: Name,
  issuer: Name,
  serial: z.string().max(200),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  /** SHA-256 of the whole certificate. */
  fingerprint: z.string().max(64),
  selfSigned: z.boolean(),
})
export type CertificateFacts = z.infer<typeof Certificate>

const TimeStamp = z.object({
  state: z.enum(['valid', 'altered', 'forged', 'unreadable', 'unsupported']),
  at: z.iso.datetime().nullable(),
  authority: Name.nullable(),
  trust: z.enum(TRUSTS),
})
export type TimeStampFacts = z.infer<typeof TimeStamp>

const Signature = z.object({
  /** A signature of a person, or a time stamp of the whole document. */
  kind: z.enum(['signature', 'document-time-stamp']),
  state: z.enum(SIGNATURE_STATES),
  coverage: z.enum(COVERAGES).nullable(),
  /** Bytes behind what it covers. */
  after: z.number().int().min(0),
  signer: Certificate.nullable(),
  /** By the signer's own clock. */
  claimedAt: z.iso.datetime().nullable(),
  timeStamp: TimeStamp.nullable(),
  /** Whether the certificate held at the moment of signing, and by which clock that was asked. */
  certificate: z.enum(['held', 'expired', 'not-yet']).nullable(),
  askedBy: z.enum(['time-stamp', 'claim', 'check']).nullable(),
  trust: z.enum(TRUSTS),
  /** `SHA-256 with RSA`, for whoever knows. */
  method: z.string().max(60).nullable(),
  /** By a method that is held to be weak today: SHA-1. */
  weak: z.boolean(),
})
export type SignatureFacts = z.infer<typeof Signature>

export const SIGNATURE_REPORT = z.object({
  form: z.literal(1),
  /** `too-large`: not looked at. */
  file: z.enum(['pdf', 'not-a-pdf', 'too-large']),
  /** How many stand in the file; of so many as `signatures` has, it was asked. */
  found: z.number().int().min(0),
  signatures: z.array(Signature).max(50),
  /** Certificates of the operator that it was compared with. */
  anchors: z.number().int().min(0),
})
export type SignatureReport = z.infer<typeof SIGNATURE_REPORT>

/** What the whole file says in one word. The worst of its signatures decides. */
export const REPORT_OUTCOMES = [
  'none',
  'valid',
  'added-after',
  'certificate-out-of-time',
  'untrusted',
  'altered',
  'invalid',
  'not-all-asked',
  'not-looked-at',
] as const
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number]

export function outcomeOf({ file, found, signatures }: SignatureReport): ReportOutcome {
  if (file === 'too-large') return 'not-looked-at'
  if (found === 0) return 'none'
  if (signatures.some(({ state }) => state === 'altered')) return 'altered'
  if (signatures.some(({ state }) => state !== 'valid' && state !== 'unsupported')) return 'invalid'
  if (signatures.length < found || signatures.some(({ state }) => state === 'unsupported')) return 'not-all-asked'
  if (signatures.some(({ coverage }) => coverage === 'added-after')) return 'added-after'
  if (signatures.some((one) => one.kind === 'signature' && one.certificate !== 'held')) return 'certificate-out-of-time'
  // Anybody can make a certificate in any name; where the operator said whose count, others do not.
  if (signatures.some(({ trust }) => trust === 'untrusted')) return 'untrusted'
  return 'valid'
}

/** Null: no report of ours. */
export function readSignatureReport(value: unknown): SignatureReport | null {
  const read = SIGNATURE_REPORT.safeParse(value)
  return read.success ? read.data : null
}
