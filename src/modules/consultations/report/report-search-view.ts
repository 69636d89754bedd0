import { wordsOfBlock } from '#platform/papers/form-document-rules.ts'
import { piecesOf } from '#platform/search/index/index-row-rules.ts'
import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { consultationUrls } from '../urls.ts'
import { partBlocks } from './report-parts-view.ts'
import { listFoundReports, listPublicReportIds, type FoundReport } from './report-queries.ts'
import { PARTS, REPORT_KIND, reportSchema } from './report-rules.ts'

/** Reports, found by what their institutions wrote and what was gathered. */
export const reportSearch: SearchSource = {
  subjectKind: REPORT_KIND,
  kinds: {
    'consultation-report': {
      sq: { one: 'raport konsultimi', many: 'raporte konsultimi' },
      en: { one: 'consultation report', many: 'consultation reports' },
    },
  },
  states: { published: { sq: 'i publikuar', en: 'published' } },
  find: async (db, ids) => (await listFoundReports(db, ids)).flatMap(documentsOf),
  idsAfter: listPublicReportIds,
}

/** A long report stands in pieces, each found by itself. */
function documentsOf(found: FoundReport): SearchDocument[] {
  const subject = refOf(REPORT_KIND, found.id)
  return piecesOf(wordsOf(found)).map((body, at) => ({
    subject,
    part: at === 0 ? '' : `pjesa.${at + 1}`,
    matter: refOf(CONSULTATION_KIND, found.consultationId),
    kind: 'consultation-report',
    institutionId: found.institutionId,
    lang: found.lang,
    title: found.title,
    borrowedTitle: true,
    heading: null,
    body,
    translated:
      at > 0 || found.statementEn === null ? null : { lang: 'en', title: found.title, body: found.statementEn },
    numbers: [],
    href: consultationUrls.report(found.slug),
    publishedAt: found.publishedAt,
    changedAt: found.changedAt,
    day: found.day,
    state: 'published',
    topics: found.topics,
    places: found.places,
    dueOn: null,
  }))
}

/** What its institution wrote, and what was gathered; not the words of answers, which are found by themselves. */
function wordsOf({ content, slug, title, changedAt, statement }: FoundReport): string {
  const shown = {
    slug,
    title,
    institution: '',
    zone: 'UTC',
    version: 1,
    versionAt: changedAt,
    reason: null,
    outcome: 'to-decision',
    statement,
    statementEn: null,
    content: reportSchema.parse(content),
    answers: [],
  } as const
  const parts = PARTS.filter((part) => part !== 'rejected').flatMap((part) => partBlocks('sq', part, shown, ''))
  return [statement, ...parts.flatMap(wordsOfBlock)].join('\n')
}
