import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { insertActEvent } from '../act-queries.ts'
import { TRANSMITTAL_RECORD } from '../act-rules.ts'
import { accountOf } from '../do-with-act.ts'
import { doWithTransmittal, type TransmittalOutcome } from './do-with-transmittal.ts'
import { startCheck } from './keep-deposit-clock.ts'
import type { EnteredAs } from './review-rules.ts'
import { tellReceived } from './tell-secretary.ts'
import { setReceived } from './transmittal-queries.ts'
import { setLegality } from './verdict-queries.ts'

export type ReceiptOrder = { protocol: string; on: string; as: EnteredAs; by: ChangedBy; seen: number | null }
export type ReceiptRefusal = 'received' | 'before-sending'

/** The authority has entered it in its protocol: from that day it has its term for each act. */
export const receiveTransmittal = (
  services: Services,
  id: string,
  { protocol, on, as, by, seen }: ReceiptOrder,
): Promise<TransmittalOutcome<ReceiptRefusal>> =>
  doWithTransmittal<ReceiptRefusal>(services, id, { from: ['sent'], seen, withActs: true }, async (all) => {
    const { tx, transmittal, held, at } = all
    if (transmittal.receivedOn !== null) return 'received'
    if (transmittal.sentOn !== null && on < transmittal.sentOn) return 'before-sending'
    await setReceived(tx, id, { protocol, on, as })
    for (const { act, sent, version } of held) {
      const { institutionId } = act
      // What was answered before the slip came has its answer.
      if (act.legality === 'sent') await setLegality(tx, act.id, { legality: 'registered' })
      const event = { institutionId, actId: act.id, version, at, by: accountOf(by), happenedOn: on, protocol }
      await insertActEvent(tx, { ...event, kind: 'registered' })
      if (['sent', 're-examined'].includes(act.legality))
        await startCheck(tx, services, act, { round: sent.round, on, by })
    }
    await recordChange(tx, {
      institutionId: transmittal.institutionId,
      subject: refOf(TRANSMITTAL_RECORD, id),
      kind: 'received',
      by,
      at,
      fields: [
        { field: 'receivedProtocol', from: null, to: protocol },
        { field: 'receivedOn', from: null, to: on },
      ],
    })
    if (as === 'authority')
      await tellReceived(tx, services, { ...transmittal, receivedProtocol: protocol, receivedOn: on })
    return 'done'
  })
