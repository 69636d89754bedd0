import type { Lang } from '#platform/i18n/language.ts'
import { findInstitution, listInstitutions } from '#platform/institutions/institution-queries.ts'
import { JURISDICTIONS, type InstitutionSummary, type Jurisdiction } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import { csvOf } from '#platform/lists/csv-field-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { transparencyTexts } from './texts.ts'
import { yearReportUrls } from './urls.ts'
import {
  FIGURE_GROUPS,
  FIGURE_KEYS,
  keysOf,
  type FigureGroup,
  type FigureKey,
  type YearFigures,
} from './figure-list-rules.ts'
import {
  actsIn,
  consultationsIn,
  COUNTED_ACTS,
  COUNTED_CONSULTATIONS,
  figuresOfYear,
  type ActFigure,
  type ConsultationFigure,
  type YearAct,
  type YearConsultation,
  type YearFacts,
  type YearMeeting,
} from './year-figure-rules.ts'
import { gatherYear } from './year-figure-queries.ts'
import {
  findOfficeReport,
  findPublishedReport,
  listReportsOfYear,
  listReportVersions,
  listReportYears,
  type PublishedReport,
  type ReportVersion,
} from './year-report-queries.ts'
import { readYear, YEAR_REPORT_KIND } from './year-report-rules.ts'

/** The civil year that runs where the institution is; without one, in the first zone. */
export const yearIn = ({ clock }: Pick<Services, 'clock'>, zone = 'Europe/Tirane'): number =>
  Number(civilDateIn(zone, clock.now()).slice(0, 4))

export type YearReportView = {
  institution: InstitutionSummary
  year: number
  /** Null: nothing is published, and the figures are those of now. */
  report: PublishedReport | null
  figures: YearFigures
  countedAt: Date
  running: boolean
  /** Nothing at all happened. */
  empty: boolean
  versions: ReportVersion[]
  entries: RecordEntriesView | null
}

/** Null: no such institution or version, a year to come, or a report that was taken down. */
export async function viewYearReport(
  services: Services,
  lang: Lang,
  asked: { slug: string; year: string; n: number | null },
): Promise<YearReportView | null> {
  const { db } = services
  const year = readYear(asked.year)
  const institution = year === null ? null : await findInstitution(db, lang, asked.slug)
  if (year === null || !institution || institution.standing !== 'member') return null
  const thisYear = yearIn(services, institution.zone)
  if (year > thisYear) return null
  const standing = await findOfficeReport(db, institution.id, year)
  if (standing?.state === 'taken-down') return null
  const report = await findPublishedReport(db, institution.id, year, asked.n)
  if (!report) return asked.n === null ? viewLive(services, institution, year) : null
  const [versions, entries] = await Promise.all([
    listReportVersions(db, report.id),
    findEntriesOfRecord(db, refOf(YEAR_REPORT_KIND, report.id)),
  ])
  const { figures, countedAt } = report
  return { institution, year, report, figures, countedAt, running: false, empty: isEmpty(figures), versions, entries }
}

async function viewLive(services: Services, institution: InstitutionSummary, year: number): Promise<YearReportView> {
  const now = services.clock.now()
  const figures = figuresOfYear(
    await gatherYear(services.db, { year, institutionId: institution.id }, now),
    institution.id,
  )
  const running = year === yearIn(services, institution.zone)
  const head = { institution, year, report: null, figures, countedAt: now, running }
  return { ...head, empty: isEmpty(figures), versions: [], entries: null }
}

export const isEmpty = (figures: YearFigures): boolean => FIGURE_KEYS.every((key) => !figures[key])

/** The same for programs. */
export const yearReportAsData = (view: YearReportView, baseUrl: string) => ({
  institution: view.institution.slug,
  country: view.institution.jurisdiction,
  demonstration: view.institution.demonstration,
  year: view.year,
  published: view.report !== null,
  version: view.report?.version ?? null,
  published_at: view.report?.versionAt ?? null,
  reason: view.report?.reason ?? null,
  counted_at: view.report ? view.countedAt : civilDateIn(view.institution.zone, view.countedAt),
  introduction: view.report?.introduction ?? null,
  difficulties: view.report?.difficulties ?? null,
  measures: view.report?.measures ?? null,
  other_acts: view.report?.otherActs ?? null,
  figures: view.figures,
  versions: view.versions.map(({ n, publishedAt, reason }) => ({ number: n, published_at: publishedAt, reason })),
  url: `${baseUrl}${yearReportUrls.one(view.year, view.institution.slug)}`,
})

