import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitution, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { actPermissions as may } from '../permissions.ts'
import { figuresOf, type ReportFigures } from './report-figure-rules.ts'
import { gatherYear } from './report-figure-queries.ts'
import { findOfficeReport, listOfficeReports, type ListedReport, type OfficeReport } from './report-queries.ts'
import { readYear } from './report-rules.ts'

export type OfficeListView = {
  year: number
  years: number[]
  rows: { institution: InstitutionSummary; report: ListedReport | null }[]
}

/** The institutions of this official with their report of a year: the one before, unless another is asked for. */
export async function viewOfficeReports(
  services: Services,
  official: Official,
  lang: Lang,
  asked: string | undefined,
): Promise<OfficeListView> {
  const thisYear = Number(civilDateIn('Europe/Tirane', services.clock.now()).slice(0, 4))
  const wished = readYear(asked ?? '')
  const year = wished !== null && wished <= thisYear ? wished : thisYear - 1
  const own = institutionsWhere(official, may['acts.read'])
  const [institutions, reports] = await Promise.all([
    listInstitutions(services.db, lang, own),
    listOfficeReports(services.db, year, own),
  ])
  const byInstitution = new Map(reports.map((report) => [report.institutionId, report]))
  return {
    year,
    years: [thisYear, thisYear - 1, thisYear - 2, thisYear - 3],
    rows: institutions.map((institution) => ({ institution, report: byInstitution.get(institution.id) ?? null })),
  }
}

export type OfficeReportView = {
  institution: InstitutionSummary
  year: number
  report: OfficeReport | null
  /** As the record gives them now. */
  figures: ReportFigures
  over: boolean
  mayWrite: boolean
  mayPublish: boolean
}

/** Null for what is not there, or belongs to an institution of others. */
export async function viewOfficeReport(
  services: Services,
  official: Official,
  lang: Lang,
  asked: { year: string; slug: string },
): Promise<OfficeReportView | null> {
  const { db, clock } = services
  const year = readYear(asked.year)
  const institution = year === null ? null : await findInstitution(db, lang, asked.slug)
  if (year === null || !institution || institution.standing !== 'member') return null
  const now = clock.now()
  const day = civilDateIn(institution.zone, now)
  if (year > Number(day.slice(0, 4)) || !mayIn(official, may['acts.read'], institution.id)) return null
  const of = { institutionId: institution.id, year }
  const [report, facts] = await Promise.all([
    findOfficeReport(db, institution.id, year),
    gatherYear(db, of, { now, day }),
  ])
  return {
    institution,
    year,
    report,
    figures: figuresOf(facts),
    over: year < Number(day.slice(0, 4)),
    mayWrite: mayIn(official, may['acts.write'], institution.id),
    mayPublish: mayIn(official, may['acts-report.publish'], institution.id),
  }
}
