import type { Lang } from '#platform/i18n/language.ts'
import { findInstitution, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { DECISION_REPORT_RECORD } from '../act-rules.ts'
import { FIGURE_GROUPS, GROUPS } from './report-figure-rules.ts'
import {
  findPublishedReport,
  listPublishedReports,
  listReportVersions,
  type PublishedReport,
  type ReportVersion,
  type ShownReport,
} from './report-queries.ts'
import { readYear } from './report-rules.ts'
import { figureTexts } from './texts.ts'
import { figureUrls } from './urls.ts'

export type ReportView = {
  institution: InstitutionSummary
  report: PublishedReport
  versions: ReportVersion[]
  entries: RecordEntriesView | null
}

/** Null: nothing of it is public. */
export async function viewReport(
  { db }: Services,
  lang: Lang,
  asked: { slug: string; year: string; n: number | null },
): Promise<ReportView | null> {
  const year = readYear(asked.year)
  const institution = year === null ? null : await findInstitution(db, lang, asked.slug)
  if (year === null || !institution) return null
  const report = await findPublishedReport(db, institution.id, year, asked.n)
  if (!report) return null
  const [versions, entries] = await Promise.all([
    listReportVersions(db, report.id),
    findEntriesOfRecord(db, refOf(DECISION_REPORT_RECORD, report.id)),
  ])
  return { institution, report, versions, entries }
}

/** The same for programs. */
export const reportAsData = ({ institution, report, versions }: ReportView, baseUrl: string) => ({
  institution: institution.slug,
  country: institution.jurisdiction,
  demonstration: institution.demonstration,
  year: report.year,
  version: report.version,
  published_at: report.versionAt,
  reason: report.reason,
  counted_at: report.countedAt,
  words: report.words,
  figures: report.figures,
  versions: versions.map(({ n, publishedAt, reason }) => ({ number: n, published_at: publishedAt, reason })),
  url: `${baseUrl}${figureUrls.version(institution.slug, report.year, report.version)}`,
})

/** One row a figure; what is not known is empty. */
export function reportAsCsv(lang: Lang, { report }: ReportView): string {
  const t = figureTexts(lang).report
  return csvOf([
    ['figure', 'group', 'name', 'value'],
    ...GROUPS.flatMap((group) =>
      FIGURE_GROUPS[group].map((key) => [key, t.groups[group], t.figures[key], String(report.figures[key] ?? '')]),
    ),
  ])
}

export type ReportListView = { rows: (ShownReport & { institutionName: string })[] }

export async function viewReportList({ db }: Services, lang: Lang): Promise<ReportListView> {
  const [reports, institutions] = await Promise.all([listPublishedReports(db, null), listInstitutions(db, lang)])
  const nameOf = new Map(institutions.map(({ id, name }) => [id, name]))
  return {
    rows: reports.map((one) => ({ ...one, institutionName: nameOf.get(one.institutionId) ?? one.institutionSlug })),
  }
}
