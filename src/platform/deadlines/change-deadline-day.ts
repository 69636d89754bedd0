import type { CivilDate } from '#law/days.ts'
import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { holdClockwork } from './reckoning/clockwork-queries.ts'
import { lockDeadline } from './deadline-queries.ts'
import type { Deadline } from './deadline-rules.ts'
import { mayDo } from './deadline-state-rules.ts'
import { cancelDeadline } from './end-deadline.ts'
import {
  daysOfSetDay,
  judgeChoice,
  runClock,
  standingTerms,
  withChoice,
  type ChoiceOutcome,
} from './reckoning/reckon-rules.ts'
import { findTerm } from './terms/term-queries.ts'
import { writeDeadline, type DeadlineAt, type DeedOutcome } from './write-deadline.ts'

export type ChangeDayOutcome =
  | DeedOutcome
  | Exclude<ChoiceOutcome, { kind: 'fits' }>
  /** The calendar does not reach so far, or its rule is known no more. */
  | { kind: 'off' }

export type DayOrder = DeadlineAt & { day: CivilDate | null; ground?: string }

/**
 * Sets or moves the day that somebody chose. Null takes it away: where nothing else gave a day, the deadline is called off;
 * where a rule did, the rule's own day stands again. A day that was taken away can be set once more.
 */
export async function changeDeadlineDay(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  order: DayOrder,
): Promise<ChangeDayOutcome> {
  const { subject, slot, day } = order
  const before = await lockDeadline(tx, subject, slot)
  if (!before) return { kind: 'no-such-deadline' }
  const setAgain = before.state === 'cancelled' && before.basis === 'day' && day !== null
  if (!setAgain && !mayDo(before.state, 'choose')) return { kind: 'not-possible', state: before.state }
  if (day === null && before.basis === 'day') return cancelDeadline(tx, services, order)
  if (day === before.chosenOn && !setAgain) return { kind: 'done', deadline: before }
  const after = await chosen(tx, before, day)
  if ('kind' in after) return after
  const { by, ground = null } = order
  const state = setAgain ? { state: 'running' as const, endedAt: null } : {}
  const event = { kind: setAgain ? ('started' as const) : ('chosen' as const), ground }
  return {
    kind: 'done',
    deadline: await writeDeadline(tx, services, { before, after: { ...after, ...state }, by, event }),
  }
}

async function chosen(
  tx: Transaction,
  deadline: Deadline,
  day: CivilDate | null,
): Promise<Deadline | Exclude<ChangeDayOutcome, { kind: 'done' }>> {
  const clockwork = await holdClockwork(tx, deadline.institutionId)
  if (deadline.basis === 'day') {
    return day === null ? deadline : { ...deadline, chosenOn: day, ...daysOfSetDay(day, clockwork.zone) }
  }
  const term = deadline.termId === null ? null : await findTerm(tx, deadline.institutionId, deadline.termId)
  const terms = standingTerms(deadline, term)
  const ran = terms && runClock(terms, deadline, clockwork)
  if (!terms || ran?.kind !== 'ran') return { kind: 'off' }
  const choice = judgeChoice(terms, ran.days, day)
  if (choice.kind !== 'fits') return choice
  return { ...deadline, chosenOn: day, ...withChoice(terms, ran.days, day, clockwork.zone) }
}
