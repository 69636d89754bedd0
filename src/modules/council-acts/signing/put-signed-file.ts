import { readFile } from 'node:fs/promises'
import { keepDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { checkSignatures } from '#platform/signatures/check-signatures.ts'
import { outcomeOf, type SignatureReport } from '#platform/signatures/signature-report-rules.ts'
import { readTrustAnchors } from '#platform/signatures/trust-anchors.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { insertActEvent } from '../act-queries.ts'
import { ACT_RECORD, numberOf } from '../act-rules.ts'
import { accountOf, doWithAct, type ActOutcome, type HeldAct } from '../do-with-act.ts'
import { findCheckByForm, insertSignatureCheck, listSignatureChecks } from './signing-queries.ts'
import { classOfSigned, mayBeSigned, needsReason, SIGNED_ROLE, type Way } from './signing-rules.ts'
import { signingTexts } from './texts.ts'

export type SignedFile = { file: IncomingFile; way: Way; reason: string | null }
export type SignedFileRefusal = 'no-reason' | 'no-signature' | 'same-file'

type Order = { by: ChangedBy; seen: number | null; formId: string }

/**
 * The signed act is put in, and its signatures are checked; what was put in before stays, with its own check. The check is
 * made before the act is held, for it may take a second.
 */
export async function putSignedFile(
  services: Services,
  id: string,
  { file, way, reason }: SignedFile,
  { by, seen, formId }: Order,
): Promise<ActOutcome<SignedFileRefusal>> {
  if ((await findCheckByForm(services.db, formId)) === id) return 'done'
  const anchors = await readTrustAnchors(services)
  const report = checkSignatures(await readFile(file.path), { anchors, at: services.clock.now() })
  if (way === 'electronic' && outcomeOf(report) === 'none') return 'no-signature'
  return doWithAct<SignedFileRefusal>(services, id, { seen }, async (held) => {
    const { tx, act } = held
    if (!mayBeSigned(act.state)) return 'wrong-state'
    const [newest] = await listSignatureChecks(tx, id)
    if (newest?.digest === file.digest) return 'same-file'
    if (reason === null && needsReason(act, newest !== undefined)) return 'no-reason'
    await keep(services, held, { file, way, reason }, { report, by, formId })
    return 'done'
  })
}

type Checked = { report: SignatureReport; by: ChangedBy; formId: string }

async function keep(services: Services, held: HeldAct, signed: SignedFile, { report, by, formId }: Checked) {
  const { tx, act, at, version } = held
  const { id, institutionId } = act
  const { file, way, reason } = signed
  const subject = refOf(ACT_RECORD, id)
  const { id: documentId } = await keepDocument(tx, services, {
    institutionId,
    subject,
    role: SIGNED_ROLE,
    title: signingTexts('sq').file.documentTitle(numberOf(act)),
    lang: 'sq',
    file,
    addedBy: accountOf(by),
    class: classOfSigned(act),
  })
  const row = { documentId, institutionId, actId: id, formId, way, report, reason, at, by: accountOf(by) }
  await insertSignatureCheck(tx, row)
  if (act.state === 'announced') {
    const event = { institutionId, actId: id, kind: 'signed-file', version, at, by: accountOf(by) } as const
    await insertActEvent(tx, { ...event, reason })
  }
  const fields = [
    { field: 'signed-file', from: null, to: file.name },
    { field: 'signature-check', from: null, to: outcomeOf(report) },
  ]
  await recordChange(tx, { institutionId, subject, kind: 'signed-file-added', by, at, reason, fields })
}
