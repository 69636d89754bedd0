import { formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import {
  findPublished,
  listConsultationEvents,
  type ConsultationEvent,
  type PublishedConsultation,
} from '../consultation-queries.ts'
import { findMonitoringOf } from '../monitoring/monitoring-queries.ts'
import type { Stage } from '../monitoring/monitoring-rules.ts'
import { planUrls } from '../urls.ts'
import { listAnswerRows, listMatrixRows } from './matrix-queries.ts'
import { WHOLE_MATRIX } from './matrix-rules.ts'
import type { Annex } from './report-annex-view.ts'
import { reportBlocks, reportDocument } from './report-document-view.ts'
import type { ReportToShow } from './report-to-show-view.ts'
import {
  findPublishedReport,
  listAnswersThen,
  listReportVersions,
  type PublishedReport,
  type ReportVersion,
} from './report-queries.ts'
import { REPORT_KIND, REPORT_LIMITS, reportSchema, type ReportContent } from './report-rules.ts'

export type PublicReportView = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  report: PublishedReport
  content: ReportContent
  shown: ReportToShow
  blocks: FormBlock[]
  versions: ReportVersion[]
  /** The day on which the consultation was reopened after this report; null: it was not. */
  reopenedOn: string | null
  /** The published monitoring of its plan. */
  monitoring: { planId: string; stage: Stage } | null
  entries: RecordEntriesView | null
}

/** A version as everybody reads it; without a number the newest. Null: nothing of it is public. */
export async function viewPublicReport(
  { db, settings }: Pick<Services, 'db' | 'settings'>,
  lang: Lang,
  slug: string,
  n: number | null = null,
): Promise<PublicReportView | null> {
  const consultation = await findPublished(db, lang, slug)
  const report = consultation && (await findPublishedReport(db, consultation.id, n))
  const institution = consultation && (await findInstitutionById(db, lang, consultation.institutionId))
  if (!consultation || !report || !institution) return null
  const content = reportSchema.parse(report.content)
  const codes = content.notAccepted.map(({ code }) => code)
  const [answers, versions, events, monitoring, entries] = await Promise.all([
    listAnswersThen(db, consultation.id, codes),
    listReportVersions(db, report.id),
    listConsultationEvents(db, lang, consultation.id),
    findMonitoringOf(db, consultation.id),
    findEntriesOfRecord(db, refOf(REPORT_KIND, report.id)),
  ])
  const { title, version, versionAt, reason, outcome, statement, statementEn } = report
  const named = {
    slug,
    title: lang === 'en' ? consultation.title : title,
    institution: institution.name,
    zone: consultation.zone,
  }
  const shown = { ...named, version, versionAt, reason, outcome, statement, statementEn, content, answers }
  return {
    consultation,
    institution,
    report,
    content,
    shown,
    blocks: reportBlocks(lang, shown, settings.url),
    versions,
    reopenedOn: reopenedOn(lang, events, consultation.zone),
    monitoring,
    entries,
  }
}

function reopenedOn(lang: Lang, events: readonly ConsultationEvent[], zone: string): string | null {
  const last = events.findLast(({ kind }) => kind === 'concluded' || kind === 'reopened')
  return last?.kind === 'reopened' ? formatDay(lang, last.at, zone) : null
}

/** The whole on paper, with the matrix as it reads today. */
export async function viewReportDocument(
  { db, settings, clock }: Pick<Services, 'db' | 'settings' | 'clock'>,
  lang: Lang,
  { consultation, shown, content }: PublicReportView,
): Promise<FormDocument> {
  const wish = { consultationId: consultation.id, filter: WHOLE_MATRIX, after: null }
  const rows = await listMatrixRows(db, { ...wish, limit: REPORT_LIMITS.matrixRows })
  const total = Math.max(content.figures.comments, rows.length)
  const answers =
    rows.length < total ? await listAnswerRows(db, { ...wish, limit: REPORT_LIMITS.matrixRows, most: 0 }) : []
  const annex: Annex = {
    madeAt: clock.now(),
    rows,
    total,
    manyAnswers: answers.filter(({ number }) => number > 1),
    monitoring: content.plan && planUrls.one(content.plan.id),
  }
  return reportDocument(lang, shown, annex, settings.url)
}

/** The same as data. */
export const reportAsData = ({ consultation, institution, report, content, versions, shown }: PublicReportView) => ({
  id: report.id,
  institution: { slug: institution.slug, name: institution.name },
  consultation: `/konsultime/${consultation.slug}`,
  title: report.title,
  version: report.version,
  newest_version: report.newest,
  published_at: report.versionAt,
  reason: report.reason,
  outcome: report.outcome,
  statement: { sq: report.statement, en: report.statementEn },
  versions: versions.map(({ n, publishedAt, reason }) => ({ number: n, published_at: publishedAt, reason })),
  figures: content.figures,
  content,
  answers: shown.answers.map(({ code, n, reason, lang }) => ({ code, version: n, reason, lang })),
  matrix: `/konsultime/${consultation.slug}/pergjigjet.json`,
})
