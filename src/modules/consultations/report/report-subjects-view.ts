import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { listReportSubjects } from './report-queries.ts'
import { REPORT_KIND } from './report-rules.ts'

/** What others may know of a report when they hold its reference. */
export const reportSubjects: Record<string, SubjectKind> = {
  [REPORT_KIND]: {
    name: { sq: textsIn('sq').reports.subject, en: textsIn('en').reports.subject },
    readers: may['answers.read'],
    find: async ({ db }: Services, lang, ids: readonly string[]) =>
      (await listReportSubjects(db, ids)).map(({ id, institutionId, consultationId, title, lang: own, slug }) => ({
        ref: refOf(REPORT_KIND, id),
        institutionId,
        title: textsIn(lang).reports.report.of(title),
        lang: own,
        officeHref: officeUrls.conclusion(consultationId),
        publicHref: slug === null ? null : consultationUrls.report(slug),
        // A report has no papers of its own.
        documentsPublic: false,
      })),
  },
}
