import { isDeepStrictEqual } from 'node:util'
import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { INDICATORS, type Indicator, type PlanContent } from '../plan/content-rules.ts'
import { findConsultation, findPlan, findPlanOf, type OfficePlan } from '../plan/plan-queries.ts'
import { isContradiction, warningsOf, type Warning } from '../plan/warning-rules.ts'
import { standing } from './achieved-rules.ts'
import { monitoringDocumentBlocks } from './document-view.ts'
import { findMonitoredConsultation, gatherMonitoring } from './gather-queries.ts'
import {
  findMonitoring,
  findPublishedMonitoring,
  listMonitored,
  listMonitoredYears,
  listMonitoringVersions,
  type MonitoringVersion,
  type OwnMonitoring,
} from './monitoring-queries.ts'
import {
  contentOf,
  contentSchema,
  lockOf,
  refusalOf,
  stageOf,
  startWritten,
  writtenSchema,
  type MonitoredConsultation,
  type MonitoringContent,
  type MonitoringRefusal,
  type Stage,
  type Written,
} from './monitoring-rules.ts'

type Standing = {
  plan: OfficePlan
  own: OwnMonitoring | null
  versions: MonitoringVersion[]
  mayWrite: boolean
  mayPublish: boolean
  mayTakeDown: boolean
}

/** There is nothing to monitor, and why. */
export type RefusedView = Standing & { refusal: MonitoringRefusal }

export type FilledView = Standing & {
  refusal: null
  consultation: MonitoredConsultation
  written: Written
  /** What would be published now. */
  content: MonitoringContent
  planContent: PlanContent
  blocks: FormBlock[]
  disagreements: Warning[]
  stage: Stage
  revision: number
  lock: string
  /** What is public says otherwise. */
  changed: boolean
}

export type MonitoringView = RefusedView | FilledView

/** Null for what is not there, or belongs to an institution of others. */
export async function viewMonitoring(
  services: Services,
  official: Official,
  lang: Lang,
  planId: string,
): Promise<MonitoringView | null> {
  const { db } = services
  const plan = isUuid(planId) ? await findPlan(db, lang, planId) : null
  if (!plan || !mayIn(official, may['plans.read'], plan.institutionId)) return null
  const [own, versions, consultation] = await Promise.all([
    findMonitoring(db, planId),
    listMonitoringVersions(db, planId),
    findMonitoredConsultation(db, planId),
  ])
  const open = own?.state !== 'taken-down'
  const view: Standing = {
    plan,
    own,
    versions,
    mayWrite: open && mayIn(official, may['plans.write'], plan.institutionId),
    mayPublish: open && mayIn(official, may['plans.publish'], plan.institutionId),
    mayTakeDown:
      own?.state === 'published' && mayIn(official, takedownPermissions['takedowns.take'], plan.institutionId),
  }
  const refusal = refusalOf(plan, consultation)
  if (refusal !== null || consultation === null) return { ...view, refusal: refusal ?? 'no-consultation' }
  return (await fill(services, lang, view, consultation)) ?? { ...view, refusal: 'plan-not-published' }
}

async function fill(
  { db, clock }: Services,
  lang: Lang,
  view: Standing,
  consultation: MonitoredConsultation,
): Promise<FilledView | null> {
  const { plan, own } = view
  const dayOf = (at: Date) => civilDateIn(plan.zone, at)
  const [gathered, published] = await Promise.all([
    gatherMonitoring(db, plan.id, consultation, dayOf, clock.now()),
    findPublishedMonitoring(db, plan.id, null),
  ])
  if (!gathered) return null
  const written = own ? writtenSchema.parse(own.written) : startWritten(gathered.planned, gathered.adopted)
  const content = contentOf(gathered, written)
  const { planContent } = gathered
  const stage = stageOf(consultation)
  const revision = own?.revision ?? 0
  return {
    ...view,
    refusal: null,
    consultation,
    written,
    content,
    planContent,
    blocks: monitoringDocumentBlocks(lang, content, planContent),
    disagreements: warningsOf(planContent).filter(isContradiction),
    stage,
    revision,
    lock: lockOf(revision, content),
    changed:
      published === null ||
      published.stage !== stage ||
      !isDeepStrictEqual(contentSchema.parse(published.content), content),
  }
}

/** From a consultation to the monitoring of its plan. `planId` null: it has no plan. */
export async function viewMonitoringIn({ db }: Services, official: Official, consultationId: string) {
  const consultation = isUuid(consultationId) ? await findConsultation(db, consultationId) : null
  if (!consultation || !mayIn(official, may['plans.read'], consultation.institutionId)) return null
  const plan = await findPlanOf(db, consultation.id)
  const mayWrite = mayIn(official, may['plans.write'], consultation.institutionId)
  return { consultation, planId: plan?.id ?? null, mayWrite }
}

export type MonitoredLine = {
  planId: string
  title: string
  institutionName: string
  zone: string
  stage: Stage
  publishedAt: Date
  values: Record<Indicator, { planned: number | null; plannedWords: string | null; achieved: number | null }>
}

export type MonitoredListView = { rows: MonitoredLine[]; years: number[]; year: number | null }

const MOST_ROWS = 200

/** Planned and achieved over the consultations of the institutions where this official reads plans. */
export async function viewMonitoredList(
  { db }: Services,
  official: Official,
  lang: Lang,
  query: Record<string, string | undefined>,
): Promise<MonitoredListView> {
  const institutions = institutionsWhere(official, may['plans.read'])
  const years = await listMonitoredYears(db, institutions)
  const year = years.find((one) => String(one) === query.viti) ?? null
  const found = await listMonitored(db, lang, { institutions, year, limit: MOST_ROWS })
  const rows = found.map(({ content, consultationTitle: title, ...row }) => {
    const { indicators } = contentSchema.parse(content)
    const valueOf = (key: Indicator) => {
      const one = indicators.find((indicator) => indicator.key === key)
      return {
        planned: one?.plannedNumber ?? null,
        plannedWords: one?.plannedWords ?? null,
        achieved: one ? standing(one) : null,
      }
    }
    // One value for each key of the list.
    const values = Object.fromEntries(INDICATORS.map((key) => [key, valueOf(key)])) as MonitoredLine['values']
    return { ...row, title, values }
  })
  return { rows, years, year }
}
