import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { civilDateIn, startOfDay, type CivilDate } from '../time/civil-date.ts'
import { holdClockwork } from './reckoning/clockwork-queries.ts'
import type { DeadlineOrder, StartOutcome } from './deadline-order.ts'
import { insertDeadline, lockDeadline, type NewDeadline } from './deadline-queries.ts'
import type { Deadline } from './deadline-rules.ts'
import { mayDo } from './deadline-state-rules.ts'
import {
  daysOfSetDay,
  judgeChoice,
  numberOf,
  resolveRule,
  runClock,
  withChoice,
  type Clockwork,
  type Days,
} from './reckoning/reckon-rules.ts'
import { standingTerm } from './terms/term-queries.ts'
import { writeDeadline } from './write-deadline.ts'

type Refused = Exclude<StartOutcome, { kind: 'started' }>
/** What the clock runs by, and the days that come of it. */
type Run = Days & Pick<Deadline, 'basis' | 'ruleId' | 'ruleVersion' | 'termId' | 'n' | 'unit' | 'chosenOn'>

/**
 * Starts a clock of a record. One that was planned, or called off, begins by this order; one that runs or is over is left
 * as it is and given back, so that a form that arrives twice starts it once.
 */
export async function startDeadline(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  order: DeadlineOrder,
): Promise<StartOutcome> {
  const { subject, slot, by } = order
  const clockwork = await holdClockwork(tx, order.institutionId)
  const stood = await lockDeadline(tx, subject, slot)
  if (stood && !mayDo(stood.state, 'start')) return { kind: 'started', deadline: stood }
  const wanted = await wantedOf(tx, services, order, clockwork)
  if (!('startedOn' in wanted)) return wanted
  const event = { kind: 'started' as const, ruleId: wanted.ruleId }
  if (stood) {
    const again = { pauses: [], pausedOn: null, endedAt: null }
    const after = { ...stood, ...wanted, ...again }
    return { kind: 'started', deadline: await writeDeadline(tx, services, { before: stood, after, by, event }) }
  }
  const written = await insertDeadline(tx, wanted, services.clock.now())
  // Somebody was faster: what they started stands.
  if (!written) return startDeadline(tx, services, order)
  return { kind: 'started', deadline: await writeDeadline(tx, services, { before: null, after: written, by, event }) }
}

async function wantedOf(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  order: DeadlineOrder,
  clockwork: Clockwork,
): Promise<NewDeadline | Refused> {
  const { institutionId, subject, slot, holder = {} } = order
  const { zone, jurisdiction } = clockwork
  const startedOn = order.startedOn ?? civilDateIn(zone, order.startedAt ?? clock.now())
  const startedAt = order.startedAt ?? startOfDay(startedOn, zone)
  const run = await runOf(tx, order, { startedOn, startedAt }, clockwork)
  if ('kind' in run) return run
  return {
    ...run,
    institutionId,
    subject,
    slot,
    jurisdiction,
    startedOn,
    startedAt,
    state: order.planned === true ? 'planned' : 'running',
    holderId: holder.accountId ?? null,
    role: holder.role ?? null,
    bodyId: holder.bodyId ?? null,
    public: order.public,
  }
}

async function runOf(
  tx: Transaction,
  { institutionId, basis, chosenOn = null }: DeadlineOrder,
  start: { startedOn: CivilDate; startedAt: Date },
  clockwork: Clockwork,
): Promise<Run | Refused> {
  if ('day' in basis) {
    const set = { basis: 'day' as const, ruleId: null, ruleVersion: null, termId: null, n: null, unit: null }
    return { ...set, chosenOn: basis.day, ...daysOfSetDay(basis.day, clockwork.zone) }
  }
  const term = await standingTerm(tx, institutionId, basis.rule, start.startedOn)
  const resolved = resolveRule(basis.rule, start.startedOn, clockwork.jurisdiction, term)
  if (resolved.kind === 'off') return resolved
  const { terms, rule, termId } = resolved
  const ran = runClock(terms, { ...start, pauses: [] }, clockwork)
  if (ran.kind === 'off') return ran
  const choice = judgeChoice(terms, ran.days, chosenOn)
  if (choice.kind !== 'fits') return choice
  const days = withChoice(terms, ran.days, chosenOn, clockwork.zone)
  const by = { basis: resolved.basis, ruleId: rule.id, ruleVersion: rule.version, termId }
  return { ...by, n: numberOf(terms), unit: terms.unit, chosenOn, ...days }
}
