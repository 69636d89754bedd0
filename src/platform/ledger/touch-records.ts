import type { Transaction } from '../db/database.ts'
import type { Door } from '../door.ts'
import type { Services } from '../services.ts'
import { readRef } from '../subjects/subject-rules.ts'
import { appendToLedger, eraseFromLedger, type LedgerOrder } from './append-to-ledger.ts'
import type { Ended } from './entry-rules.ts'
import { subjectKindOf, type RecordKind } from './record-kind.ts'

type Needed = Pick<Services, 'clock'>
type Doors = readonly Pick<Door, 'records'>[]

/**
 * Enters the records that a deed of the platform has changed together with what stands with them (topics, places,
 * documents, takedowns), whichever door they belong to. To be called after its last write, with every reference that the
 * deed concerns: what is not public and never was gets no entry. `ended`: why those that are public no more are not.
 */
export async function enterSubjects(
  tx: Transaction,
  services: Needed,
  doors: Doors,
  refs: readonly string[],
  ended?: Ended,
): Promise<void> {
  const orders = ordersFor(doors, refs).map((order) => ({ ...order, ...(ended && { ended }) }))
  if (orders.length > 0) await appendToLedger(tx, services, ...orders)
}

/**
 * When something of a record is gone for good: its entries so far have ended and none keeps its salt, so that nobody can
 * try any more what had stood there. What is still public is entered afterwards, with `enterSubjects`.
 */
export async function eraseSubjects(
  tx: Transaction,
  services: Needed,
  doors: Doors,
  refs: readonly string[],
  ended: Omit<Ended, 'why'>,
): Promise<void> {
  for (const { kind, ids } of ordersFor(doors, refs))
    for (const id of ids) await eraseFromLedger(tx, services, kind, id, ended)
}

/** What somebody sent stands as it was sent, whatever happens to its record afterwards. */
function ordersFor(doors: Doors, refs: readonly string[]): LedgerOrder[] {
  const known = [...new Set(refs)].flatMap((ref) => readRef(ref) ?? [])
  const kinds = doors.flatMap((door): readonly RecordKind[] => door.records ?? []).filter((kind) => !kind.everyVersion)
  return kinds.flatMap((kind) => {
    const ids = known.filter((ref) => ref.kind === subjectKindOf(kind)).map(({ id }) => id)
    return ids.length > 0 ? [{ kind, ids }] : []
  })
}
