import { JURISDICTIONS, type Jurisdiction } from '#law/jurisdiction.ts'
import { ALL_RULES } from '#law/rules/rules.ts'
import { statusOf, type Rule, type RuleStatus } from '#law/rules/rule.ts'
import type { Lang } from '#platform/i18n/language.ts'

export const CLOCK_STATES = ['active', 'to-be-confirmed', 'off'] as const satisfies readonly RuleStatus['kind'][]
export type ClockState = (typeof CLOCK_STATES)[number]

/** What somebody asked of the list, as it stands in the address. Unknown values are left aside, never an error. */
export type ClockQuestion = {
  words: string
  jurisdiction: Jurisdiction | null
  /** The law as machines name it: `L146/2014`. */
  law: string | null
  state: ClockState | null
}

export function readClockQuestion(query: Record<string, string | undefined>): ClockQuestion {
  const law = query.ligji ?? ''
  return {
    words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
    jurisdiction: JURISDICTIONS.find((one) => one === query.shteti) ?? null,
    law: LAWS.some(({ key }) => key === law) ? law : null,
    state: CLOCK_STATES.find((one) => one === query.gjendja) ?? null,
  }
}

export const isNarrowed = ({ words, jurisdiction, law, state }: ClockQuestion): boolean =>
  words !== '' || jurisdiction !== null || law !== null || state !== null

/** The newest version of each rule, in the order of the tables. */
export const NEWEST_RULES: readonly Rule[] = [...Map.groupBy(ALL_RULES, ({ id }) => id).values()].flatMap((versions) =>
  versions.toSorted((one, other) => other.version - one.version).slice(0, 1),
)

/** `L146/2014` of `L146/2014 Art 15`; several laws are named by the first. */
export const lawKey = ({ law }: Pick<Rule, 'law'>): string => law.split(/;| Arts? | \(/)[0]?.trim() ?? law

/** The law's name without its article. */
export const lawTitle = ({ lawName }: Pick<Rule, 'lawName'>, lang: Lang): string =>
  lawName[lang].split(/,? (?:neni|nenet|Articles?|Arts?) \d| \((?:neni|nenet|article)/)[0]?.trim() ?? lawName[lang]

export type LawGroup = { key: string; jurisdiction: Jurisdiction; rules: Rule[] }

/** By law, in the order in which the laws come first. */
export const groupByLaw = (rules: readonly Rule[]): LawGroup[] =>
  [...Map.groupBy(rules, (rule) => `${rule.jurisdiction} ${lawKey(rule)}`).values()].flatMap((group) => {
    const [first] = group
    return first ? [{ key: lawKey(first), jurisdiction: first.jurisdiction, rules: group }] : []
  })

export const LAWS: readonly LawGroup[] = groupByLaw(NEWEST_RULES)

export function narrow(rules: readonly Rule[], { words, jurisdiction, law, state }: ClockQuestion): Rule[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return rules.filter(
    (rule) =>
      (jurisdiction === null || rule.jurisdiction === jurisdiction) &&
      (law === null || lawKey(rule) === law) &&
      (state === null || statusOf(rule).kind === state) &&
      wanted.every((word) => searched(rule).includes(word)),
  )
}

const known = new Map<Rule, string>()

/** Both languages at once: people know the Albanian term and read in English, and the other way round. */
function searched(rule: Rule): string {
  const before = known.get(rule)
  if (before !== undefined) return before
  const { id, law, lawName, start, clock, actor, lapse, note } = rule
  const words = [lawName, start, clock, actor, lapse, note].flatMap((one) => (one ? [one.sq, one.en] : []))
  const all = plain([id, law, ...words].join(' '))
  known.set(rule, all)
  return all
}

/** Small letters without their marks: whoever types without ë and ç finds as much. */
const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()

/** Whether its terms are told by the clock on the wall. */
export const countsHours = (rule: Rule | null): boolean => rule?.terms?.unit === 'h' || rule?.second?.terms.unit === 'h'

/** So many institutions that have set something are shown on the page of a rule. */
export const MOST_TERMS = 200
