import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './year-figure-queries.ts'

const of = { year: 2026, institutionId: ID }
const all = { year: 2026, institutionId: null }

export const samples = {
  listYearConsultations: [[of], [all]],
  listYearActs: [[of], [all]],
  listYearMeetings: [[of], [all]],
  listSatisfaction: [[of], [all]],
  gatherYear: { untried: 'the statements of the others, one after the other' },
} satisfies QuerySamples<typeof queries>
