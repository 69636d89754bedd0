import type { Jurisdiction, Words } from '../jurisdiction.ts'
import type { Rule, RuleKind, Terms, Unit } from './rule.ts'

/** What has to be said of every rule; the rest only where it differs from the usual. */
type RuleData = Omit<Rule, 'jurisdiction' | Usual> & Partial<Pick<Rule, Usual>>
type Usual = 'version' | 'unitSettled' | 'validFrom' | 'validTo'

const USUAL: Pick<Rule, Usual> = { version: 1, unitSettled: true, validFrom: null, validTo: null }

export const albanian = (data: RuleData): Rule => ({ ...USUAL, jurisdiction: 'AL', ...data })

export const kosovan = (data: RuleData): Rule => ({ ...USUAL, jurisdiction: 'XK', ...data })

/**
 * Terms as a country counts them. Albania leaves out the day of the event and moves a last day that is off (law 44/2015,
 * Art 56). Kosovo's rules of counting were not seen. Working days end on one by themselves, hours end where they end.
 */
export function termsIn(
  jurisdiction: Jurisdiction,
  kind: RuleKind,
  n: number,
  unit: Unit,
  direction: Terms['direction'] = 'after',
): Terms {
  const settled = jurisdiction === 'AL' || unit === 'h'
  const rolls = unit === 'd' || unit === 'mo'
  return {
    kind,
    n,
    unit,
    direction,
    firstDay: settled ? 'excluded' : 'unsettled',
    roll: !rolls ? 'none' : settled ? 'forward' : 'unsettled',
  }
}

export const inAlbania = (kind: RuleKind, n: number, unit: Unit, direction?: Terms['direction']): Terms =>
  termsIn('AL', kind, n, unit, direction)

export const inKosovo = (kind: RuleKind, n: number, unit: Unit, direction?: Terms['direction']): Terms =>
  termsIn('XK', kind, n, unit, direction)

/** Notes one after the other. */
export const notes = (...all: readonly Words[]): Words => ({
  sq: all.map(({ sq }) => sq).join(' '),
  en: all.map(({ en }) => en).join(' '),
})
