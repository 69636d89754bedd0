import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './plan-queries.ts'

const of = { institutionId: ID, year: 2026 }

export const samples = {
  listPlannedEntries: [[of]],
  listPlanActs: [[of]],
  listActsOutsidePlan: [[of, 100]],
  countActsOutsidePlan: [[of]],
  listPlanYears: [[ID]],
  findBoundEntry: [[ID]],
  findEntry: [[ID, ID]],
  listPlanCandidates: [
    [{ institutionId: ID, paperRef: `council.paper:${ID}`, year: 2026 }],
    [{ institutionId: ID, paperRef: null, year: 2026 }],
  ],
} satisfies QuerySamples<typeof queries>
