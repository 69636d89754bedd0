import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { civilDateIn, type CivilDate } from '../time/civil-date.ts'
import { findHouse } from './deadline-queries.ts'
import { holdFor, writeDeadline, type DeadlineAt, type DeedOutcome } from './write-deadline.ts'

export type PauseOrder = DeadlineAt & {
  ground: string
  /** How those concerned were told. */
  notice?: string
  /** The rule that lets it pause, where one does. */
  rule?: string
  /** The first day that does not count; today unless told. */
  on?: CivilDate
}

export type PauseOutcome =
  | DeedOutcome
  /** Its last day is over, or lies before the pause: what has run out cannot be stopped. */
  | { kind: 'over' }

/** The clock stops: it keeps the days it has until it goes on. */
export async function pauseDeadline(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  order: PauseOrder,
): Promise<PauseOutcome> {
  const held = await holdFor(tx, order, 'pause')
  if (held.kind !== 'held') return held
  const before = held.deadline
  const now = services.clock.now()
  const pausedOn = order.on ?? civilDateIn(await zoneOf(tx, before.institutionId), now)
  if (now >= before.dueAt || pausedOn > before.dueOn || pausedOn < before.startedOn) return { kind: 'over' }
  const after = { ...before, state: 'paused' as const, pausedOn }
  const { ground, notice = null, rule = null } = order
  const event = { kind: 'paused' as const, ground, notice, ruleId: rule }
  return { kind: 'done', deadline: await writeDeadline(tx, services, { before, after, by: order.by, event }) }
}

async function zoneOf(tx: Transaction, institutionId: string): Promise<string> {
  const house = await findHouse(tx, institutionId)
  if (!house) throw new Error('A deadline of an institution that is not there')
  return house.zone
}
