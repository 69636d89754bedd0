import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './year-plan-queries.ts'

export const samples = {
  listYearPlans: [
    ['sq', null, null, 10],
    ['en', [ID], { year: 2026, institutionId: ID }, 10],
  ],
  findYearPlan: [['sq', ID]],
  findPlanOfYear: [[ID, 2026]],
  insertYearPlan: { untried: 'needs an institution: the tests of the yearly plan write it' },
  holdYearPlan: [[ID]],
  markPlanPublished: [[ID, MOMENT]],
} satisfies QuerySamples<typeof queries>
