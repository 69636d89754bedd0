import type { CivilDate } from '#law/days.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import { termsIn } from '#law/rules/make-rule.ts'
import { statusOf, type Rule, type Terms, type Unit } from '#law/rules/rule.ts'

/** The units an institution may set a term in, in the order of the form. */
export const TERM_UNITS = ['wd', 'd', 'mo', 'h'] as const satisfies readonly Unit[]
export const FIRST_DAYS = ['excluded', 'counted'] as const
export const ROLLS = ['forward', 'none'] as const
export const TERM_LIMITS = { basis: { least: 5, most: 500 }, n: { least: 1, most: 3660 } } as const

/**
 * What an administrator may do with a rule. Null: the law's own text settles it, with a number or without, and nobody may
 * set it aside.
 */
export function deedFor(rule: Rule): 'confirm' | 'set' | null {
  const { kind } = statusOf(rule)
  if (kind === 'to-be-confirmed') return 'confirm'
  return kind === 'off' && rule.confidence !== 'T' && rule.confidence !== 'T/S' ? 'set' : null
}

/** Of a term of its own the parts that reckoning needs. */
export type OwnNumber = {
  n: number
  unit: Unit
  firstDay: 'excluded' | 'counted' | null
  roll: 'forward' | 'none' | null
}

/** Whether an institution has to say itself how it counts days: Albania's law does, Kosovo's could not be read. */
export const mayChooseReading = (jurisdiction: Jurisdiction): boolean =>
  termsIn(jurisdiction, 'max', 1, 'd').firstDay === 'unsettled'

/**
 * A rule filled with the number that an institution has set, ready to be reckoned with. Direction and kind are the rule's
 * where the table knows them. Where it does not, the time for taking part runs at least so long, and every other term at
 * most. How days are counted: as the country's law says, else as the institution has set, else both ways.
 */
export function ownTerms(rule: Rule, { n, unit, firstDay, roll }: OwnNumber): Terms {
  const direction = rule.terms?.direction ?? (rule.countedBack ? 'before' : 'after')
  const terms = termsIn(rule.jurisdiction, kindOf(rule), n, unit, direction)
  return {
    ...terms,
    firstDay: terms.firstDay === 'unsettled' ? (firstDay ?? 'unsettled') : terms.firstDay,
    roll: terms.roll === 'unsettled' ? (roll ?? 'unsettled') : terms.roll,
  }
}

function kindOf({ id, terms, countedBack }: Rule): 'exact' | 'min' | 'max' {
  if (countedBack) return 'min'
  if (terms?.kind === 'exact' || terms?.kind === 'min' || terms?.kind === 'max') return terms.kind
  return /-(CONSULT|CONS-NAT|CONS-MUN)$/.test(id) ? 'exact' : 'max'
}

/** The day on which the older term ends when a further one begins: the day before, or the same day when both begin on it. */
export const endBefore = (older: { fromOn: CivilDate }, dayBefore: CivilDate): CivilDate =>
  dayBefore < older.fromOn ? older.fromOn : dayBefore
