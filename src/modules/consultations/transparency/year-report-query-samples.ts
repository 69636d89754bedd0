import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import { figuresOfYear } from './year-figure-rules.ts'
import type * as queries from './year-report-queries.ts'

const EMPTY = {
  year: 2025,
  now: MOMENT,
  consultations: [],
  acts: [],
  meetings: [],
  satisfaction: [],
  tallies: [],
  daysToAnswer: new Map(),
}
const words = { introduction: 'Hyrja', difficulties: null, measures: null, otherActs: 3 }

export const samples = {
  findOfficeReport: [[ID, 2025]],
  holdReport: [[{ institutionId: ID, year: 2025, at: MOMENT, by: ID }]],
  saveReportWords: [[ID, { ...words, at: MOMENT, by: ID }]],
  insertReportVersion: [[{ id: ID, figures: figuresOfYear(EMPTY, ID), reason: null, at: MOMENT, by: ID, formId: ID }]],
  isReportPublishedBy: [[ID]],
  holdReportById: [[ID]],
  setReportState: [[ID, 'taken-down', MOMENT]],
  findPublishedReport: [
    [ID, 2025, null],
    [ID, 2025, 1],
  ],
  listReportVersions: [[ID]],
  listReportsOfYear: [
    [2025, [ID]],
    [2025, null],
  ],
  listReportYears: [[]],
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
