import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Door } from '#platform/door.ts'
import { recordChanges } from '#platform/history/record-change.ts'
import { bodyRecords } from '#platform/institutions/institution-records.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { COUNCILLOR_KIND, MEETING_KIND, PAPER_KIND, PRESENCE_KIND, VOTE_KIND } from '../council-rules.ts'
import { findCouncillor, holdCouncillor, moveCouncillor, touchCouncillor } from './councillor-queries.ts'
import {
  bothAtOnce,
  decidePair,
  emptyPerson,
  holdPair,
  keepSourcesOf,
  movePerson,
  proposePairs,
  type Moved,
} from './pair-queries.ts'
import { affiliationRecords, councillorRecords, enterPeople, paymentRecords } from './people-records.ts'
import { listPaymentIds } from './register-queries.ts'

export type PairOutcome = 'done' | 'no-such-pair' | 'decided-already' | 'both-at-once'

/** They are two. The program does not ask again. */
export const keepTwoPeople = (services: Services, official: Official, id: string): Promise<PairOutcome> =>
  services.db.begin(async (tx): Promise<PairOutcome> => {
    const pair = await holdPair(tx, id)
    if (!pair) return 'no-such-pair'
    if (pair.decision !== null) return pair.decision === 'two-people' ? 'done' : 'decided-already'
    const at = services.clock.now()
    await decidePair(tx, id, { decision: 'two-people', at, by: official.accountId })
    const { institutionId } = pair
    const by = { accountId: official.accountId }
    const change = (subject: string) => ({ institutionId, subject, kind: 'two-people', by, at })
    await recordChanges(
      tx,
      [pair.keptId, pair.otherId].map((one) => change(refOf(COUNCILLOR_KIND, one))),
    )
    return 'done'
  })

type MergeOrder = { keep: string; doors: readonly Door[] }

/**
 * They are one: all that stood with the other row stands with the one that is kept, whose page says so from now on. What the
 * record of a meeting told of the other row stays there word for word; it leads on by `merged_into`.
 */
export const mergePeople = (
  services: Services,
  official: Official,
  id: string,
  { keep, doors }: MergeOrder,
): Promise<PairOutcome> =>
  services.db.begin(async (tx): Promise<PairOutcome> => {
    const pair = await holdPair(tx, id)
    if (!pair || (keep !== pair.keptId && keep !== pair.otherId)) return 'no-such-pair'
    if (pair.decision !== null) return 'decided-already'
    const at = services.clock.now()
    const other = keep === pair.keptId ? pair.otherId : pair.keptId
    // Always in one order, so that two officials cannot lock each other.
    for (const one of [keep, other].toSorted()) await holdCouncillor(tx, one)
    const [kept, gone] = [await findCouncillor(tx, keep), await findCouncillor(tx, other)]
    if (!kept || !gone || kept.mergedInto !== null || gone.mergedInto !== null) return 'decided-already'
    if (await bothAtOnce(tx, keep, other)) return 'both-at-once'
    await decidePair(tx, id, { decision: 'merged', at, by: official.accountId })
    const moved = await movePerson(tx, other, keep)
    await keepSourcesOf(tx, other, keep)
    await emptyPerson(tx, other, keep, at)
    if (gone.state === 'published' && kept.state === 'draft') await moveCouncillor(tx, keep, 'published', at)
    else await touchCouncillor(tx, keep, at)
    await proposePairs(tx, pair.institutionId, [keep], at)
    await trace(tx, official, {
      institutionId: pair.institutionId,
      keep,
      other,
      moved,
      names: [kept.name, gone.name],
      at,
    })
    await enterMerged(tx, services, doors, { keep, other, moved })
    return 'done'
  })

type Traced = { institutionId: string; keep: string; other: string; moved: Moved; names: [string, string]; at: Date }

/** In the history of both: what was moved, how much of it, and by whom. */
async function trace(tx: Transaction, official: Official, traced: Traced): Promise<void> {
  const { institutionId, keep, other, moved, names, at } = traced
  const by = { accountId: official.accountId }
  const counted = (['mandates', 'seats', 'votes', 'attendances', 'payments', 'invitations'] as const)
    .filter((what) => moved[what] > 0)
    .map((what) => ({ field: `moved-${what}`, from: null, to: String(moved[what]) }))
  await recordChanges(tx, [
    {
      institutionId,
      subject: refOf(COUNCILLOR_KIND, keep),
      kind: 'merged',
      by,
      at,
      fields: [{ field: 'merged-from', from: null, to: names[1] }, ...counted],
    },
    {
      institutionId,
      subject: refOf(COUNCILLOR_KIND, other),
      kind: 'merged-away',
      by,
      at,
      fields: [{ field: 'merged-into', from: null, to: names[0] }, ...counted],
    },
  ])
}

/** Every public record that spoke of the one speaks of the other now. */
async function enterMerged(
  tx: Transaction,
  services: Services,
  doors: readonly Door[],
  { keep, other, moved }: { keep: string; other: string; moved: Moved },
): Promise<void> {
  const kinds = doors.flatMap(({ records = [] }) => records)
  const orders = [
    { name: MEETING_KIND, ids: moved.meetingIds },
    { name: PAPER_KIND, ids: moved.paperIds },
    { name: VOTE_KIND, ids: moved.voteIds },
    { name: PRESENCE_KIND, ids: moved.presenceIds },
  ].flatMap(({ name, ids }) => kinds.filter(({ kind }) => kind === name).map((kind) => ({ kind, ids })))
  await enterPeople(
    tx,
    services,
    { kind: councillorRecords, ids: [keep, other] },
    { kind: paymentRecords, ids: await listPaymentIds(tx, [keep]) },
    { kind: affiliationRecords, ids: moved.affiliationIds },
    { kind: bodyRecords, ids: moved.bodyIds },
    ...orders,
  )
}
