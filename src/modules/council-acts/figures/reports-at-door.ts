import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import type { FollowedKind } from '#platform/subscriptions/followed-kind.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { DECISION_REPORT_RECORD } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { DECISION_FIGURE_COLUMNS, decisionFigureWords, foundReportWords } from './register-texts.ts'
import {
  findReportIdAt,
  holdReportById,
  listFoundReports,
  listPublicReportIds,
  listReportNames,
  setReportState,
} from './report-queries.ts'
import { readYear } from './report-rules.ts'
import { figureTexts, inEvery } from './texts.ts'
import { figureOfficeUrls, figureUrls } from './urls.ts'

/** What others may know of a yearly report on decision-making, when they hold its reference. */
export const decisionReportSubjects: Record<string, SubjectKind> = {
  [DECISION_REPORT_RECORD]: {
    name: inEvery((t) => t.report.subject),
    readers: may['acts.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listReportNames(db, ids)).map(({ id, institutionId, institutionSlug, year, state }) => ({
        ref: refOf(DECISION_REPORT_RECORD, id),
        institutionId,
        title: figureTexts(lang).report.title(year),
        lang,
        officeHref: figureOfficeUrls.report(institutionSlug, year),
        publicHref: state === 'published' ? figureUrls.report(institutionSlug, year) : null,
        // A report has no papers of its own.
        documentsPublic: false,
      })),
  },
}

/** Found by the words of the institution. */
export const decisionReportSearch: SearchSource = {
  subjectKind: DECISION_REPORT_RECORD,
  kinds: { 'decision-report': foundReportWords.kind },
  states: { published: foundReportWords.published },
  idsAfter: listPublicReportIds,
  find: async (db, ids) =>
    (await listFoundReports(db, ids)).map((report) => {
      const subject = refOf(DECISION_REPORT_RECORD, report.id)
      return {
        subject,
        part: '',
        matter: subject,
        kind: 'decision-report',
        institutionId: report.institutionId,
        lang: 'sq',
        title: report.title,
        heading: report.institutionName,
        body: report.body ?? '',
        translated: { lang: 'en', title: figureTexts('en').report.title(report.year), body: '' },
        numbers: [],
        href: figureUrls.report(report.institutionSlug, report.year),
        publishedAt: report.publishedAt,
        changedAt: report.changedAt,
        day: report.day,
        state: 'published',
        topics: report.topics,
        places: report.places,
        dueOn: null,
      }
    }),
}

const sentences = (lang: Lang) => {
  const t = figureTexts(lang).report.happenings
  return {
    'council-acts.decision-report-published': ({ year }: Readonly<Record<string, string>>) => t.published(year ?? ''),
    'council-acts.decision-report-changed': ({ year }: Readonly<Record<string, string>>) => t.changed(year ?? ''),
  }
}

/** Told to whoever follows the institution. No law known here sets a day for it, so it has none. */
export const followedDecisionReports: FollowedKind = {
  subjectKind: DECISION_REPORT_RECORD,
  happenings: { sq: sentences('sq'), en: sentences('en') },
  daysOf: () => Promise.resolve([]),
}

/** The figures of all reports as open data. */
export const decisionFigureRegister: Dataset = viewDataset({
  name: 'shifrat-e-vendimmarrjes',
  ...decisionFigureWords,
  themes: ['GOVE', 'JUST'],
  licence: 'CC0-1.0',
  institutionId: null,
  columns: DECISION_FIGURE_COLUMNS,
  primaryKey: ['id'],
  filters: ['institution', 'year'],
  frequency: 'ANNUAL',
  countries: ['AL', 'XK'],
  view: 'council_acts.open_decision_figures',
  day: 'day',
  keyShape: /^[a-z0-9-]+-\d{4}-[a-z_]+$/,
  feedTitle: 'figure',
  kinds: [DECISION_REPORT_RECORD],
})

const REPORT_ADDRESS = /^\/aktet\/raportet\/([a-z0-9-]+)\/(\d{4})(?:\.[a-z]+|\/.*)?$/

/** All its versions are gone with it. */
export const decisionReportTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    const report = await holdReportById(tx, id)
    if (!report) return 'no-such-record'
    if (report.state !== 'published') return 'not-public'
    await setReportState(tx, id, 'taken-down', at)
    return 'taken-down'
  },
  async lift(tx, _services, { id, at }) {
    if ((await holdReportById(tx, id))?.state !== 'taken-down') return 'no-such-record'
    await setReportState(tx, id, 'published', at)
    return 'lifted'
  },
  async recordsAt({ db }: Services, path: string) {
    const [, slug = '', year = ''] = REPORT_ADDRESS.exec(path) ?? []
    const of = readYear(year)
    const id = of === null ? null : await findReportIdAt(db, slug, of)
    return id === null ? [] : [refOf(DECISION_REPORT_RECORD, id)]
  },
  publicName: async ({ db }: Services, lang: Lang, id: string) => {
    const [report] = await listReportNames(db, [id])
    return report ? figureTexts(lang).report.title(report.year) : null
  },
}
