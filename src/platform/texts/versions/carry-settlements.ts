import type { Transaction } from '../../db/database.ts'
import { settleDoubt } from '../settle-doubt.ts'
import { listDoubts, listSource, type TextVersion } from '../text-queries.ts'
import type { ReadText } from '../text-rules.ts'
import { carriedSettlements, type EarlierDoubts } from './carry-settlements-rules.ts'
import { markRemembered, rememberKept } from './version-writing-queries.ts'

/** What was settled about these versions, to be asked before a new reading takes their place. */
export async function earlierDoubts(
  tx: Transaction,
  versions: readonly (TextVersion | null)[],
): Promise<EarlierDoubts[]> {
  const earlier: EarlierDoubts[] = []
  for (const version of versions) {
    if (!version) continue
    const [doubts, source] = await Promise.all([listDoubts(tx, version.id), listSource(tx, version.id)])
    earlier.push({ doubts, source })
  }
  return earlier
}

/** Settles again, in the same way and in the same name, what was settled before; gives how many. */
export async function rememberSettlements(
  tx: Transaction,
  versionId: string,
  { read, earlier, at }: { read: ReadText; earlier: readonly EarlierDoubts[]; at: Date },
): Promise<number> {
  const carried = [...carriedSettlements(read, earlier)]
  if (carried.length === 0) return 0
  const kept = carried.filter(([, { settlement }]) => settlement === 'kept')
  const asKept = kept.map(([index, { settledBy }]) => ({ ordinal: index + 1, settledBy }))
  if (asKept.length > 0) await rememberKept(tx, versionId, asKept, at)
  if (kept.length === carried.length) return carried.length
  const doubts = new Map((await listDoubts(tx, versionId)).map((doubt) => [doubt.ordinal, doubt.id]))
  let leftOut = 0
  for (const [index, { settlement, settledBy }] of carried) {
    const doubtId = doubts.get(index + 1)
    if (settlement !== 'left-out' || doubtId === undefined) continue
    const outcome = await settleDoubt(tx, { doubtId, settlement, by: settledBy, at })
    if (outcome.kind !== 'settled') continue
    await markRemembered(tx, doubtId)
    leftOut += 1
  }
  return kept.length + leftOut
}
