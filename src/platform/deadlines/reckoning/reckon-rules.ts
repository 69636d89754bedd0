import type { Calendar } from '#law/calendar/day-off.ts'
import { OutsideCalendar } from '#law/calendar/day-off.ts'
import { reckon, reckonHours, type Pause, type Reckoned } from '#law/clocks/reckon.ts'
import type { CivilDate } from '#law/days.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import { ALL_RULES, findRule, ruleOn } from '#law/rules/rules.ts'
import { statusOf, type OffReason, type Rule, type Terms } from '#law/rules/rule.ts'
import { addDays, civilDateIn, daysBetween, endOfDay } from '../../time/civil-date.ts'
import type { Deadline } from '../deadline-rules.ts'
import { ownTerms, type OwnNumber } from '../terms/term-rules.ts'

/** What time is in an institution: its country's calendar with what was announced and its closures, and its zone. */
export type Clockwork = { institutionId: string; jurisdiction: Jurisdiction; zone: string; calendar: Calendar }

/** What an institution has set for a rule, as far as reckoning needs it. */
export type StandingTerm = {
  id: string
  ruleVersion: number
  kind: 'confirmed' | 'own'
  n: number | null
  unit: OwnNumber['unit'] | null
  firstDay: OwnNumber['firstDay']
  roll: OwnNumber['roll']
}

export type OffWhy = OffReason | 'not-confirmed' | 'no-such-rule' | 'not-in-force' | 'outside-calendar'

export type Resolved = { kind: 'resolved'; basis: 'rule' | 'own'; rule: Rule; terms: Terms; termId: string | null }

/** By what a clock runs that starts on that day: the rule, or what the institution has put in its place. */
export function resolveRule(
  id: string,
  startedOn: CivilDate,
  jurisdiction: Jurisdiction,
  term: StandingTerm | null,
): Resolved | { kind: 'off'; reason: OffWhy } {
  const rule = ruleOn(id, startedOn)
  if (!rule) return { kind: 'off', reason: findRule(id) ? 'not-in-force' : 'no-such-rule' }
  if (rule.jurisdiction !== jurisdiction) return { kind: 'off', reason: 'no-such-rule' }
  const status = statusOf(rule)
  if (status.kind === 'off') {
    const terms = term && ownTermsOf(rule, term)
    return terms
      ? { kind: 'resolved', basis: 'own', rule, terms, termId: term.id }
      : { kind: 'off', reason: status.reason }
  }
  if (!rule.terms) return { kind: 'off', reason: 'no-number' }
  if (status.kind === 'active') return { kind: 'resolved', basis: 'rule', rule, terms: rule.terms, termId: null }
  if (term?.kind !== 'confirmed' || term.ruleVersion !== rule.version) return { kind: 'off', reason: 'not-confirmed' }
  return { kind: 'resolved', basis: 'rule', rule, terms: rule.terms, termId: term.id }
}

function ownTermsOf(rule: Rule, { kind, n, unit, firstDay, roll }: StandingTerm): Terms | null {
  return kind === 'own' && n !== null && unit !== null ? ownTerms(rule, { n, unit, firstDay, roll }) : null
}

/** The rule in the version by which a deadline runs. */
export const ruleOfVersion = (id: string, version: number): Rule | null =>
  ALL_RULES.find((rule) => rule.id === id && rule.version === version) ?? null

/** The number a clock counts to: of a window its last day. */
export const numberOf = (terms: Terms): number => (terms.kind === 'window' ? (terms.to ?? terms.n) : terms.n)

export const withNumber = (terms: Terms, n: number): Terms =>
  terms.kind === 'window' ? { ...terms, to: n } : { ...terms, n }

/** By what a deadline that stands is reckoned, extensions included. Null: a day was set, or its rule is known no more. */
export function standingTerms(deadline: Deadline, term: StandingTerm | null): Terms | null {
  const { basis, ruleId, ruleVersion, n } = deadline
  if (basis === 'day' || n === null || ruleId === null || ruleVersion === null) return null
  const rule = ruleOfVersion(ruleId, ruleVersion) ?? findRule(ruleId)
  if (!rule) return null
  const terms = basis === 'own' ? term && ownTermsOf(rule, term) : rule.terms
  return terms && withNumber(terms, n)
}

