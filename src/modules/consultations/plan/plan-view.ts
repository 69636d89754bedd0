import { isDeepStrictEqual } from 'node:util'
import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { isTooShort } from '../consultation-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import {
  contentOf,
  contentSchema,
  parseSection,
  type PlanContent,
  type Section,
  type SectionContents,
} from './content-rules.ts'
import { planBlocks } from './plan-document-view.ts'
import { listMeasures, type EarlierMeasure } from './measure-queries.ts'
import {
  findConsultation,
  findPlan,
  findPlanOf,
  listConsultationsOf,
  listOwnWords,
  listPlans,
  listSections,
  listWithoutPlan,
  type ConsultationOfPlan,
  type HeldConsultation,
  type OfficePlan,
  type PlanState,
  type SectionRow,
} from './plan-queries.ts'
import { findPublishedPlan, listPlanVersions, type PlanVersion } from './published-plan-queries.ts'
import { warningsOf, type Warning } from './warning-rules.ts'

const PAGE = 50
const MOST_MEASURES = 30
const MOST_TO_LINK = 100
const MOST_TO_COPY = 100

export type PlanListView = {
  items: OfficePlan[]
  institutions: InstitutionSummary[]
  institution: string | null
  words: string
  state: PlanState | null
  paged: boolean
  older: string | null
  mayWrite: boolean
}

/** The plans of the institutions where this official reads them, narrowed by what the address says. */
export async function viewPlanList(
  { db }: Services,
  official: Official,
  lang: Lang,
  query: Record<string, string | undefined>,
): Promise<PlanListView> {
  const words = (query.q ?? '').normalize('NFC').trim().slice(0, 100)
  const state = (['draft', 'published', 'taken-down'] as const).find((one) => one === query.gjendja) ?? null
  const readable = institutionsWhere(official, may['plans.read'])
  const institutions = await listInstitutions(db, lang, readable)
  const institution = institutions.find(({ id }) => id === query.institucioni)?.id ?? null
  const before = readListKey(query.para)
  const listed = await listPlans(db, lang, {
    institutions: institution === null ? readable : [institution],
    words: words && !isTooShort(words) ? likePattern(words) : '',
    state,
    before,
    limit: PAGE + 1,
  })
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items,
    institutions,
    institution,
    words,
    state,
    paged: before !== null,
    older: listed.length > PAGE && last ? writeListKey({ at: last.changedAt, id: last.id }) : null,
    mayWrite: institutionsWhere(official, may['plans.write'])?.length !== 0,
  }
}

export type NewPlanView = {
  institutions: InstitutionSummary[]
  /** Earlier plans that a new one can start from. */
  plans: OfficePlan[]
  /** What it is begun for, where it was begun there. */
  consultation: HeldConsultation | null
}

/** `consultationId`: of the address; what is not there, or not theirs, is left out. */
export async function viewNewPlan(
  { db }: Services,
  official: Official,
  lang: Lang,
  consultationId: string,
): Promise<NewPlanView> {
  const writable = institutionsWhere(official, may['plans.write'])
  const found = isUuid(consultationId) ? await findConsultation(db, consultationId) : null
  const consultation = found && mayIn(official, may['plans.write'], found.institutionId) ? found : null
  const [all, plans] = await Promise.all([
    listInstitutions(db, lang, writable),
    listPlans(db, lang, {
      institutions: consultation ? [consultation.institutionId] : writable,
      words: '',
      state: null,
      before: null,
      limit: MOST_TO_COPY,
    }),
  ])
  const institutions = consultation ? all.filter(({ id }) => id === consultation.institutionId) : all
  return { institutions, plans, consultation }
}

export type PlanView = {
  plan: OfficePlan
  sections: SectionRow[]
  content: PlanContent
  /** The draft as everybody would read it. */
  blocks: FormBlock[]
  warnings: Warning[]
  versions: PlanVersion[]
  consultations: ConsultationOfPlan[]
  /** Of the same institution, without a plan of their own. */
  toLink: { id: string; title: string }[]
  measures: EarlierMeasure[]
  /** What is public says otherwise than the draft. */
  changed: boolean
  mayWrite: boolean
  mayPublish: boolean
  mayTakeDown: boolean
}

/** Null for what is not there, or belongs to an institution of others. */
export async function viewPlan(
  services: Services,
  official: Official,
  lang: Lang,
  id: string,
): Promise<PlanView | null> {
  const { db } = services
  const plan = isUuid(id) ? await findPlan(db, lang, id) : null
  if (!plan || !mayIn(official, may['plans.read'], plan.institutionId)) return null
  const mayWrite = mayIn(official, may['plans.write'], plan.institutionId) && plan.state !== 'taken-down'
  const [sections, published, versions, consultations, toLink, measures] = await Promise.all([
    listSections(db, id),
    plan.state === 'published' ? findPublishedPlan(db, id, null) : null,
    listPlanVersions(db, id),
    listConsultationsOf(db, id, { public: false }),
    mayWrite ? listWithoutPlan(db, plan.institutionId, MOST_TO_LINK) : [],
    listMeasures(db, plan.institutionId, { besides: id, limit: MOST_MEASURES }),
  ])
  const content = contentOf(contentsOf(sections))
  return {
    plan,
    sections,
    content,
    blocks: planBlocks(lang, content, new Map()),
    warnings: warningsOf(content),
    versions,
    consultations,
    toLink,
    measures,
    changed: published === null || !isDeepStrictEqual(contentSchema.parse(published.content), content),
    mayWrite,
    mayPublish: mayIn(official, may['plans.publish'], plan.institutionId) && plan.state !== 'taken-down',
    mayTakeDown:
      plan.state === 'published' && mayIn(official, takedownPermissions['takedowns.take'], plan.institutionId),
  }
}

/** Every plan has all five from its beginning. */
function contentsOf(rows: readonly SectionRow[]): SectionContents {
  const content = (section: Section): unknown => rows.find((row) => row.section === section)?.content
  return {
    1: parseSection(1, content(1)),
    2: parseSection(2, content(2)),
    3: parseSection(3, content(3)),
    4: parseSection(4, content(4)),
    5: parseSection(5, content(5)),
  }
}

/** Own words that the institution has used before, for the lists that grow. */
export const viewOwnWords = (services: Services, institutionId: string) => listOwnWords(services.db, institutionId)

/** Where the plan of a consultation stands in the office; null: it has none. */
export async function viewPlanIn({ db }: Services, official: Official, consultationId: string) {
  const consultation = isUuid(consultationId) ? await findConsultation(db, consultationId) : null
  if (!consultation || !mayIn(official, may['plans.read'], consultation.institutionId)) return null
  const plan = await findPlanOf(db, consultation.id)
  return {
    consultation,
    planId: plan?.id ?? null,
    mayWrite: mayIn(official, may['plans.write'], consultation.institutionId),
  }
}
