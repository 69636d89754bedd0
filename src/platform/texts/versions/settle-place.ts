import type { Official } from '../../auth/visitor.ts'
import type { Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import { holdPlace, setPlace, type StoredPlace } from '../anchor-queries.ts'
import type { TextHolder } from '../text-holder.ts'
import { holdText, isRefusal, type TextRefusal } from './hold-text.ts'
import { nodeIsThere } from './version-writing-queries.ts'

export type PlaceDecision =
  /** It stands where the program has put it. */
  | { kind: 'confirm' }
  /** It is about this node of the version now. */
  | { kind: 'node'; nodeId: string }
  | { kind: 'gone' }

export type SettlePlaceOutcome =
  | { kind: 'settled' }
  | { kind: 'settled-before' }
  | { kind: 'no-such-place' }
  | { kind: 'no-such-choice' }
  | TextRefusal

export type PlaceOrder = { id: string; versionId: string; subject: string; decision: PlaceDecision }

/** A person says where something that was said about an earlier version stands in this one. */
export async function settlePlace(
  services: Services,
  holder: TextHolder,
  official: Official,
  { id, versionId, subject, decision }: PlaceOrder,
): Promise<SettlePlaceOutcome> {
  return services.db.begin(async (tx): Promise<SettlePlaceOutcome> => {
    const held = await holdText(tx, holder, official, { id, roles: holder.writers })
    if (isRefusal(held)) return held
    const { record, published } = held
    const place = published?.id === versionId ? await holdPlace(tx, versionId, subject) : null
    if (!place) return { kind: 'no-such-place' }
    if (place.confirmedAt !== null || place.certain) return { kind: 'settled-before' }
    const decided = await decidedPlace(tx, place, decision)
    if (!decided) return { kind: 'no-such-choice' }
    const at = services.clock.now()
    await setPlace(tx, decided, { accountId: official.accountId, at })
    await holder.placed(tx, { versionId, subjects: [subject] })
    const fields = [{ field: 'place', from: place.outcome, to: decided.outcome }]
    const note = { institutionId: record.institutionId, id, by: official, at, fields }
    await holder.note(tx, { ...note, kind: 'places-settled' })
    return { kind: 'settled' }
  })
}

async function decidedPlace(tx: Transaction, place: StoredPlace, decision: PlaceDecision): Promise<StoredPlace | null> {
  if (decision.kind === 'confirm') return place
  if (decision.kind === 'gone') return { ...place, nodeId: null, outcome: 'gone', startAt: null, endAt: null }
  const { nodeId } = decision
  if (nodeId === place.nodeId) return place
  if (!(await nodeIsThere(tx, place.versionId, nodeId))) return null
  return { ...place, nodeId, outcome: 'moved', startAt: null, endAt: null }
}
