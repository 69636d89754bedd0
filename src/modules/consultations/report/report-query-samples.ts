import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './report-queries.ts'

const WRITES = { untried: 'needs a consultation that closed: the tests of its conclusion write it' } as const

export const samples = {
  findOwnReport: [[ID]],
  holdReport: [[ID]],
  ensureReport: WRITES,
  saveWritten: WRITES,
  insertReportVersion: WRITES,
  versionWasSent: [[ID]],
  setReportState: WRITES,
  findPublishedReport: [
    [ID, null],
    [ID, 1],
  ],
  listReportVersions: [[ID]],
  listAnswersThen: [[ID, ['7K3M-Q9TB']]],
  findReportRecords: [[[ID]]],
  listReportRecords: [
    [null, 10],
    [ID, 10],
  ],
  listFoundReports: [[[ID]]],
  listPublicReportIds: [
    [null, 10],
    [ID, 10],
  ],
  listReportSubjects: [[[ID]]],
  findReportAt: [['nje-konsultim']],
  countUnansweredSince: [[ID]],
} satisfies QuerySamples<typeof queries>
