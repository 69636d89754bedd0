import type { CivilDate } from '../days.ts'
import type { Jurisdiction } from '../jurisdiction.ts'
import { ALBANIA_CONSULTATION } from './albania-consultation.ts'
import { ALBANIA_INFORMATION } from './albania-information.ts'
import { ALBANIA_LOCAL } from './albania-local.ts'
import { ALBANIA_OTHERS } from './albania-others.ts'
import { ALBANIA_PREFECT } from './albania-prefect.ts'
import { ALBANIA_PROCEDURE } from './albania-procedure.ts'
import { ALBANIA_REMEDIES } from './albania-remedies.ts'
import { KOSOVO_CONSULTATION } from './kosovo-consultation.ts'
import { KOSOVO_INFORMATION } from './kosovo-information.ts'
import { KOSOVO_LOCAL } from './kosovo-local.ts'
import { KOSOVO_OTHERS } from './kosovo-others.ts'
import type { Rule, Terms } from './rule.ts'

/** Every rule in every version, in the order in which people read them: by country, by law, as a matter goes its way. */
export const ALL_RULES: readonly Rule[] = [
  ...ALBANIA_CONSULTATION,
  ...ALBANIA_INFORMATION,
  ...ALBANIA_LOCAL,
  ...ALBANIA_PROCEDURE,
  ...ALBANIA_REMEDIES,
  ...ALBANIA_PREFECT,
  ...ALBANIA_OTHERS,
  ...KOSOVO_CONSULTATION,
  ...KOSOVO_INFORMATION,
  ...KOSOVO_LOCAL,
  ...KOSOVO_OTHERS,
]

const VERSIONS = Map.groupBy(ALL_RULES, ({ id }) => id)

/** The newest version of a rule. */
export const findRule = (id: string): Rule | null =>
  (VERSIONS.get(id) ?? []).reduce<Rule | null>(
    (newest, one) => (newest && newest.version > one.version ? newest : one),
    null,
  )

/** The version by which a clock runs that starts on this day. */
export const ruleOn = (id: string, startedOn: CivilDate): Rule | null =>
  VERSIONS.get(id)?.find((rule) => isInForce(rule, startedOn)) ?? null

export const isInForce = ({ validFrom, validTo }: Rule, day: CivilDate): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

/**
 * All of a country's rules that dates hang on, as text: it differs when a date could. Words and sources have no part in
 * it.
 */
export const rulesDigest = (jurisdiction: Jurisdiction): string =>
  ALL_RULES.filter((rule) => rule.jurisdiction === jurisdiction)
    .map(digestOf)
    .toSorted()
    .join('\n')

function digestOf({
  id,
  version,
  terms,
  second,
  countedBack,
  unitSettled,
  confidence,
  validFrom,
  validTo,
}: Rule): string {
  const clocks = [terms, second?.terms ?? null].map((one) => (one ? termsDigest(one) : '-'))
  const back = countedBack ? ['back'] : []
  return [id, version, ...clocks, unitSettled, confidence, validFrom ?? '-', validTo ?? '-', ...back].join(' ')
}

const termsDigest = ({ kind, n, to, unit, direction, firstDay, roll }: Terms): string =>
  [kind, n, to ?? '', unit, direction, firstDay, roll].join('/')
