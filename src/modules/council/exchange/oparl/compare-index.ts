import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { compareIndex, holdMark, listStale, moveHolders, newestLeafOf, setMark } from './oparl-queries.ts'

/** The job that follows the ledger: whatever changed for everybody has an entry there. */
export const COMPARE_EXCHANGE = 'council.compare-exchange'

/** Compares what is public with what was, for each institution of which the ledger says something new. */
export async function compareExchange(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  for (const { institutionId } of await listStale(services.db)) await compareOne(services, institutionId)
}

export const compareOne = (services: Pick<Services, 'db' | 'clock'>, institutionId: string): Promise<number> =>
  services.db.begin(async (tx) => compareIn(tx, services, institutionId))

/** Gives how many objects came, changed or went. Their times are that of the comparison: who asks since then misses none. */
export async function compareIn(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  institutionId: string,
): Promise<number> {
  const now = clock.now()
  await holdMark(tx, institutionId)
  const leaf = await newestLeafOf(tx, institutionId)
  const changed = await compareIndex(tx, institutionId, now)
  // A file in an item in a meeting: as deep as it goes.
  for (let deep = 0; deep < 3; deep++) if ((await moveHolders(tx, institutionId, now)) === 0) break
  await setMark(tx, institutionId, leaf, now)
  return changed
}
