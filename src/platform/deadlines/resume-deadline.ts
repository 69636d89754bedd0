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
  const resumedOn = order.on ?? civilDateIn(clockwork.zone, services.clock.now())
  const from = before.pausedOn ?? resumedOn
  const pause = pauseUntil(from, resumedOn)
  const waited = pause.length === 0 ? 0 : daysBetween(from, resumedOn)
  const chosenOn = before.chosenOn === null ? null : addDays(before.chosenOn, waited)
  const gone = { ...before, state: 'running' as const, pausedOn: null, pauses: [...before.pauses, ...pause], chosenOn }
  const days = await daysOf(tx, gone, clockwork)
  if (!days) return { kind: 'off' }
  const event = { kind: 'resumed' as const, ground: order.ground ?? null }
  const after = { ...gone, ...days }
  return { kind: 'done', deadline: await writeDeadline(tx, services, { before, after, by: order.by, event }) }
}

async function daysOf(tx: Transaction, deadline: Deadline, clockwork: Clockwork): Promise<Days | null> {
  const { basis, chosenOn, termId, institutionId } = deadline
  if (basis === 'day') return chosenOn === null ? null : daysOfSetDay(chosenOn, clockwork.zone)
  const terms = standingTerms(deadline, termId === null ? null : await findTerm(tx, institutionId, termId))
  const ran = terms && runClock(terms, deadline, clockwork)
  return terms && ran?.kind === 'ran' ? withChoice(terms, ran.days, chosenOn, clockwork.zone) : null
}
