import { statusOf, type Rule } from '#law/rules/rule.ts'
import type { StandingTerm } from '#platform/deadlines/reckoning/reckon-rules.ts'

/** How a rule stands in an institution, in the order of the filter. */
export const RULE_STATES = ['active', 'confirmed', 'own', 'to-confirm', 'confirm-again', 'off'] as const
export type RuleState = (typeof RULE_STATES)[number]

/** `term`: what the institution has set for it that holds today. */
export function stateOf(rule: Rule, term: Pick<StandingTerm, 'kind' | 'ruleVersion'> | null): RuleState {
  const status = statusOf(rule)
  if (status.kind === 'active') return 'active'
  if (status.kind === 'off') return term?.kind === 'own' ? 'own' : 'off'
  if (term?.kind !== 'confirmed') return 'to-confirm'
  return term.ruleVersion === rule.version ? 'confirmed' : 'confirm-again'
}

/** What asks something of the administrator. */
export const isWaiting = (state: RuleState): boolean => state === 'to-confirm' || state === 'confirm-again'
