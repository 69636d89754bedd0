import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { changedFields, type FieldChange } from '../history/change-rules.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { civilDateIn, type CivilDate } from '../time/civil-date.ts'
import { updateCase, updateSender, type HeldCase, type Sender } from './case-queries.ts'
import { filedOn, receiptOf } from './case-rules.ts'
import { changeCase, refused, type CaseOutcome } from './change-case.ts'
import { refOfCase } from './enter-case.ts'
import { intakePermissions } from './intake-permissions.ts'
import { findSameProtocol } from './case-likeness-queries.ts'
import { refileCaseClock } from './refile-case-clock.ts'
import { senderDigest } from './sender-digest.ts'

type Protocol = {
  caseId: string
  version: number
  number: string
  on: CivilDate | null
  /** The official has read that another paper bears the number, and means it. */
  evenIfTaken: boolean
}

/** The office's own number and day. A number that another paper bears is warned of, not forbidden: paper registers err. */
export function setProtocol(services: Services, official: Official, order: Protocol): Promise<CaseOutcome> {
  const { caseId, version, number, on } = order
  const roles = intakePermissions['cases.keep']
  return changeCase(services, { official, caseId, version, roles, move: 'protocol' }, async (tx, held) => {
    const { institutionId } = held
    if (number !== '' && !order.evenIfTaken && number !== held.protocolNumber) {
      const year = (on ?? civilDateIn(held.zone, held.receivedAt)).slice(0, 4)
      if (await findSameProtocol(tx, { institutionId, number, year, except: caseId })) return refused('protocol-taken')
    }
    const now = services.clock.now()
    const protocol = { protocolNumber: number || null, protocolOn: number ? on : null }
    await updateCase(tx, caseId, protocol, now)
    await recordChange(tx, {
      institutionId,
      subject: refOfCase(caseId),
      kind: 'protocol-set',
      by: { accountId: official.accountId },
      at: now,
      fields: changedFields({ protocolNumber: held.protocolNumber, protocolOn: held.protocolOn }, protocol),
    })
  })
}

export type Correction = {
  caseId: string
  version: number
  about: string
  words: string | null
  sender: Sender
  happenedOn: CivilDate | null
  /** Null: it stays as it was noted. */
  receivedOn: CivilDate | null
  registeredPost: boolean
  reason: string
}

/** Puts right what was typed wrong. History says which fields, never what stood in those of a citizen. */
export function correctCase(services: Services, official: Official, order: Correction): Promise<CaseOutcome> {
  const { caseId, version } = order
  const roles = intakePermissions['cases.keep']
  return changeCase(services, { official, caseId, version, roles, move: 'correct' }, async (tx, held) => {
    if (held.about === null) return refused('erased')
    const now = services.clock.now()
    const received = order.receivedOn === null ? held : receiptOf(order.receivedOn, now, held.zone)
    const { receivedAt, receivedTo } = received
    const { about, words, happenedOn, registeredPost, sender } = order
    const filed = filedOn({ registeredPost, happenedOn, receivedAt, zone: held.zone })
    await updateCase(
      tx,
      caseId,
      { about, words, happenedOn, receivedAt, receivedTo, registeredPost, filedOn: filed },
      now,
    )
    await updateSender(tx, { ...sender, caseId, digest: senderDigest(services.settings, sender) })
    await recordCorrection(tx, official, held, order, { receivedAt, receivedTo }, now)
    await refileCaseClock(tx, services, held, filed, { accountId: official.accountId })
  })
}

async function recordCorrection(
  tx: Transaction,
  official: Official,
  held: HeldCase,
  order: Correction,
  received: { receivedAt: Date; receivedTo: string },
  at: Date,
): Promise<void> {
  const { happenedOn, registeredPost } = held
  const open = changedFields(
    { happenedOn, receivedAt: held.receivedAt, registeredPost },
    { happenedOn: order.happenedOn, receivedAt: received.receivedAt, registeredPost: order.registeredPost },
  )
  await recordChange(tx, {
    institutionId: held.institutionId,
    subject: refOfCase(held.id),
    kind: 'corrected',
    by: { accountId: official.accountId },
    at,
    reason: order.reason,
    fields: [...open, ...silentFields(held, { about: order.about, words: order.words, ...order.sender })],
  })
}

/** That a field changed, and nothing of what stood there: history cannot be erased. */
const silentFields = (
  before: HeldCase,
  after: Sender & { about: string; words: string | null },
): readonly FieldChange[] =>
  (['about', 'words', 'name', 'postal', 'telephone', 'email'] as const)
    .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
    .map((field) => ({ field, from: null, to: null }))
