import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { contentSchema as planSchema, type PlanContent } from '../plan/content-rules.ts'
import { listConsultationsOf } from '../plan/plan-queries.ts'
import { findPublishedPlan } from '../plan/published-plan-queries.ts'
import { isContradiction, warningsOf } from '../plan/warning-rules.ts'
import { findPublishedReport } from '../report/report-queries.ts'
import { satisfactionOf, type Satisfaction } from '../telling/satisfaction-queries.ts'
import { standing } from './achieved-rules.ts'
import { monitoringDocument, monitoringDocumentBlocks } from './document-view.ts'
import {
  findPublishedMonitoring,
  listMonitoringVersions,
  type MonitoringVersion,
  type PublishedMonitoring,
} from './monitoring-queries.ts'
import { contentSchema, MONITORING_KIND, type MonitoringContent } from './monitoring-rules.ts'

export type PublicMonitoringView = {
  monitoring: PublishedMonitoring
  content: MonitoringContent
  plan: PlanContent
  blocks: FormBlock[]
  institution: InstitutionSummary
  versions: MonitoringVersion[]
  consultation: { slug: string; title: string } | null
  reportPublic: boolean
  satisfaction: Satisfaction
  entries: RecordEntriesView | null
}

/** All that the page of a monitoring shows; without a number the newest version. Null: nothing of it is public. */
export async function viewPublicMonitoring(
  { db }: Services,
  lang: Lang,
  planId: string,
  n: number | null = null,
): Promise<PublicMonitoringView | null> {
  const monitoring = isUuid(planId) ? await findPublishedMonitoring(db, planId, n) : null
  if (!monitoring) return null
  const content = contentSchema.parse(monitoring.content)
  const { consultationId, institutionId } = monitoring
  const [published, institution, versions, consultations, report, satisfaction, entries] = await Promise.all([
    findPublishedPlan(db, planId, content.plan.version),
    findInstitutionById(db, lang, institutionId),
    listMonitoringVersions(db, planId),
    listConsultationsOf(db, planId, { public: true }),
    findPublishedReport(db, consultationId, null),
    satisfactionOf(db, consultationId),
    findEntriesOfRecord(db, refOf(MONITORING_KIND, planId)),
  ])
  if (!published || !institution) return null
  const plan = planSchema.parse(published.content)
  const found = consultations.find(({ id }) => id === consultationId)
  return {
    monitoring,
    content,
    plan,
    blocks: monitoringDocumentBlocks(lang, content, plan),
    institution,
    versions,
    consultation: found?.slug ? { slug: found.slug, title: found.title } : null,
    reportPublic: report !== null,
    satisfaction,
    entries,
  }
}

export const monitoringFile = (lang: Lang, view: PublicMonitoringView, baseUrl: string): FormDocument => {
  const { monitoring, content, plan, institution } = view
  const { title, stage, zone, version, versionAt, reason, id: planId } = monitoring
  const of = { planId, title, stage, content, plan, institution: institution.name, zone, version, versionAt, reason }
  return monitoringDocument(lang, of, baseUrl)
}

/** The same record as data. */
export const monitoringAsData = ({
  monitoring,
  content,
  plan,
  institution,
  versions,
  consultation,
}: PublicMonitoringView) => ({
  plan: `/konsultime/plane/${monitoring.id}`,
  consultation: consultation === null ? null : `/konsultime/${consultation.slug}`,
  institution: { slug: institution.slug, name: institution.name },
  title: monitoring.title,
  stage: monitoring.stage,
  version: monitoring.version,
  newest_version: monitoring.newest,
  published_at: monitoring.versionAt,
  first_published_at: monitoring.publishedAt,
  reason: monitoring.reason,
  versions: versions.map(({ n, stage, publishedAt, reason }) => ({
    number: n,
    stage,
    published_at: publishedAt,
    reason,
  })),
  content: {
    ...content,
    // What stands, beside both of which it is made.
    indicators: content.indicators.map((one) => ({ ...one, achieved: standing(one) })),
  },
  disagreements: warningsOf(plan)
    .filter(isContradiction)
    .map(({ sections, kind }) => ({ kind, sections })),
})
