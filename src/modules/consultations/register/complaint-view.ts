import type { CivilDate } from '#law/days.ts'
import { reckon } from '#law/clocks/reckon.ts'
import type { Rule } from '#law/rules/rule.ts'
import { findRule, ruleOn } from '#law/rules/rules.ts'
import { explain, type Explanation } from '#platform/deadlines/explanation/explanation-rules.ts'
import { calendarFor } from '#platform/deadlines/reckoning/clockwork-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById, listRoleAddresses, type RoleAddress } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { basisOf } from '../closing/closing-rules.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { findActOfConsultation } from '../year/year-queries.ts'

/** Law 146/2014, Article 21, as the tables have it. */
const RULES = ['AL-CONS-COMPLAINT-HEAD', 'AL-CONS-COMPLAINT', 'AL-CONS-SUBMISSIONS', 'AL-CONS-DECISION'] as const
export type ComplaintRule = (typeof RULES)[number]

export type ComplaintClock = { adoptedOn: CivilDate; dueOn: CivilDate; explanation: Explanation }

export type ComplaintView = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  /** Where the institution takes in complaints, or whatever address of its own it has given. */
  address: RoleAddress | null
  today: CivilDate
  /** Null: for its country no rule was verified. */
  rules: Record<ComplaintRule, Rule> | null
  /** Whether the consultation says that it rests on the law of these rules. */
  onTheLaw: boolean
  /** By which deed the act was adopted, and when; null: it is not known to be. */
  adopted: { on: CivilDate; reference: string } | null
  /** Until when the Commissioner is turned to; null until the act is adopted. */
  clock: ComplaintClock | null
}

/** All that somebody needs who wants to complain about how a consultation was run. */
export async function viewComplaint(services: Services, lang: Lang, slug: string): Promise<ComplaintView | null> {
  const { db, clock } = services
  const consultation = await findPublished(db, lang, slug)
  if (!consultation) return null
  const [institution, addresses, act] = await Promise.all([
    findInstitutionById(db, lang, consultation.institutionId),
    listRoleAddresses(db, consultation.institutionId),
    findActOfConsultation(db, lang, consultation.id),
  ])
  if (!institution) return null
  const today = civilDateIn(consultation.zone, clock.now())
  const rules = institution.jurisdiction === 'AL' ? rulesOf() : null
  const adoptedOn = act?.adoptedOn ?? null
  const adopted = adoptedOn === null ? null : { on: adoptedOn, reference: act?.adoptedReference ?? '' }
  const calendar = rules && adopted ? await calendarFor(db, institution.id) : null
  return {
    consultation,
    institution,
    address: addressIn(addresses),
    today,
    rules,
    onTheLaw: basisOf(consultation) === 'law-146',
    adopted,
    clock: adopted && calendar ? clockOf(lang, adopted.on, calendar, today) : null,
  }
}

const WANTED = ['complaints', 'consultations', 'front-desk']

const addressIn = (addresses: readonly RoleAddress[]): RoleAddress | null =>
  WANTED.flatMap((role) => addresses.find((one) => one.role === role) ?? [])[0] ?? null

function rulesOf(): ComplaintView['rules'] {
  const [head, commissioner, submissions, decision] = RULES.map(findRule)
  if (!head || !commissioner || !submissions || !decision) return null
  return {
    'AL-CONS-COMPLAINT-HEAD': head,
    'AL-CONS-COMPLAINT': commissioner,
    'AL-CONS-SUBMISSIONS': submissions,
    'AL-CONS-DECISION': decision,
  }
}

function clockOf(
  lang: Lang,
  adoptedOn: CivilDate,
  calendar: Parameters<typeof reckon>[2],
  today: CivilDate,
): ComplaintClock | null {
  const rule = ruleOn('AL-CONS-COMPLAINT', adoptedOn)
  if (!rule?.terms) return null
  const reckoned = reckon(rule.terms, adoptedOn, calendar)
  const explanation = explain(lang, { rule, terms: rule.terms, reckoned, today })
  // Of two readings the earlier one: nobody should come too late by ours.
  return { adoptedOn, dueOn: reckoned.workBy, explanation }
}
