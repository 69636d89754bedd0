import type { Rule } from '#law/rules/rule.ts'
import { statusOf } from '#law/rules/rule.ts'
import type { PublicTerm } from '#platform/deadlines/terms/term-queries.ts'
import { zonedInstant } from '#platform/time/zoned-instant.ts'
import { NEWEST_RULES } from './clock-list-rules.ts'
import { clockUrls } from './urls.ts'
import type { ClockAnswer, ClockView } from './clock-view.ts'

/** Every rule in its newest version as data. */
export const rulesAsData = (url: string) => ({ rules: NEWEST_RULES.map((rule) => ruleAsData(rule, url)) })

/** A rule with its versions, and what institutions have set of it. */
export const clockAsData = ({ rule, versions, terms }: ClockView, url: string) => ({
  ...ruleAsData(rule, url),
  versions: versions.map(({ version, validFrom, validTo }) => ({ version, valid_from: validFrom, valid_to: validTo })),
  institutions: terms.map((term) => termAsData(term, url)),
})

function ruleAsData(rule: Rule, url: string) {
  const status = statusOf(rule)
  return {
    rule: rule.id,
    url: url + clockUrls.rule(rule.id),
    version: rule.version,
    jurisdiction: rule.jurisdiction,
    terms: rule.terms,
    unit_settled: rule.unitSettled,
    second: rule.second ?? null,
    clock: rule.clock,
    start: rule.start,
    actor: rule.actor,
    lapse: rule.lapse,
    law: rule.law,
    law_name: rule.lawName,
    sources: rule.sources,
    confidence: rule.confidence,
    status: status.kind,
    reason: status.kind === 'off' ? status.reason : null,
    note: rule.note,
    valid_from: rule.validFrom,
    valid_to: rule.validTo,
  }
}

const termAsData = (term: PublicTerm, url: string) => ({
  institution: term.slug,
  name: term.institution,
  url: `${url}/i/${term.slug}/`,
  kind: term.kind,
  n: term.n,
  unit: term.unit,
  first_day: term.firstDay,
  roll: term.roll,
  basis: term.basis,
  from: term.fromOn,
  until: term.untilOn,
})

type Answered = Exclude<ClockAnswer, { kind: 'unknown-institution' }>

/** The same keys that the command line prints: `rule, from, due, unit, law, confidence, status, skipped`. */
export function answerAsData(answer: Answered) {
  const { rule, status, ask, institution } = answer
  const { confidence } = rule
  const place = { institution: institution?.slug ?? null }
  if (answer.kind === 'off') {
    const { reason } = answer
    const head = { rule: rule.id, from: ask.date, due: null, unit: null, law: rule.law, confidence }
    return { ...head, status: 'off', reason, skipped: [], ...place }
  }
  const { terms, ownBasis, confirmed } = answer
  const law = ownBasis === null ? rule.law : `${rule.law}; own term: ${ownBasis}`
  const tail = { unit: terms.unit, law, confidence, status: confirmed || ownBasis !== null ? 'active' : status.kind }
  if (answer.kind === 'hour') {
    const [from, due] = [answer.from, answer.due].map((moment) => zonedInstant(answer.zone, moment))
    return { rule: rule.id, from, due, ...tail, skipped: [], ...place }
  }
  const { due, opens, workBy, readings } = answer.reckoned
  return {
    rule: rule.id,
    from: ask.date,
    due: opens === null ? due : { from: opens, to: due },
    ...tail,
    skipped: answer.explanation.skipped
      .map(({ date, words }) => ({ date, why: words }))
      .toSorted((one, other) => (one.date < other.date ? -1 : 1)),
    ...(readings.length > 1 && { workBy }),
    ...place,
  }
}