export type Start = { startedOn: CivilDate; startedAt: Date; pauses: readonly Pause[] }

/** The days of a clock as the table keeps them. */
export type Days = Pick<Deadline, 'opensOn' | 'workBy' | 'dueOn' | 'dueAt' | 'estimated'>

export type Ran = { kind: 'ran'; days: Days; reckoned: Reckoned }

/** Lets the clock run. A calendar that ends before it does is an answer: no year after it is known. */
export function runClock(
  terms: Terms,
  start: Start,
  { calendar, zone }: Pick<Clockwork, 'calendar' | 'zone'>,
): Ran | { kind: 'off'; reason: 'outside-calendar' } {
  if (terms.unit === 'h') return runHours(terms, start, zone)
  try {
    const reckoned = reckon(terms, start.startedOn, calendar, start.pauses)
    const { due, workBy, opens, estimated } = reckoned
    const days = { opensOn: opens, workBy, dueOn: due, dueAt: endOfDay(due, zone), estimated }
    return { kind: 'ran', days, reckoned }
  } catch (error) {
    if (error instanceof OutsideCalendar) return { kind: 'off', reason: 'outside-calendar' }
    throw error
  }
}

/** Hours are instants, whatever the calendar says; a pause of whole days sets them off by as many. */
function runHours(terms: Terms, { startedOn, startedAt, pauses }: Start, zone: string): Ran {
  const paused = pauses.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)
  const dueAt = new Date(reckonHours(terms, startedAt).getTime() + paused * 86_400_000)
  // Exclusive: what ends at midnight ends with the day before.
  const dueOn = civilDateIn(zone, new Date(dueAt.getTime() - 1))
  const days = { opensOn: null, workBy: dueOn, dueOn, dueAt, estimated: false }
  return { kind: 'ran', days, reckoned: setDay(startedOn, dueOn) }
}

/** A day that was set, in the shape of a reckoned one. */
export const setDay = (from: CivilDate, due: CivilDate): Reckoned => ({
  from,
  due,
  workBy: due,
  opens: null,
  raw: due,
  days: [],
  readings: [],
  estimated: false,
})

export const daysOfSetDay = (day: CivilDate, zone: string): Days => ({
  opensOn: null,
  workBy: day,
  dueOn: day,
  dueAt: endOfDay(day, zone),
  estimated: false,
})

export type ChoiceOutcome =
  { kind: 'fits' } | { kind: 'too-early'; least: CivilDate } | { kind: 'too-late'; latest: CivilDate }

/** Whether the institution may choose this day: later than a least, earlier than a most. */
export function judgeChoice({ kind, direction }: Terms, days: Days, chosen: CivilDate | null): ChoiceOutcome {
  if (chosen === null) return { kind: 'fits' }
  const { dueOn, opensOn } = days
  // Counting back from an event, a later day would leave less time than the law wants.
  if (direction === 'before') return chosen > dueOn ? { kind: 'too-late', latest: dueOn } : { kind: 'fits' }
  if (kind === 'exact' || kind === 'min') return chosen < dueOn ? { kind: 'too-early', least: dueOn } : { kind: 'fits' }
  if (chosen > dueOn) return { kind: 'too-late', latest: dueOn }
  return opensOn !== null && chosen < opensOn ? { kind: 'too-early', least: opensOn } : { kind: 'fits' }
}

/**
 * The days with the one that the institution chose. Later than a least it is the last day itself; within a most it is only
 * the day to work to: nobody is late before the law's own day is over.
 */
export function withChoice({ kind, direction }: Terms, days: Days, chosen: CivilDate | null, zone: string): Days {
  if (chosen === null) return days
  const asLastDay = { ...days, workBy: chosen, dueOn: chosen, dueAt: endOfDay(chosen, zone) }
  if (direction === 'before') return chosen < days.dueOn ? asLastDay : days
  if (kind === 'exact' || kind === 'min') return chosen > days.dueOn ? asLastDay : days
  return chosen < days.workBy ? { ...days, workBy: chosen } : days
}

/** The days between, both the first and the one before it goes on: the day on which it goes on counts again. */
export const pauseUntil = (from: CivilDate, resumed: CivilDate): Pause[] =>
  resumed > from ? [{ from, to: addDays(resumed, -1) }] : []
