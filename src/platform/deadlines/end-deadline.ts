import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
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

/** A pause that runs ends with it. */
async function end(tx: Transaction, services: Clocked, order: Ending, deed: keyof typeof STATES): Promise<DeedOutcome> {
  const held = await holdFor(tx, order, deed)
  if (held.kind !== 'held') return held
  const before = held.deadline
  const state = STATES[deed]
  const after = { ...before, state, pausedOn: null, endedAt: order.at ?? services.clock.now() }
  const event = { kind: state, ground: order.ground ?? null }
  return { kind: 'done', deadline: await writeDeadline(tx, services, { before, after, by: order.by, event }) }
}

/** What had ended runs again, to the same day: the time between was nobody's pause. */
export async function reopenDeadline(
  tx: Transaction,
  services: Clocked,
  order: DeadlineAt & { ground?: string },
): Promise<DeedOutcome> {
  const held = await holdFor(tx, order, 'reopen')
  if (held.kind !== 'held') return held
  const before = held.deadline
  const after = { ...before, state: 'running' as const, endedAt: null }
  const event = { kind: 'reopened' as const, ground: order.ground ?? null }
  return { kind: 'done', deadline: await writeDeadline(tx, services, { before, after, by: order.by, event }) }
}
