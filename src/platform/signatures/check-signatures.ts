import type { X509Certificate } from 'node:crypto'
import { findByteRanges, nothingAfter, pdfMoment, type FoundRange } from './byte-range-rules.ts'
import { factsOf, heldAt, trustIn } from './certificate-facts.ts'
import { checkTimeStamp } from './check-time-stamp.ts'
import { methodWords } from './method-rules.ts'
import { readCms, type Cms } from './read-cms.ts'
import type { SignatureFacts, SignatureReport } from './signature-report-rules.ts'
import { verifyCms, type Signed } from './verify-cms.ts'

/**
 * What bounds the time: bytes of a file, signatures in it, bytes that are hashed in all, bytes of signatures that are taken
 * apart in all. An act has two or three signatures of some ten thousand bytes.
 */
export const CHECK_LIMITS = { fileBytes: 60_000_000, signatures: 20, hashed: 300_000_000, values: 3_000_000 } as const

type With = {
  /** Certificates of the operator. */
  anchors: readonly X509Certificate[]
  /** The moment of the check. */
  at: Date
}

/**
 * Checks the electronic signatures in a PDF (adbe.pkcs7.detached, ETSI.CAdES.detached, ETSI.RFC3161) with nothing but the
 * file and the certificates of the operator: no network is asked. Whatever the file is, it ends with a report.
 */
export function checkSignatures(file: Buffer, { anchors, at }: With): SignatureReport {
  const report = { form: 1 as const, found: 0, signatures: [], anchors: anchors.length }
  if (file.length > CHECK_LIMITS.fileBytes) return { ...report, file: 'too-large' }
  if (!file.subarray(0, 1024).includes('%PDF-')) return { ...report, file: 'not-a-pdf' }
  const most = Math.max(1, Math.min(CHECK_LIMITS.signatures, Math.floor(CHECK_LIMITS.hashed / (file.length + 1))))
  const { found, ranges } = findByteRanges(file, most)
  let room: number = CHECK_LIMITS.values
  const facts = ranges.map((range) => {
    const value = valueIn(file, range, room)
    room -= value?.length ?? 0
    return { range, facts: signatureAt(file, range, value, { anchors, at }) }
  })
  return { ...report, file: 'pdf', found, signatures: covered(file, facts) }
}

type Looked = { range: FoundRange; facts: SignatureFacts }

/** What was added behind a signature is in order where a later one that is valid covers the whole file. */
function covered(file: Buffer, looked: readonly Looked[]): SignatureFacts[] {
  const whole = new Set(looked.filter(({ range, facts }) => facts.state === 'valid' && nothingAfter(file, range.end)))
  const lastEnd = Math.max(0, ...[...whole].map(({ range }) => range.end))
  return looked.map((one) => {
    const { range, facts } = one
    if (range.kind === 'bad') return facts
    const later = lastEnd > range.end ? 'signed-after' : 'added-after'
    const coverage = whole.has(one) || nothingAfter(file, range.end) ? 'whole' : later
    return { ...facts, coverage, after: file.length - range.end }
  })
}

/** The value of a signature as bytes; null: longer than anything that is one. */
function valueIn(file: Buffer, { kind, to, from }: FoundRange, room: number): Buffer | null {
  if (kind === 'bad' || (from - to) / 2 > room) return null
  return Buffer.from(file.toString('latin1', to + 1, from - 1).replace(/\s+/g, ''), 'hex')
}

const NOTHING: SignatureFacts = {
  kind: 'signature',
  state: 'unreadable',
  coverage: null,
  after: 0,
  signer: null,
  claimedAt: null,
  timeStamp: null,
  certificate: null,
  askedBy: null,
  trust: 'unknown',
  method: null,
  weak: false,
}

const DETACHED = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached']
const DOCUMENT_TIME_STAMP = 'ETSI.RFC3161'

function signatureAt(file: Buffer, range: FoundRange, value: Buffer | null, by: With): SignatureFacts {
  if (range.kind === 'bad') return { ...NOTHING, state: 'bad-range' }
  if (value === null) return NOTHING
  const signed = [file.subarray(0, range.to), file.subarray(range.from, range.end)]
  if (range.subFilter === DOCUMENT_TIME_STAMP) return documentTimeStamp(value, signed, by)
  if (range.subFilter !== null && !DETACHED.includes(range.subFilter)) return { ...NOTHING, state: 'unsupported' }
  const cms = readCms(value)
  // What is signed stands in the file; another content inside would be what some programs check in its place.
  if (!cms || cms.content !== null) return NOTHING
  try {
    return personsSignature(cms, signed, range, by)
  } catch {
    return { ...NOTHING, state: 'unsupported' }
  }
}

function personsSignature(cms: Cms, signed: Signed, range: FoundRange, { anchors, at }: With): SignatureFacts {
  const claimed = cms.signingTime ?? (range.signedAt === null ? null : pdfMoment(range.signedAt))
  const stamp = cms.timeStamp && checkTimeStamp(cms.timeStamp, [cms.signature], anchors)
  const asked = stamp?.at ?? claimed ?? at
  const { certificate } = cms
  return {
    ...NOTHING,
    state: verifyCms(cms, signed),
    claimedAt: claimed?.toISOString() ?? null,
    timeStamp: stamp?.facts ?? null,
    ...methodFacts(cms),
    ...(certificate && {
      signer: factsOf(certificate),
      certificate: heldAt(certificate, asked),
      askedBy: stamp?.at ? 'time-stamp' : claimed ? 'claim' : 'check',
      trust: trustIn(certificate, cms.certificates, anchors, asked),
    }),
  }
}

function methodFacts({ digest, scheme, certificate }: Cms): Pick<SignatureFacts, 'method' | 'weak'> {
  const bits = certificate?.publicKey.asymmetricKeyDetails?.modulusLength
  return { method: methodWords(digest, scheme), weak: digest === 'sha1' || (bits !== undefined && bits < 2048) }
}

function documentTimeStamp(value: Buffer, signed: Signed, { anchors, at }: With): SignatureFacts {
  const { facts, certificate, cms } = checkTimeStamp(value, signed, anchors)
  return {
    ...NOTHING,
    kind: 'document-time-stamp',
    state: facts.state,
    timeStamp: facts,
    ...(cms && methodFacts(cms)),
    ...(certificate && {
      signer: factsOf(certificate),
      certificate: heldAt(certificate, facts.at === null ? at : new Date(facts.at)),
      askedBy: facts.at === null ? 'check' : 'time-stamp',
      trust: facts.trust,
    }),
  }
}
