import type { Official } from '../auth/visitor.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import type { CivilDate } from '../time/civil-date.ts'
import { insertPaper, updateCase } from './case-queries.ts'
import { receiptOf, submissionOf, type Channel } from './case-rules.ts'
import { changeCase, type CaseOutcome } from './change-case.ts'
import { keepFiles, refOfCase } from './enter-case.ts'
import { intakePermissions } from './intake-permissions.ts'

export type PaperDraft = {
  caseId: string
  form: string
  channel: Channel
  about: string | null
  words: string | null
  receivedOn: CivilDate | null
  protocolNumber: string | null
  protocolOn: CivilDate | null
  files: readonly IncomingFile[]
}

/** Papers or scans that came later join their case. The same form twice is one paper. */
export function addPaper(services: Services, official: Official, draft: PaperDraft): Promise<CaseOutcome> {
  const { caseId } = draft
  const roles = intakePermissions['cases.keep']
  // Adding takes nothing away from what anybody saw: the case's version is not compared.
  return changeCase(services, { official, caseId, version: null, roles, move: 'paper' }, async (tx, held) => {
    const now = services.clock.now()
    const { institutionId } = held
    const digests = draft.files.map((file) => file.digest)
    const submissionId = submissionOf(draft.form, ['paper', caseId, draft.about, draft.words, ...digests])
    const { receivedAt } = receiptOf(draft.receivedOn, now, held.zone)
    const { accountId } = official
    const id = await insertPaper(tx, {
      ...draft,
      institutionId,
      submissionId,
      leftOut: [],
      receivedAt,
      enteredBy: accountId,
      now,
    })
    if (id === null) return
    await keepFiles(tx, services, { institutionId, caseId, lang: held.lang, addedBy: accountId }, draft.files)
    await updateCase(tx, caseId, {}, now)
    await recordChange(tx, {
      institutionId,
      subject: refOfCase(caseId),
      kind: 'paper-added',
      by: { accountId },
      at: now,
      fields: [{ field: 'files', from: null, to: String(draft.files.length) }],
    })
  })
}
