import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import { FIGURE_KEYS, type ReportFigures } from './report-figure-rules.ts'
import type * as queries from './report-queries.ts'

const figures = Object.fromEntries(FIGURE_KEYS.map((key) => [key, 0])) as ReportFigures
const words = { introduction: { sq: 'Hyrja', en: null } }

export const samples = {
  findOfficeReport: [[ID, 2025]],
  holdReport: [[{ institutionId: ID, year: 2025, at: MOMENT, by: ID }]],
  saveReportWords: [[ID, { words, at: MOMENT, by: ID }]],
  insertReportVersion: [[{ id: ID, figures, reason: null, at: MOMENT, by: ID, formId: ID }]],
  isReportPublishedBy: [[ID]],
  holdReportById: [[ID]],
  setReportState: [[ID, 'taken-down', MOMENT]],
  listOfficeReports: [
    [2025, [ID]],
    [2025, null],
  ],
  findPublishedReport: [
    [ID, 2025, null],
    [ID, 2025, 1],
  ],
  listReportVersions: [[ID]],
  listPublishedReports: [[ID], [null]],
  listReportNames: [[[ID]]],
  findReportIdAt: [['bregas', 2025]],
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
} satisfies QuerySamples<typeof queries>
