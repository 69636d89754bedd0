import { calendarOf } from '#law/calendar/calendar.ts'
import type { Calendar } from '#law/calendar/day-off.ts'
import { ZONE_OF } from '#law/jurisdiction.ts'
import { ALL_RULES, ruleOn } from '#law/rules/rules.ts'
import { statusOf, type OffReason, type Rule, type RuleStatus, type Terms } from '#law/rules/rule.ts'
import type { Reckoned } from '#law/clocks/reckon.ts'
import { listCalendarChanges, stoppingClosures } from '#platform/deadlines/announcements/calendar-queries.ts'
import { explain, type Explanation } from '#platform/deadlines/explanation/explanation-rules.ts'
import { runClock } from '#platform/deadlines/reckoning/reckon-rules.ts'
import { ownTerms } from '#platform/deadlines/terms/term-rules.ts'
import {
  listPublicTerms,
  standingTerm,
  type InstitutionTerm,
  type PublicTerm,
} from '#platform/deadlines/terms/term-queries.ts'
import { daysAway, type TimeLeft } from '#platform/deadlines/explanation/time-left-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitution, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import type { ClockAsk } from './clock-form.ts'
import { instantOf } from './clock-hour-rules.ts'
import { MOST_TERMS } from './clock-list-rules.ts'

export type ClockView = {
  rule: Rule
  versions: readonly Rule[]
  terms: PublicTerm[]
  /** Those for which it may be computed. */
  institutions: InstitutionSummary[]
}

export async function viewClock({ db, clock }: Services, lang: Lang, rule: Rule): Promise<ClockView> {
  const onDay = civilDateIn(ZONE_OF[rule.jurisdiction], clock.now())
  const [terms, institutions] = await Promise.all([
    listPublicTerms(db, lang, { ruleId: rule.id, onDay, limit: MOST_TERMS }),
    listCalculable(db, lang, rule),
  ])
  return { rule, versions: ALL_RULES.filter(({ id }) => id === rule.id), terms, institutions }
}

async function listCalculable(db: Services['db'], lang: Lang, { jurisdiction }: Rule): Promise<InstitutionSummary[]> {
  const all = await listInstitutions(db, lang)
  return all.filter((one) => one.jurisdiction === jurisdiction)
}

export type AnswerBase = {
  ask: ClockAsk
  rule: Rule
  status: RuleStatus
  institution: InstitutionSummary | null
  /** Of a rule from a secondary source: whether this institution works by it. */
  confirmed: boolean
}

type Ran = {
  terms: Terms
  /** What the institution's own term rests on; null: it is the rule's. */
  ownBasis: string | null
}

export type ClockAnswer =
  | { kind: 'unknown-institution' }
  | (AnswerBase & { kind: 'off'; reason: OffReason | 'not-in-force' | 'outside-calendar' })
  | (AnswerBase & Ran & { kind: 'date'; reckoned: Reckoned; left: TimeLeft; explanation: Explanation })
  | (AnswerBase & Ran & { kind: 'hour'; from: Date; due: Date; zone: string; explanation: Explanation })

/** The date for anyone, with its reasons. */
export async function answer(services: Services, lang: Lang, newest: Rule, ask: ClockAsk): Promise<ClockAnswer> {
  const { db } = services
  const institution = ask.institution === null ? null : await findInstitution(db, lang, ask.institution)
  if (ask.institution !== null && !isOf(newest, institution)) return { kind: 'unknown-institution' }
  const rule = ruleOn(newest.id, ask.date)
  const term = institution && (await standingTerm(db, institution.id, newest.id, ask.date))
  const confirmed = term?.kind === 'confirmed' && term.ruleVersion === rule?.version
  const base = { ask, rule: rule ?? newest, status: statusOf(rule ?? newest), institution, confirmed }
  if (!rule) return { ...base, kind: 'off', reason: 'not-in-force' }
  const terms = termsFor(rule, base.status, term, ask)
  if (!terms) return { ...base, kind: 'off', reason: base.status.kind === 'off' ? base.status.reason : 'no-number' }
  return run(services, lang, base, terms, term?.kind === 'own' ? term.basis : null)
}

const isOf = ({ jurisdiction }: Rule, institution: InstitutionSummary | null): boolean =>
  institution !== null && institution.jurisdiction === jurisdiction && institution.standing === 'member'

/** Null: nobody has given it a number. What an institution has set holds where the law leaves it to it. */
function termsFor(rule: Rule, status: RuleStatus, term: InstitutionTerm | null, { second }: ClockAsk): Terms | null {
  if (status.kind !== 'off') return second && rule.second ? rule.second.terms : rule.terms
  if (term?.kind !== 'own' || term.n === null || term.unit === null) return null
  return ownTerms(rule, { n: term.n, unit: term.unit, firstDay: term.firstDay, roll: term.roll })
}

async function run(
  services: Services,
  lang: Lang,
  base: AnswerBase,
  terms: Terms,
  ownBasis: string | null,
): Promise<ClockAnswer> {
  const { ask, institution } = base
  const zone = institution?.zone ?? ZONE_OF[base.rule.jurisdiction]
  const rule = ask.second ? withSecond(base.rule) : base.rule
  const from = instantOf(ask.date, ask.hour, zone)
  const calendar = await calendarFor(services, base)
  const ran = runClock(terms, { startedOn: ask.date, startedAt: from, pauses: [] }, { calendar, zone })
  if (ran.kind === 'off') return { ...base, kind: 'off', reason: ran.reason }
  const { reckoned } = ran
  const told = { ...base, terms, ownBasis }
  if (terms.unit === 'h') {
    const { dueAt: due } = ran.days
    const explanation = explain(lang, { rule, terms, reckoned, ownBasis, hours: { from, due, zone } })
    return { ...told, kind: 'hour', from, due, zone, explanation }
  }
  const left = daysAway(lang, reckoned.due, civilDateIn(zone, services.clock.now()))
  return { ...told, kind: 'date', reckoned, left, explanation: explain(lang, { rule, terms, reckoned, ownBasis }) }
}

/** The second term of a pair, told as a rule of its own. */
const withSecond = (rule: Rule): Rule =>
  rule.second ? { ...rule, terms: rule.second.terms, start: rule.second.start, actor: rule.second.actor } : rule

async function calendarFor({ db }: Services, { rule, institution }: AnswerBase): Promise<Calendar> {
  const [changes, closures] = await Promise.all([
    listCalendarChanges(db, rule.jurisdiction),
    institution ? stoppingClosures(db, institution.id) : [],
  ])
  return calendarOf(rule.jurisdiction, changes, closures)
}
