import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { copyDocuments, copyPapers } from './case-likeness-queries.ts'
import { recordChange } from '../history/record-change.ts'
import { findInstitutionById } from '../institutions/institution-queries.ts'
import type { InstitutionSummary } from '../institutions/institution-rules.ts'
import type { Services } from '../services.ts'
import { closeTasksOf } from '../tasks/give-task.ts'
import { findDeadline } from '../deadlines/deadline-queries.ts'
import { tellOfTransfer } from './case-letters.ts'
import { updateCase, type HeldCase } from './case-queries.ts'
import { caseNumber, submissionOf } from './case-rules.ts'
import { changeCase, refused, type CaseOutcome } from './change-case.ts'
import { giveNumber, refOfCase, writeDownCase } from './enter-case.ts'
import { CASE_SLOT, TRANSFERRED_INFORMATION } from './clock-rules.ts'
import { stopClock } from './end-case-clock.ts'
import { intakePermissions } from './intake-permissions.ts'
import { intakeTexts } from './intake-texts.ts'
import type { FirstClock } from './start-case-clock.ts'

type Transfer = { caseId: string; version: number; toInstitutionId: string; reason: string }

/**
 * A body without competence passes the letter on and tells the person (Albania: law 44/2015, Art 24). The other
 * institution gets a case of its own, received at this moment: its clock starts when it receives.
 */
export function transferCase(services: Services, official: Official, order: Transfer): Promise<CaseOutcome> {
  const { caseId, version, toInstitutionId, reason } = order
  const roles = intakePermissions['cases.discard']
  return changeCase(services, { official, caseId, version, roles, move: 'transfer' }, async (tx, held) => {
    if (held.about === null) return refused('erased')
    if (toInstitutionId === held.institutionId) return refused('same-institution')
    const to = await findInstitutionById(tx, held.lang, toInstitutionId)
    if (!to) return refused('no-such-institution')
    const now = services.clock.now()
    const theirs = await enterThere(tx, services, held, to)
    const change = { state: 'closed', stateReason: reason, transferredTo: theirs.id, closedAt: now } as const
    await updateCase(tx, caseId, change, now)
    const { institutionId } = held
    const subject = refOfCase(caseId)
    const by = { accountId: official.accountId }
    const fields = [{ field: 'institution', from: held.institutionName, to: to.name }]
    await recordChange(tx, { institutionId, subject, kind: 'transferred', by, at: now, reason, fields })
    await stopClock(tx, services, caseId, { by, ground: intakeTexts('sq').passedOn })
    await closeTasksOf(tx, services, subject, by)
    await tellOfTransfer(
      tx,
      services,
      held,
      { institutionName: to.name, number: caseNumber(theirs), code: theirs.code ?? '' },
      reason,
    )
  })
}

async function enterThere(
  tx: Transaction,
  services: Services,
  held: HeldCase,
  to: InstitutionSummary,
): Promise<HeldCase> {
  const { name, postal, telephone, email } = held
  const written = await writeDownCase(tx, services, {
    institutionId: to.id,
    zone: to.zone,
    submissionId: submissionOf(held.id, ['transfer', to.id, String(held.version)]),
    channel: held.channel,
    lang: held.lang,
    about: held.about ?? '',
    words: held.words,
    sender: { name, postal, telephone, email },
    leftOut: [],
    happenedOn: held.happenedOn,
    receivedAt: services.clock.now(),
    receivedTo: 'minute',
    registeredPost: false,
    protocolNumber: null,
    protocolOn: null,
    contactId: held.contactId,
    tokenDigest: null,
    files: [],
    by: 'program',
  })
  if (written.kind === 'there-already') return written.before
  await copyDocuments(tx, { from: refOfCase(held.id), to: refOfCase(written.id), institutionId: to.id })
  await copyPapers(tx, { fromId: held.id, toId: written.id, institutionId: to.id })
  return giveNumber(tx, services, written.id, 'program', await clockThere(tx, held, to))
}

/**
 * The other body's clock starts when it receives (law 44/2015, Art 24). That of a request for information is counted from
 * its arrival at the first one (law 119/2014, Art 15).
 */
async function clockThere(tx: Transaction, held: HeldCase, to: InstitutionSummary): Promise<FirstClock | undefined> {
  if (held.jurisdiction !== 'AL' || to.jurisdiction !== 'AL') return undefined
  const clock = await findDeadline(tx, refOfCase(held.id), CASE_SLOT)
  const asksForInformation = clock !== null && clock.state !== 'cancelled' && clock.ruleId === 'AL-FOI-ANSWER'
  return asksForInformation ? { rule: TRANSFERRED_INFORMATION, startedOn: clock.startedOn } : undefined
}
