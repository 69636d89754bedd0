import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './deadline-form-queries.ts'

export const samples = {
  lockById: [[ID]],
  claimForm: [[{ id: ID, institutionId: ID, deadlineId: ID, deed: 'pause', byAccountId: ID, at: MOMENT }]],
  isKnownForm: [[{ id: ID, deadlineId: ID, deed: 'pause', byAccountId: ID }]],
  nameOfHolder: [[{ accountId: ID, bodyId: null, role: 'clerk' }]],
  isOpenBody: [[ID, ID]],
} satisfies QuerySamples<typeof queries>
