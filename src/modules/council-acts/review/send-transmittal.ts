import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { findActSettings, insertActEvent } from '../act-queries.ts'
import { ACT_RECORD, TRANSMITTAL_RECORD } from '../act-rules.ts'
import { accountOf } from '../do-with-act.ts'
import { doWithTransmittal, type HeldSent, type TransmittalOutcome } from './do-with-transmittal.ts'
import { meetDeposit, reopenDeposit, startDeposit } from './keep-deposit-clock.ts'
import { transmittalLetter } from './review-mail.ts'
import { roundToSend, TRANSMITTAL_COUNTER, type Channel } from './review-rules.ts'
import { nextTransmittalNumber, setSent, setWithdrawn, type Transmittal } from './transmittal-queries.ts'
import { listVerdicts, setLegality } from './verdict-queries.ts'

export type SendOrder = {
  on: string
  channel: Channel
  /** Of the paper register of the sender. */
  protocol: string | null
  by: ChangedBy
  seen: number
}
export type SendRefusal = 'act-not-waiting' | 'no-acts' | 'no-address' | 'no-desk' | 'before-adoption'

/** The letter goes, with its number: the clocks of its acts are met, and from now on everybody reads that it went. */
export const sendTransmittal = (
  services: Services,
  id: string,
  order: SendOrder,
): Promise<TransmittalOutcome<SendRefusal>> =>
  doWithTransmittal<SendRefusal>(services, id, { from: ['draft'], seen: order.seen, withActs: true }, async (all) => {
    const { tx, transmittal, held, at } = all
    const refusal = refusalToSend(held, transmittal, order)
    if (refusal !== null) return refusal
    const settings = await findActSettings(tx, transmittal.institutionId)
    const email = settings?.authorityEmail ?? null
    if (order.channel === 'mail' && email === null) return 'no-address'
    const { institutionId } = transmittal
    const year = Number(order.on.slice(0, 4))
    const number = await nextTransmittalNumber(tx, { institutionId, register: TRANSMITTAL_COUNTER, year })
    await setSent(tx, id, { ...order, year, number, at })
    for (const one of held) await sendAct(tx, services, one, { order, number: `${number}/${year}`, at })
    if (order.channel === 'mail' && email !== null) {
      const sent = { ...transmittal, number, numberYear: year, sentOn: order.on, protocol: order.protocol }
      const letter = transmittalLetter(services.settings.url, sent, held)
      await queueLetter(tx, services, { ...letter, institutionId, kind: 'legal', recipient: email })
    }
    await recordChange(tx, {
      institutionId,
      subject: refOf(TRANSMITTAL_RECORD, id),
      kind: 'sent',
      by: order.by,
      at,
      fields: [
        { field: 'number', from: null, to: `${number}/${year}` },
        { field: 'sentOn', from: null, to: order.on },
      ],
    })
    return 'done'
  })

function refusalToSend(
  held: readonly HeldSent[],
  { authorityInstitutionId }: Transmittal,
  { on, channel }: SendOrder,
): SendRefusal | null {
  if (held.length === 0) return 'no-acts'
  if (channel === 'desk' && authorityInstitutionId === null) return 'no-desk'
  const waits = ({ act, sent }: HeldSent) =>
    roundToSend({ ...act, reExamined: sent.reExaminationId !== null }) === sent.round
  if (!held.every(waits)) return 'act-not-waiting'
  return held.some(({ act }) => act.adoptedOn !== null && on < act.adoptedOn) ? 'before-adoption' : null
}

type Sending = { order: SendOrder; number: string; at: Date }

async function sendAct(
  tx: Transaction,
  services: Services,
  { act, sent, version }: HeldSent,
  { order: { on, by }, number, at }: Sending,
): Promise<void> {
  const { id, institutionId } = act
  const legality = sent.round === 1 ? 'sent' : 're-examined'
  await setLegality(tx, id, { legality })
  const event = { institutionId, actId: id, version, at, by: accountOf(by), happenedOn: on, protocol: number }
  await insertActEvent(tx, { ...event, kind: sent.round === 1 ? 'transmitted' : 're-examined' })
  const fields = [{ field: 'legality', from: act.legality, to: legality }]
  await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'transmitted', by, at, fields })
  if (sent.round === 1) await meetDeposit(tx, services, act, { on, by })
}

export type WithdrawRefusal = 'received' | 'answered'

/** It was sent by mistake: its number stays in the register with the reason, and its acts wait again. */
export const withdrawTransmittal = (
  services: Services,
  id: string,
  { reason, by, seen }: { reason: string; by: ChangedBy; seen: number },
): Promise<TransmittalOutcome<WithdrawRefusal>> =>
  doWithTransmittal<WithdrawRefusal>(services, id, { from: ['sent'], seen, withActs: true }, async (all) => {
    const { tx, transmittal, held, at } = all
    if (transmittal.receivedOn !== null) return 'received'
    const said = await listVerdicts(
      tx,
      held.map(({ act }) => act.id),
    )
    if (said.some(({ transmittalId }) => transmittalId === id)) return 'answered'
    await setWithdrawn(tx, id, reason, at)
    for (const one of held) await takeBack(tx, services, one, { reason, by, at })
    const { institutionId } = transmittal
    await recordChange(tx, {
      institutionId,
      subject: refOf(TRANSMITTAL_RECORD, id),
      kind: 'withdrawn',
      by,
      at,
      reason,
      fields: [{ field: 'state', from: 'sent', to: 'withdrawn' }],
    })
    return 'done'
  })

async function takeBack(
  tx: Transaction,
  services: Services,
  { act, sent, version }: HeldSent,
  { reason, by, at }: { reason: string; by: ChangedBy; at: Date },
): Promise<void> {
  const { id, institutionId } = act
  const legality = sent.round === 1 ? 'none' : 'returned'
  await setLegality(tx, id, { legality })
  const event = { institutionId, actId: id, version, at, by: accountOf(by) }
  await insertActEvent(tx, { ...event, kind: 'transmittal-withdrawn', reason })
  const fields = [{ field: 'legality', from: act.legality, to: legality }]
  await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'taken-back', by, at, fields })
  if (sent.round === 2) return
  await reopenDeposit(tx, services, id, by)
  if (act.announcedOn !== null) await startDeposit(tx, services, { ...act, legality }, by)
}
