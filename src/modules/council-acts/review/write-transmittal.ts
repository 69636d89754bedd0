import type { Transaction } from '#platform/db/database.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { findActSettings } from '../act-queries.ts'
import { DEPOSIT_SLOT, TRANSMITTAL_RECORD } from '../act-rules.ts'
import { accountOf } from '../do-with-act.ts'
import { doWithTransmittal, type TransmittalOutcome } from './do-with-transmittal.ts'
import type { Channel } from './review-rules.ts'
import {
  deleteTransmittal,
  findTransmittalByForm,
  insertTransmittal,
  lockTransmittal,
  setSentActs,
  setTransmittalWords,
  type PackedAct,
} from './transmittal-queries.ts'
import { listWaitingActs } from './waiting-queries.ts'
import { listReExaminations } from './verdict-queries.ts'

/** What the office writes of a letter. */
export type TransmittalWords = {
  authorityName: string
  authorityAddress: string | null
  protocol: string | null
  words: string | null
  channel: Channel
}
export type TransmittalOrder = TransmittalWords & { actIds: readonly string[]; by: ChangedBy }

export type CreateOutcome = { kind: 'created'; id: string } | { kind: 'act-not-waiting' }

/** As many as one institution may have waiting; a letter takes fewer. */
const MOST_WAITING = 2000

/** A letter that is being prepared; its number comes when it is sent. The same form a second time gives the first one. */
export const createTransmittal = (
  services: Services,
  { institutionId, formId, ...order }: TransmittalOrder & { institutionId: string; formId: string },
): Promise<CreateOutcome> =>
  services.db.begin(async (tx): Promise<CreateOutcome> => {
    const made = await findTransmittalByForm(tx, formId)
    if (made !== null) return { kind: 'created', id: made }
    const acts = await packed(tx, { institutionId, but: null }, order.actIds)
    if (!acts) return { kind: 'act-not-waiting' }
    const at = services.clock.now()
    const settings = await findActSettings(tx, institutionId)
    const { authorityName, authorityAddress, protocol, words, channel, by } = order
    const id = await insertTransmittal(tx, {
      institutionId,
      formId,
      authorityName,
      authorityAddress,
      authorityInstitutionId: settings?.authorityInstitutionId ?? null,
      protocol,
      words,
      channel,
      createdBy: accountOf(by),
      at,
    })
    await setSentActs(tx, { id, institutionId }, acts)
    const fields = [{ field: 'acts', from: null, to: String(acts.length) }]
    await recordChange(tx, { institutionId, subject: refOf(TRANSMITTAL_RECORD, id), kind: 'created', by, at, fields })
    return { kind: 'created', id }
  })

/** Another choice of acts, other words: as long as it is not sent. */
export const changeTransmittal = (
  services: Services,
  id: string,
  { seen, by, actIds, ...words }: TransmittalOrder & { seen: number },
): Promise<TransmittalOutcome<'act-not-waiting'>> =>
  doWithTransmittal<'act-not-waiting'>(services, id, { from: ['draft'], seen, withActs: false }, async (held) => {
    const { tx, transmittal, at } = held
    const { institutionId } = transmittal
    const acts = await packed(tx, { institutionId, but: id }, actIds)
    if (!acts) return 'act-not-waiting'
    await setTransmittalWords(tx, id, words)
    await setSentActs(tx, { id, institutionId }, acts)
    const fields = [{ field: 'acts', from: String(held.held.length), to: String(acts.length) }]
    await recordChange(tx, { institutionId, subject: refOf(TRANSMITTAL_RECORD, id), kind: 'changed', by, at, fields })
    return 'done'
  })

/** A draft that nobody has seen goes without a trace but the line of history. */
export const discardTransmittal = (
  services: Services,
  id: string,
  { by }: { by: ChangedBy },
): Promise<TransmittalOutcome> =>
  services.db.begin(async (tx): Promise<TransmittalOutcome> => {
    const transmittal = await lockTransmittal(tx, id)
    if (!transmittal) return 'no-such-transmittal'
    if (transmittal.state !== 'draft') return 'wrong-state'
    await deleteTransmittal(tx, id)
    const { institutionId } = transmittal
    const subject = refOf(TRANSMITTAL_RECORD, id)
    await recordChange(tx, { institutionId, subject, kind: 'discarded', by, at: services.clock.now() })
    return 'done'
  })

/** The acts in the order in which they were chosen, each in its round; null: one of them does not wait. */
async function packed(
  tx: Transaction,
  of: { institutionId: string; but: string | null },
  actIds: readonly string[],
): Promise<PackedAct[] | null> {
  const waiting = await listWaitingActs(tx, { ...of, slot: DEPOSIT_SLOT }, MOST_WAITING)
  const looked = await listReExaminations(tx, actIds)
  const acts = [...new Set(actIds)].flatMap((actId): PackedAct[] => {
    const found = waiting.find((one) => one.actId === actId)
    if (!found) return []
    const again = looked.findLast((one) => one.actId === actId)
    return [{ actId, round: found.round, reExaminationId: found.round === 2 ? (again?.id ?? null) : null }]
  })
  return acts.length === new Set(actIds).size && acts.length > 0 ? acts : null
}
