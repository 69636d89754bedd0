import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import { listMemberPlaces, type Place } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'
import { ACT_KINDS, type ActKind } from '../consultation-rules.ts'
import { listPlannedActs, listPlanYears, type PlannedAct, type PlanYear } from './year-queries.ts'
import { PLANNED_STATES, slippageOf, stateAt, type PlannedState, type Slippage } from './year-rules.ts'

const PER_PAGE = 40

/** What a reader asked for, as it stands in the address. Unknown values are left aside, never an error. */
export type YearQuestion = {
  institution: string
  kind: ActKind | null
  state: PlannedState | null
  month: number | null
  topic: string
  place: string
  after: string
}

export function readYearQuestion(query: Record<string, string | undefined>): YearQuestion {
  const month = /^(?:[1-9]|1[0-2])$/.exec(query.muaji ?? '')
  const idIn = (words: string | undefined): string => (words !== undefined && isUuid(words) ? words : '')
  return {
    institution: query.institucioni ?? '',
    kind: ACT_KINDS.find((one) => one === query.lloji) ?? null,
    state: PLANNED_STATES.find((one) => one === query.gjendja) ?? null,
    month: month ? Number(month[0]) : null,
    topic: idIn(query.fusha),
    place: idIn(query.vendi),
    after: readListKey(query.pas) ? (query.pas ?? '') : '',
  }
}

/** An entry with what is reckoned of it at this moment. */
export type ReckonedAct = PlannedAct & {
  state: PlannedState
  slippage: Slippage | null
  /** The civil day where the institution is, and that on which the entry was dropped. */
  today: string
  droppedOn: string | null
}

export const reckoned = (act: PlannedAct, now: Date): ReckonedAct => {
  const today = civilDateIn(act.zone, now)
  const droppedOn = act.droppedAt && civilDateIn(act.zone, act.droppedAt)
  return { ...act, state: stateAt(act, now), slippage: slippageOf(act, today), today, droppedOn }
}

export type YearView = {
  year: number
  question: YearQuestion
  institutions: InstitutionSummary[]
  topics: (Topic & { depth: number })[]
  places: Place[]
  items: ReckonedAct[]
  /** Public plans of all years: of this one, how many entries each institution has and since when it stands. */
  plans: PlanYear[]
  years: number[]
  next: string | null
}

export async function viewYear(
  { db, clock }: Services,
  lang: Lang,
  year: number,
  question: YearQuestion,
): Promise<YearView> {
  const now = clock.now()
  const [institutions, topics, places, plans] = await Promise.all([
    listInstitutions(db, lang),
    listTopics(db, lang, null),
    listMemberPlaces(db, lang, question.place || null),
    listPlanYears(db, null),
  ])
  const institutionId = institutions.find(({ slug }) => slug === question.institution)?.id ?? null
  const found = await listPlannedActs(db, lang, now, {
    year,
    institutionId,
    actKind: question.kind,
    state: question.state,
    month: question.month,
    topicId: question.topic || null,
    placeId: question.place || null,
    after: readListKey(question.after),
    limit: PER_PAGE + 1,
  })
  const shown = found.slice(0, PER_PAGE)
  const last = found.length > PER_PAGE ? shown.at(-1) : undefined
  const ofOne = plans.filter((plan) => institutionId === null || plan.institutionId === institutionId)
  return {
    year,
    question,
    institutions,
    topics: treeOrder(topics).filter((one) => one.retiredOn === null || one.id === question.topic),
    places,
    items: shown.map((act) => reckoned(act, now)),
    plans: ofOne.filter((plan) => plan.year === year),
    years: [...new Set(ofOne.map((plan) => plan.year))].filter((one) => one !== year),
    next: last ? writeListKey({ at: new Date(`${last.dueFrom ?? '2999-12-01'}T00:00:00Z`), id: last.id }) : null,
  }
}

/** The civil year in the zone of the first institution: what "this year" means where nobody says which. */
export const currentYear = ({ clock }: Services): number =>
  Number(civilDateIn('Europe/Tirane', clock.now()).slice(0, 4))
