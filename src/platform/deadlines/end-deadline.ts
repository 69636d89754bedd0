import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import type { Deadline } from './deadline-rules.ts'
import { holdClockwork } from './reckoning/clockwork-queries.ts'
import { daysNow, withoutPause } from './resume-deadline.ts'
import { holdFor, writeDeadline, type DeadlineAt, type DeedOutcome } from './write-deadline.ts'

/** `at`: when it ended, where that was before now. */
export type Ending = DeadlineAt & { at?: Date; ground?: string }
type Clocked = Pick<Services, 'clock'>

const STATES = { meet: 'met', lapse: 'lapsed', cancel: 'cancelled' } as const

/** What was to be done is done. */
export const meetDeadline = (tx: Transaction, services: Clocked, order: Ending): Promise<DeedOutcome> =>
  end(tx, services, order, 'meet')

/** It is over, was not met, and nothing more will come. */
export const lapseDeadline = (tx: Transaction, services: Clocked, order: Ending): Promise<DeedOutcome> =>
  end(tx, services, order, 'lapse')

/** There is nothing left to wait for: the record was withdrawn, or passed on. */
export const cancelDeadline = (tx: Transaction, services: Clocked, order: Ending): Promise<DeedOutcome> =>
  end(tx, services, order, 'cancel')

/** Of a draft that is called off nobody has ever heard: it was not public, and is not from then on. */
async function end(tx: Transaction, services: Clocked, order: Ending, deed: keyof typeof STATES): Promise<DeedOutcome> {
  const held = await holdFor(tx, order, deed)
  if (held.kind !== 'held') return held
  const before = held.deadline
  const [state, endedAt] = [STATES[deed], order.at ?? services.clock.now()]
  const isPublic = before.public && before.state !== 'planned'
  const after = { ...(await unpaused(tx, before, endedAt)), state, endedAt, public: isPublic }
  const event = { kind: state, ground: order.ground ?? null }
  return { kind: 'done', deadline: await writeDeadline(tx, services, { before, after, by: order.by, event }) }
}

/** A pause that runs ends with it: its days were nobody's delay. */
async function unpaused(tx: Transaction, deadline: Deadline, endedAt: Date): Promise<Deadline> {
  if (deadline.pausedOn === null) return deadline
  const clockwork = await holdClockwork(tx, deadline.institutionId)
  const gone = withoutPause(deadline, clockwork, endedAt)
  return { ...gone, ...(await daysNow(tx, gone, clockwork)) }
}

/**
 * What had ended runs again: the time between was nobody's pause. What was announced meanwhile has left it alone, and
 * counts from here on.
 */
export async function reopenDeadline(
  tx: Transaction,
  services: Clocked,
  order: DeadlineAt & { ground?: string },
): Promise<DeedOutcome> {
  const held = await holdFor(tx, order, 'reopen')
  if (held.kind !== 'held') return held
  const before = held.deadline
  const days = await daysNow(tx, before, await holdClockwork(tx, before.institutionId))
  const after = { ...before, ...days, state: 'running' as const, endedAt: null }
  const event = { kind: 'reopened' as const, ground: order.ground ?? null }
  return { kind: 'done', deadline: await writeDeadline(tx, services, { before, after, by: order.by, event }) }
}
