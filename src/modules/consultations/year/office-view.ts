import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { listPlacesOf, listSubjectPlaces, type Place } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { countFollowersOf } from '#platform/subscriptions/follow-queries.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listSubjectTopics, listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import {
  findLinkEnd,
  listLinkChoices,
  listOfficeActConsultations,
  type LinkChoice,
  type LinkEnd,
} from './act-link-queries.ts'
import { findNextAct, findOfficeAct, listOfficeActs, type OfficeAct } from './act-office-queries.ts'
import { findPlanOfYear, findYearPlan, listYearPlans, type YearPlan } from './year-plan-queries.ts'
import { listPlannedChanges, type PlannedChange } from './year-queries.ts'
import { PLANNED_ACT_KIND, stateAt, type PlannedState } from './year-rules.ts'

const PER_PAGE = 50

export type PlanListView = {
  plans: YearPlan[]
  next: string | null
  paged: boolean
  /** In which this official may begin a plan. */
  institutions: InstitutionSummary[]
  year: number
}

export async function viewPlanList(
  { db, clock }: Services,
  official: Official,
  lang: Lang,
  after: string | undefined,
): Promise<PlanListView> {
  const parts = /^(\d{4})\.([0-9a-f-]{36})$/.exec(after ?? '')
  const before = parts && isUuid(parts[2] ?? '') ? { year: Number(parts[1]), institutionId: parts[2] ?? '' } : null
  const [plans, institutions] = await Promise.all([
    listYearPlans(db, lang, institutionsWhere(official, may['year-plans.read']), before, PER_PAGE + 1),
    listInstitutions(db, lang, institutionsWhere(official, may['year-plans.write'])),
  ])
  const last = plans.length > PER_PAGE ? plans[PER_PAGE - 1] : undefined
  const writing = mayWriteSomewhere(official) ? institutions.filter((one) => one.standing === 'member') : []
  return {
    plans: plans.slice(0, PER_PAGE),
    next: last ? `${last.year}.${last.institutionId}` : null,
    paged: before !== null,
    institutions: writing.filter(({ closedOn }) => closedOn === null),
    year: Number(civilDateIn(institutions[0]?.zone ?? 'Europe/Tirane', clock.now()).slice(0, 4)),
  }
}

const mayWriteSomewhere = (official: Official): boolean =>
  institutionsWhere(official, may['year-plans.write'])?.length !== 0

export type ReckonedOfficeAct = OfficeAct & { stands: PlannedState; today: string; droppedOn: string | null }

const reckonedInOffice = (act: OfficeAct, now: Date): ReckonedOfficeAct => ({
  ...act,
  stands: stateAt(act, now),
  today: civilDateIn(act.zone, now),
  droppedOn: act.droppedAt && civilDateIn(act.zone, act.droppedAt),
})

export type PlanView = {
  plan: YearPlan
  acts: ReckonedOfficeAct[]
  /** There is a plan of the year before. */
  before: boolean
  mayWrite: boolean
  mayPublish: boolean
}

/** Null for what is not there, or belongs to an institution of others. */
export async function viewPlan(
  { db, clock }: Services,
  official: Official,
  lang: Lang,
  id: string,
): Promise<PlanView | null> {
  const plan = isUuid(id) ? await findYearPlan(db, lang, id) : null
  if (!plan || !mayIn(official, may['year-plans.read'], plan.institutionId)) return null
  const [acts, before] = await Promise.all([
    listOfficeActs(db, id),
    findPlanOfYear(db, plan.institutionId, plan.year - 1),
  ])
  const now = clock.now()
  return {
    plan,
    acts: acts.map((act) => reckonedInOffice(act, now)),
    before: before !== null,
    mayWrite: mayIn(official, may['year-plans.write'], plan.institutionId),
    mayPublish: mayIn(official, may['year-plans.publish'], plan.institutionId),
  }
}

export type OfficeActView = {
  act: ReckonedOfficeAct
  plan: YearPlan
  nextId: string | null
  changes: PlannedChange[]
  consultations: LinkEnd[]
  topicIds: string[]
  placeIds: string[]
  /** How many follow it by letter: a number, never who. Null: it is not public. */
  followers: number | null
  mayWrite: boolean
  mayPublish: boolean
  mayTakeDown: boolean
}

export async function viewOfficeAct(
  { db, clock }: Services,
  official: Official,
  lang: Lang,
  id: string,
): Promise<OfficeActView | null> {
  const act = isUuid(id) ? await findOfficeAct(db, id) : null
  if (!act || !mayIn(official, may['year-plans.read'], act.institutionId)) return null
  const subject = refOf(PLANNED_ACT_KIND, id)
  const [plan, nextId, changes, consultations, topics, places, followers] = await Promise.all([
    findYearPlan(db, lang, act.planId),
    findNextAct(db, act),
    listPlannedChanges(db, id),
    listOfficeActConsultations(db, id),
    listSubjectTopics(db, lang, [subject]),
    listSubjectPlaces(db, lang, [subject]),
    act.state === 'draft' ? null : countFollowersOf(db, subject),
  ])
  if (!plan) return null
  return {
    act: reckonedInOffice(act, clock.now()),
    plan,
    nextId,
    changes,
    consultations,
    topicIds: topics.map((one) => one.id),
    placeIds: places.map((one) => one.id),
    followers,
    mayWrite: mayIn(official, may['year-plans.write'], act.institutionId),
    mayPublish: mayIn(official, may['year-plans.publish'], act.institutionId),
    mayTakeDown: act.state === 'published' && mayIn(official, takedownPermissions['takedowns.take'], act.institutionId),
  }
}

export type ActChoices = { topics: (Topic & { depth: number })[]; places: Place[] }

/** What stands in the form to choose from. */
export async function viewActChoices({ db }: Services, lang: Lang, institutionId: string): Promise<ActChoices> {
  const [topics, places] = await Promise.all([
    listTopics(db, lang, [institutionId]),
    listPlacesOf(db, lang, [institutionId]),
  ])
  return {
    topics: treeOrder(topics).filter((one) => one.retiredOn === null),
    places: places.filter((one) => one.retiredOn === null),
  }
}

export type ActLinkView = { consultation: LinkEnd; choices: LinkChoice[]; mayWrite: boolean }

/** To which planned act a consultation belongs, and to which it may: of its institution, of this year and those beside it. */
export async function viewActLink(
  { db, clock }: Services,
  official: Official,
  consultationId: string,
): Promise<ActLinkView | null> {
  const consultation = isUuid(consultationId) ? await findLinkEnd(db, consultationId) : null
  if (!consultation || !mayIn(official, may['year-plans.read'], consultation.institutionId)) return null
  const year = clock.now().getUTCFullYear()
  const opens = Number(consultation.opensOn?.slice(0, 4) ?? year)
  const years = [...new Set([year - 1, year, year + 1, opens, opens - 1])]
  return {
    consultation,
    choices: await listLinkChoices(db, consultation.institutionId, years),
    mayWrite: mayIn(official, may['year-plans.write'], consultation.institutionId),
  }
}