/** One row a figure; what is not known is empty. */
export function yearReportAsCsv(lang: Lang, { figures, report }: YearReportView): string {
  const t = transparencyTexts(lang)
  const groups = Object.keys(FIGURE_GROUPS) as FigureGroup[]
  const rowOf = (group: FigureGroup, key: FigureKey) => [
    key,
    t.groups[group],
    t.figures[key],
    String(figures[key] ?? ''),
  ]
  return csvOf([
    ['figure', 'group', 'name', 'value'],
    ...groups.flatMap((group) => keysOf(group).map((key) => rowOf(group, key))),
    ['other_acts', t.groups.acts, t.page.otherActs, String(report?.otherActs ?? '')],
  ])
}

export type ReportListQuestion = { year: number; country: Jurisdiction | null }

export type ReportListView = {
  question: ReportListQuestion
  years: number[]
  rows: { institution: InstitutionSummary; publishedAt: Date | null }[]
}

/** Every institution that works here, with its report of the year or without. */
export async function viewReportList(
  services: Services,
  lang: Lang,
  query: Record<string, string | undefined>,
): Promise<ReportListView> {
  const { db } = services
  const thisYear = yearIn(services)
  const asked = readYear(query.viti ?? '')
  const year = asked !== null && asked <= thisYear ? asked : thisYear
  const country = JURISDICTIONS.find((one) => one === query.vendi) ?? null
  const [institutions, reports, years] = await Promise.all([
    listInstitutions(db, lang),
    listReportsOfYear(db, year, null),
    listReportYears(db),
  ])
  const published = new Map(
    reports.flatMap((one) => (one.state === 'published' ? [[one.institutionId, one.publishedAt]] : [])),
  )
  const shown = institutions.filter(({ jurisdiction }) => country === null || jurisdiction === country)
  return {
    question: { year, country },
    years: [...new Set([thisYear, thisYear - 1, year, ...years])].toSorted((a, b) => b - a),
    rows: shown.map((institution) => ({ institution, publishedAt: published.get(institution.id) ?? null })),
  }
}

export type BehindView = {
  institution: InstitutionSummary
  year: number
  /** Null: all of the year. */
  figure: FigureKey | null
  consultations: (YearConsultation & { comments: number; answered: number })[]
  acts: YearAct[]
  meetings: readonly YearMeeting[]
}

/** The records that the figures are counted from, as they stand now; with a figure, those that it counts. */
export async function viewBehind(
  services: Services,
  lang: Lang,
  asked: { slug: string; year: string; figure: string },
): Promise<BehindView | null> {
  const year = readYear(asked.year)
  const institution = year === null ? null : await findInstitution(services.db, lang, asked.slug)
  if (year === null || !institution || institution.standing !== 'member' || year > yearIn(services, institution.zone))
    return null
  const facts = await gatherYear(services.db, { year, institutionId: institution.id }, services.clock.now())
  const figure = FIGURE_KEYS.find((key) => key === asked.figure) ?? null
  const consultations = consultationsOf(facts, figure).map((one) => ({ ...one, ...countedOf(facts, one.id) }))
  const meetings = figure === null || figure === 'meetings' || figure === 'participants' ? facts.meetings : []
  return { institution, year, figure, consultations, acts: actsOf(facts, figure), meetings }
}

const isConsultationFigure = (key: FigureKey): key is ConsultationFigure & FigureKey => key in COUNTED_CONSULTATIONS
const isActFigure = (key: FigureKey): key is ActFigure & FigureKey => key in COUNTED_ACTS

/** Comments and answers are counted on the consultations that closed. */
function consultationsOf(facts: YearFacts, figure: FigureKey | null): readonly YearConsultation[] {
  if (figure === null) return facts.consultations
  if (isConsultationFigure(figure)) return consultationsIn(facts, figure)
  return isActFigure(figure) || figure === 'meetings' || figure === 'participants'
    ? []
    : consultationsIn(facts, 'closed')
}

function actsOf(facts: YearFacts, figure: FigureKey | null): YearAct[] {
  if (figure === null) return [...facts.acts]
  return isActFigure(figure) ? actsIn(facts, figure) : []
}

export function countedOf({ tallies }: YearFacts, id: string): { comments: number; answered: number } {
  const own = tallies.filter(({ consultationId }) => consultationId === id)
  const sum = (of: typeof own) => of.reduce((all, { count }) => all + count, 0)
  return { comments: sum(own), answered: sum(own.filter(({ decision }) => decision !== null)) }
}
