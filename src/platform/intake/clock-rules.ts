import type { Jurisdiction } from '#law/jurisdiction.ts'
import { extensionsFor } from '../deadlines/extension-rules.ts'

export const CASE_KIND = 'intake.case'
/** The one clock of a case in the table of deadlines, however many points it was split into. */
export const CASE_SLOT = 'answer'

/** What a paper asks for, as far as its clock depends on it; a day set by hand; none, for a paper that asks for nothing. */
export const CLOCKS = ['request', 'information', 'petition', 'day', 'none'] as const
export type CaseClock = (typeof CLOCKS)[number]
export type ClockByRule = Exclude<CaseClock, 'day' | 'none'>
export const CLOCKS_BY_RULE = ['request', 'information', 'petition'] as const satisfies readonly ClockByRule[]

/**
 * By which rule the answer is due. Where the law gives no number (petitions; in Kosovo the general procedure) the rule
 * gives a day only once the institution has set a term of its own.
 */
const RULES: Record<Jurisdiction, Record<ClockByRule, string>> = {
  AL: { request: 'AL-CPA-DECIDE', information: 'AL-FOI-ANSWER', petition: 'AL-LSG-PETITION' },
  XK: { request: 'XK-LGAP', information: 'XK-FOI-ANSWER', petition: 'XK-LSG-PETITION' },
}

export const ruleOfClock = (jurisdiction: Jurisdiction, clock: ClockByRule): string => RULES[jurisdiction][clock]

/** A request for information that came from another authority: law 119/2014, Art 15, from its arrival at the first one. */
export const TRANSFERRED_INFORMATION = 'AL-FOI-ANSWER-TR'

/** Passing on a letter that belongs to another body (Albania: law 44/2015, Art 24). */
export const FORWARD_RULE: Record<Jurisdiction, string | null> = { AL: 'AL-CPA-FORWARD', XK: null }

/** The rule by which a clock may be made longer; null: nothing allows it. */
export const extensionOf = (ruleId: string | null): string | null =>
  ruleId === null ? null : (extensionsFor(ruleId)[0] ?? null)

/** Law 119/2014, Art 15 knows three grounds and no other; elsewhere the official writes why. */
export const EXTENSION_GROUNDS = ['many', 'apart', 'consult'] as const
export type ExtensionGround = (typeof EXTENSION_GROUNDS)[number]
export const hasListedGrounds = (extension: string): boolean => extension === 'AL-FOI-EXT'

/** Which of the choices a clock that stands came from. */
export function clockOf(deadline: { basis: 'rule' | 'own' | 'day'; ruleId: string | null; state: string }): CaseClock {
  if (deadline.state === 'cancelled') return 'none'
  if (deadline.basis === 'day') return 'day'
  if (deadline.ruleId === TRANSFERRED_INFORMATION) return 'information'
  const rules = Object.values(RULES)
  return CLOCKS_BY_RULE.find((clock) => rules.some((of) => of[clock] === deadline.ruleId)) ?? 'request'
}
