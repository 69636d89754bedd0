import { ruleOn } from '#law/rules/rules.ts'
import type { CivilDate } from '#law/days.ts'
import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { holdClockwork } from './reckoning/clockwork-queries.ts'
import { extensionsOf } from './deadline-queries.ts'
import type { Deadline } from './deadline-rules.ts'
import { extendNumber, type Extended, type ExtensionWish } from './extension-rules.ts'
import {
  daysOfSetDay,
  numberOf,
  ruleOfVersion,
  runClock,
  standingTerms,
  withChoice,
  withNumber,
  type Clockwork,
  type Days,
} from './reckoning/reckon-rules.ts'
import { findTerm } from './terms/term-queries.ts'
import { holdFor, writeDeadline, type DeadlineAt, type DeedOutcome } from './write-deadline.ts'

export type ExtendOrder = DeadlineAt & {
  ground: string
  /** How the people concerned were told. */
  notice: string
  /** The rule that allows it. */
  rule?: string
  /** So many in all where the rule counts from the start, so many more where it adds; as many as it allows unless told. */
  n?: number
  /** A day instead of a number. */
  chosenOn?: CivilDate
  /** The day on which it was decided, where it is entered later than that. */
  decidedOn?: CivilDate
}

type Refused =
  | Exclude<Extended, { kind: 'extended' }>
  | { kind: 'too-late'; latest: CivilDate }
  /** It would not be longer than it is. */
  | { kind: 'not-longer' }
  /** It was over before it was extended. */
  | { kind: 'over' }
  /** The calendar does not reach so far, or its rule is known no more. */
  | { kind: 'off' }

export type ExtendOutcome = DeedOutcome | Refused

/** Makes a clock longer, by a rule that allows it or where no law binds it. Of two at once the second starts from the first. */
export async function extendDeadline(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  order: ExtendOrder,
): Promise<ExtendOutcome> {
  const held = await holdFor(tx, order, 'extend')
  if (held.kind !== 'held') return held
  const before = held.deadline
  if (isOver(before, order.decidedOn, services.clock.now())) return { kind: 'over' }
  const clockwork = await holdClockwork(tx, before.institutionId)
  const wish = { rule: order.rule ?? null, n: order.n ?? null, chosenOn: order.chosenOn ?? null }
  const after = await extended(tx, before, wish, clockwork)
  if ('kind' in after) return after
  if (after.dueAt <= before.dueAt) return { kind: 'not-longer' }
  const { ground, notice, by } = order
  const event = { kind: 'extended' as const, ground, notice, ruleId: wish.rule }
  return { kind: 'done', deadline: await writeDeadline(tx, services, { before, after, by, event }) }
}

/** A paused clock does not run out. What was decided in time may be entered afterwards. */
const isOver = ({ state, dueAt, dueOn }: Deadline, decidedOn: CivilDate | undefined, now: Date): boolean =>
  state === 'running' && now >= dueAt && (decidedOn === undefined || decidedOn > dueOn)

async function extended(
  tx: Transaction,
  deadline: Deadline,
  wish: ExtensionWish,
  clockwork: Clockwork,
): Promise<Deadline | Refused> {
  const { basis, ruleId, unit, n, chosenOn, termId, institutionId } = deadline
  if (basis === 'day') return setLater(deadline, wish, clockwork.zone)
  const terms = standingTerms(deadline, termId === null ? null : await findTerm(tx, institutionId, termId))
  if (!terms || n === null) return { kind: 'off' }
  const own = wish.rule === null ? null : (ruleOn(wish.rule, deadline.startedOn)?.terms ?? null)
  const clock = { basis, ruleId, unit, n, kind: terms.kind, firstN: firstNumber(deadline) ?? n }
  const answer = extendNumber(clock, wish, own, await extensionsOf(tx, deadline.id))
  if (answer.kind !== 'extended') return answer
  const longest = answer.latest === null ? null : runClock(withNumber(terms, answer.latest), deadline, clockwork)
  if (longest?.kind === 'off') return { kind: 'off' }
  if (longest && wish.chosenOn !== null && wish.chosenOn > longest.days.dueOn) {
    return { kind: 'too-late', latest: longest.days.dueOn }
  }
  const longer = withNumber(terms, answer.n)
  const ran = runClock(longer, deadline, clockwork)
  if (ran.kind === 'off') return ran
  const chosen = wish.chosenOn ?? chosenOn
  const days: Days = withChoice(longer, ran.days, chosen, clockwork.zone)
  return { ...deadline, n: answer.n, chosenOn: chosen, ...days }
}

/** The number of the first term: what the rule gives without any extension. */
function firstNumber({ ruleId, ruleVersion }: Deadline): number | null {
  const terms = ruleId !== null && ruleVersion !== null ? ruleOfVersion(ruleId, ruleVersion)?.terms : null
  return terms ? numberOf(terms) : null
}

function setLater(deadline: Deadline, { rule, chosenOn }: ExtensionWish, zone: string): Deadline | Refused {
  if (rule !== null) return { kind: 'no-such-extension' }
  return chosenOn === null ? { kind: 'not-in-this-way' } : { ...deadline, chosenOn, ...daysOfSetDay(chosenOn, zone) }
}
