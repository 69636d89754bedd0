import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitution, listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { scoreOf, type Score } from './comparison-rules.ts'
import { listReplies, type YearReply } from './reply-queries.ts'
import type { YearFigures } from './figure-list-rules.ts'
import { figuresOfYear } from './year-figure-rules.ts'
import { gatherYear } from './year-figure-queries.ts'
import { findOfficeReport, listReportsOfYear, type ListedReport, type OfficeReport } from './year-report-queries.ts'
import { readYear } from './year-report-rules.ts'
import { isEmpty, yearIn } from './year-report-view.ts'

export type OfficeListView = {
  year: number
  years: number[]
  rows: { institution: InstitutionSummary; report: ListedReport | null }[]
}

/** The institutions of this official with their report of a year: the one before, unless another is asked for. */
export async function viewOfficeList(
  services: Services,
  official: Official,
  lang: Lang,
  asked: string | undefined,
): Promise<OfficeListView> {
  const thisYear = yearIn(services)
  const wished = readYear(asked ?? '')
  const year = wished !== null && wished <= thisYear ? wished : thisYear - 1
  const own = institutionsWhere(official, may['year-reports.read'])
  const [institutions, reports] = await Promise.all([
    listInstitutions(services.db, lang, own),
    listReportsOfYear(services.db, year, own),
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
  figures: YearFigures
  countedAt: Date
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
  const found = await findAsked(services, official, lang, asked)
  if (!found) return null
  const { institution, year } = found
  const now = services.clock.now()
  const [report, facts] = await Promise.all([
    findOfficeReport(services.db, institution.id, year),
    gatherYear(services.db, { year, institutionId: institution.id }, now),
  ])
  return {
    institution,
    year,
    report,
    figures: figuresOfYear(facts, institution.id),
    countedAt: now,
    over: year < yearIn(services, institution.zone),
    mayWrite: mayIn(official, may['year-reports.write'], institution.id),
    mayPublish: mayIn(official, may['year-reports.publish'], institution.id),
  }
}

async function findAsked(services: Services, official: Official, lang: Lang, asked: { year: string; slug: string }) {
  const year = readYear(asked.year)
  const institution = year === null ? null : await findInstitution(services.db, lang, asked.slug)
  if (year === null || !institution || institution.standing !== 'member') return null
  if (year > yearIn(services, institution.zone)) return null
  return mayIn(official, may['year-reports.read'], institution.id) ? { institution, year } : null
}

export type OfficeReplyView = {
  institution: InstitutionSummary
  year: number
  reply: YearReply | null
  /** Null: there is nothing to compare. */
  score: Score | null
  mayReply: boolean
}

export async function viewOfficeReply(
  services: Services,
  official: Official,
  lang: Lang,
  asked: { year: string; slug: string },
): Promise<OfficeReplyView | null> {
  const found = await findAsked(services, official, lang, asked)
  if (!found) return null
  const { institution, year } = found
  const [replies, facts] = await Promise.all([
    listReplies(services.db, year, institution.id),
    gatherYear(services.db, { year, institutionId: institution.id }, services.clock.now()),
  ])
  const figures = figuresOfYear(facts, institution.id)
  return {
    institution,
    year,
    reply: replies[0] ?? null,
    score: isEmpty(figures) ? null : scoreOf(figures),
    mayReply: mayIn(official, may['year-reports.reply'], institution.id),
  }
}
