import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { JURISDICTIONS, type Jurisdiction, type Words } from '#law/jurisdiction.ts'
import type { Transaction } from '../../db/database.ts'
import type { Door } from '../../door.ts'
import type { JobPayload } from '../../jobs/jobs.ts'
import { appendToLedger } from '../../ledger/append-to-ledger.ts'
import type { Services } from '../../services.ts'
import { findHouse } from '../deadline-queries.ts'
import type { DeadlineKind, DeadlineMove } from '../deadline-kind.ts'
import { deadlineRecords } from '../deadline-records.ts'
import type { Deadline } from '../deadline-rules.ts'
import { groundOf, moveOf, wordsIn, type Move } from './move-rules.ts'
import { unknownCause, versionCause } from './move-texts.ts'
import {
  insertMovedEvents,
  listToRecompute,
  lockToRecompute,
  updateMoved,
  waitForWriters,
  type RecomputeScope,
} from './recompute-queries.ts'
import { tellMoved } from './tell-moved.ts'
import { openWorkbenches, type Workbenches } from '../reckoning/workbenches.ts'

/** So many at a time: a batch is whole or nothing, and holds what it moves for a moment only. */
const BATCH = 2000

export type RecomputeOrder = { scope: RecomputeScope; cause: Words; run: string }

/**
 * Computes all open deadlines of a country or an institution anew, in batches. Ended in the middle it is begun again: what
 * was moved already does not differ any more. In the end the institutions are told, once for the whole run.
 */
export async function recomputeDeadlines(
  services: Services,
  doors: readonly Door[],
  order: RecomputeOrder,
): Promise<{ looked: number; moved: number }> {
  const { db } = services
  const jurisdiction = await jurisdictionOf(services, order.scope)
  if (jurisdiction === null) return { looked: 0, moved: 0 }
  await settle(services, jurisdiction)
  const benches = await openWorkbenches(db, jurisdiction)
  const slots = new Map(doors.flatMap((door) => Object.entries(door.deadlines ?? {})))
  const run = { services, slots, benches, order }
  let [looked, moved] = [0, 0]
  for (let after: string | null = null; ;) {
    const batch = await listToRecompute(db, order.scope, after, BATCH)
    after = batch.at(-1)?.id ?? null
    if (after === null) break
    looked += batch.length
    moved += await moveBatch(run, batch)
  }
  await tellMoved(services, order)
  return { looked, moved }
}

/** What was asked for. A cause may be words in every language, or nothing that is known. */
export function readRecomputeOrder(payload: JobPayload): RecomputeOrder {
  const { jurisdiction, institutionId, cause, run } = payload
  const known = JURISDICTIONS.find((one) => one === jurisdiction)
  const scope = known ? { jurisdiction: known } : { institutionId: String(institutionId) }
  const words = wordsIn(String(cause))
  const named = createHash('sha256')
    .update(JSON.stringify([scope, cause]))
    .digest('hex')
  return { scope, cause: words ?? unknownCause, run: run === undefined ? named : String(run) }
}

async function jurisdictionOf({ db }: Services, scope: RecomputeScope): Promise<Jurisdiction | null> {
  return 'jurisdiction' in scope
    ? scope.jurisdiction
    : ((await findHouse(db, scope.institutionId))?.jurisdiction ?? null)
}

const PATIENCE = 200
const PAUSE_MS = 50

/** Whoever computed with the calendar of before has written by now, and will be read. */
async function settle({ db }: Services, jurisdiction: Jurisdiction): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await db.begin((tx) => waitForWriters(tx, jurisdiction))
      return
    } catch (error) {
      if (!isLockTimeout(error) || tries >= PATIENCE) throw error
      await pause(PAUSE_MS)
    }
  }
}

const LOCK_NOT_AVAILABLE = '55P03'

const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE

type Run = {
  services: Services
  slots: ReadonlyMap<string, DeadlineKind>
  benches: Workbenches
  order: RecomputeOrder
}

type Moving = { before: Deadline; move: Move }

async function moveBatch(run: Run, batch: readonly Deadline[]): Promise<number> {
  const { services, benches } = run
  const now = services.clock.now()
  const found = await movesIn(benches, batch, now)
  if (found.length === 0) return 0
  return services.db.begin(async (tx) => {
    // Held in one order, and computed from what they are now: somebody may have been at them meanwhile.
    const held = await lockToRecompute(
      tx,
      found.map(({ before }) => before.id),
    )
    const moves = await movesIn(benches, held, now)
    if (moves.length > 0) await updateMoved(tx, rowsOf(moves), now)
    await tellDoors(tx, run, moves.filter(isTold), now)
    const ids = moves.filter(({ before }) => before.public && before.state !== 'planned').map(({ before }) => before.id)
    if (ids.length > 0) await appendToLedger(tx, services, { kind: deadlineRecords, ids })
    return moves.length
  })
}

async function movesIn(benches: Workbenches, batch: readonly Deadline[], now: Date): Promise<Moving[]> {
  const moves: Moving[] = []
  for (const before of batch) {
    const move = moveOf(before, await benches.of(before.institutionId), now)
    if (move) moves.push({ before, move })
  }
  return moves
}

const rowsOf = (moves: readonly Moving[]) =>
  moves.map(({ before, move }) => ({ ...move.after, version: before.version }))

/** Of a draft nobody has heard a day yet; and what has the same days did not move. */
const isTold = ({ before, move }: Moving): boolean =>
  before.state !== 'planned' && (before.dueOn !== move.after.dueOn || before.workBy !== move.after.workBy)

async function tellDoors(tx: Transaction, { services, slots, order }: Run, moves: readonly Moving[], at: Date) {
  if (moves.length === 0) return
  const told = moves.map(({ before, move }): DeadlineMove => ({
    deadline: { ...move.after, version: before.version + 1 },
    from: before.dueOn,
    to: move.after.dueOn,
    workFrom: before.workBy,
    cause: move.version === null ? order.cause : versionCause(before.ruleId ?? '', move.version),
  }))
  // The last day alone was promised: of the other the history says nothing.
  const events = told
    .filter(({ from, to }) => from !== to)
    .map(({ deadline, from, to, cause }) => ({
      institutionId: deadline.institutionId,
      deadlineId: deadline.id,
      ground: groundOf(cause),
      fromDue: from,
      toDue: to,
    }))
  await insertMovedEvents(tx, events, { run: order.run, at })
  for (const [slot, ofSlot] of Map.groupBy(told, ({ deadline }) => deadline.slot)) {
    await slots.get(slot)?.moved?.(tx, services, ofSlot)
  }
}
