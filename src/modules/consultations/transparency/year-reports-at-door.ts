import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import type { FollowedKind } from '#platform/subscriptions/followed-kind.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { YEAR_REPORT_COLUMNS, yearReportRegisterWords } from './register-texts.ts'
import { holdReplyById, listReplyNames, restoreReply, takeReply } from './reply-queries.ts'
import { inEvery, transparencyTexts } from './texts.ts'
import { comparisonUrls, yearReportOfficeUrls, yearReportUrls } from './urls.ts'
import {
  findReportIdAt,
  holdReportById,
  listFoundReports,
  listPublicReportIds,
  listReportNames,
  setReportState,
} from './year-report-queries.ts'
import { readYear, YEAR_REPLY_KIND, YEAR_REPORT_KIND } from './year-report-rules.ts'

/** What others may know of a yearly report, or of a reply, when they hold its reference. */
export const yearReportSubjects: Record<string, SubjectKind> = {
  [YEAR_REPORT_KIND]: {
    name: inEvery((t) => t.subjects.report),
    readers: may['year-reports.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listReportNames(db, ids)).map(({ id, institutionId, institutionSlug, year, state }) => ({
        ref: refOf(YEAR_REPORT_KIND, id),
        institutionId,
        title: transparencyTexts(lang).reportTitle(year),
        lang,
        officeHref: yearReportOfficeUrls.one(year, institutionSlug),
        publicHref: state === 'published' ? yearReportUrls.one(year, institutionSlug) : null,
        // A report has no papers of its own.
        documentsPublic: false,
      })),
  },
  [YEAR_REPLY_KIND]: {
    name: inEvery((t) => t.subjects.reply),
    readers: may['year-reports.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listReplyNames(db, ids)).map(({ id, institutionId, institutionSlug, year, state }) => ({
        ref: refOf(YEAR_REPLY_KIND, id),
        institutionId,
        title: transparencyTexts(lang).replyTitle(year),
        lang,
        officeHref: yearReportOfficeUrls.reply(year, institutionSlug),
        publicHref: state === 'taken-down' ? null : `${comparisonUrls.one(year)}#pergjigja-${institutionSlug}`,
        documentsPublic: false,
      })),
  },
}

/** Found by the words of the institution. */
export const yearReportSearch: SearchSource = {
  subjectKind: YEAR_REPORT_KIND,
  kinds: {
    'year-report': {
      sq: { one: 'raport vjetor', many: 'raporte vjetore' },
      en: { one: 'yearly report', many: 'yearly reports' },
    },
  },
  states: { published: { sq: 'i publikuar', en: 'published' } },
  idsAfter: listPublicReportIds,
  find: async (db, ids) =>
    (await listFoundReports(db, ids)).map((report) => {
      const subject = refOf(YEAR_REPORT_KIND, report.id)
      return {
        subject,
        part: '',
        matter: subject,
        kind: 'year-report',
        institutionId: report.institutionId,
        lang: 'sq',
        title: report.title,
        heading: report.institutionName,
        body: report.body,
        translated: { lang: 'en', title: transparencyTexts('en').reportTitle(report.year), body: '' },
        numbers: [],
        href: yearReportUrls.one(report.year, report.institutionSlug),
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
  const t = transparencyTexts(lang).happenings
  return {
    'consultations.year-report-published': ({ year }: Readonly<Record<string, string>>) => t.published(year ?? ''),
    'consultations.year-report-changed': ({ year }: Readonly<Record<string, string>>) => t.changed(year ?? ''),
  }
}

/** Told to whoever follows the institution. No law known here sets a day for it, so it has none. */
export const followedYearReports: FollowedKind = {
  subjectKind: YEAR_REPORT_KIND,
  happenings: { sq: sentences('sq'), en: sentences('en') },
  daysOf: () => Promise.resolve([]),
}

/** Yearly reports as open data. */
export const yearReportRegister: Dataset = viewDataset({
  name: 'raportet-vjetore',
  ...yearReportRegisterWords,
  themes: ['GOVE', 'JUST'],
  licence: 'CC0-1.0',
  institutionId: null,
  columns: YEAR_REPORT_COLUMNS,
  primaryKey: ['id'],
  filters: ['institution', 'year'],
  frequency: 'ANNUAL',
  countries: ['AL', 'XK'],
  view: 'consultations.open_year_reports',
  day: 'day',
  feedTitle: 'url',
  kinds: [YEAR_REPORT_KIND],
})

const REPORT_ADDRESS = /^\/konsultime\/raporte-vjetore\/(\d{4})\/([a-z0-9-]+)(?:\.[a-z]+|\/.*)?$/

/** All its versions are gone with it. */
export const yearReportTakeDown: TakeDown = {
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
    const [, year = '', slug = ''] = REPORT_ADDRESS.exec(path) ?? []
    const of = readYear(year)
    const id = of === null ? null : await findReportIdAt(db, slug, of)
    return id === null ? [] : [refOf(YEAR_REPORT_KIND, id)]
  },
  publicName: async ({ db }: Services, lang: Lang, id: string) => {
    const [report] = await listReportNames(db, [id])
    return report ? transparencyTexts(lang).reportTitle(report.year) : null
  },
}

/** Its words leave the comparison, which has no address of theirs alone. */
export const yearReplyTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    const reply = await holdReplyById(tx, id)
    if (!reply) return 'no-such-record'
    if (reply.state === 'taken-down') return 'not-public'
    await takeReply(tx, id, at)
    return 'taken-down'
  },
  async lift(tx, _services, { id, at }) {
    if ((await holdReplyById(tx, id))?.state !== 'taken-down') return 'no-such-record'
    await restoreReply(tx, id, at)
    return 'lifted'
  },
  recordsAt: () => Promise.resolve([]),
  publicName: async ({ db }: Services, lang: Lang, id: string) => {
    const [reply] = await listReplyNames(db, [id])
    return reply ? transparencyTexts(lang).replyTitle(reply.year) : null
  },
}
