import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { settleDoubt, type SettleOutcome } from '#platform/texts/settle-doubt.ts'
import { listDoubts, type Settlement } from '#platform/texts/text-queries.ts'
import { recordOfConsultation } from '../record-history.ts'
import { consultationPermissions } from '../permissions.ts'
import { holdForOffice, type OfficeConsultation } from './draft-queries.ts'

export type SettleTextOutcome = SettleOutcome | { kind: 'not-permitted' } | { kind: 'no-such-consultation' }

/** One doubt of the draft's text, decided beside the source. */
export async function settleTextDoubt(
  services: Services,
  official: Official,
  id: string,
  doubtId: string,
  settlement: Settlement,
): Promise<SettleTextOutcome> {
  return services.db.begin(async (tx): Promise<SettleTextOutcome> => {
    const held = await holdDraft(tx, official, id)
    if ('kind' in held) return held
    const doubts = held.textVersionId ? await listDoubts(tx, held.textVersionId) : []
    if (!doubts.some((doubt) => doubt.id === doubtId)) return { kind: 'no-such-doubt' }
    const at = services.clock.now()
    const outcome = await settleDoubt(tx, { doubtId, settlement, by: official.accountId, at })
    if (outcome.kind === 'settled') await recordSettled(tx, official, held, settlement, at)
    return outcome
  })
}

/** Every doubt that is still open is in order as it stands. */
export async function keepAllDoubts(services: Services, official: Official, id: string): Promise<SettleTextOutcome> {
  return services.db.begin(async (tx): Promise<SettleTextOutcome> => {
    const held = await holdDraft(tx, official, id)
    if ('kind' in held) return held
    const doubts = held.textVersionId ? await listDoubts(tx, held.textVersionId) : []
    for (const doubt of doubts.filter((one) => one.settledAt === null)) {
      await settleDoubt(tx, { doubtId: doubt.id, settlement: 'kept', by: official.accountId, at: services.clock.now() })
    }
    await recordSettled(tx, official, held, 'kept', services.clock.now())
    return { kind: 'settled' }
  })
}

const recordSettled = (
  tx: Transaction,
  by: Official,
  { id, institutionId }: OfficeConsultation,
  settlement: Settlement,
  at: Date,
): Promise<void> =>
  recordOfConsultation(tx, {
    institutionId,
    id,
    kind: 'doubts-settled',
    by,
    at,
    fields: [{ field: 'doubt', from: null, to: settlement }],
  })

async function holdDraft(
  tx: Transaction,
  official: Official,
  id: string,
): Promise<OfficeConsultation | { kind: 'not-permitted' } | { kind: 'no-such-consultation' } | { kind: 'published' }> {
  const draft = await holdForOffice(tx, id)
  if (!draft) return { kind: 'no-such-consultation' }
  if (!mayIn(official, consultationPermissions['consultations.write'], draft.institutionId))
    return { kind: 'not-permitted' }
  return draft.state === 'draft' ? draft : { kind: 'published' }
}
