import { OutsideCalendar, type Calendar } from '#law/calendar/day-off.ts'
import { reckon, reckonHours, type Reckoned } from '#law/clocks/reckon.ts'
import { statusOf, type Confidence, type OffReason, type Rule, type Terms } from '#law/rules/rule.ts'
import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import { explain, explainHours, whyWords, type Explanation } from '#platform/deadlines/explanation/explanation-rules.ts'
import { setDay } from '#platform/deadlines/reckoning/reckon-rules.ts'
import { ownTerms } from '#platform/deadlines/terms/term-rules.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { zonedInstant } from '#platform/time/zoned-instant.ts'
import { refused, type Outcome } from './command.ts'
import type { Question } from './deadline-question.ts'

/** What an institution has set for the rule, as far as the answer needs it. */
export type SetTerm = {
  kind: 'confirmed' | 'own'
  ruleVersion: number
  n: number | null
  unit: Terms['unit'] | null
  firstDay: 'excluded' | 'counted' | null
  roll: 'forward' | 'none' | null
  basis: string
}

/** Where the clock runs. `set`: null where no institution was named, or it has set nothing. */
export type Place = { calendar: Calendar; zone: string; set: SetTerm | null; institution: string | null }

/** By what the clock runs, and how sure that is. */
type Basis = {
  terms: Terms
  status: 'active' | 'to-be-confirmed'
  law: string
  /** Of the institution's own term, what it rests on. */
  ownBasis: string | null
}

/** The date, or why there is none. */
export function answerDeadline(question: Question, place: Place): Outcome {
  const basis = basisOf(question, place)
  if ('kind' in basis) return basis
  if (basis.terms.unit === 'h') return answerInHours(question, basis, place)
  try {
    return answerInDays(question, basis, reckon(basis.terms, question.startedOn, place.calendar))
  } catch (error) {
    if (error instanceof OutsideCalendar) return refused(`The clock runs out of the calendar: ${error.message}.`)
    throw error
  }
}

function basisOf({ rule, second }: Question, { set, institution }: Place): Basis | Outcome {
  const status = statusOf(rule)
  if (status.kind === 'off') {
    const own = set && ownTermsOf(rule, set)
    if (!own) return refused(whyOff(rule, status.reason, institution))
    return { terms: own, status: 'active', law: `${rule.law}; own term: ${set.basis}`, ownBasis: set.basis }
  }
  const terms = second ? rule.second?.terms : rule.terms
  if (!terms) return refused(whyOff(rule, 'no-number', institution))
  const confirmed = set?.kind === 'confirmed' && set.ruleVersion === rule.version
  return { terms, status: confirmed ? 'active' : status.kind, law: rule.law, ownBasis: null }
}

function ownTermsOf(rule: Rule, { kind, n, unit, firstDay, roll }: SetTerm): Terms | null {
  return kind === 'own' && n !== null && unit !== null ? ownTerms(rule, { n, unit, firstDay, roll }) : null
}

const WHY_OFF: Record<OffReason, string> = {
  'no-number': 'the law, as far as it was seen, gives no number to count by',
  'not-verified': 'its number was not verified',
  'practice-only': 'its number was seen in practice only, not in a law',
  'unit-unsettled': 'the source does not say which days are counted, or from what',
}

function whyOff(rule: Rule, reason: OffReason, institution: string | null): string {
  const own =
    institution === null
      ? 'An institution may have set a term of its own: name it with --institution SLUG.'
      : `${institution} has set no term of its own for it.`
  return `${rule.id} gives no date: ${WHY_OFF[reason]}. What is known: ${rule.clock.en} (${rule.law}; confidence ${rule.confidence}). ${own}`
}

type Skipped = { date: string; why: string }
type Answer = {
  rule: string
  from: string
  due: string | { from: string; to: string }
  unit: Terms['unit']
  law: string
  confidence: Confidence
  status: Basis['status']
  skipped: Skipped[]
  /** Only where the law leaves two readings: the earlier one. */
  workBy?: string
}

function answerInDays(question: Question, basis: Basis, reckoned: Reckoned): Outcome {
  const { due, opens, workBy, readings } = reckoned
  const skipped = reckoned.days
    .flatMap(({ date, why }) => (why ? [{ date, why: whyWords('en', why) }] : []))
    .toSorted((one, other) => one.date.localeCompare(other.date))
  const answer = {
    ...answerOf(question.rule, basis),
    from: reckoned.from,
    due: opens === null ? due : { from: opens, to: due },
    skipped,
    ...(readings.length > 1 && { workBy }),
  }
  const rule = askedRule(question, basis)
  const explained = explain('en', { rule, terms: basis.terms, reckoned, ownBasis: basis.ownBasis })
  const head = opens === null ? dayLine(due) : `${dayLine(opens)} to ${dayLine(due)}`
  return { kind: 'done', data: inOrder(answer), lines: linesOf(head, question.rule, basis, explained) }
}

function answerInHours(question: Question, basis: Basis, { zone }: Place): Outcome {
  const { rule, startedOn, startedAt } = question
  const due = reckonHours(basis.terms, startedAt)
  const wholeDay = startedAt.getTime() === startOfDay(startedOn, zone).getTime()
  const answer = {
    ...answerOf(rule, basis),
    from: wholeDay ? startedOn : zonedInstant(zone, startedAt),
    due: zonedInstant(zone, due),
    skipped: [],
  }
  const explained = explainHours('en', {
    rule: askedRule(question, basis),
    terms: basis.terms,
    ownBasis: basis.ownBasis,
    reckoned: setDay(startedOn, civilDateIn(zone, due)),
    hours: { from: startedAt, due, zone },
  })
  return { kind: 'done', data: inOrder(answer), lines: linesOf(answer.due, rule, basis, explained) }
}

const answerOf = (rule: Rule, { terms, law, status }: Basis) => ({
  rule: rule.id,
  unit: terms.unit,
  law,
  confidence: rule.confidence,
  status,
})

/** The keys as the contract lists them. */
const inOrder = ({ rule, from, due, unit, law, confidence, status, skipped, workBy }: Answer): Answer => ({
  rule,
  from,
  due,
  unit,
  law,
  confidence,
  status,
  skipped,
  ...(workBy !== undefined && { workBy }),
})

/** The rule in the words of what was asked for: the second of a pair has its own start, an own term another number. */
function askedRule({ rule, second }: Question, { ownBasis }: Basis): Rule {
  if (ownBasis !== null) return { ...rule, terms: null }
  return second && rule.second ? { ...rule, start: rule.second.start, actor: rule.second.actor } : rule
}

const dayLine = (date: string): string => `${date} (${formatDate('en', date)})`

function linesOf(head: string, rule: Rule, { status }: Basis, explained: Explanation): string[] {
  const note = rule.note ? [`Note: ${rule.note.en}`] : []
  const seen = rule.sources.length > 0 ? [`Seen at: ${rule.sources.join(', ')}`] : []
  // No list of days stands below.
  const sentences = explained.sentences.filter((one) => one !== explanationTexts('en').unsettled.followed)
  const readings = explained.readings.map(({ words, due }) => `${due}: ${words}`)
  return [head, '', ...sentences, ...readings, ...note, ...seen, `Confidence ${rule.confidence}, ${status}.`]
}
