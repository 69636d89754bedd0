import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import { viewThread, type MatterThread } from '#platform/links/thread-view.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { findMonitoringOfPlan } from '../monitoring/monitoring-queries.ts'
import type { Stage } from '../monitoring/monitoring-rules.ts'
import { contentSchema, type PlanContent } from './content-rules.ts'
import { listConsultationsOf } from './plan-queries.ts'
import { planBlocks, planDocument } from './plan-document-view.ts'
import { PLAN_KIND } from './plan-rules.ts'
import {
  findPlanAt,
  findPublishedPlan,
  listAchieved,
  listPlanVersions,
  type AchievedValue,
  type PlanVersion,
  type PublishedPlan,
} from './published-plan-queries.ts'
import { isContradiction, plannedInAll, warningsOf, type Warning } from './warning-rules.ts'

export type PublicPlanView = {
  plan: PublishedPlan
  content: PlanContent
  blocks: FormBlock[]
  institution: InstitutionSummary
  versions: PlanVersion[]
  achieved: AchievedValue[]
  /** What it belongs to, with all else that everybody may open. */
  thread: MatterThread
  /** Where its consultation stands; null: there is none yet. */
  consultationSlug: string | null
  /** What came of it, where that is published. */
  monitoring: { planId: string; stage: Stage } | null
  entries: RecordEntriesView | null
}

/** All that the page of a plan shows; without a number the newest version. Null: nothing of it is public. */
export async function viewPublicPlan(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  id: string,
  n: number | null = null,
): Promise<PublicPlanView | null> {
  const { db } = services
  const plan = isUuid(id) ? await findPublishedPlan(db, id, n) : null
  if (!plan) return null
  const subject = refOf(PLAN_KIND, plan.id)
  const [institution, versions, achieved, thread, consultations, monitored, entries] = await Promise.all([
    findInstitutionById(db, lang, plan.institutionId),
    listPlanVersions(db, plan.id),
    listAchieved(db, plan.id),
    viewThread(services, doors, lang, subject, { public: true }),
    listConsultationsOf(db, plan.id, { public: true }),
    findMonitoringOfPlan(db, plan.id),
    findEntriesOfRecord(db, subject),
  ])
  if (!institution) return null
  const content = contentSchema.parse(plan.content)
  const blocks = planBlocks(lang, content, reached(plan, achieved))
  const consultationSlug = consultations[0]?.slug ?? null
  const monitoring = monitored && { planId: plan.id, ...monitored }
  return { plan, content, blocks, institution, versions, achieved, thread, consultationSlug, monitoring, entries }
}

/** Achieved values belong to what stands now. */
const reached = (plan: PublishedPlan, achieved: readonly AchievedValue[]) =>
  new Map(plan.version === plan.newest ? achieved.map((one) => [one.key, one]) : [])

/** The plan of the consultation at this address. */
export async function viewPlanAt(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  slug: string,
): Promise<PublicPlanView | null> {
  const id = await findPlanAt(services.db, slug)
  return id === null ? null : viewPublicPlan(services, doors, lang, id)
}

/** What the page of a consultation tells of its plan. */
export type PlanOfConsultation = {
  audiences: number
  planned: number
  responses: string | null
  coordinator: PlanContent['scope']['coordinator']
}

export async function viewPlanOfConsultation({ db }: Services, slug: string): Promise<PlanOfConsultation | null> {
  const id = await findPlanAt(db, slug)
  const plan = id === null ? null : await findPublishedPlan(db, id, null)
  if (!plan) return null
  const content = contentSchema.parse(plan.content)
  const { audiences, coordinator } = content.scope
  return {
    audiences: audiences.length,
    planned: plannedInAll(content),
    responses: content.responses.words,
    coordinator,
  }
}

export const documentOf = (lang: Lang, view: PublicPlanView, baseUrl: string): FormDocument =>
  planDocument(
    lang,
    {
      id: view.plan.id,
      content: view.content,
      achieved: reached(view.plan, view.achieved),
      institution: view.institution.name,
      zone: view.plan.zone,
      version: view.plan.version,
      versionAt: view.plan.versionAt,
      reason: view.plan.reason,
    },
    baseUrl,
  )

/** The same record as data. */
export const planAsData = ({
  plan,
  content,
  institution,
  versions,
  achieved,
  consultationSlug,
  monitoring,
}: PublicPlanView) => ({
  id: plan.id,
  institution: { slug: institution.slug, name: institution.name },
  title: { sq: plan.title, en: plan.titleEn },
  act_kind: plan.actKind,
  version: plan.version,
  newest_version: plan.newest,
  published_at: plan.versionAt,
  first_published_at: plan.publishedAt,
  reason: plan.reason,
  versions: versions.map(({ n, publishedAt, reason }) => ({ number: n, published_at: publishedAt, reason })),
  consultation: consultationSlug === null ? null : `/konsultime/${consultationSlug}`,
  monitoring: monitoring === null ? null : `/konsultime/plane/${plan.id}/monitorimi`,
  content,
  achieved: achieved.map((one) => ({
    indicator: one.key,
    number: one.achievedNumber,
    words: one.achievedWords,
    reason: one.achievedReason,
    adequate: one.adequate,
  })),
  disagreements: contradictionsOf(content).map(({ sections, kind }) => ({ kind, sections })),
})

const contradictionsOf = (content: PlanContent): Warning[] => warningsOf(content).filter(isContradiction)
