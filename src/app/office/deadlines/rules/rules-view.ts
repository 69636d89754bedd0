import { calendarOf } from '#law/calendar/calendar.ts'
import type { CivilDate } from '#law/days.ts'
import { ALL_RULES, findRule } from '#law/rules/rules.ts'
import type { Rule, Terms } from '#law/rules/rule.ts'
import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { listCalendarChanges, stoppingClosures } from '#platform/deadlines/announcements/calendar-queries.ts'
import { runClock } from '#platform/deadlines/reckoning/reckon-rules.ts'
import {
  countOpenByRule,
  listTerms,
  standingTerms,
  type InstitutionTerm,
} from '#platform/deadlines/terms/term-queries.ts'
import { deedFor, mayChooseReading, ownTerms } from '#platform/deadlines/terms/term-rules.ts'
import { termPermissions as may } from '#platform/deadlines/terms/term-rights-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { isWaiting, RULE_STATES, stateOf, type RuleState } from './rule-state-rules.ts'

/** In which institution, by the address; every page of the rules is about one. */
export type Place = {
  institution: InstitutionSummary
  /** Those the official may choose among. */
  institutions: readonly InstitutionSummary[]
  mayWrite: boolean
  today: CivilDate
}

/** Null: there is no such institution, or this official may not see its rules. */
export async function viewPlace(
  { db, clock }: Services,
  lang: Lang,
  official: Official,
  asked: string,
): Promise<Place | null> {
  const institutions = await listInstitutions(db, lang, reachOf(official))
  // Where one may set something comes first: that is why one is here.
  const own = institutions.find(({ id }) => mayIn(official, may['rules.write'], id))
  const institution = asked ? institutions.find(({ id }) => id === asked) : (own ?? institutions[0])
  if (!institution) return null
  const mayWrite = mayIn(official, may['rules.write'], institution.id)
  return { institution, institutions, mayWrite, today: civilDateIn(institution.zone, clock.now()) }
}

/** A role held in one body alone opens them too: its rules are those of the whole institution. */
function reachOf(official: Official): readonly string[] | null {
  const reach = institutionsWhere(official, may['rules.read'])
  const ofBodies = (official.bodyRoles ?? []).filter(({ role }) => may['rules.read'].some((one) => one === role))
  return reach && [...reach, ...ofBodies.map(({ institutionId }) => institutionId)]
}

export type RulesQuestion = { state: RuleState | null; words: string }

export const readRulesQuestion = (query: Record<string, string | undefined>): RulesQuestion => ({
  state: RULE_STATES.find((one) => one === query.gjendja) ?? null,
  words: (query.q ?? '').trim().slice(0, 100),
})

export type RuleLine = { rule: Rule; state: RuleState; term: InstitutionTerm | null; open: number }

export type RulesView = Place & {
  question: RulesQuestion
  lines: readonly RuleLine[]
  figures: Record<RuleState, number>
  /** The first that waits for the administrator. */
  next: Rule | null
}

export async function viewRules(
  services: Services,
  place: Place,
  lang: Lang,
  question: RulesQuestion,
): Promise<RulesView> {
  const { institution, today } = place
  const [terms, open] = await Promise.all([
    standingTerms(services.db, institution.id, today),
    countOpenByRule(services.db, institution.id),
  ])
  const termOf = new Map(terms.map((term) => [term.ruleId, term]))
  const openOf = new Map(open.map((one) => [one.ruleId, one.open]))
  const all = rulesOf(institution).map((rule): RuleLine => {
    const term = termOf.get(rule.id) ?? null
    return { rule, state: stateOf(rule, term), term, open: openOf.get(rule.id) ?? 0 }
  })
  const count = (state: RuleState) => all.filter((line) => line.state === state).length
  return {
    ...place,
    question,
    lines: all.filter((line) => fits(line, question, lang)),
    figures: Object.fromEntries(RULE_STATES.map((state) => [state, count(state)])) as Record<RuleState, number>,
    next: place.mayWrite ? (all.find(({ state }) => isWaiting(state))?.rule ?? null) : null,
  }
}

/** The newest version of each rule of the institution's country. */
const rulesOf = ({ jurisdiction }: InstitutionSummary): Rule[] =>
  ALL_RULES.filter((rule) => rule.jurisdiction === jurisdiction && findRule(rule.id) === rule)

function fits({ rule, state }: RuleLine, question: RulesQuestion, lang: Lang): boolean {
  if (question.state !== null && state !== question.state) return false
  const words = plain(question.words)
  const among = [rule.id, rule.law, rule.lawName[lang], rule.start[lang], rule.clock[lang], rule.actor[lang]]
  return words === '' || among.some((one) => plain(one).includes(words))
}

const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export type RuleView = RuleLine &
  Place & {
    deed: 'confirm' | 'set' | null
    /** The decision that has no end yet, to be ended or followed: it may hold from a later day. */
    unended: InstitutionTerm | null
    history: readonly InstitutionTerm[]
    mayChooseReading: boolean
    /** If it began today; null where no date can be told. */
    today: CivilDate
    example: { workBy: CivilDate; due: CivilDate } | null
  }

/** Null: no such rule in the country of the institution. */
export async function viewRule(services: Services, place: Place, ruleId: string): Promise<RuleView | null> {
  const { institution, today } = place
  const rule = findRule(ruleId)
  if (!rule || rule.jurisdiction !== institution.jurisdiction) return null
  const [terms, open] = await Promise.all([
    listTerms(services.db, institution.id),
    countOpenByRule(services.db, institution.id),
  ])
  const history = terms.filter((term) => term.ruleId === rule.id)
  const term = history.find(({ fromOn, untilOn }) => fromOn <= today && (untilOn === null || untilOn >= today)) ?? null
  return {
    ...place,
    rule,
    term,
    history,
    state: stateOf(rule, term),
    open: open.find((one) => one.ruleId === rule.id)?.open ?? 0,
    deed: deedFor(rule),
    unended: history.find(({ endedAt }) => endedAt === null) ?? null,
    mayChooseReading: mayChooseReading(rule.jurisdiction),
    example: await exampleOf(services, place, termsToday(rule, term)),
  }
}

function termsToday(rule: Rule, term: InstitutionTerm | null): Terms | null {
  if (deedFor(rule) !== 'set') return rule.terms
  return term?.n && term.unit ? ownTerms(rule, { ...term, n: term.n, unit: term.unit }) : null
}

async function exampleOf(
  { db }: Services,
  { institution, today }: Place,
  terms: Terms | null,
): Promise<RuleView['example']> {
  if (!terms) return null
  const [changes, closures] = await Promise.all([
    listCalendarChanges(db, institution.jurisdiction),
    stoppingClosures(db, institution.id),
  ])
  const calendar = calendarOf(institution.jurisdiction, changes, closures)
  const start = { startedOn: today, startedAt: startOfDay(today, institution.zone), pauses: [] }
  const ran = runClock(terms, start, { calendar, zone: institution.zone })
  return ran.kind === 'ran' ? { workBy: ran.days.workBy, due: ran.days.dueOn } : null
}
