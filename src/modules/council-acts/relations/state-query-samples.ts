import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './state-queries.ts'

const PLAN = { purpose: 'consolidated', holdsFrom: '2026-12-01', note: null, relationIds: [ID] } as const

export const samples = {
  listStates: [[ID]],
  listChangesOf: [[ID]],
  findPlan: [[ID]],
  hasPlannedState: [[ID]],
  insertPlan: [[{ ...PLAN, actId: ID, institutionId: ID, at: MOMENT, by: null }]],
  deletePlan: [[ID]],
  insertState: [
    [{ versionId: ID, institutionId: ID, actId: ID, holdsFrom: '2026-12-01', note: null, at: MOMENT, by: null }],
  ],
  setCarriedOut: [[[ID], ID]],
  listNewestNodes: [[ID]],
  findPlainText: [[ID]],
  findShownForce: [[ID]],
  listShownStates: [[ID]],
  listShownChanges: [[ID]],
} satisfies QuerySamples<typeof queries>
