import type { Reckoned } from '#law/clocks/reckon.ts'
import type { CivilDate } from '#law/days.ts'
import type { Rule, Terms } from '#law/rules/rule.ts'
import type { Queryable } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import { civilDateIn, startOfDay } from '../../time/civil-date.ts'
import { clockworkFor } from './clockwork-queries.ts'
import {
  judgeChoice,
  resolveRule,
  runClock,
  withChoice,
  type ChoiceOutcome,
  type Days,
  type OffWhy,
} from './reckon-rules.ts'
import { standingTerm } from '../terms/term-queries.ts'

export type ReckonOrder = {
  institutionId: string
  rule: string
  /** Today in its zone unless told. */
  startedOn?: CivilDate
  startedAt?: Date
  chosenOn?: CivilDate | null
}

export type ReckonedDeadline = {
  rule: Rule
  terms: Terms
  /** What the clock itself says, with every day on the way. */
  reckoned: Reckoned
  /** As the table would keep them: with the day chosen, where it fits. */
  days: Days
  /** Whether the day chosen may be chosen. */
  choice: ChoiceOutcome
}

/** What a clock would say, for forms and previews; nothing is written. */
export async function reckonDeadline(
  db: Queryable,
  { clock }: Pick<Services, 'clock'>,
  order: ReckonOrder,
): Promise<ReckonedDeadline | { off: OffWhy }> {
  const { institutionId, rule: id, chosenOn = null } = order
  const clockwork = await clockworkFor(db, institutionId)
  if (!clockwork) throw new Error('A clock of an institution that is not there')
  const startedOn = order.startedOn ?? civilDateIn(clockwork.zone, order.startedAt ?? clock.now())
  const startedAt = order.startedAt ?? startOfDay(startedOn, clockwork.zone)
  const term = await standingTerm(db, institutionId, id, startedOn)
  const resolved = resolveRule(id, startedOn, clockwork.jurisdiction, term)
  if (resolved.kind === 'off') return { off: resolved.reason }
  const { rule, terms } = resolved
  const ran = runClock(terms, { startedOn, startedAt, pauses: [] }, clockwork)
  if (ran.kind === 'off') return { off: ran.reason }
  const choice = judgeChoice(terms, ran.days, chosenOn)
  const days = choice.kind === 'fits' ? withChoice(terms, ran.days, chosenOn, clockwork.zone) : ran.days
  return { rule, terms, reckoned: ran.reckoned, days, choice }
}
