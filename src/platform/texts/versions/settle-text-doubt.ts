import type { Official } from '../../auth/visitor.ts'
import type { Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import { settleDoubt, type SettleOutcome } from '../settle-doubt.ts'
import type { TextHolder } from '../text-holder.ts'
import { listDoubts, type Settlement, type TextVersion } from '../text-queries.ts'
import { holdText, isRefusal, type HeldText, type TextRefusal } from './hold-text.ts'
import { refreshChanges } from './refresh-changes.ts'

export type SettleTextOutcome = SettleOutcome | TextRefusal

/** One doubt of the draft of a text, decided beside the source. */
export async function settleTextDoubt(
  services: Services,
  holder: TextHolder,
  official: Official,
  { id, doubtId, settlement }: { id: string; doubtId: string; settlement: Settlement },
): Promise<SettleTextOutcome> {
  return services.db.begin(async (tx): Promise<SettleTextOutcome> => {
    const held = await holdDraft(tx, holder, official, id)
    if ('kind' in held) return held
    const doubts = await listDoubts(tx, held.draft.id)
    if (!doubts.some((doubt) => doubt.id === doubtId)) return { kind: 'no-such-doubt' }
    const at = services.clock.now()
    const outcome = await settleDoubt(tx, { doubtId, settlement, by: official.accountId, at })
    if (outcome.kind !== 'settled') return outcome
    if (settlement === 'left-out') await refreshChanges(tx, { versionId: held.draft.id })
    await noteSettled(tx, holder, held, { by: official, at, settlement })
    return outcome
  })
}

/** Every doubt that is still open is in order as it stands. */
export async function keepAllDoubts(
  services: Services,
  holder: TextHolder,
  official: Official,
  id: string,
): Promise<SettleTextOutcome> {
  return services.db.begin(async (tx): Promise<SettleTextOutcome> => {
    const held = await holdDraft(tx, holder, official, id)
    if ('kind' in held) return held.kind === 'no-such-doubt' ? { kind: 'settled' } : held
    const at = services.clock.now()
    const open = (await listDoubts(tx, held.draft.id)).filter(({ settledAt }) => settledAt === null)
    for (const { id: doubtId } of open) {
      await settleDoubt(tx, { doubtId, settlement: 'kept', by: official.accountId, at })
    }
    if (open.length > 0) await noteSettled(tx, holder, held, { by: official, at, settlement: 'kept' })
    return { kind: 'settled' }
  })
}

type HeldDraft = Pick<HeldText, 'record'> & { draft: TextVersion }

const noteSettled = (
  tx: Transaction,
  holder: TextHolder,
  { record: { id, institutionId } }: HeldDraft,
  { by, at, settlement }: { by: Official; at: Date; settlement: Settlement },
): Promise<void> => {
  const fields = [{ field: 'doubt', from: null, to: settlement }]
  return holder.note(tx, { institutionId, id, kind: 'doubts-settled', by, at, fields })
}

async function holdDraft(
  tx: Transaction,
  holder: TextHolder,
  official: Official,
  id: string,
): Promise<HeldDraft | TextRefusal | { kind: 'published' } | { kind: 'no-such-doubt' }> {
  const held = await holdText(tx, holder, official, { id, roles: holder.writers })
  if (isRefusal(held)) return held
  const { record, draft, published } = held
  if (record.stage === 'final') return { kind: 'final' }
  if (draft) return { record, draft }
  return published ? { kind: 'published' } : { kind: 'no-such-doubt' }
}
