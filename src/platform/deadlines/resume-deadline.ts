import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { addDays, civilDateIn, daysBetween, type CivilDate } from '../time/civil-date.ts'
import { holdClockwork } from './reckoning/clockwork-queries.ts'
import type { Deadline } from './deadline-rules.ts'
import {
  daysOfSetDay,
  pauseUntil,
  runClock,
  standingTerms,
  withChoice,
  type Clockwork,
  type Days,
} from './reckoning/reckon-rules.ts'
import { findTerm } from './terms/term-queries.ts'
import { holdFor, writeDeadline, type DeadlineAt, type DeedOutcome } from './write-deadline.ts'

export type ResumeOrder = DeadlineAt & {
  ground?: string
  /** The first day that counts again; today unless told. */
  on?: CivilDate
}

/** The clock goes on: the days between do not count. A day that somebody chose moves on by as many. */
export async function resumeDeadline(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  order: ResumeOrder,
): Promise<DeedOutcome | { kind: 'off' }> {
  const held = await holdFor(tx, order, 'resume')
  if (held.kind !== 'held') return held
  const before = held.deadline
  const clockwork = await holdClockwork(tx, before.institutionId)
  const gone = { ...withoutPause(before, clockwork, order.on ?? services.clock.now()), state: 'running' as const }
  const days = await daysNow(tx, gone, clockwork)
  if (!days) return { kind: 'off' }
  const event = { kind: 'resumed' as const, ground: order.ground ?? null }
  const after = { ...gone, ...days }
  return { kind: 'done', deadline: await writeDeadline(tx, services, { before, after, by: order.by, event }) }
}

/** With the pause that runs as one that is over, and the day chosen moved on by it; its days are to be computed anew. */
export function withoutPause(deadline: Deadline, { zone }: Clockwork, until: CivilDate | Date): Deadline {
  if (deadline.pausedOn === null) return deadline
  const { pausedOn: from, pauses, chosenOn } = deadline
  const resumedOn = until instanceof Date ? civilDateIn(zone, until) : until
  const pause = pauseUntil(from, resumedOn)
  const waited = pause.length === 0 ? 0 : daysBetween(from, resumedOn)
  const chosen = chosenOn === null ? null : addDays(chosenOn, waited)
  return { ...deadline, pausedOn: null, pauses: [...pauses, ...pause], chosenOn: chosen }
}

/** Its days by the calendar of today. Null: it does not reach so far, or the rule is known no more. */
export async function daysNow(tx: Transaction, deadline: Deadline, clockwork: Clockwork): Promise<Days | null> {
  const { basis, chosenOn, termId, institutionId } = deadline
  if (basis === 'day') return chosenOn === null ? null : daysOfSetDay(chosenOn, clockwork.zone)
  const terms = standingTerms(deadline, termId === null ? null : await findTerm(tx, institutionId, termId))
  const ran = terms && runClock(terms, deadline, clockwork)
  return terms && ran?.kind === 'ran' ? withChoice(terms, ran.days, chosenOn, clockwork.zone) : null
}
