import { ID, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './published-plan-queries.ts'

export const samples = {
  findPublishedPlan: [
    [ID, null],
    [ID, 2],
  ],
  listPlanVersions: [[ID]],
  findPlanAt: [['prova-2026-1']],
  listAchieved: [[ID]],
  findPlanRecords: [[[ID]]],
  listPlanRecords: [
    [null, 10],
    [ID, 10],
  ],
  listFoundPlans: [[[ID]]],
  listPublicPlanIds: [
    [null, 10],
    [ID, 10],
  ],
} satisfies QuerySamples<typeof queries>
