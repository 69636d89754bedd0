import type { X509Certificate } from 'node:crypto'
import { fromBER } from 'asn1js'
import { TSTInfo } from 'pkijs'
import { subjectOf, trustIn } from './certificate-facts.ts'
import { digestOf } from './method-rules.ts'
import { readCms, soundDate, type Cms } from './read-cms.ts'
import type { TimeStampFacts } from './signature-report-rules.ts'
import { hashOf, isSame, verifyCms, type CmsState, type Signed } from './verify-cms.ts'

const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

export type ReadTimeStamp = {
  facts: TimeStampFacts
  at: Date | null
  certificate: X509Certificate | null
  cms: Cms | null
}

/** A time stamp (RFC 3161): an authority says that these bytes were there at a moment. */
export function checkTimeStamp(der: Buffer, stamped: Signed, anchors: readonly X509Certificate[]): ReadTimeStamp {
  const cms = readCms(der)
  const info = cms?.content && cms.contentType === TST_INFO ? readInfo(cms.content) : null
  if (!cms?.content || !info) return { facts: nothing('unreadable'), at: null, certificate: null, cms }
  const state = stateOf(cms, cms.content, info, stamped)
  const { certificate } = cms
  const at = state === 'valid' ? info.at : null
  const facts: TimeStampFacts = {
    state,
    at: info.at.toISOString(),
    authority: certificate && subjectOf(certificate),
    trust: certificate ? trustIn(certificate, cms.certificates, anchors, info.at) : 'unknown',
  }
  return { facts, at, certificate, cms }
}

const nothing = (state: TimeStampFacts['state']): TimeStampFacts => ({
  state,
  at: null,
  authority: null,
  trust: 'unknown',
})

function stateOf(cms: Cms, content: Buffer, info: Info, stamped: Signed): CmsState {
  const state = verifyCms(cms, [content])
  if (state !== 'valid') return state
  // A certificate of another purpose may sign, and may not say when.
  if (!(cms.certificate?.keyUsage ?? []).includes(TIME_STAMPING)) return 'forged'
  if (info.digest === null) return 'unsupported'
  return isSame(hashOf(info.digest, stamped), info.imprint) ? 'valid' : 'altered'
}

type Info = { at: Date; digest: string | null; imprint: Buffer }

function readInfo(content: Buffer): Info | null {
  try {
    const { genTime, messageImprint } = new TSTInfo({ schema: fromBER(Uint8Array.from(content)).result })
    const at = soundDate(genTime)
    const imprint = Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView)
    return at && { at, digest: digestOf(messageImprint.hashAlgorithm.algorithmId), imprint }
  } catch {
    return null
  }
}
